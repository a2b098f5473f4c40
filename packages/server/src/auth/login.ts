import { type BetterAuthOptions, betterAuth } from "better-auth";
import { Pool } from "pg";
import { loginPeople } from "./login-people.ts";
import { loginSessions } from "./login-sessions.ts";
import { type Deliver, type FindByMail, type LoginEvent, type LoginOptions, settingsOf } from "./login-settings.ts";
import { createOidcDoor, isByProvider, OIDC, providerAway } from "./oidc.ts";
import { hashOfToken, INVITATION_SECONDS, LINK_SECONDS } from "./one-time-link.ts";
import { AUTH_SCHEMA, migrateLogin } from "./tables.ts";

export type { Person } from "./login-people.ts";
export type { SessionRow } from "./login-sessions.ts";
export type { LoginEvent, LoginOptions } from "./login-settings.ts";

export interface SignedIn {
  readonly session: string;
  readonly until: number;
  readonly person: { readonly id: string; readonly name: string };
}

/** Where links lead when they are used, too old, or used before. */
const AFTER = "/";
const NOT_GOOD = "/sign-in";

/**
 * The login of a node: passkeys, OIDC where it is set, one-time links. There is no password anywhere. Makes its tables
 * when they are missing. Throws `LoginTablesStandApart`, or what `pg` throws when the database is away.
 */
export async function createLogin(options: LoginOptions) {
  let closing: Promise<void> | undefined;
  const listeners = new Set<(event: LoginEvent) => void>();
  const ended = async (event: LoginEvent) => {
    for (const listener of listeners) listener(event);
    await options.onEvent?.(event);
  };
  const find: FindByMail = async (email) => (await adapter.findUserByEmail(email))?.user;
  const pool = openPool(options, await prepareTables(options, (owner) => settingsOf(options, owner, ended, find)), 4);
  /** better-auth asks the provider how it is reached once, when it is made. */
  async function makeEngine(oidc: LoginOptions["oidc"]) {
    const { oidc: _, ...rest } = options;
    const made = betterAuth(settingsOf(oidc === undefined ? rest : { ...rest, oidc }, pool, ended, find));
    return { made, context: await made.$context };
  }
  let { made: engine, context } = await makeEngine(undefined).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const adapter = context.internalAdapter;
  const door = options.oidc === undefined ? undefined : createOidcDoor(options.oidc, openOidc, options.log);
  void door?.knock();

  async function openOidc(): Promise<boolean> {
    const next = await makeEngine(options.oidc);
    if (!next.context.socialProviders.some(({ id }) => id === OIDC)) return false;
    ({ made: engine, context } = next);
    return true;
  }

  /** A one-time link that signs the person in. `seconds`: how long it is good for, once. Undefined: no such person. */
  async function linkFor(person: string, seconds = LINK_SECONDS): Promise<string | undefined> {
    const user = await adapter.findUserById(person);
    if (user === null) return undefined;
    let made: { url: string; token: string } | undefined;
    const deliver: Deliver = (url, token) => {
      made = { url, token };
    };
    await engine.api.signInMagicLink({
      body: { email: user.email, callbackURL: AFTER, errorCallbackURL: NOT_GOOD, metadata: { deliver } },
      headers: new Headers(),
    });
    if (made === undefined) return undefined;
    if (seconds !== LINK_SECONDS)
      await adapter.updateVerificationByIdentifier(hashOfToken(made.token), {
        expiresAt: new Date(Date.now() + seconds * 1000),
      });
    return made.url;
  }

  return {
    /** better-auth's own door: a Web request in, a Web response out. */
    async handle(request: Request): Promise<Response> {
      const away = door !== undefined && isByProvider(request) && !(await door.knock());
      return away ? providerAway(options.oidc!.name) : engine.handler(request);
    },

    /** Name of the cookie that carries the session. */
    sessionCookie: context.authCookies.sessionToken.name,

    /** Who a request with these headers comes from; undefined when nobody is signed in. */
    async signedIn(headers: Headers): Promise<SignedIn | undefined> {
      const found = await engine.api.getSession({ headers });
      if (found === null) return undefined;
      return {
        session: found.session.id,
        until: found.session.expiresAt.getTime(),
        person: { id: found.user.id, name: found.user.name },
      };
    },

    ...loginPeople(context.adapter, adapter),
    ...loginSessions(adapter),

    linkFor,

    /** A link for a person who has not been here yet, good for three days, once. */
    invitationFor: (person: string) => linkFor(person, INVITATION_SECONDS),

    /** Calls back for every session that ends. Returns how to stop. */
    onSessionEnded(listener: (event: LoginEvent) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** What the sign-in page offers. */
    methods: {
      passkey: true,
      link: options.mailLink !== undefined,
      oidc: options.oidc?.name,
    } as const,

    close(): Promise<void> {
      door?.close();
      closing ??= pool.end();
      return closing;
    },
  };
}

/** Connections that work as `role`; without one, as the database's owner. */
function openPool({ databaseUrl, log }: LoginOptions, role: string | undefined, max: number): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    max,
    connectionTimeoutMillis: 3000,
    options: `${role === undefined ? "" : `-c role=${role} `}-c search_path=${AUTH_SCHEMA}`,
    application_name: "kelisim login",
  });
  pool.on("error", (error) => log?.(`login: the database is away: ${error.message}`));
  // Lost while in use, between two statements: the next statement says so.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** As the database's owner, and only for so long: gives the role that has rights on the login's tables and nothing else. */
async function prepareTables(options: LoginOptions, settings: (owner: Pool) => BetterAuthOptions): Promise<string> {
  const owner = openPool(options, undefined, 2);
  try {
    return await migrateLogin(owner, settings(owner));
  } finally {
    await owner.end();
  }
}

export type Login = Awaited<ReturnType<typeof createLogin>>;
