import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { WrittenRecord } from "@kelisim/model";
import { followEvents } from "./follow-events.ts";
import { makeNode, type NodeWorld, REGION } from "./node-world.ts";

const at = "2026-11-20T08:00:00Z";
let count = 0;
const record = (from: string, marking: string): WrittenRecord => ({
  id: `r-${++count}`,
  kind: "Exercise",
  from,
  marking,
  occurred: at,
  recorded: at,
  content: { note: `number ${count}` },
});

const follow = (node: NodeWorld, cookie: string, last?: string) => followEvents(node.origin, REGION, cookie, last);

describe("what happens, told to who may know it", () => {
  let node: NodeWorld;
  let kaz: string;
  let uzb: string;
  before(async () => {
    node = await makeNode({ us: ["KAZ"] });
    const { port } = new URL(node.origin);
    await node.app.listen({ host: "127.0.0.1", port: Number(port) });
    kaz = await node.signIn(await node.person("Aida", { "KAZ/customs": ["drafter"] }));
    uzb = await node.signIn(await node.person("Bobur", { "UZB/customs": ["drafter"] }));
  });
  after(() => node?.close());
  const append = (party: string, ...records: WrittenRecord[]) =>
    node.store.as({ region: REGION, party, body: "customs" }).records.append(records);

  it("tells each body its own and what was released to it, as it comes", async () => {
    const [a, b] = await Promise.all([follow(node, kaz), follow(node, uzb)]);
    assert.equal(a.response.headers["content-type"], "text/event-stream; charset=utf-8");
    assert.equal(a.response.headers["content-encoding"], undefined);
    assert.equal(a.response.headers["x-content-type-options"], "nosniff");
    await Promise.all([a.until(1), b.until(1)]);
    const [own, free, released] = [
      record("KAZ", "TLP:RED"),
      record("KAZ", "TLP:CLEAR"),
      record("KAZ", "TLP:RED UZB/customs"),
    ];
    const report = await append("KAZ", own, free, released);
    assert.equal(report.taken.length, 3);
    await Promise.all([a.until(4), b.until(3)]);
    assert.deepEqual(a.ids(), [own.id, free.id, released.id]);
    assert.deepEqual(b.ids(), [free.id, released.id]);
    a.response.destroy();
    b.response.destroy();
  });

  it("goes on after a lost line with none lost and none twice", async () => {
    const first = await follow(node, kaz);
    await first.until(1);
    const sent = [record("KAZ", "TLP:AMBER"), record("KAZ", "TLP:AMBER")];
    await append("KAZ", ...sent);
    await first.until(3);
    first.response.destroy();
    const missed = [record("KAZ", "TLP:AMBER"), record("KAZ", "TLP:AMBER")];
    await append("KAZ", ...missed);
    const second = await follow(node, kaz, first.told.at(-1)!.id);
    await second.until(3);
    const live = record("KAZ", "TLP:AMBER");
    await append("KAZ", live);
    await second.until(4);
    assert.deepEqual(
      [...first.ids(), ...second.ids()],
      [...sent, ...missed, live].map(({ id }) => id),
    );
    second.response.destroy();
  });

  it("replays to another body what is theirs and no more, whatever id it names", async () => {
    const stream = await follow(node, uzb, "record=0");
    await append("UZB", record("UZB", "TLP:RED"));
    await stream.until(4);
    const secret = await node.store.as({ region: REGION, party: "KAZ", body: "customs" }).records.page({ own: true });
    const hidden = secret.records.filter(({ record: { marking } }) => marking === "TLP:RED" || marking === "TLP:AMBER");
    assert.ok(hidden.length > 0);
    for (const {
      record: { id },
    } of hidden)
      assert.ok(!stream.ids().includes(id));
    stream.response.destroy();
  });

  it("ends with the session, and with a change of roles", async () => {
    const person = await node.person("Rustam", { "KAZ/customs": ["reader"] });
    const cookie = await node.signIn(person);
    const stream = await follow(node, cookie);
    await stream.until(1);
    await node.ask("POST", "/api/auth/sign-out", { cookie, payload: {} });
    await stream.ended();

    const again = await node.signIn(person);
    const other = await follow(node, again);
    await other.until(1);
    node.app.who.forget(person);
    await other.ended();
    const back = await follow(node, again);
    assert.equal(back.response.statusCode, 200);
    back.response.destroy();
  });

  it("is open a number of times a session, not more", async () => {
    const cookie = await node.signIn(await node.person("Tabs", { "KAZ/customs": ["reader"] }));
    const streams = [];
    for (let i = 0; i < 20; i++) streams.push(await follow(node, cookie));
    const refused = await follow(node, cookie);
    assert.equal(refused.response.statusCode, 429);
    streams[0]!.response.destroy();
    await streams[0]!.ended();
    // The node hears a moment later that a stream was closed.
    let one = await follow(node, cookie);
    for (let left = 300; one.response.statusCode === 429 && left > 0; left--) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      one = await follow(node, cookie);
    }
    assert.equal(one.response.statusCode, 200);
    for (const { response } of [...streams, one]) response.destroy();
  });
});
