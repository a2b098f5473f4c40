import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../app.ts";
import { tooMany } from "../http/problem.ts";
import { PROBLEM_TYPE } from "../http/register-problems.ts";
import type { Login } from "./login.ts";
import { LOGIN_PATHS } from "./login-paths.ts";
import { ADDRESS_HEADER } from "./login-settings.ts";

/** Requests to sign in that one address may make in a minute: room for an office behind one address, none for trial. */
export const SIGN_IN_PER_MINUTE = 20;
/** Passkey answers are the largest thing that comes here, a few kilobytes. */
const LARGEST = 64 * 1024;

const PREFIX = "/api/auth";

/** Puts better-auth's paths, those of `LOGIN_PATHS` only, under /api/auth, as its guide for Fastify says. */
export function mountLogin(app: App, login: () => Promise<Login>, address: () => string): void {
  app.register(async (scope) => {
    const limit = scope.createRateLimit({
      max: SIGN_IN_PER_MINUTE,
      timeWindow: 60_000,
      keyGenerator: (request) => request.ip,
    });
    scope.addHook("onRequest", async (request) => {
      const count = await limit(request);
      if (!count.isAllowed && count.isExceeded) throw tooMany(count.ttlInSeconds);
    });
    // better-auth reads bodies itself.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      ["application/json"],
      { parseAs: "string", bodyLimit: LARGEST },
      (_request, body, done) => done(null, body),
    );
    for (const [method, path] of LOGIN_PATHS)
      scope.route({
        method,
        url: `${PREFIX}${path}`,
        bodyLimit: LARGEST,
        schema: { hide: true },
        exposeHeadRoute: false,
        // Counted above, all ways to sign in together.
        config: { rateLimit: false },
        handler: async (request, reply) => relay(await login(), address(), request, reply),
      });
  });
}

async function relay(login: Login, address: string, request: FastifyRequest, reply: FastifyReply) {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && !name.startsWith(":")) headers.append(name, value.toString());
  headers.set(ADDRESS_HEADER, request.ip);
  const body = typeof request.body === "string" ? request.body : undefined;
  headers.delete("content-length");
  const response = await login.handle(
    new Request(new URL(request.url, address), {
      method: request.method,
      headers,
      ...(body === undefined ? {} : { body }),
    }),
  );
  reply.code(response.status);
  for (const [name, value] of response.headers) if (name !== "set-cookie") reply.header(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header("set-cookie", cookies);
  reply.header("cache-control", "no-store");
  // What was read while signed in goes with the session (OWASP ASVS 5.0, 14.3.1). Cookies are ended by name:
  // those of other nodes on this computer are not ours to clear.
  if (request.url.startsWith(`${PREFIX}/sign-out`) && response.ok)
    reply.header("clear-site-data", '"cache", "storage"');
  const text = await response.text();
  if (response.status < 400) return reply.send(text);
  return reply
    .type(PROBLEM_TYPE)
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problemOf(response.status, text, request));
}

/** better-auth says { code, message }; both stay, as members beside those of RFC 9457. */
function problemOf(status: number, text: string, request: FastifyRequest) {
  let said: { readonly code?: unknown; readonly message?: unknown } = {};
  try {
    said = JSON.parse(text);
  } catch {
    // No body, or none of ours: the status says enough.
  }
  const code = typeof said?.code === "string" ? said.code : "SIGN_IN_REFUSED";
  const message =
    (status < 500 || code === "PROVIDER_AWAY") && typeof said?.message === "string"
      ? said.message
      : "Signing in did not work";
  return {
    type: "/problems/sign-in",
    title: message,
    status,
    instance: request.url.split("?", 1)[0]!.slice(0, 200),
    code,
    message,
  };
}
