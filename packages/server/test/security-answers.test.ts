import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import Fastify from "fastify";
import { Type } from "typebox";
import type { App } from "../src/app.ts";
import type { NodeContext } from "../src/context.ts";
import { readCursor, writeCursor } from "../src/http/cursor.ts";
import { requireVersion, withVersion } from "../src/http/entity-tag.ts";
import { HttpProblem } from "../src/http/problem.ts";
import { registerProblems } from "../src/http/register-problems.ts";
import { registerSecurity } from "../src/http/register-security.ts";
import { readSettings, SettingRefused } from "../src/settings.ts";

const reported: string[] = [];

async function makeApp(env: Record<string, string>): Promise<App> {
  const settings = readSettings(env, "/nowhere");
  const app: App = Fastify({ bodyLimit: 2000 })
    .withTypeProvider<TypeBoxTypeProvider>()
    .setValidatorCompiler(TypeBoxValidatorCompiler);
  registerProblems(app, (line) => reported.push(line));
  await registerSecurity(app, { settings } as NodeContext);
  const Body = Type.Object(
    { name: Type.String({ minLength: 1 }), from: Type.Object({ party: Type.String() }), days: Type.Integer() },
    { additionalProperties: false },
  );
  app.get("/api/v1/things/:id", async (request) => ({
    id: (request.params as { id: string }).id,
    text: "x".repeat(3000),
  }));
  app.get("/api/v1/page", { schema: { querystring: Type.Object({ limit: Type.Integer() }) } }, async () => ({ ok: 1 }));
  app.post("/api/v1/things", { schema: { body: Body } }, async () => ({ ok: true }));
  app.put("/api/v1/drafts/:id", async (request, reply) => {
    requireVersion(request, 3);
    withVersion(reply, 4);
    return {};
  });
  app.get("/api/v1/broken", async () => {
    throw new Error("password of the database is hunter2");
  });
  app.get("/api/v1/away", async () => {
    throw Object.assign(new Error("connect ECONNREFUSED 10.0.0.7"), { name: "DatabaseAway" });
  });
  app.get("/", async (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(`<p>${reply.cspNonce.style}</p>`),
  );
  await app.ready();
  return app;
}

const HOST = "localhost:4780";
const ORIGIN = `http://${HOST}`;

describe("answers on loopback", () => {
  let app: App;
  before(async () => {
    app = await makeApp({});
  });
  after(() => app.close());

  const ask = (method: "GET" | "POST" | "PUT" | "DELETE", url: string, more: Record<string, unknown> = {}) => {
    const { headers, ...rest } = more as { headers?: Record<string, string> };
    return app.inject({ method, url, ...rest, headers: { host: HOST, ...headers } });
  };
  const problem = (response: Awaited<ReturnType<typeof ask>>, status: number, code: string) => {
    assert.equal(response.statusCode, status);
    assert.match(String(response.headers["content-type"]), /^application\/problem\+json/);
    const body = response.json();
    assert.equal(body.status, status);
    assert.equal(body.type, `/problems/${code}`);
    assert.ok(body.title.length > 0);
    return body;
  };

  it("names every field that is wrong", async () => {
    const body = problem(
      await ask("POST", "/api/v1/things", {
        headers: { origin: ORIGIN },
        payload: { name: "", from: {}, more: 1, days: "2" },
      }),
      400,
      "wrong-input",
    );
    assert.deepEqual(body.errors.map((each: { pointer: string }) => each.pointer).sort(), [
      "/body/days",
      "/body/from/party",
      "/body/more",
      "/body/name",
    ]);
    const query = problem(await ask("GET", "/api/v1/page?limit=many"), 400, "wrong-input");
    assert.deepEqual(
      query.errors.map((each: { pointer: string }) => each.pointer),
      ["/query/limit"],
    );
  });

  it("knows no such address, no such method, no such content", async () => {
    problem(await ask("GET", "/api/v1/nothing"), 404, "not-found");
    const method = await ask("DELETE", "/api/v1/things/7", { headers: { origin: ORIGIN } });
    problem(method, 405, "method");
    assert.equal(method.headers.allow, "GET, HEAD");
    const text = { headers: { origin: ORIGIN, "content-type": "text/plain" }, payload: "name=x" };
    problem(await ask("POST", "/api/v1/things", text), 415, "media-type");
    const form = { headers: { origin: ORIGIN, "content-type": "application/x-www-form-urlencoded" }, payload: "a=b" };
    problem(await ask("POST", "/api/v1/things", form), 415, "media-type");
    const broken = { headers: { origin: ORIGIN, "content-type": "application/json" }, payload: "{" };
    problem(await ask("POST", "/api/v1/things", broken), 400, "wrong-input");
    const large = { headers: { origin: ORIGIN }, payload: { name: "x".repeat(3000) } };
    problem(await ask("POST", "/api/v1/things", large), 413, "too-large");
  });

  it("says nothing of the inside when something is wrong on our side", async () => {
    const response = await ask("GET", "/api/v1/broken");
    const body = problem(response, 500, "our-mistake");
    assert.match(body.reference, /^[0-9a-f]{12}$/);
    assert.doesNotMatch(response.body, /hunter2|password|at .*\.ts/);
    assert.ok(reported.some((line) => line.includes(body.reference)));
    const away = await ask("GET", "/api/v1/away");
    problem(away, 503, "database-away");
    assert.equal(away.headers["retry-after"], "3");
    assert.doesNotMatch(away.body, /10\.0\.0\.7/);
  });

  it("lets pages load from here only, scripts and styles by a nonce of this answer", async () => {
    const first = await ask("GET", "/");
    const second = await ask("GET", "/");
    const policy = String(first.headers["content-security-policy"]);
    assert.doesNotMatch(policy, /unsafe|https?:|\*/);
    assert.ok(policy.includes(`style-src 'self' 'nonce-${/<p>(.*)<\/p>/.exec(first.body)?.[1]}'`));
    assert.notEqual(policy, second.headers["content-security-policy"]);
    for (const part of [
      "default-src 'none'",
      "connect-src 'self'",
      "img-src 'self' data: blob:",
      "worker-src 'self' blob:",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
      assert.ok(policy.includes(part), part);
    assert.equal(first.headers["x-content-type-options"], "nosniff");
    assert.equal(first.headers["referrer-policy"], "no-referrer");
    assert.equal(first.headers["access-control-allow-origin"], undefined);
    assert.equal(first.headers["strict-transport-security"], undefined);
  });

  it("answers under its own names only", async () => {
    for (const host of ["localhost:4780", "127.0.0.1:4780", "[::1]:4780", "LOCALHOST:4780"])
      assert.equal((await ask("GET", "/api/v1/things/1", { headers: { host } })).statusCode, 200, host);
    for (const host of [
      "rebound.example:4780",
      "localhost:4781",
      "localhost",
      "localhost.example:4780",
      "127.0.0.1.nip.example:4780",
    ])
      problem(await ask("GET", "/api/v1/things/1", { headers: { host } }), 421, "wrong-host");
  });

  it("takes changes from its own pages only", async () => {
    const payload = { name: "a", from: { party: "KAZ" }, days: 1 };
    const post = (headers: Record<string, string>) => ask("POST", "/api/v1/things", { headers, payload });
    assert.equal((await post({ origin: ORIGIN })).statusCode, 200);
    assert.equal((await post({ origin: ORIGIN, "sec-fetch-site": "same-origin", cookie: "a=b" })).statusCode, 200);
    assert.equal((await post({ "sec-fetch-site": "same-origin", cookie: "a=b" })).statusCode, 200);
    // A program of one's own, with nothing that a browser would add by itself.
    assert.equal((await post({})).statusCode, 200);
    for (const headers of [
      { origin: "https://elsewhere.example" },
      { origin: "null" },
      { origin: "https://localhost:4780" },
      { origin: "http://localhost:9999" },
      { origin: ORIGIN, "sec-fetch-site": "cross-site" },
      { origin: ORIGIN, "sec-fetch-site": "same-site" },
      { cookie: "a=b" },
    ])
      problem(await post(headers as unknown as Record<string, string>), 403, "cross-site");
  });

  it("answers 304 to a reader that has the answer, compressed or not", async () => {
    const first = await ask("GET", "/api/v1/things/1");
    const tag = String(first.headers.etag);
    assert.match(tag, /^W\/"/);
    assert.equal(first.headers["cache-control"], "private, no-cache");
    const packed = await ask("GET", "/api/v1/things/1", { headers: { "accept-encoding": "br" } });
    assert.equal(packed.headers["content-encoding"], "br");
    assert.equal(packed.headers.etag, tag);
    assert.ok(packed.rawPayload.length < 300);
    const same = await ask("GET", "/api/v1/things/1", {
      headers: { "if-none-match": `"x", ${tag}`, "accept-encoding": "br" },
    });
    assert.equal(same.statusCode, 304);
    assert.equal(same.body, "");
    assert.equal((await ask("GET", "/api/v1/things/2", { headers: { "if-none-match": tag } })).statusCode, 200);
  });

  it("changes a version that the asker saw, no other", async () => {
    const put = (headers: Record<string, string>) =>
      ask("PUT", "/api/v1/drafts/1", { headers: { origin: ORIGIN, ...headers }, payload: {} });
    problem(await put({}), 428, "version-needed");
    problem(await put({ "if-match": '"v2"' }), 412, "changed");
    problem(await put({ "if-match": 'W/"v3"' }), 412, "changed");
    const done = await put({ "if-match": '"v3"' });
    assert.equal(done.statusCode, 200);
    assert.equal(done.headers.etag, '"v4"');
  });

  it("reads its own cursors and no others", () => {
    const cursor = writeCursor([12, "a/б"]);
    assert.match(cursor, /^[\w-]+$/);
    assert.deepEqual(readCursor(cursor, ["number", "string"]), [12, "a/б"]);
    for (const text of ["", "%%%", "e30", writeCursor(["12", "a"]), writeCursor([12]), "A".repeat(10_000)])
      assert.throws(
        () => readCursor(text, ["number", "string"]),
        (error) =>
          error instanceof HttpProblem && error.status === 400 && error.more.errors?.[0]?.pointer === "/query/after",
      );
  });
});

describe("answers behind a proxy with TLS", () => {
  it("sends HSTS for two years and answers under the public name only", async () => {
    const app = await makeApp({
      KELISIM_URL: "https://desk.example.org",
      KELISIM_HOST: "0.0.0.0",
      KELISIM_PROXIES: "1",
    });
    const ask = (host: string) => app.inject({ url: "/api/v1/things/1", headers: { host } });
    const response = await ask("desk.example.org");
    assert.equal(response.statusCode, 200);
    assert.match(String(response.headers["strict-transport-security"]), /max-age=63072000/);
    assert.equal((await ask("localhost:4780")).statusCode, 421);
    await app.close();
  });

  it("does not start beyond loopback without https", () => {
    for (const env of [
      { KELISIM_HOST: "0.0.0.0" },
      { KELISIM_HOST: "0.0.0.0", KELISIM_URL: "https://desk.example.org" },
      { KELISIM_TLS_CERT: "c.pem" },
      { KELISIM_TLS_KEY: "k.pem" },
      { KELISIM_TLS_AUTHORITY: "a.pem" },
      { KELISIM_TLS_CERT: "c.pem", KELISIM_TLS_KEY: "k.pem", KELISIM_URL: "http://localhost:4780" },
      { KELISIM_URL: "http://desk.example.org" },
      { KELISIM_URL: "http://localhost.example.org" },
    ])
      assert.throws(() => readSettings(env, "/nowhere"), SettingRefused);
    assert.equal(
      readSettings({ KELISIM_URL: "https://desk.example.org/" }, "/nowhere").publicUrl,
      "https://desk.example.org",
    );
  });
});
