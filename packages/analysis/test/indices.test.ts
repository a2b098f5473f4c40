import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type BorderSection, civilDay, INDEX_COMPONENTS } from "@kelisim/model";
import fc from "fast-check";
import {
  bipartiteOn,
  bodiesFigure,
  type ComponentFigure,
  compareIndices,
  FORMAL_REGIONALISM,
  FULL_MEMBERSHIP,
  type IndexDefinition,
  IndexMisused,
  indexOf,
  type MembershipSource,
  PRACTICAL_REGIONALISATION,
  pairsFigure,
  settledFigure,
} from "../src/index.ts";

const DEFINITION: IndexDefinition = {
  id: "d",
  name: "d",
  components: [
    { id: "a", says: "a", unit: "share", worst: 0, best: 1 },
    { id: "b", says: "b", unit: "days of waiting", worst: 30, best: 0 },
  ],
};
const figures = (a: number | undefined, b: number | undefined): readonly ComponentFigure[] => [
  { component: "a", source: "A", ...(a === undefined ? {} : { figure: a }) },
  { component: "b", source: "B", ...(b === undefined ? {} : { figure: b }) },
];

describe("an index of visible components", () => {
  it("weighs equally, or as the reader says", () => {
    // b: (15 - 30) / (0 - 30) = 0.5. Equal: (0.9 + 0.5) / 2 = 0.7; 3 to 1: (2.7 + 0.5) / 4 = 0.8.
    assert.equal(indexOf(DEFINITION, figures(0.9, 15), []).value.value, 0.7);
    assert.equal(indexOf(DEFINITION, figures(0.9, 15), [], { a: 3 }).value.value, 0.8);
  });

  it("is unknown where a component is missing, and says which", () => {
    const { value } = indexOf(DEFINITION, figures(0.9, undefined), []);
    assert.deepEqual([value.value, value.missing, value.components[0]!.value], [undefined, ["b"], 0.9]);
    // What weighs nothing is not needed.
    assert.equal(indexOf(DEFINITION, figures(0.9, undefined), [], { b: 0 }).value.value, 0.9);
    assert.deepEqual(indexOf(FORMAL_REGIONALISM, [], []).value.missing.length, FORMAL_REGIONALISM.components.length);
    assert.equal(indexOf(PRACTICAL_REGIONALISATION, [], []).value.value, undefined);
  });

  it("holds a figure beyond the scale at its end, and says so", () => {
    const [, b] = indexOf(DEFINITION, figures(0.5, 45), []).value.components;
    assert.deepEqual([b!.value, b!.held, b!.figure], [0, true, 45]);
  });

  it("compares two regions component by component", () => {
    const { value } = compareIndices(DEFINITION, figures(1, 15), figures(0.5, 30), []);
    assert.deepEqual([value.difference, value.components.map(({ difference }) => difference)], [0.5, [0.5, 0.5]]);
    const unknown = compareIndices(DEFINITION, figures(1, 15), figures(0.5, undefined), []).value;
    assert.deepEqual(
      [unknown.difference, unknown.components.map(({ difference }) => difference)],
      [undefined, [0.5, undefined]],
    );
  });

  it("refuses what it does not have", () => {
    assert.throws(() => indexOf(DEFINITION, [{ component: "c", figure: 1, source: "" }], []), IndexMisused);
    assert.throws(() => indexOf(DEFINITION, [...figures(1, 1), ...figures(1, 1)], []), IndexMisused);
    assert.throws(() => indexOf(DEFINITION, figures(1, 1), [], { a: -1 }), IndexMisused);
    assert.throws(() => indexOf(DEFINITION, figures(1, 1), [], { a: 0, b: 0 }), IndexMisused);
  });

  it("lies within 0 and 1, grows with its components, and does not care for the size of all weights", () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    const weight = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(part, part, part, weight, weight, (a, more, b, x, y) => {
        const of = (first: number, times: number) =>
          indexOf(DEFINITION, figures(first, b * 30), [], { a: x * times, b: y * times }).value.value!;
        assert.ok(of(a, 1) >= 0 && of(a, 1) <= 1 + 1e-12);
        assert.ok(of(Math.max(a, more), 1) >= of(a, 1) - 1e-12);
        assert.ok(Math.abs(of(a, 7) - of(a, 1)) < 1e-9);
      }),
    );
  });
});

describe("figures of components", () => {
  const DAY = civilDay(2010, 6, 1);

  it("exist for no component but those of the two indices, which the table of figures names", () => {
    const ids = [...FORMAL_REGIONALISM.components, ...PRACTICAL_REGIONALISATION.components].map(({ id }) => id);
    assert.deepEqual(ids, INDEX_COMPONENTS);
  });

  it("own bodies are those to which nobody else belongs", () => {
    const spells = [
      ["OWN", "A"],
      ["OWN", "B"],
      ["OPEN", "B"],
      ["OPEN", "C"],
      ["OPEN", "Z"],
    ].map(([organisation, party]) => ({
      organisation: organisation!,
      party: party!,
      status: "member",
      from: civilDay(2000, 1, 1),
    }));
    const list: MembershipSource = { id: "l", name: "l", vintage: "", spells, listsAllTo: civilDay(2014, 12, 31) };
    const on = (day: number) => bodiesFigure(bipartiteOn(list, day, FULL_MEMBERSHIP), ["A", "B", "C"], "l").figure;
    // A and B of three pairs.
    assert.equal(on(DAY), 1 / 3);
    assert.equal(on(civilDay(2015, 1, 1)), undefined);
  });

  it("a share of pairs is unknown while some are not verified, and lies between two ends", () => {
    assert.equal(pairsFigure("x", ["yes", "no", "no", "yes"], "s").figure, 0.5);
    const { figure, between } = pairsFigure("x", ["yes", "perhaps", "no", "no"], "s");
    assert.deepEqual([figure, between], [undefined, [0.25, 0.5]]);
    assert.deepEqual(pairsFigure("x", [], "s"), { component: "x", source: "s" });
  });

  it("a border is settled where every section that holds is agreed", () => {
    const section = (between: readonly [string, string], more: Partial<BorderSection>) =>
      ({
        id: "",
        between,
        status: "agreed",
        instruments: [],
        events: [],
        source: "",
        confidence: "high",
        ...more,
      }) as BorderSection;
    const borders = [
      section(["A", "B"], {}),
      section(["B", "C"], { part: "the bend", status: "disputed" }),
      section(["B", "C"], { part: "the rest" }),
      section(["C", "D"], { status: "described", to: civilDay(2005, 1, 1) }),
      section(["C", "D"], { from: civilDay(2005, 1, 1) }),
      section(["A", "Z"], { status: "disputed" }),
    ];
    const of = (day: number) => settledFigure(borders, ["A", "B", "C", "D"], day, "s");
    assert.deepEqual([of(civilDay(2004, 12, 31)).figure, of(DAY).figure], [1 / 3, 2 / 3]);
    const year = {
      precision: "year",
      text: "2010",
      first: civilDay(2010, 1, 1),
      last: civilDay(2010, 12, 31),
    } as const;
    const open = settledFigure(
      [section(["A", "B"], { status: "described" }), section(["A", "B"], { from: year })],
      ["A", "B"],
      DAY,
      "s",
    );
    assert.deepEqual([open.figure, open.between], [undefined, [0, 1]]);
  });
});
