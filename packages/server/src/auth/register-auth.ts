import rateLimit from "@fastify/rate-limit";
import type { App } from "../app.ts";
import type { NodeContext } from "../context.ts";
import { signInFirst, tooMany } from "../http/problem.ts";
import { loopbackUrl } from "../settings.ts";
import type { Login, SignedIn } from "./login.ts";
import { mailLinkBy } from "./mail-link.ts";
import { mountLogin } from "./mount-login.ts";
import { peopleAccessRoutes } from "./people-access-routes.ts";
import { peopleRoutes } from "./people-routes.ts";
import { readOrMakeSecret } from "./secret.ts";
import { sessionsRoutes } from "./sessions-routes.ts";
import { startLink } from "./start-link.ts";
import { createWho, type Who } from "./who.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The session of the request; undefined where nobody is signed in. */
    signedIn: SignedIn | undefined;
  }
  interface FastifyContextConfig {
    /** Answers without a session: what the sign-in page needs, and addresses that carry a secret of their own. */
    open?: boolean;
  }
  interface FastifyInstance {
    /** The login of the node; made when first asked, as its address is known only then. */
    login: () => Promise<Login>;
    who: Who;
    /** See `startLink`. */
    startLink: () => Promise<string | undefined>;
  }
}

/** Requests a minute: a page makes a dozen, a screen that follows a slider some hundred. */
const PER_SESSION = 3000;
const PER_ADDRESS = 300;
/** On loopback only this computer asks, and it may be a program of its owner's: the limit stops a runaway one. */
const LOOPBACK_FACTOR = 20;

/**
 * Who asks, before anything under /api/v1 is answered: sets `request.signedIn` and `request.viewers`, limits how often
 * one session or address asks, refuses (401) what is not `open`. Puts the login under /api/auth.
 */
export async function registerAuth(app: App, node: NodeContext): Promise<void> {
  const { settings, store, hub } = node;
  const port = () => {
    const bound = app.server.address();
    return bound !== null && typeof bound !== "string" ? bound.port : settings.port;
  };
  const baseUrl = () => settings.publicUrl ?? loopbackUrl(settings, port());
  // Read while the rest of the node starts; it is the largest library here.
  const library = import("./login.ts");
  library.catch(() => undefined);

  let made: Promise<Login> | undefined;
  const make = async (): Promise<Login> => {
    const [{ createLogin }, secret] = await Promise.all([library, readOrMakeSecret(settings.keysFolder)]);
    const login = await createLogin({
      baseUrl: baseUrl(),
      secret,
      databaseUrl: node.databaseUrl,
      name: settings.name,
      ...(settings.oidc === undefined ? {} : { oidc: settings.oidc }),
      ...(settings.smtpUrl === undefined
        ? {}
        : { mailLink: mailLinkBy(settings.smtpUrl, settings.mailFrom, settings.name) }),
      onEvent: async ({ kind, person, session }) => {
        const action = kind === "signed-in" ? "session.start" : "session.end";
        await store.system.audit.append([{ person, action, about: session }]).catch(() => undefined);
      },
      log: (line) => console.error(line),
    });
    login.onSessionEnded(({ session }) => hub.endSession(session));
    return login;
  };
  const login = () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
  const found = createWho(login, store, node.now);
  const who: Who = {
    of: found.of,
    forget(person) {
      found.forget(person);
      // Streams were opened with the roles of before; their pages come back with the new ones.
      hub.endPerson(person);
    },
  };
  app.decorate("login", login);
  app.decorate("who", who);
  app.decorate("startLink", async () =>
    startLink(await login(), store, [...node.desks.values()], settings.publicUrl === undefined ? "loopback" : "hosted"),
  );
  app.addHook("onClose", async () => {
    await (await made?.catch(() => undefined))?.close();
  });

  app.decorateRequest("signedIn", undefined);
  app.decorateRequest("viewers");
  app.addHook("onRequest", async (request) => {
    request.viewers = [];
    if (!request.url.startsWith("/api/v1/")) return;
    const { signedIn, viewers } = await who.of(request);
    request.signedIn = signedIn;
    request.viewers = viewers;
  });

  await app.register(rateLimit, {
    max: (request) => {
      if (request.signedIn === undefined) return PER_ADDRESS;
      return settings.publicUrl === undefined ? PER_SESSION * LOOPBACK_FACTOR : PER_SESSION;
    },
    timeWindow: 60_000,
    keyGenerator: (request) => request.signedIn?.session ?? request.ip,
    // Files of the screens are many at once and cost nothing.
    allowList: (request) => !request.url.startsWith("/api/"),
    addHeaders: { "x-ratelimit-limit": false, "x-ratelimit-remaining": false, "x-ratelimit-reset": false },
    addHeadersOnExceeding: { "x-ratelimit-limit": false, "x-ratelimit-remaining": false, "x-ratelimit-reset": false },
    errorResponseBuilder: (_request, { ttl }) => tooMany(Math.ceil(ttl / 1000)),
  });

  // After every onRequest hook, so that refused requests count towards the limit too.
  app.addHook("preParsing", async (request) => {
    if (!request.url.startsWith("/api/v1/") || request.is404) return;
    if (request.signedIn === undefined && request.routeOptions.config.open !== true) throw signInFirst();
  });

  mountLogin(app, login, baseUrl);
  await app.register(async (scope: App) => sessionsRoutes(scope), { prefix: "/api/v1" });
  await app.register(async (scope: App) => peopleRoutes(scope, node), { prefix: "/api/v1" });
  await app.register(async (scope: App) => peopleAccessRoutes(scope, node), { prefix: "/api/v1" });
}
