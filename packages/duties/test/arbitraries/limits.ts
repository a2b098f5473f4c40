import type { CalendarUnit, LimitClause, Role, StandingClause, Term } from "@kelisim/accord/program";
import fc from "fast-check";
import { EACH, limit, OTHERS, party, standing, term } from "../sketch/program.ts";
import { condition } from "./terms.ts";

/** Limits of every aggregate and window, and standing clauses. */

type Aggregate = LimitClause["aggregate"];
interface Shape {
  readonly record: string;
  readonly variable: string;
  readonly bearers: readonly Term[];
  readonly groups: readonly Term[];
  readonly times: readonly Term[];
  readonly aggregate: Aggregate;
  readonly level?: boolean;
}

const SHAPES: readonly Shape[] = [
  {
    record: "Visit",
    variable: "v",
    bearers: [term("v.receiving"), term("v.guest")],
    groups: [term("v.guest")],
    times: [term("v.start")],
    aggregate: { kind: "count" },
  },
  {
    record: "Release",
    variable: "w",
    bearers: [term("w.from")],
    groups: [term("w.sector")],
    times: [],
    aggregate: { kind: "sum", attribute: "volume" },
  },
  {
    record: "Level",
    variable: "l",
    bearers: [term("l.from")],
    groups: [],
    times: [term("l.day")],
    aggregate: { kind: "level", attribute: "personnel" },
    level: true,
  },
  {
    record: "Plan",
    variable: "p",
    bearers: [term("p.host")],
    groups: [],
    times: [],
    aggregate: { kind: "simultaneous", start: "start", end: "end" },
    level: true,
  },
  {
    record: "Plan",
    variable: "p",
    bearers: [term("p.host")],
    groups: [],
    times: [term("p.start")],
    aggregate: { kind: "sum", attribute: "size" },
  },
];

const option = <T>(arbitrary: fc.Arbitrary<T>, freq: number) => fc.option(arbitrary, { nil: undefined, freq });
const calendar = fc
  .constantFrom<CalendarUnit>("month", "quarter", "half-year", "year")
  .map((unit): LimitClause["window"] => ({ kind: "calendar", unit }));
const rolling = fc
  .constantFrom([2, "day"] as const, [1, "month"] as const, [3, "year"] as const)
  .map(([value, unit]): LimitClause["window"] => ({ kind: "rolling", value, unit }));
const always = fc.constant<LimitClause["window"]>({ kind: "always" });

/** Those whom a prohibition may name instead of everybody. */
const NAMED: readonly Role[] = [
  { kind: "party", id: "A" },
  { kind: "party", id: "ORG" },
  { kind: "members", organisation: "ORG" },
  {
    kind: "all of",
    roles: [
      { kind: "party", id: "B" },
      { kind: "party", id: "ORG" },
    ],
  },
];

export const aLimit = (id: string): fc.Arbitrary<LimitClause> =>
  fc.constantFrom(...SHAPES).chain((shape) =>
    fc
      .record({
        amount: fc.nat(2),
        where: option(condition(shape.record, shape.variable), 2),
        time: option(fc.constantFrom(undefined, ...shape.times), 3),
        window: shape.level === true ? always : fc.oneof(calendar, rolling, always),
        term: fc.constantFrom(...shape.bearers),
        side: fc.nat(3),
        grouped: fc.nat(2),
        unlessConsent: fc.nat(2),
        who: fc.constantFrom(...Array.from({ length: 12 }, () => undefined), ...NAMED),
        under: fc.nat(7),
        excess: option(
          fc.record({
            percent: fc.constantFrom(50, 100),
            forAtMost: fc.constantFrom({ value: 2, unit: "day" } as const, { value: 1, unit: "month" } as const),
            times: option(
              fc.constantFrom<CalendarUnit>("month", "year").map((unit) => ({ value: 1, unit })),
              1,
            ),
          }),
          1,
        ),
      })
      .map(({ amount, where, time, side, grouped, unlessConsent, who, under, excess, term: bearer, window }) => {
        const value: LimitClause["amount"] =
          shape.record === "Release"
            ? { type: "amount", value: `${amount}.5`, unit: "m3" }
            : { type: "count", value: amount };
        const { times, ...rest } = excess ?? {};
        const isLevel = shape.aggregate.kind === "level" && excess !== undefined;
        return limit(id, {
          amount: value,
          aggregate: shape.aggregate,
          record: shape.record,
          variable: shape.variable,
          window,
          bearer: { term: bearer, side: side === 3, ...(who !== undefined && side !== 3 && { who }) },
          groups: grouped === 2 ? shape.groups : [],
          unlessConsent: unlessConsent === 2,
          ...(under === 7 && { under: true as const }),
          form: amount === 0 ? "prohibition" : "ceiling",
          ...(where !== undefined && { where }),
          ...(time !== undefined && { time }),
          ...(isLevel && {
            excess: { ...rest, ...(times !== undefined && { times }) } as NonNullable<LimitClause["excess"]>,
          }),
        });
      }),
  );

export const aStanding = (id: string): fc.Arbitrary<StandingClause> =>
  fc
    .constantFrom(
      [EACH, OTHERS] as const,
      [{ kind: "each side" }, { kind: "other side" }] as const,
      [party("A"), party("B")] as const,
      [{ kind: "side", name: "Many" }, party("ORG")] as const,
    )
    .map(([debtor, creditor]) => standing(id, debtor, creditor));
