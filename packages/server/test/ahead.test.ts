import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type AheadView, createAhead } from "../src/ahead.ts";
import type { Desk } from "../src/desk/desk.ts";
import { badRequest } from "../src/http/problem.ts";
import { crsText, REGION, take } from "./holdings-for-tests.ts";
import { startTestNode } from "./node-for-tests.ts";

const desk = { id: "here", us: ["A"], region: { timeZone: "UTC", focus: ["A"], fictional: false } } as unknown as Desk;
const one = { viewer: { party: "A", body: "desk" }, view: { desk } } as unknown as AheadView;

function started(over: Partial<Parameters<typeof createAhead>[0]> = {}) {
  const logged: unknown[] = [];
  const log = (problem: unknown) => void logged.push(problem);
  return { logged, ahead: createAhead({ views: async () => [one], now: Date.now, busy: () => false, log, ...over }) };
}

describe("answers worked out ahead", () => {
  it("does each piece once, in order, for each view", async () => {
    const { ahead } = started({ views: async () => [one, one] });
    const did: string[] = [];
    for (const name of ["first", "second"]) ahead.add(({ asked }) => void did.push(`${name} ${asked.party}`));
    ahead.begin();
    assert.deepEqual(did, [], "nothing is done on the caller's time");
    await ahead.done();
    assert.deepEqual(did, ["first A", "second A", "first A", "second A"]);
  });

  it("begins anew where something changed meanwhile, and ends with what is true then", async () => {
    const { ahead } = started();
    let files = 1;
    const seen: number[] = [];
    ahead.add(() => {
      if (files === 1) {
        files = 2;
        ahead.begin();
      }
    });
    ahead.add(() => void seen.push(files));
    ahead.begin();
    await ahead.done();
    assert.deepEqual(seen, [2]);
  });

  it("waits while others are served, but not for ever", async () => {
    let looks = 0;
    const { ahead } = started({ busy: () => ++looks < 5 });
    let at = 0;
    ahead.add(() => {
      at = looks;
    });
    ahead.begin();
    await ahead.done();
    assert.equal(at, 5);
  });

  it("goes on after a piece that failed; what a region has nothing for is no failure", async () => {
    const { ahead, logged } = started();
    const broken = new Error("broken");
    let reached = false;
    ahead.add(() => Promise.reject(broken));
    ahead.add(() => Promise.reject(badRequest("/query/dataset", "is not here")));
    ahead.add(() => {
      reached = true;
    });
    ahead.begin();
    await ahead.done();
    assert.equal(reached, true);
    assert.deepEqual(logged, [broken]);
  });

  it("is stopped while a view is still being loaded", async () => {
    const { ahead } = started({ views: () => new Promise(() => {}) });
    ahead.begin();
    await ahead.stop();
  });

  it("does nothing further once it is stopped", async () => {
    const { ahead } = started();
    const did: string[] = [];
    let stopping: Promise<void> | undefined;
    ahead.add(() => {
      did.push("first");
      stopping = ahead.stop();
    });
    ahead.add(() => void did.push("second"));
    ahead.begin();
    await ahead.done();
    await stopping;
    ahead.begin();
    await ahead.done();
    assert.deepEqual(did, ["first"]);
  });
});

describe("what a node works out ahead", () => {
  it("goes through for every region, with files and without, and changes no answer", async () => {
    const said: string[] = [];
    const node = await startTestNode({
      regions: ["central-asia", "four-rivers"],
      ahead: true,
      say: (line) => void said.push(line),
    });
    try {
      await node.context.ahead.done();
      const row = { year: 2019, donor: "5 Germany", recipient: "617 Uzbekistan", purpose: "15210", paid: "1.5" };
      await take(node, "CRS 2026 data.txt", crsText([row]));
      await node.context.ahead.done();
      const asked = async () => (await node.get(`${REGION}/money/series`, { by: "year" })).body.answers[0].result.value;
      assert.deepEqual(
        (await asked()).map(({ keys, sum }: { keys: object; sum: string }) => [keys, sum]),
        [[{ year: 2019 }, "1500000"]],
      );
      await take(node, "CRS 2027 data.txt", crsText([{ ...row, paid: "2.5" }]));
      await node.context.ahead.done();
      assert.equal((await asked())[0].sum, "2500000", "the newer vintage answers, whatever was worked out before");
      assert.deepEqual(
        said.filter((line) => line.startsWith("worked out ahead")),
        [],
      );
    } finally {
      await node.close();
    }
  });
});
