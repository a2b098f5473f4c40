import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createLogin, type Login, type LoginEvent } from "../src/auth/login.ts";
import { readOrMakeSecret, SecretUnusable } from "../src/auth/secret.ts";
import { type FreshDatabase, freshDatabase, run } from "./login-world.ts";

const BASE = "http://localhost:4999";

describe("the login", () => {
  let database: FreshDatabase;
  let login: Login;
  const events: LoginEvent[] = [];
  const mails: { to: string; url: string }[] = [];
  const open = async () =>
    createLogin({
      baseUrl: BASE,
      secret: await readOrMakeSecret(database.folder),
      databaseUrl: database.url,
      name: "Test desk",
      mailLink: async (mail) => void mails.push(mail),
      onEvent: (event) => events.push(event),
    });

  before(async () => {
    database = await freshDatabase();
    login = await open();
  });
  after(async () => {
    await login?.close();
    await database?.drop();
  });

  const follow = (link: string, cookie?: string) =>
    login.handle(new Request(link, cookie === undefined ? {} : { headers: { cookie } }));
  const cookieOf = (response: Response) =>
    response.headers
      .getSetCookie()
      .map((line) => line.split(";", 1)[0]!)
      .find((pair) => pair.startsWith(login.sessionCookie));
  const person = async (name = "Aigul") => {
    const made = await login.addPerson({ name });
    assert.ok(made !== "taken");
    return made;
  };

  it("makes its tables once, and finds them again", async () => {
    const tables = await run(database.url, "select tablename from pg_tables where schemaname = 'auth' order by 1");
    assert.deepEqual(
      tables.map((row) => row.tablename),
      ["account", "passkey", "session", "user", "verification"],
    );
    const stray = await run(database.url, "select count(*)::int as n from pg_tables where schemaname = 'public'");
    assert.equal(stray[0]?.n, 0);
    const again = await open();
    await again.close();
  });

  it("works on its tables as a role that has rights on nothing else", async () => {
    const role = `kelisim_${new URL(database.url).pathname.slice(1)}_login`;
    await run(database.url, "create table auth.who_writes (role text)");
    await run(database.url, `grant insert on auth.who_writes to ${role}`);
    await run(
      database.url,
      `create function auth.note() returns trigger language plpgsql as
        $$ begin insert into auth.who_writes values (current_user); return new; end $$`,
    );
    await run(
      database.url,
      'create trigger note after insert on auth."user" for each row execute function auth.note()',
    );
    try {
      await person("Ulugbek");
      assert.deepEqual(await run(database.url, "select distinct role from auth.who_writes"), [{ role }]);
    } finally {
      await run(database.url, "drop function auth.note cascade");
      await run(database.url, "drop table auth.who_writes");
    }
    await run(database.url, "create schema if not exists kelisim");
    const rights = await run(
      database.url,
      `select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolcanlogin as more,
         has_schema_privilege($1, 'kelisim', 'usage') as kelisim, has_schema_privilege($1, 'auth', 'create') as make,
         has_table_privilege($1, 'auth."user"', 'truncate, trigger, references') as shape
       from pg_roles where rolname = $1`,
      [role],
    );
    assert.deepEqual(rights, [{ more: false, kelisim: false, make: false, shape: false }]);
  });

  it("keeps its secret in a file of its owner, and refuses one that is too short", async () => {
    const first = await readOrMakeSecret(database.folder);
    assert.equal(await readOrMakeSecret(database.folder), first);
    assert.equal((await stat(join(database.folder, "auth-secret"))).mode & 0o777, 0o600);
    assert.ok(Buffer.from(first, "base64url").length === 32);
    assert.ok(!(await readFile(join(database.folder, "auth-secret"), "utf8")).includes(" "));
    const { writeFile, mkdir } = await import("node:fs/promises");
    const other = join(database.folder, "short");
    await mkdir(other);
    await writeFile(join(other, "auth-secret"), "abc\n");
    await assert.rejects(readOrMakeSecret(other), SecretUnusable);
  });

  it("signs in by a one-time link, once", async () => {
    const { id } = await person();
    const link = await login.linkFor(id);
    assert.ok(link !== undefined);
    assert.ok(link.startsWith(`${BASE}/api/auth/magic-link/verify?token=`));
    const response = await follow(link);
    assert.equal(response.status, 302);
    assert.equal(new URL(response.headers.get("location")!, BASE).href, `${BASE}/`);
    const cookie = cookieOf(response)!;
    const signedIn = await login.signedIn(new Headers({ cookie }));
    assert.equal(signedIn?.person.id, id);
    assert.ok(Math.abs(signedIn.until - Date.now() - 30 * 24 * 3600 * 1000) < 60_000);

    const again = await follow(link);
    assert.equal(again.status, 302);
    assert.match(again.headers.get("location")!, /\/sign-in\?error=INVALID_TOKEN/);
    assert.equal(cookieOf(again), undefined);
  });

  it("sets a cookie that scripts cannot read and other sites cannot send", async () => {
    const response = await follow((await login.linkFor((await person()).id))!);
    const line = response.headers.getSetCookie().find((each) => each.startsWith(login.sessionCookie))!;
    assert.match(line, /HttpOnly/i);
    assert.match(line, /SameSite=Strict/i);
    assert.match(line, /Path=\//);
    // Two nodes on one computer do not sign each other out: cookies know no ports.
    assert.match(login.sessionCookie, /4999/);
  });

  it("keeps only a hash of a link", async () => {
    const link = await login.linkFor((await person()).id);
    const token = new URL(link!).searchParams.get("token")!;
    const rows = await run(database.url, "select identifier, value from auth.verification");
    assert.ok(rows.length > 0);
    assert.ok(!JSON.stringify(rows).includes(token));
  });

  it("lets a link go after 15 minutes, an invitation after three days", async () => {
    const { id } = await person();
    await run(database.url, "delete from auth.verification");
    const minutes = async () => {
      const [row] = await run(
        database.url,
        'select extract(epoch from "expiresAt" - now()) / 60 as left from auth.verification',
      );
      await run(database.url, "delete from auth.verification");
      return Math.round(Number(row?.left));
    };
    await login.linkFor(id);
    assert.equal(await minutes(), 15);
    await login.invitationFor(id);
    assert.equal(await minutes(), 3 * 24 * 60);

    const late = (await login.linkFor(id))!;
    await run(database.url, `update auth.verification set "expiresAt" = now() - interval '1 second'`);
    const response = await follow(late);
    assert.equal(cookieOf(response), undefined);
    assert.match(response.headers.get("location")!, /error=/);
  });

  it("ends the session that the same browser held, and tells of it", async () => {
    const { id } = await person();
    const first = cookieOf(await follow((await login.linkFor(id))!))!;
    const second = cookieOf(await follow((await login.linkFor(id))!, first))!;
    assert.notEqual(first, second);
    assert.equal(await login.signedIn(new Headers({ cookie: first })), undefined);
    assert.equal((await login.signedIn(new Headers({ cookie: second })))?.person.id, id);
    assert.deepEqual(
      events.filter((event) => event.person === id).map((event) => event.kind),
      ["signed-in", "session-ended", "signed-in"],
    );
  });

  it("lists sessions without what proves them, ends one, ends all", async () => {
    const { id } = await person();
    const cookies = [];
    for (let i = 0; i < 3; i++) cookies.push(cookieOf(await follow((await login.linkFor(id))!))!);
    const rows = await login.sessions(id);
    assert.equal(rows.length, 3);
    const tokens = await run(database.url, "select token from auth.session");
    for (const { token } of tokens) assert.ok(!JSON.stringify(rows).includes(String(token)));
    const other = await person("Bek");
    assert.equal(await login.endSession(other.id, rows[0]!.id), false);
    assert.equal(await login.endSession(id, rows[0]!.id), true);
    assert.equal((await login.sessions(id)).length, 2);
    await login.endSessions(id);
    for (const cookie of cookies) assert.equal(await login.signedIn(new Headers({ cookie })), undefined);
  });

  it("refuses a cookie that was changed by one letter", async () => {
    const { id } = await person();
    const cookie = cookieOf(await follow((await login.linkFor(id))!))!;
    const changed = cookie.replace(/=(.)/, (_, letter) => `=${letter === "A" ? "B" : "A"}`);
    assert.equal(await login.signedIn(new Headers({ cookie: changed })), undefined);
  });

  it("mails a link to whom it knows, answers the same for whom it does not", async () => {
    const known = await login.addPerson({ name: "Chinara", email: "Chinara@Example.org" });
    assert.ok(known !== "taken");
    assert.equal(await login.addPerson({ name: "Other", email: "chinara@example.org" }), "taken");
    const ask = (email: string) =>
      login.handle(
        new Request(`${BASE}/api/auth/sign-in/magic-link`, {
          method: "POST",
          headers: { "content-type": "application/json", origin: BASE },
          // A request cannot hand over a function, whatever it calls it.
          body: JSON.stringify({ email, callbackURL: "/", metadata: { deliver: "x" } }),
        }),
      );
    const yes = await ask("chinara@example.org");
    const no = await ask("nobody@example.org");
    assert.equal(yes.status, 200);
    assert.deepEqual([no.status, await no.text()], [200, await yes.text()]);
    assert.deepEqual(
      mails.map((mail) => mail.to),
      ["chinara@example.org"],
    );
    assert.ok(cookieOf(await follow(mails[0]!.url)));
  });

  it("makes nobody new by a link, and leads nowhere else", async () => {
    const response = await login.handle(
      new Request(`${BASE}/api/auth/sign-in/magic-link`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: BASE, cookie: "a=b" },
        body: JSON.stringify({ email: "chinara@example.org", callbackURL: "https://elsewhere.example/" }),
      }),
    );
    assert.equal(response.status, 403);
  });

  it("forgets a person with their sessions", async () => {
    const { id } = await person("Dilshod");
    const cookie = cookieOf(await follow((await login.linkFor(id))!))!;
    await login.removePerson(id);
    assert.equal(await login.signedIn(new Headers({ cookie })), undefined);
    assert.equal(await login.person(id), undefined);
    assert.equal(await login.linkFor(id), undefined);
  });
});
