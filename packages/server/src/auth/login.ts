import { randomUUID } from "node:crypto";
import { betterAuth } from "better-auth";
import { Pool } from "pg";
import { type Deliver, type FindByMail, type LoginEvent, type LoginOptions, settingsOf } from "./login-settings.ts";
import { addressWithoutMail, hashOfToken, hasMail, INVITATION_SECONDS, LINK_SECONDS } from "./one-time-link.ts";
import { AUTH_SCHEMA, migrateLogin } from "./tables.ts";

export type { LoginEvent, LoginOptions } from "./login-settings.ts";

export interface Person {
  readonly id: string;
  readonly name: string;
  /** Absent for a person known by name or pseudonym only. */
  readonly email?: string;
  readonly since: string;
}

export interface SignedIn {
  readonly session: string;
  readonly until: number;
  readonly person: { readonly id: string; readonly name: string };
}

export interface SessionRow {
  readonly id: string;
  readonly person: string;
  readonly started: string;
  readonly ends: string;
  readonly address: string;
  readonly device: string;
}

/** Where links lead when they are used, too old, or used before. */
const AFTER = "/";
const NOT_GOOD = "/sign-in";

/**
 * The login of a node: passkeys, OIDC where it is set, one-time links. There is no password anywhere. Makes its tables
 * when they are missing. Throws `LoginTablesStandApart`, or what `pg` throws when the database is away.
 */
export async function createLogin(options: LoginOptions) {
  const pool = new Pool({
    connectionString: options.databaseUrl,
    max: 4,
    connectionTimeoutMillis: 3000,
    options: `-c search_path=${AUTH_SCHEMA}`,
    application_name: "kelisim login",
  });
  pool.on("error", (error) => options.log?.(`login: the database is away: ${error.message}`));
  // Lost while in use, between two statements: the next statement says so.
  pool.on("connect", (client) => client.on("error", () => undefined));
  let closing: Promise<void> | undefined;
  const listeners = new Set<(event: LoginEvent) => void>();
  const ended = (event: LoginEvent) => {
    for (const listener of listeners) listener(event);
    options.onEvent?.(event);
  };
  const find: FindByMail = async (email) => (await adapter.findUserByEmail(email))?.user;
  const settings = settingsOf(options, pool, ended, find);
  try {
    await migrateLogin(pool, settings);
  } catch (error) {
    await pool.end();
    throw error;
  }
  // It looks at the tables at once, so that they must be there.
  const engine = betterAuth(settings);
  const context = await engine.$context;
  const adapter = context.internalAdapter;

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
    handle: (request: Request): Promise<Response> => engine.handler(request),

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

    linkFor,

    /** A new person, known by a name or pseudonym, perhaps an e-mail address. "taken": somebody here has the address. */
    async addPerson(person: { readonly name: string; readonly email?: string }): Promise<Person | "taken"> {
      const email = person.email?.toLowerCase() ?? addressWithoutMail(randomUUID());
      if ((await adapter.findUserByEmail(email)) !== null) return "taken";
      // The administrator vouches for the address; an unproven one could not be joined with an OIDC identity.
      const user = await adapter.createUser(
        { name: person.name, email, emailVerified: true },
        { method: "magic-link" },
      );
      return personOf(user);
    },

    /** A link for a person who has not been here yet, good for three days, once. */
    invitationFor: (person: string) => linkFor(person, INVITATION_SECONDS),

    async person(id: string): Promise<Person | undefined> {
      const user = await adapter.findUserById(id);
      return user === null ? undefined : personOf(user);
    },

    async persons(): Promise<readonly Person[]> {
      const users = await context.adapter.findMany<UserRow>({ model: "user", limit: 10_000 });
      return users.map(personOf).sort((a, b) => a.name.localeCompare(b.name));
    },

    /** Ends every session of a person and forgets them, with their passkeys. What they recorded stays. */
    async removePerson(id: string): Promise<void> {
      await adapter.deleteUserSessions(id);
      await adapter.deleteUser(id);
    },

    /** Whether a person has a passkey or an OIDC identity, and so needs no link to come back. */
    async comesBackAlone(person: string): Promise<boolean> {
      const where = [{ field: "userId", value: person }];
      const counts = await Promise.all(["passkey", "account"].map((model) => context.adapter.count({ model, where })));
      return counts.some((count) => count > 0);
    },

    /** Running sessions, newest first; without tokens. */
    async sessions(person: string): Promise<readonly SessionRow[]> {
      const rows = await adapter.listSessions(person, { onlyActiveSessions: true });
      return rows
        .map((row) => ({
          id: row.id,
          person: row.userId,
          started: row.createdAt.toISOString(),
          ends: row.expiresAt.toISOString(),
          address: row.ipAddress ?? "",
          device: row.userAgent ?? "",
        }))
        .sort((a, b) => b.started.localeCompare(a.started));
    },

    /** Ends one session of a person at once. False: there is none with this id. */
    async endSession(person: string, id: string): Promise<boolean> {
      const row = (await adapter.listSessions(person)).find((session) => session.id === id);
      if (row === undefined) return false;
      await adapter.deleteSession(row.token);
      return true;
    },

    /** Ends every session of a person: their account was closed, or their roles were taken away. */
    endSessions: (person: string): Promise<void> => adapter.deleteUserSessions(person),

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
      closing ??= pool.end();
      return closing;
    },
  };
}

export type Login = Awaited<ReturnType<typeof createLogin>>;

interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly createdAt: Date;
}

const personOf = (user: UserRow): Person => ({
  id: user.id,
  name: user.name,
  ...(hasMail(user.email) ? { email: user.email } : {}),
  since: new Date(user.createdAt).toISOString(),
});
