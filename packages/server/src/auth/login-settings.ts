import { passkey } from "@better-auth/passkey";
import type { BetterAuthOptions } from "better-auth";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { magicLink } from "better-auth/plugins/magic-link";
import type { Pool } from "pg";
import { discoveryUrl, OIDC } from "./oidc.ts";
import { hashOfToken, hasMail, LINK_SECONDS } from "./one-time-link.ts";

export interface LoginOptions {
  /** Where people reach the node: http://localhost:PORT or the public https address. Passkeys are bound to its host. */
  readonly baseUrl: string;
  /** At least 32 characters; see `readOrMakeSecret`. */
  readonly secret: string;
  /** Owner connection of the database that holds schema `auth`. */
  readonly databaseUrl: string;
  /** Name of the node, shown by the browser when it makes a passkey. */
  readonly name: string;
  readonly oidc?: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly name: string;
  };
  /** Sends a link by e-mail; absent: nobody can ask for one. Called only for people who are here. */
  readonly mailLink?: (mail: { readonly to: string; readonly name: string; readonly url: string }) => Promise<void>;
  /** Told of every sign-in and every ended session; waited for before the answer goes out. Must not throw. */
  readonly onEvent?: (event: LoginEvent) => unknown;
  /** Notes for the operator, in one line. */
  readonly log?: (line: string) => void;
}

export interface LoginEvent {
  readonly kind: "signed-in" | "session-ended";
  readonly person: string;
  readonly session: string;
}

/** The address by which the node tells better-auth who asks; what a client sends under this name is dropped. */
export const ADDRESS_HEADER = "x-kelisim-address";

/** 30 days from sign-in, and not a moment longer for being used. */
const SESSION_SECONDS = 30 * 24 * 3600;

const NO_TOKENS = { accessToken: null, refreshToken: null, idToken: null };

/** Takes a link that the node made for itself. */
export type Deliver = (url: string, token: string) => void;

export type FindByMail = (email: string) => Promise<{ readonly email: string; readonly name: string } | undefined>;

/** How better-auth is set up here. `ended` is told of every session that ends; `find` looks a person up. */
export function settingsOf(
  options: LoginOptions,
  pool: Pool,
  ended: (event: LoginEvent) => Promise<void>,
  find: FindByMail,
) {
  const url = new URL(options.baseUrl);
  const secure = url.protocol === "https:";
  const log = options.log ?? (() => undefined);
  return {
    appName: options.name,
    baseURL: options.baseUrl,
    basePath: "/api/auth",
    secret: options.secret,
    database: pool,
    trustedOrigins: [url.origin],
    telemetry: { enabled: false },
    // The node limits every route itself (register-auth.ts), sign-in tighter; two counters would disagree.
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: false },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: {
      // An administrator invites first; an identity of the OIDC provider joins by an address that the provider verified.
      accountLinking: { enabled: true },
    },
    advanced: {
      useSecureCookies: secure,
      // Cookies do not tell ports apart: two nodes on one computer would sign each other out.
      cookiePrefix: url.port === "" ? "kelisim" : `kelisim-${url.port}`,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      // The state of an OIDC sign-in must survive the way back from another site; the session need not.
      cookies: { session_token: { attributes: { sameSite: "strict" } } },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: "uuid" },
    },
    logger: { level: "warn", log: (level, message) => log(`login: ${level}: ${message}`) },
    databaseHooks: {
      // The tokens of the provider have said who this is; nothing is asked of it later, so nothing of them is kept.
      account: {
        create: { before: async () => ({ data: NO_TOKENS }) },
        update: { before: async () => ({ data: NO_TOKENS }) },
      },
      session: {
        create: {
          async after(session, context) {
            // A new sign-in ends the session that the same browser held before (OWASP ASVS 5.0, 7.2.4).
            if (context !== null) {
              const name = context.context.authCookies.sessionToken.name;
              const before = await context.getSignedCookie(name, context.context.secret).catch(() => null);
              if (typeof before === "string" && before !== "" && before !== session.token)
                await context.context.internalAdapter.deleteSession(before);
            }
            await options.onEvent?.({ kind: "signed-in", person: session.userId, session: session.id });
          },
        },
        delete: {
          async after(session) {
            await ended({ kind: "session-ended", person: session.userId, session: session.id });
          },
        },
      },
    },
    plugins: [
      magicLink({
        expiresIn: LINK_SECONDS,
        disableSignUp: true,
        storeToken: { type: "custom-hasher", hash: async (token) => hashOfToken(token) },
        async sendMagicLink({ email, url: link, token, metadata }) {
          // Only the node itself can hand over a function; a request over HTTP carries JSON.
          const deliver: unknown = metadata?.deliver;
          if (typeof deliver === "function") return (deliver as Deliver)(link, token);
          const found = await find(email);
          // The answer and its time are the same for an address that nobody here has: no list of people by trial.
          if (found === undefined || options.mailLink === undefined || !hasMail(email)) return;
          void options
            .mailLink({ to: found.email, name: found.name, url: link })
            .catch((error: unknown) => log(`login: a link could not be sent: ${String(error)}`));
        },
      }),
      passkey({
        rpID: url.hostname,
        rpName: options.name,
        origin: url.origin,
        authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
      }),
      ...(options.oidc === undefined
        ? []
        : [
            genericOAuth({
              config: [
                {
                  providerId: OIDC,
                  name: options.oidc.name,
                  discoveryUrl: discoveryUrl(options.oidc.issuer),
                  requireIdTokenVerification: true,
                  clientId: options.oidc.clientId,
                  clientSecret: options.oidc.clientSecret,
                  scopes: ["openid", "email", "profile"],
                  pkce: true,
                  disableSignUp: true,
                },
              ],
            }),
          ]),
    ],
  } satisfies BetterAuthOptions;
}
