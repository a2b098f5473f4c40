import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createLogin, type Login } from "../src/auth/login.ts";
import { readOrMakeSecret } from "../src/auth/secret.ts";
import { type FreshDatabase, freshDatabase, run } from "./login-world.ts";
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
