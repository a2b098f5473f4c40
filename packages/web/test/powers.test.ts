import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PowerRow, Powers, Priorities } from "@kelisim/api";
import { basisOf, kindOf, leastOf, powersOf, tabOf, withinOf, withPower } from "../src/state/powers/address.ts";
import { cellKey, powerFigures, powerMatrix } from "../src/state/powers/matrix.ts";
import { multiplesOf } from "../src/state/powers/multiples.ts";
import { markedPoint, pointMark } from "../src/state/powers/point.ts";
import { codedAlike, pairOf, statementsOfActors, threatsBeside } from "../src/state/powers/priorities.ts";

const row = (id: string, more: Partial<PowerRow> = {}): PowerRow => ({
  id,
  of: "engagement",
  row: id,
  kind: "base",
  title: id,
  source: "Gazette [S1]",
  confidence: "high",
  unverified: false,
  ...more,
});
const data = {
  year: 2012,
  years: { from: 2010, to: 2012 },
  kind: "base",
  powers: [
    { id: "RUS", name: "Russia" },
    { id: "USA", name: "United States" },
  ],
  states: [
    { id: "KAZ", name: "Kazakhstan" },
    { id: "KGZ", name: "Kyrgyzstan" },
  ],
  cells: [
    {
      power: "RUS",
      state: "KGZ",
      kind: "base",
      count: 2,
      perhaps: 1,
      of: [
        { id: "a", certain: true },
        { id: "b", certain: true },
        { id: "c", certain: false },
      ],
    },
  ],
  rows: [row("a"), row("b", { unverified: true }), row("c")],
  taken: [
    { power: "USA", state: "KGZ", kind: "training", dataset: "x", name: "X", what: "lines", value: "3", rows: 3 },
    { power: "USA", state: "KGZ", kind: "training", dataset: "x", name: "X", what: "people", value: "9", rows: 3 },
  ],
  series: [{ power: "RUS", state: "KGZ", counts: [null, 1, 2], perhaps: [null, 0, 1] }],
} as unknown as Powers;

describe("the address of the powers", () => {
  it("leaves out what is as by default, and takes what it does not know for it", () => {
    assert.deepEqual([tabOf({ tab: "x" }), kindOf({}), basisOf({ basis: "x" })], ["engagement", "dialogue", "said"]);
    assert.deepEqual([leastOf({ least: "4" }), leastOf({ least: "5" }), withinOf({ within: "90" })], [3, 5, 90]);
  });

  it("names a bar of the drawing, and takes what names none for nothing", () => {
    const point = { power: "USA", state: "UZB", year: 2005 };
    assert.deepEqual(markedPoint(pointMark(point)), point);
    assert.deepEqual(
      [markedPoint(undefined), markedPoint("USA~UZB"), markedPoint("USA~UZB~05")],
      [undefined, undefined, undefined],
    );
  });

  it("names the powers only where some are hidden; the last one stays", () => {
    const all = ["CHN", "RUS", "USA"];
    assert.deepEqual(powersOf({ powers: "USA,CHN" }, all), ["CHN", "USA"]);
    assert.deepEqual(powersOf({ powers: "nobody" }, all), all);
    assert.deepEqual(withPower({}, all, "RUS", false), { powers: "CHN,USA" });
    assert.deepEqual(withPower({ powers: "CHN,USA" }, all, "RUS", true), { powers: undefined });
    assert.deepEqual(withPower({ powers: "CHN" }, all, "CHN", false), { powers: "CHN" });
  });
});

describe("engagement by power and kind", () => {
  it("tells certain rows with a source from general knowledge, and from what may be; nothing known is no mark", () => {
    const rows = powerMatrix(data, "KGZ");
    const cell = (power: string, kind: string) =>
      rows.find((each) => each.power.id === power)!.cells.find((each) => each.kind === kind)!;
    assert.deepEqual(cell("RUS", "base").marks, [
      { look: "filled", count: 1 },
      { look: "dashed", count: 1 },
      { look: "hatched", count: 1 },
    ]);
    assert.deepEqual(cell("USA", "training").marks, [{ look: "line", count: 1 }]);
    assert.deepEqual([cell("USA", "base").marks, cell("USA", "base").cell], [[], undefined]);
    assert.equal(cellKey("RUS", "base"), "RUS~base");
    assert.deepEqual(powerFigures(data, "KGZ"), { certain: 2, perhaps: 1, powers: 1 });
    assert.deepEqual(powerFigures(data, "KAZ"), { certain: 0, perhaps: 0, powers: 0 });
  });

  it("draws every state and power, years without anything left out, on one scale", () => {
    const { states, most } = multiplesOf(data);
    assert.equal(most, 3);
    assert.deepEqual(
      states.map(({ state, powers }) => [state.id, ...powers.map(({ years }) => years.map(({ year }) => year))]),
      [
        ["KAZ", [], []],
        ["KGZ", [2011, 2012], []],
      ],
    );
  });
});

describe("priorities beside each other", () => {
  const code = (actor: string, threat: string) => ({ actor, threat, weight: 1, by: "words" as const, how: "drug" });
  const priorities = {
    threats: [
      { id: "T01", name: "terrorism" },
      { id: "T05", name: "drugs" },
      { id: "T09", name: "smuggling" },
    ],
    vectors: [
      { actor: "EU", weights: [{ threat: "T05", weight: 1 }], statements: ["s"] },
      {
        actor: "KAZ",
        weights: [
          { threat: "T01", weight: 0.5 },
          { threat: "T05", weight: 1 },
        ],
        statements: ["s", "t"],
      },
    ],
    pairs: { value: [{ actors: ["EU", "KAZ"], statements: [1, 2], shared: 1, common: 1 }] },
    statements: [
      { id: "s", codes: [code("EU", "T05"), code("KAZ", "T05"), code("KAZ", "T01")] },
      { id: "t", codes: [code("UZB", "T01")] },
    ],
  } as unknown as Priorities;

  it("has common threats first, and says of each who has no weight", () => {
    assert.equal(pairOf(priorities, "KAZ", "EU"), priorities.pairs.value[0]);
    assert.deepEqual(
      threatsBeside(priorities, ["EU", "KAZ"]).map(({ threat, weights }) => [threat, ...weights]),
      [
        ["T05", 1, 1],
        ["T01", undefined, 0.5],
      ],
    );
    assert.deepEqual(
      statementsOfActors(priorities, ["EU"]).map(({ id }) => id),
      ["s"],
    );
  });

  it("gathers codes that say the same of several actors", () => {
    const { codes } = priorities.statements[0]!;
    assert.deepEqual(
      codedAlike(codes).map(({ threat, actors }) => [threat, ...actors]),
      [
        ["T05", "EU", "KAZ"],
        ["T01", "KAZ"],
      ],
    );
    assert.deepEqual(
      codedAlike(codes, ["EU"]).map(({ actors }) => actors),
      [["EU"]],
    );
  });
});
