import assert from "node:assert/strict";
import { test } from "node:test";
import type { TakenFigureRow } from "@kelisim/api";
import { isFiltered, readFilters, readTab, writeFilters } from "../src/state/evidence/filters.ts";
import { chartsOf, countTable, drawnYears, figuresQuery, listQuery, stretches } from "../src/state/evidence/taken.ts";
import { moneyChoices } from "../src/state/evidence/words.ts";

test("filters go to the address and back; what is mistyped there is left out", () => {
  const filters = { q: "water", source: "S002", subject: "EU", threat: "T20", state: "contradicted" } as const;
  assert.deepEqual(readFilters(writeFilters(filters)), filters);
  assert.deepEqual(readFilters({ state: "true", source: "" }), { q: "" });
  assert.equal(readTab({ tab: "endings" }), "endings");
  assert.equal(readTab({ tab: "nothing" }), "claims");
});

test("only states that some row is in can be chosen", () => {
  assert.deepEqual(moneyChoices(["none in our table", "budget known", "none in our table"]), [
    { state: "budget known", count: 1 },
    { state: "none in our table", count: 2 },
  ]);
});

test("words of blanks alone do not narrow, and are not written", () => {
  assert.equal(isFiltered({ q: "  " }), false);
  assert.equal(writeFilters({ q: "  " }).q, undefined);
  assert.equal(isFiltered({ q: "", threat: "T1" }), true);
});

const figure = (vintage: string, number: number | undefined, bounds = {}) => ({
  holding: vintage,
  file: `${vintage}.csv`,
  row: 1,
  vintage,
  ...(number === undefined ? {} : { value: String(number), number }),
  ...bounds,
});
const row = (
  party: string,
  year: number,
  figures: readonly ReturnType<typeof figure>[],
  curated: readonly object[] = [],
) =>
  ({
    indicator: { id: "i", name: "I" },
    party: { id: party, name: party },
    year,
    state: "one",
    figures,
    curated,
  }) as unknown as TakenFigureRow;

test("figures become one chart a state and one line a vintage, on one scale that holds the bounds", () => {
  const charts = chartsOf([
    row("KAZ", 2001, [figure("2020", 2), figure("2024", 3, { low: 1, high: 6 })]),
    row("KAZ", 2000, [figure("2020", 1)], [{ value: "9", period: "2000" }]),
    row("KGZ", 2001, [figure("2024", undefined)]),
  ])!;
  assert.deepEqual(charts.vintages, ["2020", "2024"]);
  assert.deepEqual(
    [charts.domain, charts.years],
    [
      [1, 9],
      [2000, 2001],
    ],
  );
  assert.deepEqual(
    charts.charts.map(({ party }) => party.id),
    ["KAZ"],
    "a state without a number has no chart",
  );
  assert.deepEqual(
    charts.charts[0]!.lines.map(({ vintage, points }) => [vintage, points.map(({ year }) => year)]),
    [
      ["2020", [2000, 2001]],
      ["2024", [2001]],
    ],
  );
  assert.equal(chartsOf([row("KGZ", 2001, [figure("2024", undefined)])]), undefined);
});

test("a line is broken where more years are missing than the producer leaves out", () => {
  const years = [1996, 1998, 2000, 2004].map((year) => ({ year }));
  assert.deepEqual(
    stretches(years, 2).map((own) => own.map(({ year }) => year)),
    [[1996, 1998, 2000], [2004]],
  );
});

test("filters of what was taken in go to the node as it knows them; what is mistyped is left out", () => {
  assert.deepEqual(figuresQuery({ set: "wgi", ind: "wgi.va", from: "1996", to: "x", stand: "differ", start: "-1" }), {
    dataset: "wgi",
    indicator: "wgi.va",
    party: undefined,
    from: "1996",
    to: undefined,
    state: "differ",
    start: undefined,
  });
  assert.equal(listQuery({ kind: "war", start: "50" }).start, "50");
});

test("counts of a file and of our own table stand beside each other", () => {
  const { years, count } = countTable({
    counts: [
      { party: "KAZ", year: 1999, taken: 2 },
      { party: "KAZ", year: 2001, curated: 1 },
    ],
  });
  assert.deepEqual(years, [2001, 1999]);
  assert.deepEqual(
    [count("KAZ", 1999)?.taken, count("KAZ", 2001)?.taken, count("KGZ", 1999)],
    [2, undefined, undefined],
  );
});

test("a year of a drawing is a mark with the figures of every vintage and our own", () => {
  const point = (year: number, value: number) => ({ year, value });
  const chart = {
    party: { id: "KGZ", name: "Kyrgyzstan" },
    lines: [
      { vintage: "2020", points: [point(2003, 1), point(2001, 2)] },
      { vintage: "2024", points: [point(2001, 3)] },
    ],
    curated: [point(2004, 5)],
  };
  assert.deepEqual(drawnYears(chart), [
    [2001, [2, 3]],
    [2003, [1]],
    [2004, [5]],
  ]);
});
