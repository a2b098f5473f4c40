import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  type ComponentFigure,
  compareIndices,
  FORMAL_REGIONALISM,
  type IndexDefinition,
  IndexMisused,
  indexOf,
  PRACTICAL_REGIONALISATION,
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
