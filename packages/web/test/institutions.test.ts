import assert from "node:assert/strict";
import { test } from "node:test";
import type { IndexView, Institutions, MembershipCell, SourceAnswer, SourceSpell } from "@kelisim/api";
import { markedYear, rowsOnDay, yearMark } from "../src/state/institutions/counted.ts";
import { figureRows } from "../src/state/institutions/figure-rows.ts";
import { greatestOf, knownYears, stretches, yearsOfPanels } from "../src/state/institutions/lines.ts";
import { citedIds, institutionFigures, institutionRows, marksOf } from "../src/state/institutions/matrix.ts";
import { readPairs, typedNumber, withPair } from "../src/state/institutions/pairs.ts";
import { spanRows } from "../src/state/institutions/spans.ts";
import { tieLines } from "../src/state/institutions/tie-lines.ts";

const spell = (more: Partial<SourceSpell> = {}): SourceSpell => ({
  kind: "member",
  status: "member",
  statusName: "member",
  from: "2000-01-01",
  holds: "yes",
  unverified: false,
  ...more,
});
const answer = (standing: SourceAnswer["standing"], ...spells: SourceSpell[]): SourceAnswer => ({
  source: "memberships",
  standing,
  spells,
});
const cell = (answers: SourceAnswer[], disagree = false, party = "A"): MembershipCell => ({
  organisation: "X",
  party,
  disagree,
  answers,
});
const marks = (...answers: SourceAnswer[]) =>
  marksOf(cell(answers)).map(({ kind, look, perhaps }) => [kind, look, perhaps]);

test("ink means knowledge: a source fills a mark, what is open or general knowledge is dashed, other statuses are lines", () => {
  assert.deepEqual(marks(answer("member", spell()), answer("ended", spell({ holds: "no" }))), [
    ["member", "filled", false],
  ]);
  assert.deepEqual(marks(answer("member", spell({ unverified: true }))), [["member", "dashed", false]]);
  assert.deepEqual(marks(answer("member", spell({ confidence: "low" }))), [["member", "dashed", false]]);
  assert.deepEqual(marks(answer("uncertain", spell({ holds: "perhaps" }))), [["member", "dashed", true]]);
  assert.deepEqual(marks(answer("other status", spell({ kind: "observer" }), spell({ kind: "suspended" }))), [
    ["observer", "line", false],
    ["suspended", "hatched", false],
  ]);
  assert.deepEqual(marks(answer("ended", spell({ holds: "no" })), answer("unknown")), []);
  assert.deepEqual(marksOf(undefined), []);
});

const data = {
  sources: [
    { id: "memberships", kind: "table", name: "memberships.csv", rows: 2, caveats: [], holdings: [] },
    { id: "cow", kind: "file", name: "COW", rows: 1, listsAllTo: "2014", caveats: [], holdings: [] },
  ],
  parties: [
    { id: "A", name: "A", focus: true },
    { id: "B", name: "B", focus: true },
  ],
  organisations: [
    { id: "X", name: "X", shortName: "X", ours: true, codes: [] },
    { id: "Y", name: "Y", shortName: "Y", ours: true, codes: [] },
  ],
  cells: [
    cell([answer("member", spell()), { ...answer("ended", spell({ to: "2005", holds: "no" })), source: "cow" }], true),
    { ...cell([answer("uncertain", spell({ holds: "perhaps" }))], false, "B"), organisation: "Y" },
  ],
} as unknown as Institutions;

test("rows keep the order of the answer, and only those with a disagreement where that is asked", () => {
  assert.deepEqual(
    institutionRows(data, false).map(({ organisation, cells }) => [organisation.id, cells.map((each) => each?.party)]),
    [
      ["X", ["A", undefined]],
      ["Y", [undefined, "B"]],
    ],
  );
  assert.deepEqual(
    institutionRows(data, true).map(({ organisation }) => organisation.id),
    ["X"],
  );
  assert.deepEqual(institutionFigures(data), { sources: 2, differ: 1, uncertain: 1 });
});

test("spans end where a list ends, are outlined where they are open, thin where they are no membership", () => {
  const years = { from: 2000, to: 2019 };
  const of = (spells: SourceSpell[], source = "memberships") =>
    spanRows(
      { ...data, cells: [{ ...data.cells[0]!, answers: [{ source, standing: "member", spells }] }] },
      { kind: "state", id: "A" },
      years,
    ).flatMap(({ spans }) => spans.map(({ start, end, look }) => [start, Number(end.toFixed(3)), look]));
  assert.deepEqual(of([spell()]), [[0, 1, "filled"]]);
  // 15 of 20 years.
  assert.deepEqual(of([spell()], "cow"), [[0, 0.75, "filled"]]);
  const { from: _, ...undated } = spell({ to: "2010-01-01" });
  assert.deepEqual(of([undated]), [[0, 0.5, "outlined"]]);
  assert.deepEqual(of([spell({ kind: "observer" })]), [[0, 1, "thin"]]);
  // Before the years that are drawn there is nothing to draw.
  assert.deepEqual(of([spell({ from: "2025" })]), []);
});

test("a line is never drawn over a year of which nothing is known", () => {
  const values = [{ year: 2000, value: 1 }, { year: 2001, value: 2 }, { year: 2002 }, { year: 2003, value: 3 }];
  assert.deepEqual(
    stretches(values).map((stretch) => stretch.map(({ year }) => year)),
    [[2000, 2001], [2003]],
  );
  const panels = [{ key: "a", name: "A", lines: [{ key: "a", dashed: false, values }] }];
  assert.deepEqual([yearsOfPanels(panels), greatestOf(panels)], [[2000, 2003], 3]);
});

test("weights are read from the address and written back as short as they can be", () => {
  assert.deepEqual(
    [...readPairs("bodies:2,trade:0.5")],
    [
      ["bodies", "2"],
      ["trade", "0.5"],
    ],
  );
  assert.equal(withPair("bodies:2", "trade", "0.5"), "bodies:2,trade:0.5");
  assert.equal(withPair("bodies:2", "bodies", undefined), undefined);
  assert.deepEqual(["0,5", " 3 ", "-1", "", "1e9"].map(typedNumber), ["0.5", "3", undefined, undefined, undefined]);
});

test("a citation is told by the ids in its brackets", () => {
  assert.deepEqual(citedIds("Law 57-I of 1996 [S104]; Tashkent Times [S210]"), ["S104", "S210"]);
});

test("behind a mark stand the rows of one source that hold on the day, or may", () => {
  const of = (source: string) =>
    rowsOnDay(data.cells, source, () => true).map(({ organisation, answers }) => [
      organisation,
      answers.flatMap(({ spells }) => spells.map(({ holds }) => holds)),
    ]);
  assert.deepEqual(of("memberships"), [
    ["X", ["yes"]],
    ["Y", ["perhaps"]],
  ]);
  // A spell that ended before the day is behind no figure of it.
  assert.deepEqual(of("cow"), []);
  assert.deepEqual(
    rowsOnDay(data.cells, "memberships", ({ party }) => party === "B").map(({ party }) => party),
    ["B"],
  );
});

test("the mark of a year is told from that of a pair", () => {
  assert.deepEqual(markedYear(yearMark("formal-regionalism", 2004)), ["formal-regionalism", 2004]);
  assert.equal(markedYear("KAZ~KGZ"), undefined);
  assert.equal(markedYear(undefined), undefined);
});

test("a year is a mark where any line knows it", () => {
  const line = (key: string, ...values: readonly { year: number; value?: number }[]) => ({
    key,
    dashed: false,
    values,
  });
  assert.deepEqual(
    knownYears([
      line("own", { year: 2001 }, { year: 2002, value: 0.5 }),
      line("other", { year: 2000, value: 1 }, { year: 2002, value: 0.25 }),
    ]),
    [
      [2000, [1]],
      [2002, [0.5, 0.25]],
    ],
  );
});

test("counted ties have one scale through all years, ties by size that of the day; the narrowest can be seen", () => {
  const ties = {
    parties: data.parties,
    edges: [{ a: "A", b: "B", weight: 2, organisations: ["X", "Y"] }],
    ever: [{ a: "A", b: "B", count: 9 }],
    weighting: "count" as const,
  };
  assert.deepEqual(tieLines(ties, String), [{ a: "A", b: "B", wide: 2, dashed: false, title: "A, B: 2" }]);
  assert.equal(tieLines({ ...ties, weighting: "size" }, String)[0]?.wide, 9);
  assert.equal(tieLines({ ...ties, ever: [{ a: "A", b: "B", count: 90 }] }, String)[0]?.wide, 0.8);
});

test("figures behind an index are all that could count, and say which does", () => {
  const choice = (figure: number, source: string) => ({ figure, source, from: "table", unverified: false });
  const part = (component: string, picked: number | undefined) => ({
    component,
    held: false,
    ...(picked === undefined ? {} : { picked, value: 0.4 }),
    choices: picked === undefined ? [] : [choice(1, "S1"), choice(2, "S2")],
  });
  const index = {
    own: { missing: [], components: [part("trade", 2), part("travel", undefined)] },
    other: { missing: [], components: [part("trade", 1)] },
  } as unknown as IndexView;
  assert.deepEqual(
    figureRows(index, "trade").map(({ whose, choice: { source }, counts, value }) => [whose, source, counts, value]),
    [
      ["own", "S1", false, undefined],
      ["own", "S2", true, 0.4],
      ["other", "S1", true, 0.4],
      ["other", "S2", false, undefined],
    ],
  );
  assert.deepEqual(figureRows(index, "travel"), []);
  assert.equal(figureRows(index).length, 4);
});
