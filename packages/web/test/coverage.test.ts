import assert from "node:assert/strict";
import { test } from "node:test";
import type { Coverage, CoverageCellView } from "@kelisim/api";
import { alike } from "../src/state/coverage/alike.ts";
import { aspectsOf, isFiltered, withAspect, withoutFilters } from "../src/state/coverage/filters.ts";
import { budgetsUnderWay, coverageFigures, coverageRows } from "../src/state/coverage/matrix.ts";
import { takenRows, takenRowsOf } from "../src/state/coverage/taken.ts";

const cell = (country: string, more: Partial<CoverageCellView>): CoverageCellView => ({
  threat: "T",
  country,
  duties: { state: "none in our table", clauses: [], perhaps: [] },
  programmes: { state: "none", underWay: [], perhaps: [] },
  money: { state: "unknown", own: [], shared: [], budgetUnknown: [] },
  ...more,
});
const data = {
  countries: [
    { id: "AAA", name: "A" },
    { id: "BBB", name: "B" },
  ],
  threats: [{ id: "T", name: "drought" }],
  cells: [
    cell("AAA", {
      duties: { state: "some", clauses: ["X-1", "X-2"], perhaps: [] },
      programmes: { state: "some", underWay: ["SURE", "DOUBTFUL"], perhaps: [] },
      money: { state: "some", own: [{ currency: "EUR", sum: "5" }], shared: [], budgetUnknown: ["SURE"] },
    }),
    cell("BBB", {}),
  ],
  clauses: [
    { id: "X-1", confidence: "low" },
    { id: "X-2", confidence: "medium" },
  ],
  programmes: [
    { id: "SURE", unverified: false, confidence: "high" },
    { id: "DOUBTFUL", unverified: true, confidence: "high" },
  ],
} as unknown as Coverage;

const marks = (country: number) =>
  coverageRows(data, ["duties", "programmes", "money"])[0]!.cells[country]!.marks.map(({ look, count }) => [
    look,
    count,
  ]);

test("ink means knowledge: what rests on rows not verified is dashed, a partial table is hatched, a complete one a line", () => {
  // Of the money only the budget of DOUBTFUL is known, and that row is not verified.
  assert.deepEqual(marks(0), [
    ["filled", 2],
    ["filled", 2],
    ["dashed", 1],
  ]);
  assert.deepEqual(marks(1), [
    ["hatched", 0],
    ["line", 0],
    ["dashed", 0],
  ]);
});

test("the figures of the answer", () => {
  assert.deepEqual(coverageFigures(data), { pairs: 2, duties: 1, programmes: 1, neither: 1 });
});

test("rows that say the same of several countries are one", () => {
  const rows = [
    { threat: "T", country: "AAA", donors: ["EU"] },
    { threat: "T", country: "BBB", donors: ["EU", "USA"] },
    { threat: "T", country: "CCC", donors: ["EU"] },
  ];
  assert.deepEqual(
    alike(rows).map(({ countries, donors }) => [countries.join(), donors.join()]),
    [
      ["AAA,CCC", "EU"],
      ["BBB", "EU,USA"],
    ],
  );
});

test("filters come from the address, and a word that is no aspect narrows nothing", () => {
  assert.deepEqual(aspectsOf({ aspect: "money" }), ["money"]);
  assert.deepEqual(aspectsOf({ aspect: "beauty" }), ["duties", "programmes", "money"]);
  assert.equal(isFiltered({ on: "2023-06-01", view: "table" }), false);
  assert.equal(isFiltered({ country: "AAA" }), true);
  assert.deepEqual(Object.keys(withoutFilters()), ["category", "aspect", "country", "cell"]);
});

test("aspects are switched one by one; the last stays, and all on is no filter", () => {
  assert.deepEqual(aspectsOf({ aspect: "money,duties" }), ["duties", "money"]);
  assert.equal(withAspect(["duties", "programmes", "money"], "programmes"), "duties,money");
  assert.equal(withAspect(["duties", "money"], "programmes"), undefined);
  assert.equal(withAspect(["money"], "money"), "money");
});

test("money taken in stands beside budgets of programmes, for threats that have purposes", () => {
  const taken = {
    rules: [{ threat: "T" }],
    cells: [{ threat: "T", country: "BBB", rows: 1, sum: "7", undecided: { rows: 0 }, donors: [] }],
  } as unknown as Parameters<typeof takenRows>[1];
  assert.deepEqual(
    takenRows(data, taken)[0]!.cells.map(({ country, cell: found, budgets, shared }) => [
      country,
      found?.sum,
      budgets,
      shared,
    ]),
    [
      ["AAA", undefined, [{ currency: "EUR", sum: "5" }], 0],
      ["BBB", "7", [], 0],
    ],
  );
  assert.deepEqual(takenRows(data, { rules: [], cells: [] }), []);
});

test("a figure of money taken in asks for its rows: same files, state, year, prices, and the purposes as a set", () => {
  const taken = {
    dataset: "crs",
    year: 2014,
    basis: { measure: "disbursement", currency: "USD" },
    frozen: "holdings=h1,h2",
    rules: [
      { threat: "T", codes: ["15110", "99810"], words: ["border", "bomca"] },
      { threat: "U", codes: ["12330"], words: [] },
      { threat: "T", codes: ["15240"], words: [] },
    ],
  } as unknown as Parameters<typeof takenRowsOf>[0];
  assert.deepEqual(takenRowsOf(taken, "T", "TJK", "in"), {
    dataset: "crs",
    holdings: "h1,h2",
    recipient: "TJK",
    from: "2014",
    to: "2014",
    measure: "disbursement",
    currency: "USD",
    price: "current",
    set: "own",
    rules: "15110,99810:border,bomca;15240",
    part: "in",
  });
  const constant = { ...taken, basis: { measure: "disbursement", currency: "USD", priceYear: 2020 } };
  assert.equal(takenRowsOf(constant, "U", "TJK", "undecided").price, "2020");
});

test("the sum of budgets names the programmes under way whose budget is known in its currency", () => {
  const programmes = [
    { id: "SURE", amount: "5", currency: "EUR" },
    { id: "DOUBTFUL", currency: "EUR" },
    { id: "OVER", amount: "9", currency: "EUR" },
  ] as unknown as Coverage["programmes"];
  const found = (currency: string) => budgetsUnderWay({ ...data, programmes }, currency).map(({ id }) => id);
  assert.deepEqual([found("EUR"), found("USD")], [["SURE"], []]);
});
