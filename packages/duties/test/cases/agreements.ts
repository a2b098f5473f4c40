import type { DutyClause } from "@kelisim/accord/program";
import { asOf, type Case, inputOf, type Setting } from "../sketch/case.ts";
import {
  act,
  by,
  duty,
  equal,
  limit,
  missOf,
  notLaterThan,
  number,
  party,
  right,
  role,
  term,
  when,
  within,
} from "../sketch/program.ts";
import { answer, ask, covered, fact, plan, record } from "../sketch/records.ts";
import { at, day, endOf } from "../sketch/time.ts";

/** What agreements of Central Asia need beyond the plain cases: earliest moments, windows, own thresholds, unknowns. */

type Expected = Case["lines"][number];

const reply = duty("D", {
  trigger: when("Ask", "r"),
  debtor: role("r.to"),
  creditor: role("r.from"),
  act: act("Answer", "a", equal(term("a.answers"), term("r"))),
  deadlines: by(within("7 days", term("r.sent"))),
});
const asked = ask("r1", "A", "B", "2026-03-01");
const invite = duty("D", {
  trigger: when("Plan", "p"),
  debtor: role("p.host"),
  creditor: party("B"),
  act: act("Invite", "i", equal(term("i.plan"), term("p"))),
  deadlines: by(notLaterThan("0 days", term("p.start"))),
});
const planned = plan("p1", "A", "2026-01-01", { start: day("2026-06-30"), size: 3 });

const one = (
  name: string,
  setting: Setting,
  moment: string | number,
  lines: readonly Expected[],
  more: Partial<Case> = {},
): Case => ({ name, input: inputOf(setting), question: asOf(moment), clause: "D", lines, ...more });

const notSooner: DutyClause = {
  ...invite,
  notBefore: { direction: "before", duration: { value: 60, unit: "day" }, base: term("p.start") },
};
const inviting = (id: string, occurred: string) =>
  record(id, "Invite", "A", occurred, { to: ["B"], content: { plan: "p1" } });

/** The third request within 30 days, this one included. */
const third: DutyClause = {
  ...reply,
  trigger: when("Ask", "r", {
    kind: "compare",
    op: ">=",
    left: { kind: "window", aggregate: "count", record: "Ask", variable: "o", over: { value: 30, unit: "day" } },
    right: number(3),
  }),
};
const large = (name: string): DutyClause["trigger"] =>
  when("Plan", "p", {
    kind: "compare",
    op: ">=",
    left: term("p.size"),
    right: { kind: "own threshold", name, of: term("p.host"), otherwise: number(5) },
  });
const threshold = (value: number, from?: string) =>
  fact({
    id: `x${value}`,
    kind: "threshold",
    instrument: "T",
    party: "A",
    name: "size",
    value,
    ...(from !== undefined && { from: day(from) }),
  });

export const AGREEMENT_CASES: readonly Case[] = [
  one(
    "no sooner than: until then a duty is upcoming",
    { clauses: [notSooner], records: [planned] },
    "2026-04-30T23:59:59.999Z",
    [{ state: "upcoming", deadline: endOf("2026-06-30") }],
  ),
  one(
    "no sooner than: an act a millisecond earlier does not count",
    { clauses: [notSooner], records: [planned, inviting("i1", "2026-04-30T23:59:59.999Z")] },
    "2026-06-20",
    [{ state: "open", performance: undefined }],
  ),
  one(
    "no sooner than: an act at the first instant of the day counts",
    { clauses: [notSooner], records: [planned, inviting("i1", "2026-05-01")] },
    "2026-06-20",
    [{ state: "met", performance: "i1" }],
  ),
  one(
    "no sooner than: coverage is needed from then only",
    { clauses: [notSooner], facts: [covered({ from: at("2026-05-01") })], records: [planned] },
    "2026-07-01",
    [{ state: "overdue" }],
  ),
  one(
    "no sooner than: a right is upcoming until then",
    { clauses: [{ ...notSooner, kind: "right" }], records: [planned] },
    "2026-04-01",
    [{ form: "right", state: "upcoming" }],
  ),
  one(
    "a calendar date with a year of its own counts back from it",
    {
      clauses: [
        { ...invite, deadlines: by({ kind: "calendar date", month: 11, day: 15, years: -1, of: term("p.start") }) },
      ],
      records: [{ ...planned, occurred: at("2025-11-15"), recorded: at("2025-11-15"), known: at("2025-11-15") }],
    },
    "2025-11-15",
    [{ state: "open", deadline: endOf("2025-11-15") }],
  ),
  one(
    "a plan made after such a date had no lead time",
    {
      clauses: [
        { ...invite, deadlines: by({ kind: "calendar date", month: 11, day: 15, years: -1, of: term("p.start") }) },
      ],
      records: [planned],
    },
    "2026-01-02",
    [{ state: "lead time already passed", deadline: endOf("2025-11-15") }],
  ),
  one(
    "a window counts the trigger itself and excludes its start",
    {
      clauses: [third],
      records: [
        ask("q1", "A", "B", "2026-03-01"),
        ask("q2", "A", "B", "2026-03-31T00:00:00.001Z"),
        ask("q3", "A", "B", "2026-04-01"),
      ],
    },
    "2026-04-02",
    [],
  ),
  one(
    "a window of three",
    {
      clauses: [third],
      records: [
        ask("q1", "A", "B", "2026-03-02"),
        ask("q2", "A", "B", "2026-03-31"),
        ask("q3", "A", "B", "2026-03-31T23:59:59.999Z"),
      ],
    },
    "2026-04-02",
    [{ subject: "q3", state: "open" }],
  ),
  one(
    "a party's own threshold",
    { clauses: [{ ...invite, trigger: large("size") }], facts: [threshold(3)], records: [planned] },
    "2026-01-02",
    [{ debtor: "A" }],
  ),
  one(
    "the threshold of the text where the party set none",
    { clauses: [{ ...invite, trigger: large("size") }], facts: [threshold(3, "2026-01-02")], records: [planned] },
    "2026-01-02",
    [],
  ),
  one(
    "whose threshold applies is unknown where the party is not given",
    {
      clauses: [{ ...invite, trigger: large("size"), debtor: party("A") }],
      records: [record("p1", "Plan", "A", "2026-01-01", { content: { size: 9 } })],
    },
    "2026-01-02",
    [],
    { undetermined: ["p1"] },
  ),
  one(
    "a role that rests on an attribute not given is undetermined",
    { clauses: [invite], records: [record("p1", "Plan", "A", "2026-01-01", { content: {} })] },
    "2026-01-02",
    [],
    { undetermined: ["p1"] },
  ),
  one(
    "a membership of unknown beginning leaves the duty unverified",
    {
      clauses: [{ ...reply, creditor: { kind: "members", organisation: "ORG" } }],
      facts: [fact({ id: "m", kind: "membership", organisation: "ORG", party: "A", status: "member" })],
      records: [asked],
    },
    "2026-03-02",
    [{ debtor: "B", creditor: "A", unverified: true }],
  ),
  one(
    "an observer is no member",
    {
      clauses: [{ ...reply, creditor: { kind: "members", organisation: "ORG" } }],
      facts: [
        fact({
          id: "m",
          kind: "membership",
          organisation: "ORG",
          party: "A",
          status: "observer",
          from: day("2020-01-01"),
        }),
      ],
      records: [asked],
    },
    "2026-03-02",
    [],
  ),
  one(
    "what follows the miss of a duty owed to nobody is owed by nobody",
    {
      clauses: [
        { ...reply, id: "C", creditor: { kind: "nobody" } },
        right("D", {
          trigger: missOf("C"),
          debtor: { kind: "creditor" },
          creditor: { kind: "debtor" },
          act: act("Level", "l"),
          deadlines: [],
        }),
      ],
      facts: [covered()],
      records: [asked],
    },
    "2026-04-01",
    [],
  ),
  one(
    "a deadline that had passed when the duty arose is concluded where its instant is covered",
    {
      clauses: [{ ...reply, deadlines: by(within("2 days", term("r.day"))) }],
      facts: [covered({ from: endOf("2025-01-03"), until: at("2025-01-04") })],
      records: [{ ...asked, content: { day: day("2025-01-01") } }],
    },
    "2026-04-01",
    [{ state: "overdue", deadline: endOf("2025-01-03") }],
  ),
  one(
    "and is not where only a later time is covered",
    {
      clauses: [{ ...reply, deadlines: by(within("2 days", term("r.day"))) }],
      facts: [covered({ from: at("2025-01-04") })],
      records: [{ ...asked, content: { day: day("2025-01-01") } }],
    },
    "2026-04-01",
    [{ state: "date passed, nothing recorded here" }],
  ),
  one(
    "to everyone: each bound party owes, but the one that asks",
    { clauses: [reply], records: [ask("r1", "A", "*", "2026-03-01"), answer("a1", "C", "A", "2026-03-02", "r1")] },
    "2026-03-03",
    [
      { debtor: "B", state: "open" },
      { debtor: "C", state: "met" },
      { debtor: "D", state: "open" },
    ],
  ),
  one(
    "a limit under an instrument counts only records that name it",
    {
      clauses: [
        limit("D", {
          amount: { type: "count", value: 0 },
          aggregate: { kind: "count" },
          record: "Plan",
          variable: "p",
          under: true,
          window: { kind: "always" },
          bearer: { term: term("p.host"), side: false },
        }),
      ],
      facts: [covered()],
      records: [plan("p1", "A", "2026-01-01", {}), plan("p2", "B", "2026-01-01", {}, { under: ["T"] })],
    },
    "2026-04-01",
    [
      { debtor: "A", state: "within", value: "0" },
      { debtor: "B", state: "exceeded", value: "1" },
      { debtor: "C", state: "within" },
      { debtor: "D", state: "within" },
    ],
  ),
];
