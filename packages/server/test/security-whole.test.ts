import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

/** What answers without a session: what the sign-in page needs, and addresses that carry a secret of their own. */
const OPEN = new Set(["/api/v1/sign-in", "/api/v1/feeds/{file}"]);

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

describe("a whole node", () => {
  let node: TestNode;
  before(async () => {
    node = await startTestNode();
  });
  after(() => node?.close());

  it("answers nothing of /api/v1 to somebody who is not signed in", async () => {
    const { paths } = (await node.get("/api/v1/openapi.json")).body as OpenApi;
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ path, method: method.toUpperCase() })),
    );
    assert.ok(routes.length > 15);
    const nobody = node.as("");
    for (const { path, method } of routes) {
      const url = path.replace("{region}", "four-rivers").replace(/\{[^}]+\}/g, "1");
      const answer =
        method === "GET"
          ? await nobody.get(url)
          : await nobody.post(url, {}, method as "POST" | "PUT" | "PATCH" | "DELETE");
      assert.equal(answer.status === 401, !OPEN.has(path), `${method} ${path}: ${answer.status}`);
      if (answer.status === 401) assert.equal(answer.body.type, "/problems/sign-in");
    }
    assert.equal((await nobody.get("/api/v1/openapi.json")).status, 401);
  });

  it("says its policy on every answer, the page with the nonce of its own", async () => {
    for (const path of ["/", "/api/v1/session", "/api/v1/nothing", "/nothing.js"]) {
      const { headers } = await node.get(path);
      assert.match(String(headers["content-security-policy"]), /default-src 'none'.*script-src 'self' 'nonce-/, path);
      assert.equal(headers["x-content-type-options"], "nosniff", path);
    }
    const { headers, text } = await node.get("/");
    const nonce = /csp-nonce" content="(\w+)"/.exec(text)?.[1];
    if (nonce !== undefined) assert.ok(String(headers["content-security-policy"]).includes(`'nonce-${nonce}'`));
  });
});
