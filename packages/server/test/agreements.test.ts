import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

let node: TestNode;
const at = "/regions/central-asia/agreements";
before(async () => {
  node = await startTestNode({ regions: ["central-asia"], us: ["KAZ"], now: () => Date.parse("2026-11-22T06:00:00Z") });
});
after(() => node?.close());

test("the list holds every instrument, and says how the asked party stands to each", async () => {
  const { status, body } = await node.get(at, { as: "KAZ" });
  assert.equal(status, 200, JSON.stringify(body).slice(0, 500));
  assert.equal(body.items.length, 64);
  assert.equal(body.found, 64);
  const shanghai = body.items.find((each: { id: string }) => each.id === "SH1996");
  assert.equal(shanghai.standing, "unverified");
  assert.equal(shanghai.coverage.partial, true);
  assert.match(shanghai.coverage.text, /^Articles 6 to 15/);
  assert.deepEqual(
    shanghai.parties.map((each: { id: string }) => each.id),
    ["CHN", "KAZ", "KGZ", "RUS", "TJK"],
  );
});
