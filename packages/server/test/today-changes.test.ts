import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

let node: TestNode;
before(async () => {
  node = await startTestNode();
});
after(() => node.close());

const today = async () => (await node.get("/regions/four-rivers/today", { as: "AVE" })).body;

describe("what changed since a person last looked", () => {
  it("is counted from the first time they say so, and lists records and lines", async () => {
    const first = await today();
    assert.equal(first.lastLooked, undefined);
    assert.deepEqual(first.changed, []);

    assert.equal((await node.post("/regions/four-rivers/today/seen")).status, 204);
    const looked = await today();
    assert.match(looked.lastLooked, /^20\d\d-/);
    assert.deepEqual(looked.changed, []);

    const now = new Date().toISOString();
    const content = { about: "lights near marker 14", urgent: true };
    const record = { kind: "ClarificationRequest", from: "ORE", to: ["AVE"], under: ["RIVER"], occurred: now, content };
    const taken = await node.post("/regions/four-rivers/records", record);
    assert.equal(taken.status, 201, taken.text);

    const changed = await eventually(async () => {
      const found = (await today()).changed as { kind: string; record?: { id: string }; line?: { clause: string } }[];
      return found.length >= 2 ? found : undefined;
    });
    assert.equal(changed.find(({ kind }) => kind === "record")?.record?.id, taken.body.id);
    assert.equal(changed.find(({ kind }) => kind === "line")?.line?.clause, "RIVER-09a");

    await node.post("/regions/four-rivers/today/seen");
    assert.deepEqual((await today()).changed, []);
  });
});

describe("the session", () => {
  it("names regions and parties in the asked language", async () => {
    const named = async (lang: string) => (await node.get("/session", { lang })).body.regions[0];
    const [english, russian] = [await named("en"), await named("ru")];
    assert.equal(english.name, "Four Rivers");
    assert.equal(russian.name, "Четыре реки");
    assert.notEqual(russian.disclaimer, english.disclaimer);
    assert.equal(russian.parties.find(({ id }: { id: string }) => id === "AVE").name, "Авелин");
    assert.equal((await node.get("/session", { lang: "xx" })).status, 400);
  });
});

/** A board that was just given may be given again for some seconds. */
async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (let left = 150; ; left--) {
    const found = await ask();
    if (found !== undefined) return found;
    assert.ok(left > 0, "the change was not shown");
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}
