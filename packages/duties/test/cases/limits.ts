import type { Condition, LimitClause } from "@kelisim/accord/program";
import { Big } from "big.js";
import type { LimitState } from "../../src/question.ts";
import { asOf, type Case, inputOf, type Setting } from "../sketch/case.ts";
import { limit, term } from "../sketch/program.ts";
import { ALL_BOUND, covered, fact, plan, record } from "../sketch/records.ts";
import { at, day } from "../sketch/time.ts";

/** Ceilings, quotas, prohibitions: what is counted, over which window, and when that can be said. */

type Expected = Case["lines"][number];

function one(name: string, setting: Setting, moment: string | number, ...lines: Expected[]): Case {
  const question = asOf(moment);
  return { name, input: inputOf(setting), question: { ...question, until: question.asOf }, clause: "D", lines };
}
const onlyA: Setting["facts"] = [ALL_BOUND[0]!];
const amount = (value: number) => ({ type: "count", value }) as const;
const of = (state: LimitState, value: number | undefined, more: Expected = {}): Expected => ({
  debtor: "A",
  state,
  value: value === undefined ? undefined : String(value),
  ...more,
});

const visits = (more: Partial<LimitClause> = {}): LimitClause =>
  limit("D", {
    amount: amount(2),
    aggregate: { kind: "count" },
    record: "Visit",
    variable: "v",
    window: { kind: "calendar", unit: "year" },
    bearer: { term: term("v.receiving"), side: false },
    ...more,
  });
const visit = (id: string, occurred: string, content = {}) =>
  record(id, "Visit", "B", occurred, { content: { guest: "B", receiving: "A", ...content } });
const three = [visit("v1", "2026-01-01"), visit("v2", "2026-02-01"), visit("v3", "2026-03-01")];
const ofVisits = (
  name: string,
  clause: LimitClause,
  records: Setting["records"],
  moment: string | number,
  facts: Setting["facts"],
  ...lines: Expected[]
) => one(name, { clauses: [clause], facts: [...onlyA!, ...(facts ?? [])], records: records ?? [] }, moment, ...lines);

const spilled = (amountOf: string, more: Partial<LimitClause> = {}): LimitClause =>
  limit("D", {
    amount: { type: "amount", value: amountOf, unit: "m3" },
    aggregate: { kind: "sum", attribute: "volume" },
    record: "Release",
    variable: "w",
    window: { kind: "calendar", unit: "year" },
    bearer: { term: term("w.from"), side: false },
    ...more,
  });
const release = (id: string, occurred: string, volume: string | undefined, from = "A") =>
  record(id, "Release", from, occurred, { content: volume === undefined ? {} : { volume: new Big(volume) } });

const levels = (more: Partial<LimitClause> = {}): LimitClause =>
  limit("D", {
    amount: amount(100),
    aggregate: { kind: "level", attribute: "personnel" },
    record: "Level",
    variable: "l",
    window: { kind: "always" },
    bearer: { term: term("l.from"), side: false },
    ...more,
  });
const level = (id: string, occurred: string, personnel: number | undefined) =>
  record(id, "Level", "A", occurred, { content: personnel === undefined ? {} : { personnel } });
const excess = { percent: 35, forAtMost: { value: 90, unit: "day" }, times: { value: 1, unit: "year" } } as const;
const big: Condition = {
  kind: "compare",
  op: ">=",
  left: term("p.size"),
  right: { kind: "constant", value: amount(10) },
};
const stays = limit("D", {
  amount: amount(1),
  aggregate: { kind: "simultaneous", start: "start", end: "end" },
  record: "Plan",
  variable: "p",
  window: { kind: "always" },
  bearer: { term: term("p.host"), side: false },
});
const stay = (id: string, start: string, end: string) =>
  plan(id, "A", "2026-01-01", { start: day(start), end: day(end) });
const rolling = visits({ window: { kind: "rolling", value: 3, unit: "year" }, amount: amount(1) });

export const LIMIT_CASES: readonly Case[] = [
  ofVisits(
    "a prohibition that names somebody has a line for nobody else",
    visits({ bearer: { term: term("v.receiving"), side: false, who: { kind: "party", id: "B" } } }),
    three,
    "2026-06-01",
    ALL_BOUND.slice(1),
    { debtor: "B", state: "unknown", value: "0" },
  ),
  ofVisits(
    "an organ that a prohibition names has a line without any record",
    visits({ bearer: { term: term("v.receiving"), side: false, who: { kind: "party", id: "ORG" } } }),
    [],
    "2026-06-01",
    [],
    { debtor: "ORG", state: "unknown", value: "0" },
  ),
  ofVisits(
    "an organ bears a limit as soon as a record is its own",
    visits(),
    three.map((each) => ({ ...each, content: { ...each.content, receiving: "ORG" } })),
    "2026-06-01",
    [],
    of("unknown", 0),
    { debtor: "ORG", state: "exceeded", value: "3" },
  ),
  ofVisits(
    "at the amount, with coverage: within",
    visits(),
    three.slice(0, 2),
    "2026-04-01",
    [covered()],
    of("within", 2, { period: "2026" }),
  ),
  ofVisits("at the amount, without coverage: unknown", visits(), three.slice(0, 2), "2026-04-01", [], of("unknown", 2)),
  ofVisits(
    "above the amount it is exceeded, even without coverage",
    visits(),
    three,
    "2026-04-01",
    [],
    of("exceeded", 3),
  ),
  ofVisits("what happens after the as-of does not count", visits(), three, "2026-02-28", [covered()], of("within", 2)),
  ofVisits(
    "what was withdrawn does not count",
    visits(),
    [...three, record("x", "withdrawal", "B", "2026-03-02", { withdraws: "v3" })],
    "2026-04-01",
    [covered()],
    of("within", 2),
  ),
  ofVisits(
    "each correction counts once",
    visits(),
    [...three.slice(0, 2), { ...visit("v4", "2026-02-02"), corrects: "v2" }],
    "2026-04-01",
    [covered()],
    of("within", 2),
  ),
  ofVisits(
    "last year's do not count",
    visits(),
    [visit("v0", "2025-12-31T23:59:59.999Z"), ...three.slice(0, 2)],
    "2026-04-01",
    [covered()],
    of("within", 2),
  ),
  one(
    "a quota's year is read in the time zone of the instrument",
    {
      clauses: [visits()],
      instrument: { timeZone: "Asia/Almaty" },
      facts: [...onlyA!, covered()],
      records: [visit("v0", "2025-12-31T19:00:00Z"), ...three.slice(0, 2)],
    },
    "2026-04-01",
    of("exceeded", 3, { period: "2026" }),
  ),
  {
    ...ofVisits(
      "one line a year, from the one that holds the as-of to the end of the window",
      visits(),
      three,
      "2026-04-01",
      [covered()],
      of("exceeded", 3, { period: "2026" }),
      of("within", 0, { period: "2027" }),
    ),
    question: asOf("2026-04-01", { until: at("2027-01-01") }),
  },
  {
    ...ofVisits(
      "of a year that has not begun nothing is known unless the as-of is covered",
      visits(),
      three,
      "2026-04-01",
      [covered({ until: at("2026-04-01") })],
      of("exceeded", 3, { period: "2026" }),
      of("unknown", 0, { period: "2027" }),
    ),
    question: asOf("2026-04-01", { until: at("2027-01-01") }),
  },
  ofVisits(
    "groups: each that has a member",
    visits({ groups: [term("v.guest")], amount: amount(1) }),
    [...three.slice(0, 2), visit("v3", "2026-03-01", { guest: "C" })],
    "2026-04-01",
    [covered()],
    of("exceeded", 2, { group: "B" }),
    of("within", 1, { group: "C" }),
  ),
  ofVisits(
    "consent takes a record out of the count",
    visits({ amount: amount(2), unlessConsent: true }),
    three,
    "2026-04-01",
    [
      covered(),
      fact({ id: "c", kind: "consent", clause: "D", by: "B", to: "A", occurred: at("2026-01-15"), about: "v2" }),
    ],
    of("within", 2),
  ),
  ofVisits(
    "consent that comes after does not",
    visits({ unlessConsent: true }),
    three,
    "2026-04-01",
    [fact({ id: "c", kind: "consent", clause: "D", by: "B", to: "A", occurred: at("2026-03-15"), about: "v2" })],
    of("exceeded", 3),
  ),
  ofVisits(
    "consent to nothing in particular holds from its moment on",
    visits({ amount: amount(1), unlessConsent: true }),
    three,
    "2026-04-01",
    [covered(), fact({ id: "c", kind: "consent", clause: "D", by: "B", to: "A", occurred: at("2026-02-01") })],
    of("within", 1),
  ),
  ofVisits(
    "an unknown condition makes it unknown",
    visits({ where: { kind: "compare", op: "=", left: term("v.start"), right: term("v.end") } }),
    three.slice(0, 1),
    "2026-04-01",
    [covered()],
    of("unknown", 0),
  ),
  ofVisits(
    "placed by an attribute, a missing one makes it unknown",
    visits({ time: term("v.start") }),
    [visit("v1", "2026-01-01", { start: day("2026-05-01") }), visit("v2", "2026-01-01")],
    "2026-04-01",
    [covered()],
    of("unknown", 1),
  ),
  one(
    "before the bearer is bound nothing counts",
    {
      clauses: [visits()],
      facts: [{ ...ALL_BOUND[0]!, effectDate: day("2026-01-15") } as (typeof ALL_BOUND)[number], covered()],
      records: three,
    },
    "2026-04-01",
    of("within", 2),
  ),
  one(
    "a prohibition: any is too many",
    {
      clauses: [
        limit("D", {
          form: "prohibition",
          amount: amount(0),
          aggregate: { kind: "count" },
          record: "Plan",
          variable: "p",
          where: big,
          window: { kind: "always" },
          bearer: { term: term("p.host"), side: false },
        }),
      ],
      facts: [...onlyA!, covered()],
      records: [plan("p1", "A", "2026-01-01", { size: 10 }), plan("p2", "A", "2026-01-01", { size: 9 })],
    },
    "2026-04-01",
    of("exceeded", 1),
  ),
  one(
    "always: coverage from the first bound instant",
    {
      clauses: [
        limit("D", {
          amount: amount(1),
          aggregate: { kind: "count" },
          record: "Plan",
          variable: "p",
          window: { kind: "always" },
          bearer: { term: term("p.host"), side: false },
        }),
      ],
      facts: [...onlyA!, covered({ from: at("2000-01-01") })],
      records: [plan("p1", "A", "2026-01-01", {})],
    },
    "2026-04-01",
    of("within", 1),
  ),
  one(
    "always: coverage that begins a millisecond later does not suffice",
    {
      clauses: [
        limit("D", {
          amount: amount(1),
          aggregate: { kind: "count" },
          record: "Plan",
          variable: "p",
          window: { kind: "always" },
          bearer: { term: term("p.host"), side: false },
        }),
      ],
      facts: [...onlyA!, covered({ from: at("2000-01-01") + 1 })],
      records: [plan("p1", "A", "2026-01-01", {})],
    },
    "2026-04-01",
    of("unknown", 1),
  ),
  ofVisits(
    "in any 3 years: both ends of the window count once",
    rolling,
    [visit("v1", "2023-03-01"), visit("v2", "2026-03-01")],
    "2026-04-01",
    [covered()],
    of("within", 1),
  ),
  ofVisits(
    "in any 3 years: a millisecond less apart is within the window",
    rolling,
    [visit("v1", "2023-03-01T00:00:00.001Z"), visit("v2", "2026-03-01")],
    "2026-04-01",
    [covered()],
    of("exceeded", 2),
  ),
  ofVisits(
    "in any 3 years: windows that ended before are past",
    rolling,
    [visit("v1", "2021-03-01"), visit("v2", "2022-03-01")],
    "2026-04-01",
    [covered()],
    of("within", 0),
  ),
  one(
    "sums are exact decimals",
    {
      clauses: [spilled("0.3")],
      facts: [...onlyA!, covered()],
      records: [release("w1", "2026-01-01", "0.1"), release("w2", "2026-01-02", "0.2")],
    },
    "2026-04-01",
    { debtor: "A", state: "within", value: "0.3" },
  ),
  one(
    "a missing value makes a sum unknown; what is known is shown",
    {
      clauses: [spilled("0.3")],
      facts: [...onlyA!, covered()],
      records: [release("w1", "2026-01-01", "0.1"), release("w2", "2026-01-02", undefined)],
    },
    "2026-04-01",
    { debtor: "A", state: "unknown", value: "0.1" },
  ),
  one(
    "a ceiling summed over a side",
    {
      clauses: [spilled("5", { bearer: { term: term("w.from"), side: true } })],
      instrument: { sides: [{ name: "Many", members: ["A", "B"] }] },
      records: [release("w1", "2026-01-01", "3"), release("w2", "2026-01-02", "3", "B")],
    },
    "2026-04-01",
    { debtor: "T:Many", state: "exceeded", value: "6" },
  ),
  one(
    "a level is the latest value",
    {
      clauses: [levels()],
      facts: [...onlyA!, covered()],
      records: [level("l1", "2026-01-01", 120), level("l2", "2026-02-01", 100)],
    },
    "2026-04-01",
    of("within", 100),
  ),
  one(
    "no record of a level: unknown",
    { clauses: [levels()], facts: [...onlyA!, covered()] },
    "2026-04-01",
    of("unknown", undefined),
  ),
  one(
    "a level above the amount is exceeded",
    { clauses: [levels()], facts: onlyA!, records: [level("l1", "2026-01-01", 101)] },
    "2026-04-01",
    of("exceeded", 101),
  ),
  one(
    "a temporary excess is within",
    { clauses: [levels({ excess })], facts: [...onlyA!, covered()], records: [level("l1", "2026-01-01", 135)] },
    "2026-04-01",
    of("within", 135),
  ),
  one(
    "above the percentage it is exceeded",
    { clauses: [levels({ excess })], facts: [...onlyA!, covered()], records: [level("l1", "2026-01-01", 136)] },
    "2026-01-02",
    of("exceeded", 136),
  ),
  one(
    "the last instant of a temporary excess still counts",
    {
      clauses: [levels({ excess })],
      facts: [...onlyA!, covered()],
      records: [level("l1", "2026-01-01", 120), level("l2", "2026-02-01", 110)],
    },
    "2026-04-01",
    of("within", 110),
  ),
  one(
    "after it, the level is exceeded",
    {
      clauses: [levels({ excess })],
      facts: [...onlyA!, covered()],
      records: [level("l1", "2026-01-01", 120), level("l2", "2026-02-01", 110)],
    },
    at("2026-04-01") + 1,
    of("exceeded", 110),
  ),
  one(
    "a second excess in the year is one too many",
    {
      clauses: [levels({ excess })],
      facts: [...onlyA!, covered()],
      records: [level("l1", "2026-01-01", 120), level("l2", "2026-02-01", 90), level("l3", "2026-03-01", 120)],
    },
    "2026-03-02",
    of("exceeded", 120),
  ),
  one(
    "simultaneous: both ends of a stay count",
    {
      clauses: [stays],
      facts: [...onlyA!, covered()],
      records: [stay("p1", "2026-05-01", "2026-05-10"), stay("p2", "2026-05-10", "2026-05-20")],
    },
    "2026-04-01",
    of("exceeded", 2),
  ),
  one(
    "simultaneous: one after the other is within",
    {
      clauses: [stays],
      facts: [...onlyA!, covered()],
      records: [stay("p1", "2026-05-01", "2026-05-09"), stay("p2", "2026-05-10", "2026-05-20")],
    },
    "2026-04-01",
    of("within", 1),
  ),
  one(
    "simultaneous: what is over no longer counts",
    {
      clauses: [stays],
      facts: [...onlyA!, covered()],
      records: [stay("p1", "2026-03-01", "2026-03-31"), stay("p2", "2026-03-10", "2026-03-31")],
    },
    "2026-04-01",
    of("within", 0),
  ),
];
