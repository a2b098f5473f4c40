import { hash } from "node:crypto";
import pg from "pg";
import { SecurityBypassed } from "./errors.ts";

/** The roles that work on a database. None can log in, owns anything, or passes row-level security by. */
export interface Roles {
  /** Answers requests: sees what the body of the request may see. */
  readonly desk: string;
  /** Works for administrators and the node: sees all rows, changes none that are append-only. */
  readonly keeper: string;
  /** Works for signing in: has rights on tables outside the store, which whoever makes those gives it. */
  readonly login: string;
}

/** Any number, the same in every Kelisim: the advisory lock under which roles are made. */
const ROLES_LOCK = 7_305_202;

/** Roles belong to the whole server, so their names carry the database's. A name has 63 bytes: long ones are cut. */
export function rolesOf(database: string): Roles {
  const plain = /^[a-z0-9_]{1,40}$/.test(database);
  const name = plain
    ? database
    : `${database.replace(/[^a-z0-9_]/gi, "_").slice(0, 28)}_${hash("sha256", database).slice(0, 8)}`;
  return { desk: `kelisim_${name}_desk`, keeper: `kelisim_${name}_keeper`, login: `kelisim_${name}_login` };
}

/**
 * Makes the roles where they are missing and gives them their rights; run at each start, after the migrations, because
 * a database can be restored onto a server that does not know the roles. `client` is the database's owner.
 */
export function grantRights(client: pg.ClientBase, roles: Roles): Promise<void> {
  return runOnRoles(client, sqlOf(roles));
}

/** Makes the role of the login where it is missing, and lets it use all tables of one schema, and nothing else. */
export async function grantLogin(client: pg.ClientBase, schema: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>("select current_database() as name");
  const { login } = rolesOf(rows[0]!.name);
  const role = pg.escapeIdentifier(login);
  const all = `all tables in schema ${pg.escapeIdentifier(schema)}`;
  await runOnRoles(
    client,
    `${makeRole(login)}
    revoke all on schema ${pg.escapeIdentifier(schema)} from public;
    revoke all on ${all} from public, ${role};
    grant usage on schema ${pg.escapeIdentifier(schema)} to ${role};
    grant select, insert, update, delete on ${all} to ${role};`,
  );
  return login;
}

async function runOnRoles(client: pg.ClientBase, sql: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`begin; select pg_advisory_xact_lock(${ROLES_LOCK}); ${sql} commit;`);
      return;
    } catch (error) {
      await client.query("rollback").catch(() => {});
      // Another database of the same server makes its roles at this moment ("tuple concurrently updated").
      if ((error as { code?: string }).code !== "XX000" || attempt >= 10) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
}

const makeRole = (role: string): string => `
    do $$ begin
      if not exists (select from pg_roles where rolname = ${pg.escapeLiteral(role)}) then
        create role ${pg.escapeIdentifier(role)} nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
      end if;
      if not pg_has_role(current_user, ${pg.escapeLiteral(role)}, 'member') then
        grant ${pg.escapeIdentifier(role)} to current_user;
      end if;
    end $$;`;

function sqlOf(roles: Roles): string {
  const desk = pg.escapeIdentifier(roles.desk);
  const keeper = pg.escapeIdentifier(roles.keeper);
  const seesAll = [
    "record",
    "draft",
    "seen",
    "interview",
    "recommendation_decision",
    "brief",
    "brief_version",
    "brief_sign_off",
    "brief_act",
  ].map(
    (table) => `
    drop policy if exists keeper on kelisim.${table};
    create policy keeper on kelisim.${table} to ${keeper} using (true) with check (true);`,
  );
  return `
    ${makeRole(roles.desk)}
    ${makeRole(roles.keeper)}
    revoke all on schema kelisim from public;
    revoke all on all tables in schema kelisim from public, ${desk}, ${keeper};
    revoke execute on all functions in schema kelisim from public;
    grant usage on schema kelisim to ${desk}, ${keeper};
    grant select, insert on kelisim.record to ${desk}, ${keeper};
    grant select, insert, update, delete on kelisim.draft, kelisim.seen to ${desk}, ${keeper};
    grant select, insert, delete on kelisim.interview to ${desk}, ${keeper};
    grant select, insert on kelisim.recommendation_decision, kelisim.brief, kelisim.brief_version,
      kelisim.brief_sign_off, kelisim.brief_act to ${desk}, ${keeper};
    grant delete on kelisim.brief to ${desk};
    grant select on kelisim.setting to ${desk};
    grant select, insert on kelisim.audit, kelisim.erasure, kelisim.adoption, kelisim.official_text
      to ${keeper};
    grant select, insert, update, delete on kelisim.body, kelisim.member, kelisim.setting, kelisim.subscription,
      kelisim.calendar_token, kelisim.pack, kelisim.node_address to ${keeper};
    ${seesAll.join("")}`;
}

/** Throws `SecurityBypassed` unless the role of this connection is bound by row-level security. */
export async function checkBound(client: pg.ClientBase, role: string): Promise<void> {
  const { rows } = await client.query<{ current: string; free: boolean; owns: boolean; active: boolean }>(
    `select current_user as current,
       (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as free,
       exists (select from pg_class where relowner = (select oid from pg_roles where rolname = current_user)) as owns,
       row_security_active('kelisim.record') and row_security_active('kelisim.draft') as active`,
  );
  const { current, free, owns, active } = rows[0]!;
  if (current === role && !free && !owns && active) return;
  const why =
    current !== role
      ? `the connection works as ${current}, not as ${role}`
      : free
        ? `the role ${role} passes it by (SUPERUSER or BYPASSRLS)`
        : owns
          ? `the role ${role} owns tables`
          : "it is switched off";
  throw new SecurityBypassed(`row-level security would not protect the records: ${why}`);
}
