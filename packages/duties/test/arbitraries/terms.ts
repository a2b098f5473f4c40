import type { Comparison, Condition, Term } from "@kelisim/accord/program";
import fc from "fast-check";
import { both, constant, equal, lasting, number, term } from "../sketch/program.ts";

/** Conditions over the variables of the small vocabulary; typed, so that the checker would let them pass. */

const weighted = <T>(...choices: readonly (readonly [number, T])[]): fc.Arbitrary<T> =>
  fc.oneof(...choices.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

const compare = (op: Comparison, left: Term, right: Term): Condition => ({ kind: "compare", op, left, right });
const comparison = fc.constantFrom<Comparison>(">=", "=", "!=", "<", "<=", ">");
const small = fc.nat(4).map(number);
const counted = (variable: string, name: string) =>
  fc.tuple(comparison, small).map(([op, value]) => compare(op, term(`${variable}.${name}`), value));
const isWord = (path: string, value: string, type: "text" | "party" = "text") =>
  equal(term(path), constant({ type, value }));
const holds = (path: string): Condition => ({ kind: "holds", term: term(path) });
const given = (path: string): Condition => ({ kind: "given", term: term(path) });
const member = (path: string): Condition => ({ kind: "member", party: term(path), organisation: "ORG" });
const inBand = (path: string): Condition => ({ kind: "in zone", place: term(path), zone: "band" });

/** How many others of a kind, or how much of an attribute, in the days up to the moment. */
const window = (record: string, attribute: string): fc.Arbitrary<Condition> =>
  fc
    .record({
      sum: fc.boolean(),
      over: fc.constantFrom("2 days", "1 month", "48 hours", "1 week"),
      least: fc.integer({ min: 1, max: 3 }),
      where: fc.option(counted("o", attribute), { nil: undefined, freq: 2 }),
    })
    .map(({ sum, over, least, where }) =>
      compare(
        ">=",
        {
          kind: "window",
          aggregate: sum ? "sum" : "count",
          record,
          variable: "o",
          ...(sum && { attribute }),
          ...(where !== undefined && { where }),
          over: lasting(over) as Extract<Term, { kind: "window" }>["over"],
        },
        number(least),
      ),
    );

const ownThreshold = (path: string, of: string): Condition =>
  compare(">=", term(path), { kind: "own threshold", name: "size", of: term(of), otherwise: number(2) });

function simple(record: string, variable: string): fc.Arbitrary<Condition> {
  const at = (name: string) => `${variable}.${name}`;
  switch (record) {
    case "Ask":
      return fc.oneof(
        { weight: 4, arbitrary: counted(variable, "about") },
        { weight: 3, arbitrary: fc.constant(holds(at("urgent"))) },
        {
          weight: 2,
          arbitrary: fc.constantFrom(isWord(at("topic"), "arms"), given(at("about")), isWord(at("from"), "A", "party")),
        },
        { weight: 1, arbitrary: fc.constantFrom(member(at("from")), given(at("received")), given(at("ref"))) },
        { weight: 1, arbitrary: window("Ask", "about") },
        { weight: 1, arbitrary: fc.constant(equal(term(at("ref")), term(variable))) },
      );
    case "Plan":
      return fc.oneof(
        { weight: 3, arbitrary: counted(variable, "size") },
        { weight: 2, arbitrary: weighted([3, inBand(at("place"))], [1, holds(at("live"))]) },
        { weight: 1, arbitrary: fc.constant(ownThreshold(at("size"), at("host"))) },
        { weight: 1, arbitrary: fc.constant(compare("<", term(at("start")), term(at("end")))) },
        { weight: 1, arbitrary: fc.constant(compare(">", term(at("opens")), term(at("occurred")))) },
        {
          weight: 1,
          arbitrary: fc.constant(compare(">=", term(at("start")), constant({ type: "date", value: "2024-03-01" }))),
        },
        { weight: 1, arbitrary: window("Plan", "size") },
      );
    case "Answer":
      return counted(variable, "grade");
    case "Invite":
      return fc.constant(given(at("arrival")));
    case "Level":
      return counted(variable, "personnel");
    case "Visit":
      return fc.constantFrom(
        isWord(at("receiving"), "B", "party"),
        given(at("start")),
        compare("!=", term(at("guest")), term(at("receiving"))),
      );
    case "Release":
      return fc.constantFrom<Condition>(
        isWord(at("sector"), "east"),
        compare(">", term(at("volume")), constant({ type: "amount", value: "1.5", unit: "m3" })),
      );
    default:
      return fc.constant(given(at("period")));
  }
}

/** A condition on one variable: simple ones first, so that it shrinks to them. */
export function condition(record: string, variable: string): fc.Arbitrary<Condition> {
  const one = simple(record, variable);
  return fc.oneof(
    { weight: 5, arbitrary: one },
    { weight: 1, arbitrary: fc.tuple(one, one).map((all) => both(...all)) },
    { weight: 1, arbitrary: fc.tuple(one, one).map((any): Condition => ({ kind: "or", any })) },
    { weight: 1, arbitrary: one.map((each): Condition => ({ kind: "not", condition: each })) },
  );
}
