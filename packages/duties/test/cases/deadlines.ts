import type { Deadline, Instrument } from "@kelisim/accord/program";
import type { Value } from "@kelisim/model";
import { asOf, type Case, inputOf } from "../sketch/case.ts";
import { act, by, duty, every, NOBODY, notLaterThan, party, role, term, when, within } from "../sketch/program.ts";
import { fact, plan } from "../sketch/records.ts";
import { at, dated, day, endOf } from "../sketch/time.ts";

/** Deadline arithmetic: what is counted, from what, to which last instant. Every line computed by hand. */

interface Given {
  readonly deadline: Deadline;
  /** The moment of the trigger (default 2026-03-01T00:00:00Z) and attributes of it. */
  readonly made?: string;
  readonly content?: Readonly<Record<string, Value>>;
  readonly zone?: string;
  readonly monthEnd?: Instrument["monthEnd"];
  readonly workingCalendar?: string;
}

/** The last instant that still counts; null: no date. */
function due(name: string, given: Given, expected: number | null): Case {
  const { deadline, made = "2026-03-01T00:00:00Z", content = {}, zone = "UTC", monthEnd = "clip" } = given;
  const clause = duty("D", {
    trigger: when("Plan", "p"),
    debtor: role("p.host"),
    creditor: NOBODY,
    act: act("Invite", "i"),
    deadlines: by(deadline),
  });
  const more = given.workingCalendar === undefined ? {} : { workingCalendar: given.workingCalendar };
  return {
    name,
    input: inputOf({
      clauses: [clause],
      instrument: { timeZone: zone, monthEnd, ...more },
      records: [plan("p1", "A", made, content)],
    }),
    question: asOf(at(made) + 1),
    clause: "D",
    lines: [{ debtor: "A", deadline: expected }],
  };
}

const onDay = (start: string, deadline: Deadline, expected: string | null, more: Partial<Given> = {}): Case =>
  due(
    `${describe(deadline)} ${start}${more.monthEnd ? ` (${more.monthEnd})` : ""}: ${expected ?? "no date"}`,
    { deadline, content: { start: dated(start) }, ...more },
    expected === null ? null : endOf(expected),
  );
const describe = (deadline: Deadline): string =>
  "duration" in deadline ? `${deadline.duration.value} ${deadline.duration.unit} ${deadline.kind}` : deadline.kind;
const after = (duration: string) => within(duration, term("p.start"));
const before = (duration: string) => notLaterThan(duration, term("p.start"));
const clip = { monthEnd: "clip" } as const;
const overflow = { monthEnd: "overflow" } as const;

/** Catala's published case first: 2012-01-31 + 1 month is 2012-02-29 rounded down, 2012-03-01 rounded up. */
const MONTH_ENDS: readonly Case[] = [
  onDay("2012-01-31", after("1 month"), "2012-02-29", clip),
  onDay("2012-01-31", after("1 month"), "2012-03-01", overflow),
  onDay("2026-01-31", after("1 month"), "2026-02-28", clip),
  onDay("2026-01-31", after("1 month"), "2026-03-01", overflow),
  onDay("2026-01-30", after("1 month"), "2026-02-28", clip),
  onDay("2026-01-29", after("1 month"), "2026-03-01", overflow),
  onDay("2026-01-28", after("1 month"), "2026-02-28", overflow),
  onDay("2024-01-29", after("1 month"), "2024-02-29", overflow),
  onDay("2026-03-31", after("1 month"), "2026-04-30", clip),
  onDay("2026-03-31", after("1 month"), "2026-05-01", overflow),
  onDay("2026-05-31", after("1 month"), "2026-06-30", clip),
  onDay("2026-08-31", after("1 month"), "2026-10-01", overflow),
  onDay("2026-10-31", after("1 month"), "2026-11-30", clip),
  onDay("2026-12-31", after("2 months"), "2027-02-28", clip),
  onDay("2027-12-31", after("2 months"), "2028-02-29", clip),
  onDay("2026-02-28", after("1 month"), "2026-03-28", clip),
  onDay("2026-04-30", after("1 month"), "2026-05-30", clip),
  onDay("2024-02-29", after("1 year"), "2025-02-28", clip),
  onDay("2024-02-29", after("1 year"), "2025-03-01", overflow),
  onDay("2024-02-29", after("4 years"), "2028-02-29", clip),
  onDay("2026-03-31", before("1 month"), "2026-02-28", clip),
  onDay("2026-03-31", before("1 month"), "2026-03-01", overflow),
  onDay("2024-03-31", before("1 month"), "2024-02-29", clip),
  onDay("2026-11-30", after("3 months"), "2027-02-28", clip),
  onDay("1899-12-31", after("2 months"), "1900-02-28", clip),
  onDay("1999-12-31", after("2 months"), "2000-02-29", clip),
];

const DAYS: readonly Case[] = [
  onDay("2026-06-30", before("30 days"), "2026-05-31"),
  onDay("2026-06-30", before("42 days"), "2026-05-19"),
  onDay("2026-06-30", before("0 days"), "2026-06-30"),
  onDay("2026-06-30", after("2 weeks"), "2026-07-14"),
  onDay("2024-02-28", after("1 day"), "2024-02-29"),
  onDay("2023-02-28", after("1 day"), "2023-03-01"),
  onDay("2026-06", after("1 day"), null),
  onDay("2026", before("30 days"), null),
  due("a base that is missing gives no date", { deadline: after("1 day") }, null),
  due(
    "hours after a date count from its end",
    { deadline: after("48 hours"), content: { start: day("2026-06-30") } },
    endOf("2026-07-02"),
  ),
  due(
    "hours before a date count from its start",
    { deadline: before("48 hours"), content: { start: day("2026-06-30") } },
    at("2026-06-28"),
  ),
  due("a fixed date ends with its day", { deadline: { kind: "date", date: "2026-12-15" } }, endOf("2026-12-15")),
  due(
    "a fixed date ends with its day in the time zone of the instrument",
    { deadline: { kind: "date", date: "2026-12-15" }, zone: "Asia/Bishkek" },
    at("2026-12-15T18:00:00Z") - 1,
  ),
  due(
    "hours before an instant are exact",
    { deadline: notLaterThan("36 hours", term("p.opens")), content: { opens: at("2026-03-05T06:00:00Z") } },
    at("2026-03-03T18:00:00Z"),
  ),
  due(
    "a text reading of a vague term",
    {
      deadline: {
        kind: "vague",
        term: "immediately",
        base: term("p.sent"),
        reading: { duration: { value: 24, unit: "hour" }, by: "secretariat" },
      },
    },
    at("2026-03-02"),
  ),
];

/** Vienna went from UTC+1 to UTC+2 on 2026-03-29 at 02:00, and back on 2026-10-25 at 03:00. */
const VIENNA: readonly Case[] = [
  due(
    "48 hours over a change of the clock are 48 hours",
    { deadline: within("48 hours", term("p.sent")), made: "2026-03-28T11:00:00Z", zone: "Europe/Vienna" },
    at("2026-03-30T11:00:00Z"),
  ),
  due(
    "2 days over a change of the clock keep the time of day",
    { deadline: within("2 days", term("p.sent")), made: "2026-03-28T11:00:00Z", zone: "Europe/Vienna" },
    at("2026-03-30T10:00:00Z"),
  ),
  due(
    "2 days over the change in autumn",
    { deadline: within("2 days", term("p.sent")), made: "2026-10-24T10:00:00Z", zone: "Europe/Vienna" },
    at("2026-10-26T11:00:00Z"),
  ),
  due(
    "a time of day that the clock skips is read an hour later",
    { deadline: within("1 day", term("p.sent")), made: "2026-03-28T01:30:00Z", zone: "Europe/Vienna" },
    at("2026-03-29T01:30:00Z"),
  ),
  due(
    "a time of day that comes twice is read the first time",
    { deadline: within("1 day", term("p.sent")), made: "2026-10-24T00:30:00Z", zone: "Europe/Vienna" },
    at("2026-10-25T00:30:00Z"),
  ),
  due(
    "a day of 23 hours ends with its last instant",
    { deadline: after("0 days"), content: { start: day("2026-03-29") }, zone: "Europe/Vienna" },
    at("2026-03-29T22:00:00Z") - 1,
  ),
  due(
    "one month from an instant keeps the time of day",
    { deadline: within("1 month", term("p.sent")), made: "2026-03-15T11:00:00Z", zone: "Europe/Vienna" },
    at("2026-04-15T10:00:00Z"),
  ),
];

/** Almaty went from UTC+6 to UTC+5 on 2024-03-01 at 00:00: that night 23:00 to 24:00 came twice. Bishkek left summer time in 2005. */
const CENTRAL_ASIA: readonly Case[] = [
  due(
    "the last day before the change in Kazakhstan ends at its second midnight",
    { deadline: after("0 days"), content: { start: day("2024-02-29") }, zone: "Asia/Almaty" },
    at("2024-02-29T19:00:00Z") - 1,
  ),
  due(
    "the day before ended by the old time",
    { deadline: after("0 days"), content: { start: day("2024-02-28") }, zone: "Asia/Almaty" },
    at("2024-02-28T18:00:00Z") - 1,
  ),
  due(
    "7 days over the change keep the time of day",
    { deadline: within("7 days", term("p.sent")), made: "2024-02-25T06:00:00Z", zone: "Asia/Almaty" },
    at("2024-03-03T07:00:00Z"),
  ),
  due(
    "168 hours over the change do not",
    { deadline: within("168 hours", term("p.sent")), made: "2024-02-25T06:00:00Z", zone: "Asia/Almaty" },
    at("2024-03-03T06:00:00Z"),
  ),
  due(
    "Tashkent has one time all year",
    { deadline: within("7 days", term("p.sent")), made: "2024-02-25T06:00:00Z", zone: "Asia/Tashkent" },
    at("2024-03-03T06:00:00Z"),
  ),
  due(
    "Bishkek stayed on UTC+6 in August 2005",
    { deadline: within("1 month", term("p.sent")), made: "2005-07-20T06:00:00Z", zone: "Asia/Bishkek" },
    at("2005-08-20T06:00:00Z"),
  ),
  due(
    "Bishkek set its clock back no more in autumn 2005",
    { deadline: within("1 month", term("p.sent")), made: "2005-10-15T06:00:00Z", zone: "Asia/Bishkek" },
    at("2005-11-15T06:00:00Z"),
  ),
];

/** 2026-03-06 was a Friday; the calendar "office" works Monday to Friday. */
const WORKING: readonly Case[] = [
  onDay("2026-03-06", after("1 working day"), "2026-03-09", { workingCalendar: "office" }),
  onDay("2026-03-06", after("5 working days"), "2026-03-13", { workingCalendar: "office" }),
  onDay("2026-03-07", after("1 working day"), "2026-03-09", { workingCalendar: "office" }),
  onDay("2026-03-09", before("1 working day"), "2026-03-06", { workingCalendar: "office" }),
  onDay("2026-03-06", after("1 working day"), null),
  onDay("2026-03-06", after("1 working day"), null, { workingCalendar: "unknown" }),
  due(
    "working days from an instant keep the time of day",
    { deadline: within("1 working day", term("p.sent")), made: "2026-03-06T09:00:00Z", workingCalendar: "office" },
    at("2026-03-09T09:00:00Z"),
  ),
];

/** A recurring duty of A: the periods whose deadline lies in 2026 (UTC), and their last instants. */
function recurring(
  name: string,
  trigger: Parameters<typeof every>,
  deadline: Deadline,
  expected: Readonly<Record<string, number | null>>,
  question = asOf("2026-05-15", { from: at("2026-01-01"), until: endOf("2026-12-31") }),
  zone = "UTC",
): Case {
  const clause = duty("D", {
    trigger: every(...trigger),
    debtor: party("A"),
    creditor: party("ORG"),
    act: act("Report", "q", { kind: "compare", op: "=", left: term("q.period"), right: { kind: "period", offset: 0 } }),
    deadlines: by(deadline),
  });
  return {
    name,
    input: inputOf({ clauses: [clause], instrument: { timeZone: zone } }),
    question,
    clause: "D",
    lines: Object.entries(expected).map(([period, at]) => ({ debtor: "A", period, deadline: at })),
  };
}
const END = { kind: "period end" } as const;
const START = { kind: "period start" } as const;
const yearly = (month: number, ofMonth: number, years: number): Deadline => ({
  kind: "calendar date",
  month,
  day: ofMonth,
  years,
});

const PERIODS: readonly Case[] = [
  recurring("one month after the end of a quarter is the last of the month", ["quarter"], within("1 month", END), {
    "2025-Q4": endOf("2026-01-31"),
    "2026-Q1": endOf("2026-04-30"),
    "2026-Q2": endOf("2026-07-31"),
    "2026-Q3": endOf("2026-10-31"),
  }),
  recurring("90 days after the end of a year", ["year"], within("90 days", END), { "2025": endOf("2026-03-31") }),
  recurring("10 days from the start of a half-year", ["half-year"], within("10 days", START), {
    "2026-H1": endOf("2026-01-10"),
    "2026-H2": endOf("2026-07-10"),
  }),
  recurring(
    "24 hours after the end of a month",
    ["month"],
    within("24 hours", END),
    {
      "2026-04": endOf("2026-05-01"),
      "2026-05": endOf("2026-06-01"),
    },
    asOf("2026-05-15", { from: at("2026-04-15"), until: at("2026-06-15") }),
  ),
  recurring("15 December", ["year"], yearly(12, 15, 0), { "2026": endOf("2026-12-15") }),
  recurring("30 June of the next year", ["year"], yearly(6, 30, 1), { "2025": endOf("2026-06-30") }),
  recurring("29 February, clipped", ["year"], yearly(2, 29, 0), { "2026": endOf("2026-02-28") }),
  recurring(
    "every five years, counted from a date",
    ["year", 5, "2011-12-01"],
    yearly(12, 31, 0),
    { "2021-12-01": endOf("2021-12-31") },
    asOf("2026-05-15", { from: at("2020-01-01"), until: at("2026-01-01") }),
  ),
  recurring(
    "calendar years from a certain one on are called like calendar years",
    ["year", 1, "2026-01-01"],
    yearly(6, 30, 0),
    { "2026": endOf("2026-06-30"), "2027": endOf("2027-06-30") },
    asOf("2026-05-15", { from: at("2024-01-01"), until: endOf("2027-12-31") }),
  ),
  recurring(
    "quarters that begin within those of the calendar are called by their first day",
    ["quarter", 1, "2026-02-01"],
    within("10 days", START),
    { "2026-02-01": endOf("2026-02-10"), "2026-05-01": endOf("2026-05-10") },
    asOf("2026-05-15", { from: at("2025-01-01"), until: endOf("2026-07-31") }),
  ),
  recurring("without a date, the period that holds the as-of", ["quarter"], { kind: "none" }, { "2026-Q2": null }),
  recurring(
    "the asked window includes both its ends",
    ["year"],
    yearly(12, 15, 0),
    { "2026": endOf("2026-12-15") },
    asOf("2026-05-15", { from: endOf("2026-12-15"), until: endOf("2026-12-15") }),
  ),
  recurring(
    "a millisecond outside the asked window there is no duty",
    ["year"],
    yearly(12, 15, 0),
    {},
    asOf("2026-05-15", { from: at("2026-01-01"), until: endOf("2026-12-15") - 1 }),
  ),
  recurring(
    "a calendar date is read in the time zone of the instrument",
    ["year"],
    yearly(12, 15, 0),
    { "2026": at("2026-12-15T19:00:00Z") - 1 },
    undefined,
    "Asia/Almaty",
  ),
];

const READING = fact({
  id: "x",
  kind: "reading",
  clause: "D",
  occurred: at("2026-02-01"),
  value: 12,
  unit: "hour",
  by: "council",
});
const LATER = fact({
  id: "y",
  kind: "reading",
  clause: "D",
  occurred: at("2026-04-01"),
  value: 1,
  unit: "hour",
  by: "council",
});
const READINGS: readonly Case[] = [
  due(
    "a reading fact goes before the text's reading; a later one does not reach back",
    {
      deadline: {
        kind: "vague",
        term: "immediately",
        base: term("p.sent"),
        reading: { duration: { value: 24, unit: "hour" }, by: "secretariat" },
      },
    },
    at("2026-03-01T12:00:00Z"),
  ),
].map((each) => ({ ...each, input: { ...each.input, facts: [...each.input.facts, READING, LATER] } }));

export const DEADLINE_CASES: readonly Case[] = [
  ...MONTH_ENDS,
  ...DAYS,
  ...VIENNA,
  ...CENTRAL_ASIA,
  ...WORKING,
  ...PERIODS,
  ...READINGS,
];
