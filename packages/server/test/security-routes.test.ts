import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { SIGN_IN_PER_MINUTE } from "../src/auth/mount-login.ts";
import { makeNode, type NodeWorld } from "./node-world.ts";

describe("the addresses of a node", () => {
  let node: NodeWorld;
  before(async () => {
    node = await makeNode({ us: ["KAZ"] });
  });
  after(() => node?.close());

  it("are those of better-auth that this node means to have, and no others", async () => {
    for (const path of [
      "/sign-up/email",
      "/sign-in/email",
      "/request-password-reset",
      "/reset-password",
      "/change-password",
      "/change-email",
      "/delete-user",
      "/update-user",
      "/get-session",
      "/list-sessions",
      "/get-access-token",
      "/link-social",
    ])
      for (const method of ["GET", "POST"] as const) {
        const response = await node.ask(method, `/api/auth${path}`, method === "POST" ? { payload: {} } : {});
        assert.equal(response.statusCode, 404, path);
      }
  });

  it("answer with the content type of what they hold, and its character set", async () => {
    const open = await node.ask("GET", "/api/v1/sign-in");
    assert.equal(open.headers["content-type"], "application/json; charset=utf-8");
    const none = await node.ask("GET", "/api/v1/nothing");
    assert.equal(none.headers["content-type"], "application/problem+json; charset=utf-8");
    for (const { headers } of [open, none]) assert.equal(headers["x-content-type-options"], "nosniff");
  });

  it("hold no file beside the screens", async () => {
    for (const url of [
      "/.git/config",
      "/package.json",
      "/assets/../../../package.json",
      "/assets/..%2f..%2f..%2fpackage.json",
    ]) {
      const response = await node.ask("GET", url);
      assert.doesNotMatch(response.body, /\[core\]|"workspaces"|"dependencies"/, url);
    }
  });

  it("refuse to be asked for the login by another site", async () => {
    const response = await node.ask("POST", "/api/auth/sign-in/magic-link", {
      headers: { origin: "https://elsewhere.example" },
      payload: { email: "a@example.org" },
    });
    assert.equal(response.statusCode, 403);
    assert.equal(response.json().type, "/problems/cross-site");
  });

  it("say in problem details why signing in did not work", async () => {
    const response = await node.ask("POST", "/api/auth/passkey/verify-authentication", { payload: { response: {} } });
    assert.ok(response.statusCode >= 400 && response.statusCode < 500);
    assert.match(String(response.headers["content-type"]), /problem\+json/);
    assert.equal(response.json().status, response.statusCode);
  });

  it("let one address try so often and no more, and others go on", async () => {
    const ask = (remoteAddress: string) =>
      node.app.inject({
        method: "GET",
        url: "/api/auth/magic-link/verify?token=guess",
        headers: { host: node.host },
        remoteAddress,
      });
    const statuses: number[] = [];
    for (let i = 0; i < SIGN_IN_PER_MINUTE + 5; i++) statuses.push((await ask("192.0.2.7")).statusCode);
    assert.deepEqual(statuses.slice(0, SIGN_IN_PER_MINUTE), Array(SIGN_IN_PER_MINUTE).fill(302));
    const refused = await ask("192.0.2.7");
    assert.equal(refused.statusCode, 429);
    assert.equal(refused.json().type, "/problems/too-many");
    assert.ok(Number(refused.headers["retry-after"]) > 0 && Number(refused.headers["retry-after"]) <= 60);
    // The other ways to sign in are counted with it.
    const other = await node.app.inject({
      url: "/api/auth/passkey/generate-authenticate-options",
      headers: { host: node.host },
      remoteAddress: "192.0.2.7",
    });
    assert.equal(other.statusCode, 429);
    assert.equal((await ask("192.0.2.8")).statusCode, 302);
  });

  it("count requests without a session by address, also those that are refused", async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 310; i++) {
      const { statusCode } = await node.app.inject({
        url: "/api/v1/who",
        headers: { host: node.host, cookie: "x=y" },
        remoteAddress: "192.0.2.9",
      });
      statuses.add(statusCode);
    }
    assert.deepEqual([...statuses], [401, 429]);
  });
});
