import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createLogin, type Login } from "../src/auth/login.ts";
import { createOidcDoor } from "../src/auth/oidc.ts";
import { readOrMakeSecret } from "../src/auth/secret.ts";
import { type FreshDatabase, freePort, freshDatabase, run } from "./login-world.ts";
import { type Fault, type OidcProvider, oidcClient, startOidcProvider } from "./oidc-provider.ts";

const BASE = "http://localhost:4998";

describe("signing in by the provider of an organisation", () => {
  let database: FreshDatabase;
  let provider: OidcProvider;
  let login: Login;

  before(async () => {
    [database, provider] = await Promise.all([freshDatabase(), startOidcProvider()]);
    login = await createLogin({
      baseUrl: BASE,
      secret: await readOrMakeSecret(database.folder),
      databaseUrl: database.url,
      name: "Test desk",
      oidc: { issuer: provider.issuer, ...oidcClient },
    });
  });
  after(async () => {
    await login?.close();
    await provider?.close();
    await database?.drop();
  });

  /** The whole way of a browser; gives the person that it ends with, and where it was sent. */
  async function signIn(who: { sub: string; email: string; verified?: boolean }, fault?: Fault) {
    provider.next(who, fault);
    const started = await login.handle(
      new Request(`${BASE}/api/auth/sign-in/social`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: BASE },
        body: JSON.stringify({
          provider: "oidc",
          callbackURL: "/",
          errorCallbackURL: "/sign-in",
          disableRedirect: true,
        }),
      }),
    );
    assert.equal(started.status, 200);
    const { url } = (await started.json()) as { url: string };
    assert.match(url, /code_challenge_method=S256/);
    const cookie = started.headers
      .getSetCookie()
      .map((line) => line.split(";", 1)[0])
      .join("; ");
    const there = await fetch(url, { redirect: "manual" });
    const back = await login.handle(new Request(there.headers.get("location")!, { headers: { cookie } }));
    assert.equal(back.status, 302);
    const session = back.headers
      .getSetCookie()
      .map((line) => line.split(";", 1)[0]!)
      .find((pair) => pair.startsWith(`${login.sessionCookie}=`) && !pair.endsWith("="));
    const signedIn = session === undefined ? undefined : await login.signedIn(new Headers({ cookie: session }));
    return { person: signedIn?.person.id, to: new URL(back.headers.get("location")!, BASE) };
  }

  it("joins the person who was invited with the address, and knows them by it from then on", async () => {
    const invited = await login.addPerson({ name: "Gulnara", email: "gulnara@ministry.example" });
    assert.ok(invited !== "taken");
    const first = await signIn({ sub: "u-1", email: "gulnara@ministry.example" });
    assert.equal(first.person, invited.id);
    assert.equal(first.to.pathname, "/");
    assert.equal((await signIn({ sub: "u-1", email: "gulnara@ministry.example" })).person, invited.id);
    assert.equal(await login.comesBackAlone(invited.id), true);
    const rows = await run(database.url, 'select "accessToken", "refreshToken", "idToken" from auth.account');
    assert.deepEqual(rows, [{ accessToken: null, refreshToken: null, idToken: null }]);
  });

  it("makes nobody new", async () => {
    const stranger = await signIn({ sub: "u-2", email: "stranger@ministry.example" });
    assert.equal(stranger.person, undefined);
    assert.equal(stranger.to.pathname, "/sign-in");
    assert.ok(stranger.to.searchParams.get("error"));
    assert.equal((await login.persons()).length, 1);
  });

  it("joins nobody by an address that the provider has not verified", async () => {
    const made = await login.addPerson({ name: "Nilufar", email: "nilufar@ministry.example" });
    assert.ok(made !== "taken");
    const unverified = await signIn({ sub: "u-4", email: "nilufar@ministry.example", verified: false });
    assert.equal(unverified.person, undefined);
    assert.equal((await signIn({ sub: "u-4", email: "nilufar@ministry.example" })).person, made.id);
  });

  it("believes no token that is not the provider's, for this node, for this moment, for this sign-in", async () => {
    const made = await login.addPerson({ name: "Bek", email: "bek@ministry.example" });
    assert.ok(made !== "taken");
    const past = Math.floor(Date.now() / 1000) - 3600;
    const faults: Readonly<Record<string, Fault>> = {
      "another key": { key: "other" },
      "no signature": { alg: "none" },
      "another audience": { claims: { aud: "another-client" } },
      "another issuer": { claims: { iss: "https://elsewhere.example" } },
      "too late": { claims: { iat: past, exp: past + 300 } },
      "another sign-in": { claims: { nonce: "x".repeat(32) } },
    };
    for (const [name, fault] of Object.entries(faults)) {
      const result = await signIn({ sub: "u-3", email: "bek@ministry.example" }, fault);
      assert.equal(result.person, undefined, name);
    }
    assert.equal((await signIn({ sub: "u-3", email: "bek@ministry.example" })).person, made.id);
  });
});

describe("a provider that is away when the node starts", () => {
  it("is asked again by whoever wants to sign in; until it answers they are told so", async () => {
    const database = await freshDatabase();
    const port = await freePort();
    const login = await createLogin({
      baseUrl: BASE,
      secret: await readOrMakeSecret(database.folder),
      databaseUrl: database.url,
      name: "Test desk",
      oidc: { issuer: `http://localhost:${port}`, ...oidcClient },
    });
    let provider: OidcProvider | undefined;
    const begin = () =>
      login.handle(
        new Request(`${BASE}/api/auth/sign-in/social`, {
          method: "POST",
          headers: { "content-type": "application/json", origin: BASE },
          body: JSON.stringify({ provider: "oidc", callbackURL: "/", disableRedirect: true }),
        }),
      );
    try {
      const refused = await begin();
      assert.equal(refused.status, 503);
      assert.match(((await refused.json()) as { message: string }).message, /Ministry does not answer now/);
      assert.equal(login.methods.oidc, "Ministry");
      provider = await startOidcProvider(port);
      const late = Date.now() + 60_000;
      let answer = await begin();
      while (answer.status === 503 && Date.now() < late) {
        await new Promise((resolve) => setTimeout(resolve, 200));
        answer = await begin();
      }
      assert.equal(answer.status, 200);
    } finally {
      await login.close();
      await provider?.close();
      await database.drop();
    }
  });

  it("is asked again by itself with waits that grow, and the operator is told why and when it is back", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
    const answers: Response[] = [
      new Response("", { status: 502 }),
      Response.json({ issuer: "https://elsewhere.example" }),
      Response.json({ issuer: "https://login.example" }),
      Response.json({ issuer: "https://login.example/" }),
    ];
    const asked: string[] = [];
    t.mock.method(globalThis, "fetch", async (url: string) => {
      asked.push(url);
      return answers.shift()!;
    });
    const said: string[] = [];
    let usable = false;
    const door = createOidcDoor(
      { issuer: "https://login.example", name: "Ministry" },
      async () => usable,
      (line) => said.push(line),
    );
    assert.equal(await door.knock(), false);
    assert.equal(await door.knock(), false, "not more often than once a second");
    assert.equal(asked.length, 1);
    for (const seconds of [5, 10, 20]) {
      usable = seconds === 20;
      t.mock.timers.tick(seconds * 1000 - 1);
      const before: number = asked.length;
      t.mock.timers.tick(1);
      assert.equal(asked.length, before + 1);
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.equal(await door.knock(), true);
    assert.equal(asked[0], "https://login.example/.well-known/openid-configuration");
    assert.match(said[0]!, /nobody can sign in by Ministry: .* answers 502\. It is asked again in 5 s/);
    assert.match(said[1]!, /another issuer, "https:\/\/elsewhere\.example"\. It is asked again in 10 s/);
    assert.match(said[2]!, /cannot be used\. It is asked again in 20 s/);
    assert.match(said[3]!, /Ministry answers/);
    door.close();
  });
});
