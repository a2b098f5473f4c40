import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { SMTPServer } from "smtp-server";
import { cookieOf, makeNode, type NodeWorld } from "./node-world.ts";

describe("a link by e-mail", () => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      let text = "";
      stream.on("data", (chunk) => {
        text += chunk;
      });
      stream.on("end", () => {
        received.push(text);
        done();
      });
    },
  });
  let node: NodeWorld;
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.server.address() as { port: number };
    node = await makeNode({ us: ["KAZ"], env: { SMTP_URL: `smtp://127.0.0.1:${port}`, KELISIM_NAME: "Test desk" } });
  });
  after(async () => {
    await node?.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  it("goes to whom the node knows, and signs in once", async () => {
    assert.equal((await node.ask("GET", "/api/v1/sign-in")).json().link, true);
    const made = await (await node.app.login()).addPerson({ name: "Айгуль", email: "aigul@example.org" });
    assert.ok(made !== "taken");
    for (const email of ["aigul@example.org", "nobody@example.org"]) {
      const response = await node.ask("POST", "/api/auth/sign-in/magic-link", { payload: { email, callbackURL: "/" } });
      assert.deepEqual([response.statusCode, response.json()], [200, { status: true }]);
    }
    for (let i = 0; i < 600 && received.length < 1; i++) await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(received.length, 1);
    assert.match(received[0]!, /^To: .*<aigul@example\.org>/m);
    const plain = received[0]!.replace(/=\r?\n/g, "").replaceAll("=3D", "=");
    const link = /http:\/\/localhost:\d+\/api\/auth\/magic-link\/verify\S+/.exec(plain)?.[0];
    assert.ok(link !== undefined, plain);
    const followed = await node.ask("GET", link.slice(node.origin.length));
    assert.ok(cookieOf(followed.headers["set-cookie"], (await node.app.login()).sessionCookie));
  });
});
