import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { KelisimRecord } from "@kelisim/model";
import { standing } from "../src/desk/situation/event-records.ts";
import { outerEdge } from "../src/desk/situation/outer-edge.ts";
import { piecesBelow } from "../src/desk/situation/pieces-below.ts";

describe("shapes of zones", () => {
  it("cuts a field into pieces that do not overlap: their areas add up to that of a disc", async () => {
    const grid = { west: -2, south: -2, wide: 0.1, high: 0.1, columns: 40, rows: 40 };
    const { polygons, edge } = await piecesBelow(grid, ([x = 0, y = 0]) => Math.hypot(x, y) - 1);
    const area = polygons.reduce((sum, [ring]) => sum + areaOf(ring!), 0);
    assert.ok(Math.abs(area - Math.PI) < 0.02, `${area}`);
    assert.equal(edge.length, 1);
    assert.deepEqual(edge[0]![0], edge[0]!.at(-1));
    assert.ok(edge[0]!.every(([x = 0, y = 0]) => Math.abs(Math.hypot(x, y) - 1) < 0.01));
  });

  it("leaves stretches that two polygons share out of their edge", () => {
    const left = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ];
    const right = [
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1],
      [1, 0],
    ];
    const lines = outerEdge([[left], [right]]);
    const stretches = lines.flatMap((line) => line.slice(1).map((point, i) => `${line[i]} ${point}`));
    assert.equal(stretches.length, 6);
    assert.ok(!stretches.includes("1,0 1,1") && !stretches.includes("1,1 1,0"));
  });
});

describe("records of events as they stand", () => {
  const record = (id: string, more: Partial<KelisimRecord> = {}): KelisimRecord =>
    ({
      id,
      kind: "Exercise",
      version: 1,
      from: "KAZ",
      to: [],
      occurred: 0,
      recorded: 0,
      known: 1,
      content: {},
      ...more,
    }) as KelisimRecord;

  it("keeps the last restatement, and nothing of what was taken back", () => {
    const ids = standing([
      record("a"),
      record("a2", { corrects: "a", known: 2 }),
      record("a3", { corrects: "a", known: 3 }),
      record("b"),
      record("w", { withdraws: "b", known: 2 }),
      record("c"),
    ]).map(({ id }) => id);
    assert.deepEqual(ids, ["a3", "c"]);
  });
});

function areaOf(ring: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i += 1) sum += ring[i - 1]![0]! * ring[i]![1]! - ring[i]![0]! * ring[i - 1]![1]!;
  return Math.abs(sum) / 2;
}
