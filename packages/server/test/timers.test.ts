import assert from "node:assert/strict";
import { createServer, type Server } from "node:net";
import { after, before, describe, it } from "node:test";
import { SMTPServer } from "smtp-server";
import type { Viewer } from "../src/context.ts";
import { startMailQueue } from "../src/mail/mail-queue.ts";
import { tellSubscribers } from "../src/mail/subscribers.ts";
import { dutySource } from "../src/timers/duty-source.ts";
import { nextTurning, turningsBetween } from "../src/timers/turnings.ts";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

const DAY = 86_400_000;
let now = Date.parse("2026-11-22T09:00:00Z");
let node: TestNode;
let viewer: Viewer;
/** The first day that something is due to be done by Uzbekistan after the test's now. */
let deadline: number;

before(async () => {
  node = await startTestNode({ regions: ["central-asia"], us: ["UZB"], now: () => now });
  viewer = {
    person: "p",
    name: "p",
    region: "central-asia",
    party: "UZB",
    body: "desk",
    roles: new Set(["reader"] as const),
  };
  const { body } = await node.get("/regions/central-asia/today", { as: "UZB" });
  const dated = body.owes.filter((line: { state: string; deadline?: string }) => line.state === "upcoming");
  deadline = Math.min(...dated.map((line: { deadline: string }) => Date.parse(line.deadline)));
});
after(() => node?.close());

const view = () => node.context.views.of(node.context.desks.get("central-asia")!, viewer);

describe("dates that come near and pass", () => {
  it("turn seven days and one day before, and once the last instant is over", async () => {
    const at = async (after: number, until: number) =>
      turningsBetween(await view(), ["UZB"], after, until, "en").map(({ what, days }) =>
        `${what} ${days ?? ""}`.trim(),
      );
    const week = deadline - 7 * DAY;
    assert.deepEqual([...new Set(await at(week - 1, week))], ["due-soon 7"]);
    assert.deepEqual(await at(week, week + 1000), []);
    assert.deepEqual([...new Set(await at(deadline - DAY - 1, deadline - DAY))], ["due-soon 1"]);
    assert.deepEqual(await at(deadline - 1, deadline), [], "the last instant still counts");
    assert.deepEqual([...new Set(await at(deadline, deadline + 1))], ["passed"]);
  });

  it("are found ahead by the clock", async () => {
    const week = deadline - 7 * DAY;
    assert.equal(nextTurning(await view(), ["UZB"], week - DAY / 2), week);
  });

  it("come as events that can be read again from any position, none lost and none repeated", async () => {
    const source = dutySource(node.context);
    const begin = deadline - 8 * DAY;
    now = deadline + DAY;
    const all: string[] = [];
    let position = `${begin}.0`;
    for (let i = 0; i < 500; i++) {
      const page = await source.after(viewer, position, 1);
      assert.ok(page);
      if (page.events.length === 0) break;
      all.push(...page.events.map((event) => JSON.stringify(event.data)));
      position = page.position;
    }
    const whole = await source.after(viewer, `${begin}.0`, 1000);
    assert.deepEqual(
      all,
      whole!.events.map((event) => JSON.stringify(event.data)),
    );
    assert.ok(all.length >= 3);
    assert.equal(new Set(all).size, all.length);
    assert.equal(await source.after(viewer, "nonsense", 10), undefined);
  });
});

describe("e-mail to subscribers", () => {
  const received: string[] = [];
  let smtp: SMTPServer;
  let port = 0;
  before(async () => {
    port = await freePort();
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData(stream, _session, done) {
        let text = "";
        stream.on("data", (chunk: Buffer) => {
          text += chunk.toString();
        });
        stream.on("end", () => {
          received.push(text);
          done();
        });
      },
    });
    await new Promise<void>((resolve) => smtp.listen(port, "127.0.0.1", resolve));
  });
  after(() => new Promise<void>((resolve) => smtp.close(resolve)));

  it("is sent once for what has turned, and not again for the same", async () => {
    now = deadline - 8 * DAY;
    // Only who belongs to the body is told what it sees.
    const { bodies } = node.context.store.system;
    const desk = { region: "central-asia", party: "UZB" };
    await bodies.save({ ...desk, id: "desk", name: "Desk", kind: "desk" });
    await bodies.saveMember({ ...desk, body: "desk", person: "p", roles: ["reader"] });
    await node.context.store.system.subscriptions.save({
      person: "p",
      viewer: { region: "central-asia", party: "UZB", body: "desk" },
      by: "email",
      address: "desk@example.org",
      topics: ["due-soon", "overdue"],
      locale: "ru",
    });
    const mail = await startMailQueue({
      databaseUrl: node.context.databaseUrl,
      smtpUrl: `smtp://127.0.0.1:${port}`,
      from: "kelisim@example.org",
      host: "example.org",
    });
    try {
      assert.equal(await tellSubscribers(node.context, mail), 0, "a subscription begins now");
      now = deadline - 7 * DAY + 1000;
      assert.equal(await tellSubscribers(node.context, mail), 1);
      assert.equal(await tellSubscribers(node.context, mail), 0);
      for (let i = 0; i < 600 && received.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 100));
      assert.equal(received.length, 1);
      assert.match(received[0]!, /To: desk@example\.org/);
      await mail.put("same key", { to: "desk@example.org", subject: "a", text: "a" });
      await mail.put("same key", { to: "desk@example.org", subject: "a", text: "a" });
      for (let i = 0; i < 600 && received.length < 2; i++) await new Promise((resolve) => setTimeout(resolve, 100));
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal(received.length, 2);
    } finally {
      await mail.stop();
    }
  });
});

async function freePort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
