import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Comparison, Condition } from "../src/program/index.ts";
import { alwaysHolds, canHold, casesOf, type Declared } from "../src/program/index.ts";

const DECLARED: Readonly<Record<string, Declared>> = {
  n: { type: { type: "count" }, max: 4 },
  m: { type: { type: "count" }, max: 4 },
  c: { type: { type: "choice", of: ["a", "b", "c"] } },
  y: { type: { type: "yes/no" } },
};
const declared = (_variable: string, name: string) => DECLARED[name];
const attribute = (name: string) => ({ kind: "attribute", variable: "e", name }) as const;

const operator = fc.constantFrom<Comparison>("=", "!=", "<", "<=", ">", ">=");
const number = fc.tuple(fc.constantFrom("n", "m"), operator, fc.integer({ min: -1, max: 6 })).map(
  ([name, op, value]): Condition => ({
    kind: "compare",
    op,
    left: attribute(name),
    right: { kind: "constant", value: { type: "count", value } },
  }),
);
const choice = fc.tuple(fc.constantFrom<Comparison>("=", "!="), fc.constantFrom("a", "b", "c")).map(
  ([op, value]): Condition => ({
    kind: "compare",
    op,
    left: { kind: "constant", value: { type: "text", value } },
    right: attribute("c"),
  }),
);
const order = operator.map((op): Condition => ({ kind: "compare", op, left: attribute("n"), right: attribute("m") }));
const holds = fc.constant<Condition>({ kind: "holds", term: attribute("y") });

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(number, choice, order, holds),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ kind: "and", all })),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ kind: "or", any })),
    tie("condition").map((inner): Condition => ({ kind: "not", condition: inner })),
  ),
}));

/** All records that the declarations allow. */
const worlds = [0, 1, 2, 3, 4].flatMap((n) =>
  [0, 1, 2, 3, 4].flatMap((m) => ["a", "b", "c"].flatMap((c) => [true, false].map((y) => ({ n, m, c, y })))),
);

function isTrue(world: Readonly<Record<string, unknown>>, asked: Condition): boolean {
  switch (asked.kind) {
    case "and":
      return asked.all.every((part) => isTrue(world, part));
    case "or":
      return asked.any.some((part) => isTrue(world, part));
    case "not":
      return !isTrue(world, asked.condition);
    case "holds":
      return world.y === true;
    case "compare": {
      const [a, b] = [asked.left, asked.right].map((term) =>
        term.kind === "attribute" ? world[term.name] : term.kind === "constant" ? term.value.value : undefined,
      ) as [number, number];
      return { "=": a === b, "!=": a !== b, "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b }[asked.op];
    }
    default:
      throw new Error(asked.kind);
  }
}

test("what can be true is never called impossible, and what is not always true never called so", () => {
  fc.assert(
    fc.property(condition, (asked) => {
      const possible = worlds.some((world) => isTrue(world, asked));
      const certain = worlds.every((world) => isTrue(world, asked));
      if (possible) assert.ok(canHold(asked, declared));
      if (!certain) assert.ok(!alwaysHolds(asked, declared));
    }),
    { numRuns: 3000 },
  );
});

/** Without comparisons of two attributes the reasoning is exact. */
test("what is impossible is found", () => {
  const plain = fc.array(fc.oneof(number, choice, holds), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(plain, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (parts, denied) => {
      const all = parts.map((part, i): Condition => (denied[i] ? { kind: "not", condition: part } : part));
      const asked: Condition = { kind: "and", all };
      const possible = worlds.some((world) => isTrue(world, asked));
      assert.equal(canHold(asked, declared), possible);
    }),
    { numRuns: 3000 },
  );
});

test("too many alternatives are taken to be possible", () => {
  const pair: Condition = {
    kind: "or",
    any: [
      { kind: "holds", term: attribute("y") },
      { kind: "not", condition: { kind: "holds", term: attribute("y") } },
    ],
  };
  assert.equal(canHold({ kind: "and", all: Array.from({ length: 40 }, () => pair) }, declared), true);
});

/** Each way that is named is one in which the condition is true, and together they leave out no record. */
test("the ways in which a condition may be true are those in which it is", () => {
  fc.assert(
    fc.property(condition, (asked) => {
      const ways = [...casesOf(asked, declared)].flatMap((way) => (way === "too many" ? [] : [way]));
      for (const world of worlds) {
        const met = ways.some((literals) =>
          literals.every((literal) => isTrue(world, literal.condition) !== literal.denied),
        );
        assert.equal(met, isTrue(world, asked));
      }
    }),
    { numRuns: 1000 },
  );
});
