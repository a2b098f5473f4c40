import assert from "node:assert/strict";
import { test } from "node:test";
import type { Cooperation, Network, PairInstrument, Spell } from "@kelisim/api";
import { cooperationFigures } from "../src/state/cooperation/answer.ts";
import { matrixOf } from "../src/state/cooperation/matrix.ts";
import { bodyLines, relationsOfPair } from "../src/state/cooperation/network-lines.ts";
import { networkPlaces } from "../src/state/cooperation/network-places.ts";
import { pairNow } from "../src/state/cooperation/pair.ts";
import { stopAt, stopsOf } from "../src/state/cooperation/stops.ts";
import { lookOf, membershipBars, positionOf, ticksOf } from "../src/state/cooperation/through-time.ts";

const spell = (more: Partial<Spell>): Spell => ({
  kind: "member",
  status: "member",
  statusName: "member",
  holds: "yes",
  source: "A law [S1]",
  confidence: "high",
  unverified: false,
  ...more,
});

test("a slider stops at the end of each year, and at last today", () => {
  assert.deepEqual(stopsOf({ from: 2022, to: 2026 }, "2026-11-22"), [
    "2022-12-31",
    "2023-12-31",
    "2024-12-31",
    "2025-12-31",
    "2026-11-22",
  ]);
  assert.equal(stopAt(["2022-12-31", "2023-12-31"], "2023-06-01"), 0);
});

test("few years are stepped through by months", () => {
  const stops = stopsOf({ from: 2026, to: 2026 }, "2026-03-15");
  assert.deepEqual(stops, ["2026-01-31", "2026-02-28", "2026-03-15"]);
});

test("bars lie between the first day of the first year and the asked day", () => {
  const years = { from: 2000, to: 2009 };
  const [bar] = membershipBars([spell({ from: "2005" })], years, "2009-12-31");
  assert.ok(bar && bar.start > 0.49 && bar.start < 0.51 && bar.end > 0.99);
  assert.deepEqual(membershipBars([spell({ from: "2010-02" })], years, "2009-12-31"), []);
  assert.equal(positionOf("1990", years), 0);
  assert.deepEqual(ticksOf(years), [2000, 2005]);
});

test("ink means knowledge", () => {
  assert.equal(lookOf(spell({ from: "2001-06-15" })), "filled");
  assert.equal(lookOf(spell({ from: "2001-06-15", unverified: true })), "dashed");
  assert.equal(lookOf(spell({ from: "2001-06-15", dispute: "SINCE" })), "dashed");
  assert.equal(lookOf(spell({})), "hatched");
  assert.equal(lookOf(spell({ from: "2016", kind: "suspended" })), "hatched");
  assert.equal(lookOf(spell({ from: "2007", kind: "signed" })), "line");
});

const body = (id: string) => ({
  id,
  name: id,
  shortName: id,
  kind: "organisation",
  instruments: [],
  listed: 2,
  source: "A law [S1]",
  confidence: "high" as const,
  unverified: false,
});

const data = {
  standpoint: { today: "2026-11-22" },
  parties: [
    { id: "AAA", name: "A", focus: true, organisations: 2 },
    { id: "BBB", name: "B", focus: true, organisations: 1 },
    { id: "CCC", name: "C", focus: false, organisations: 1 },
  ],
  organisations: [body("X"), body("Y"), body("Z")],
  relations: [
    { organisation: "X", party: "AAA", spells: [spell({ from: "1992" }), spell({ from: "1997", dispute: "D" })] },
    { organisation: "X", party: "BBB", spells: [spell({ kind: "suspended", from: "2016" }), spell({ from: "1993" })] },
    { organisation: "Y", party: "AAA", spells: [spell({ from: "1992", to: "1998", holds: "no" })] },
    { organisation: "Z", party: "CCC", spells: [spell({ from: "1992" })] },
  ],
} as unknown as Cooperation;

test("both of two sources are shown, and a blank cell is not told as no member", () => {
  const { rows, left } = matrixOf(data, "focus");
  assert.equal(left, 1);
  assert.deepEqual(
    rows.map(({ organisation }) => organisation.id),
    ["X", "Y"],
  );
  assert.equal(rows[0]?.cells[0]?.disputed, true);
  assert.deepEqual(
    rows[0]?.cells[1]?.marks.map(({ kind }) => kind),
    ["suspended", "member"],
  );
  assert.deepEqual(rows[1]?.cells[0]?.marks, []);
  assert.equal(rows[1]?.cells[1]?.relation, undefined);
});

test("the figures of the answer", () => {
  assert.deepEqual(cooperationFigures(data), { bodies: 2, all: 1, states: 2, disputed: 1 });
});

test("places of a network are the same whenever the same is asked", () => {
  const network: Pick<Network, "parties" | "ever"> = {
    parties: ["AAA", "BBB", "CCC", "DDD"].map((id) => ({ id, name: id, focus: false })),
    ever: [
      { a: "AAA", b: "BBB", count: 5 },
      { a: "BBB", b: "CCC", count: 1 },
    ],
  };
  assert.deepEqual([...networkPlaces(network)], [...networkPlaces(network)]);
  for (const { x, y } of networkPlaces(network).values()) assert.ok(x >= 0 && x <= 1 && y >= 0 && y <= 1);
});

test("what is not verified comes before what is due", () => {
  const now = { there: 2, back: 2, undated: 0, standing: 1, next: "2026-12-15", state: "upcoming" };
  const each = { group: "political", form: "treaty", sameSide: false, now } as unknown as PairInstrument;
  assert.equal(pairNow(each).text, "between.now.datedAlike");
  assert.equal(pairNow({ ...each, group: "unverified" }).text, "between.now.unverified");
  assert.equal(pairNow({ ...each, group: "signed" }).text, "between.now.signed");
  const idle = { ...each, now: { there: 0, back: 0, undated: 0, standing: 0 } };
  assert.equal(pairNow({ ...idle, sameSide: true }).text, "between.now.sameSide");
  const { form: _, ...untexted } = idle;
  assert.equal(pairNow(untexted).text, "between.now.noText");
});

test("a line is as wide as there are bodies in common, dashed where none is verified, and opens the rows that hold", () => {
  const edge = { a: "AAA", b: "BBB", organisations: ["X"], unverified: 1 };
  const lines = bodyLines({ parties: data.parties, edges: [edge], least: 1, leftOut: 0, ever: [] });
  assert.deepEqual(lines, [{ a: "AAA", b: "BBB", wide: 0.42, dashed: true, title: "A, B: 1" }]);
  const many = { ...edge, organisations: Array.from({ length: 40 }, (_, at) => `${at}`) };
  assert.equal(bodyLines({ parties: data.parties, edges: [many], least: 1, leftOut: 0, ever: [] })[0]?.wide, 9);
  assert.deepEqual(
    relationsOfPair(data, edge).map(({ organisation, party, spells }) => [organisation, party, spells.length]),
    [
      ["X", "AAA", 2],
      ["X", "BBB", 2],
    ],
  );
  assert.deepEqual(relationsOfPair(data, { ...edge, organisations: ["Y"] }), []);
});
