import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, it } from "node:test";
import type { Ledger, Line, Question, State } from "@kelisim/duties";
import { endOfDay, type Instant, parseDated, startOfDay } from "@kelisim/model";
import { ledgerFor, type OpenRegion, openRegion } from "./open-region.ts";

/*
 * The training region as a program loads it. Its README tells the month of November 2026; each line of that story is
 * asserted here with clause, debtor, creditor, deadline and state, and every state there is must occur.
 */

const at = (text: string): Instant => Date.parse(`2026-${text.replace(" ", "T")}Z`);
const endOf = (day: string): Instant => {
  const parsed = parseDated(day);
  assert.ok(typeof parsed === "number", day);
  return endOfDay(parsed, "UTC");
};

/** The window that the command shows: 30 days back, 90 ahead. */
function question(asOf: Instant, knownAt: Instant = asOf): Question {
  const day = 86_400_000;
  const midnight = startOfDay(Math.floor(asOf / day), "UTC");
  return { asOf, knownAt, from: midnight - 30 * day, until: midnight + 91 * day - 1 };
}

const TODAY = endOf("2026-11-21");

/** Every state of duty, right, limit and standing. */
const STATES: readonly State[] = [
  "upcoming",
  "open",
  "met",
  "met late",
  "overdue",
  "not received by us",
  "date passed, nothing recorded here",
  "lead time already passed",
  "waived by creditor",
  "closed by silence",
  "not applicable",
  "available",
  "used",
  "expired",
  "within",
  "exceeded",
  "unknown",
  "in force",
  "suspended",
];

interface Told {
  /** Clause, debtor, creditor; of a limit: clause, bearer. */
  readonly line: readonly [clause: string, debtor: string, creditor?: string];
  readonly of?: string;
  readonly period?: string;
  readonly state: State;
  readonly reason?: string;
  /** A day (its last instant), a moment, or no date. */
  readonly deadline?: Instant | null;
  readonly performance?: string;
  readonly value?: string;
  readonly unverified?: boolean;
}

/** The story, line by line. */
const TOLD: readonly Told[] = [
  // Duties, in the order of the states.
  { line: ["RIVER-02", "AVE", "TAL"], period: "2026", state: "upcoming", deadline: endOf("2026-12-15") },
  { line: ["RIVER-06a", "TAL", "AVE"], of: "plan-south-loop", state: "upcoming", deadline: endOf("2026-12-28") },
  { line: ["RIVER-14", "TAL", "FRS"], of: "leaving-tal", state: "upcoming", deadline: endOf("2027-01-01") },
  { line: ["RIVER-06b", "AVE", "SEL"], of: "plan-low-ford", state: "open", deadline: endOf("2026-11-24") },
  { line: ["RIVER-06b", "AVE", "TAL"], of: "plan-low-ford", state: "open", deadline: endOf("2026-11-24") },
  { line: ["RIVER-06a", "SEL", "ORE"], of: "plan-drill", state: "open", deadline: endOf("2026-11-29") },
  { line: ["WATER-04b", "TAL", "ORE"], period: "2026", state: "open", deadline: endOf("2026-11-30") },
  { line: ["RIVER-12", "RIVER:East", "RIVER:West"], period: "2026-11", state: "open", deadline: endOf("2026-11-30") },
  {
    line: ["RIVER-06b", "AVE", "ORE"],
    of: "plan-low-ford",
    state: "met",
    deadline: endOf("2026-11-24"),
    performance: "invited-low-ford-ore",
  },
  {
    line: ["WATER-05b", "AVE", "TAL"],
    of: "flood-release-planned",
    state: "met",
    deadline: at("11-17 12:00"),
    performance: "flood-release-told",
  },
  {
    line: ["RIVER-11b", "AVE+SEL", ""],
    period: "2026-11",
    state: "met",
    deadline: endOf("2026-11-30"),
    performance: "patrol-avel-11",
  },
  {
    line: ["RIVER-12", "RIVER:West", "RIVER:East"],
    period: "2026-11",
    state: "met",
    deadline: endOf("2026-11-30"),
    performance: "line-west-11",
  },
  {
    line: ["WATER-04a", "SEL", "AVE"],
    period: "2026",
    state: "met",
    deadline: endOf("2026-11-30"),
    performance: "release-sel-1118",
  },
  {
    line: ["WATER-06", "ORE", "AVE"],
    of: "oil-ore-1104",
    state: "met",
    deadline: at("11-05 07:00"),
    performance: "oil-ore-told",
  },
  {
    line: ["WATER-08b", "SEL", "AVE"],
    of: "data-asked-ave-sel",
    state: "met",
    deadline: at("11-19 10:00"),
    performance: "data-sel-ave",
  },
  {
    line: ["WATER-09", "TAL", "FRS"],
    period: "2026-10-05",
    state: "met",
    deadline: endOf("2026-11-04"),
    performance: "stations-tal",
  },
  {
    line: ["WATER-03", "ORE", "AVE"],
    period: "2026-10",
    state: "met",
    deadline: endOf("2026-11-15"),
    performance: "figures-ore-10",
  },
  {
    line: ["WATER-03", "AVE", "SEL"],
    period: "2026-10",
    state: "met late",
    deadline: endOf("2026-11-15"),
    performance: "figures-ave-10",
  },
  {
    line: ["RIVER-09a", "ORE", "TAL"],
    of: "question-tal-1102",
    state: "met late",
    deadline: at("11-09 10:00"),
    performance: "answer-ore-1112",
  },
  {
    line: ["WATER-06", "TAL", "AVE"],
    of: "sewage-tal-1117",
    state: "met late",
    deadline: at("11-17 18:00"),
    performance: "sewage-tal-told",
  },
  { line: ["RIVER-09a", "AVE", "ORE"], of: "question-ore-1118", state: "overdue", deadline: at("11-20 09:00") },
  {
    line: ["RIVER-12", "RIVER:East", "RIVER:West"],
    period: "2026-10",
    state: "not received by us",
    deadline: endOf("2026-10-31"),
  },
  { line: ["RIVER-11a", "ORE", "AVE"], period: "2026-11", state: "not received by us", deadline: endOf("2026-11-15") },
  {
    line: ["RIVER-11a", "ORE", "TAL"],
    period: "2026-11",
    state: "met",
    deadline: endOf("2026-11-15"),
    performance: "plan-of-patrols-ore",
  },
  {
    line: ["WATER-07", "TAL", "FRS"],
    period: "2026-Q4",
    state: "date passed, nothing recorded here",
    deadline: endOf("2026-11-16"),
  },
  {
    line: ["RIVER-05", "AVE", "ORE"],
    of: "crossing-ave-ore",
    state: "lead time already passed",
    deadline: at("11-11 02:00"),
    performance: "crossing-ave-ore-told",
  },
  {
    line: ["RIVER-10c", "AVE", "TAL"],
    of: "inspection-ave-tal",
    state: "waived by creditor",
    deadline: at("11-17 09:00"),
  },
  {
    line: ["RIVER-06d", "AVE", "SEL"],
    of: "invited-reed-bank",
    state: "closed by silence",
    reason: "counts as declined",
    deadline: endOf("2026-11-17"),
  },
  // Not applicable, for each reason there is.
  {
    line: ["RIVER-06b", "TAL", "AVE"],
    of: "plan-south-loop",
    state: "not applicable",
    reason: "trigger corrected",
    deadline: null,
  },
  {
    line: ["RIVER-09a", "TAL", "SEL"],
    of: "question-sel-1109",
    state: "not applicable",
    reason: "trigger withdrawn",
    deadline: null,
  },
  {
    line: ["RIVER-05", "TAL", "SEL"],
    of: "crossing-tal-sel",
    state: "not applicable",
    reason: "reservation of SEL",
    deadline: null,
  },
  {
    line: ["WATER-05a", "AVE", "TAL"],
    of: "flood-release-planned",
    state: "not applicable",
    reason: "displaced by WATER-05b",
  },
  // A binding that is not verified.
  {
    line: ["RIVER-13", "ORE", "AVE"],
    of: "drift-ave-barge",
    state: "open",
    deadline: at("11-27 09:00"),
    unverified: true,
  },
  {
    line: ["RIVER-13", "AVE", "SEL"],
    of: "drift-sel-boat",
    state: "met",
    deadline: at("11-16 08:00"),
    performance: "hand-back-sel-boat",
  },
  // Rights.
  { line: ["RIVER-08", "AVE", "TAL"], of: "incident-tal-1116", state: "available", deadline: at("11-30 10:00") },
  {
    line: ["RIVER-08", "ORE", "AVE"],
    of: "incident-ave-1112",
    state: "used",
    deadline: at("11-26 17:00"),
    performance: "question-ore-1118",
  },
  { line: ["RIVER-08", "TAL", "SEL"], of: "incident-sel-1103", state: "expired", deadline: at("11-17 16:00") },
  { line: ["RIVER-09b", "ORE", "AVE"], of: "question-ore-1118", state: "available", deadline: at("12-20 09:00") },
  {
    line: ["RIVER-09b", "TAL", "ORE"],
    of: "question-tal-1102",
    state: "used",
    deadline: at("12-09 10:00"),
    performance: "meeting-proposed-tal",
  },
  {
    line: ["RIVER-10a", "AVE", "TAL"],
    period: "2026",
    state: "used",
    deadline: endOf("2026-12-31"),
    performance: "inspection-asked-ave-tal",
  },
  // Limits and prohibitions.
  { line: ["RIVER-03", "AVE"], state: "within", value: "31000" },
  { line: ["RIVER-03", "TAL"], state: "within", value: "45500" },
  { line: ["RIVER-03", "SEL"], state: "unknown" },
  { line: ["RIVER-04", "SEL"], state: "within", value: "0" },
  { line: ["RIVER-04", "TAL"], state: "unknown", value: "0" },
  { line: ["RIVER-06c", "SEL"], state: "within", value: "1" },
  { line: ["RIVER-10b", "TAL"], period: "2026", state: "within", value: "2" },
  { line: ["WATER-02", "AVE"], period: "2026", state: "within", value: "88.5" },
  { line: ["WATER-02", "TAL"], period: "2026", state: "exceeded", value: "124.6" },
  { line: ["WATER-02", "SEL"], period: "2026", state: "unknown", value: "50" },
  // Standing.
  { line: ["RIVER-01", "RIVER:East", "RIVER:West"], state: "in force" },
  { line: ["WATER-01", "AVE", "ORE"], state: "in force" },
  { line: ["WATER-01", "SEL", "AVE"], state: "suspended" },
  { line: ["WATER-01", "AVE", "SEL"], state: "suspended" },
];

describe("the training region Four Rivers", () => {
  let open: OpenRegion;
  let ledger: Ledger;
  before(async () => {
    open = await openRegion("four-rivers", { now: endOf("2026-11-21") });
    ledger = ledgerFor(open, open.region.us);
    ledger.appendFacts(open.facts);
    assert.deepEqual(ledger.append(open.records).problems, []);
  });

  const lines = (asked: Question): readonly Line[] => ledger.outcome(asked).lines;

  function find(all: readonly Line[], { line: [clause, debtor, creditor = ""], of, period }: Told): Line {
    const found = all.filter(
      (line) =>
        line.clause === clause &&
        line.debtor === debtor &&
        line.creditor === creditor &&
        line.subject === of &&
        (period === undefined || line.period === period),
    );
    assert.equal(
      found.length,
      1,
      `${found.length} lines of ${clause}, ${debtor} to ${creditor}, ${of ?? period ?? ""}`,
    );
    return found[0]!;
  }

  it("is fictional, for training, and has no problem at all", () => {
    assert.equal(open.region.fictional, true);
    assert.equal(open.region.training, true);
    assert.deepEqual(open.region.us, ["AVE"]);
    assert.deepEqual(open.problems, []);
    assert.ok(open.records.length > 70, `only ${open.records.length} records`);
  });

  it("says of every row and every place that it is invented", () => {
    const { region } = open;
    assert.deepEqual(
      region.sources.map(({ title }) => title),
      ["Invented for training"],
    );
    for (const fact of open.facts) assert.match(fact.source, /invented for training/i, fact.id);
    for (const row of [...region.organisations, ...region.sides, ...region.modifiers, ...region.channels])
      assert.match(row.source, /invented for training/i);
    const places = region.places?.json as { features: readonly { properties: { source: string } }[] };
    for (const { properties } of places.features) assert.equal(properties.source, "Invented for training");
    for (const instrument of open.compilation.program.instruments)
      assert.equal(instrument.source, "invented for training");
  });

  it("shows every state of duty, right, limit and standing on 21 November", () => {
    const shown = new Set(lines(question(TODAY)).map((line) => line.state));
    assert.deepEqual([...shown].sort(), [...STATES].sort());
    const told = new Set(TOLD.map(({ state }) => state));
    assert.deepEqual([...told].sort(), [...STATES].sort(), "a state that occurs and is not asserted on a line");
  });

  for (const told of TOLD) {
    const [clause, debtor, creditor] = told.line;
    const what = [told.of ?? told.period, told.reason && `(${told.reason})`].filter(Boolean).join(" ");
    it(`${clause}: ${debtor}${creditor ? ` to ${creditor}` : ""}, ${what || "now"}: ${told.state}`, () => {
      const line = find(lines(question(TODAY)), told);
      assert.equal(line.state, told.state);
      assert.equal(line.reason, told.reason);
      if (told.deadline !== undefined) assert.equal(shown(line.deadline), shown(told.deadline));
      assert.equal(line.performance, told.performance);
      if (line.form === "limit") assert.equal(line.value, told.value);
      assert.equal(line.unverified, told.unverified ?? false);
    });
  }

  it("leaves open what its map cannot decide, and says what is missing", () => {
    const { undetermined } = ledger.outcome(question(TODAY));
    assert.deepEqual(
      undetermined.map(({ clause, subject }) => [clause, subject]),
      [["RIVER-06a", "plan-marsh"]],
    );
    assert.match(undetermined[0]!.missing.join(), /place/);
    const place = open.records.find(({ id }) => id === "plan-marsh")?.content.place;
    assert.ok(typeof place === "object" && "lat" in place);
    assert.equal(open.geography?.locate("river-zone", place), "within map error");
  });

  it("a correction moved the start, and the deadlines moved with it", () => {
    const told: Told = { line: ["RIVER-06a", "TAL", "AVE"], of: "plan-south-loop", state: "upcoming" };
    const earlier = find(lines(question(at("11-12 12:00"))), told);
    assert.equal(shown(earlier.deadline), shown(endOf("2026-12-14")));
    assert.equal(shown(find(lines(question(TODAY)), told).deadline), shown(endOf("2026-12-28")));
    const invite: Told = { line: ["RIVER-06b", "TAL", "AVE"], of: "plan-south-loop", state: "upcoming" };
    assert.equal(find(lines(question(at("11-12 12:00"))), invite).state, "upcoming");
  });

  it("what was known on 18 November gives another answer than what is known now", () => {
    const told: Told = { line: ["WATER-03", "SEL", "AVE"], period: "2026-10", state: "met" };
    const then = at("11-18 12:00");
    assert.equal(find(lines(question(then, then)), told).state, "not received by us");
    const now = find(lines(question(then, TODAY)), told);
    assert.equal(now.state, "met");
    assert.equal(now.performance, "figures-sel-10");
    // Towards the others the same gap: not ours to miss, but declared complete.
    const other: Told = { line: ["WATER-03", "SEL", "TAL"], period: "2026-10", state: "met" };
    assert.equal(find(lines(question(then, then)), other).state, "overdue");
    assert.equal(find(lines(question(then, TODAY)), other).state, "met");
  });

  it("before records are declared complete, silence says nothing", () => {
    const told: Told = { line: ["WATER-03", "SEL", "AVE"], period: "2026-10", state: "met" };
    const monday = at("11-16 07:30");
    assert.equal(find(lines(question(monday, monday)), told).state, "date passed, nothing recorded here");
    // Our own records need no declaration.
    const own: Told = { line: ["RIVER-06d", "AVE", "SEL"], of: "invited-reed-bank", state: "closed by silence" };
    const wednesday = at("11-18 00:30");
    assert.equal(find(lines(question(wednesday, wednesday)), own).state, "closed by silence");
  });

  it("a new reading moves only what arises after it", () => {
    const hazard = (of: string): Told => ({
      line: ["WATER-06", of.includes("tal") ? "TAL" : "ORE", "SEL"],
      of,
      state: "met",
    });
    const oil = find(lines(question(TODAY)), hazard("oil-ore-1104"));
    assert.equal(oil.deadline! - oil.arises, 24 * 3_600_000);
    const sewage = find(lines(question(TODAY)), hazard("sewage-tal-1117"));
    assert.equal(sewage.deadline! - sewage.arises, 12 * 3_600_000);
  });

  it("suspended time is added, and nothing new arises meanwhile", () => {
    const told: Told = { line: ["WATER-08b", "SEL", "AVE"], of: "data-asked-ave-sel", state: "met" };
    const line = find(lines(question(TODAY)), told);
    assert.equal(line.deadline! - line.arises, (10 + 6) * 86_400_000);
    assert.ok(open.records.some(({ id }) => id === "data-asked-tal-sel"));
    assert.deepEqual(
      lines(question(TODAY)).filter(({ subject }) => subject === "data-asked-tal-sel"),
      [],
    );
  });

  it("a copy by Kelisim counts under the Water Protocol and not under the River Accord", () => {
    const copy = open.records.find(({ id }) => id === "answer-copy-ave");
    assert.equal(copy?.channel, "kelisim");
    assert.ok(copy !== undefined && copy.occurred <= at("11-20 09:00"));
    const told: Told = { line: ["RIVER-09a", "AVE", "ORE"], of: "question-ore-1118", state: "overdue" };
    assert.equal(find(lines(question(TODAY)), told).performance, undefined);
    assert.equal(open.records.find(({ id }) => id === "flood-release-told")?.channel, "kelisim");
  });

  it("the remedy came before the late answer and stays after it", () => {
    const told: Told = { line: ["RIVER-09b", "TAL", "ORE"], of: "question-tal-1102", state: "used" };
    assert.equal(find(lines(question(at("11-10 12:00"), TODAY)), told).state, "available");
    assert.equal(find(lines(question(at("11-13 12:00"), TODAY)), told).state, "used");
    // Known only from the day on which records up to the missed deadline were declared complete.
    const remedies = (known: Instant) =>
      lines(question(at("11-10 12:00"), known)).filter(({ clause }) => clause === "RIVER-09b").length;
    assert.deepEqual([remedies(at("11-10 12:00")), remedies(at("11-16 09:00"))], [0, 1]);
  });

  it("consent takes a flight out of the count", () => {
    const without = ledgerFor(open, open.region.us);
    without.appendFacts(open.facts.filter(({ id }) => id !== "consent-ave"));
    without.append(open.records);
    const told: Told = { line: ["RIVER-04", "SEL"], state: "within" };
    const line = find(without.outcome(question(TODAY)).lines, told);
    assert.deepEqual([line.state, line.value], ["exceeded", "1"]);
  });

  it("read as no party's desk, only declared completeness lets silence say something", () => {
    const nobody = ledgerFor(open, []);
    nobody.appendFacts(open.facts);
    nobody.append(open.records);
    const all = nobody.outcome(question(TODAY)).lines;
    assert.equal(
      all.some(({ state }) => state === "not received by us"),
      false,
    );
    const told: Told = { line: ["RIVER-11a", "ORE", "AVE"], period: "2026-11", state: "overdue" };
    assert.equal(find(all, told).state, "overdue");
  });

  it("the story in README.md names every record, and only records that exist", () => {
    const readme = readFileSync(new URL("../regions/four-rivers/README.md", import.meta.url), "utf8");
    const ids = new Set([...open.records, ...open.facts].map(({ id }) => id));
    const written = new Set([...readme.matchAll(/`([a-z]+(?:-[a-z0-9]+)+)`/g)].map((match) => match[1]!));
    const places = new Set([...(open.geography?.zones ?? []), "four-rivers"]);
    for (const id of written) assert.ok(ids.has(id) || places.has(id), `README.md tells of ${id}, which is no record`);
    for (const { id } of open.records) assert.ok(written.has(id), `README.md does not tell of ${id}`);
  });
});

function shown(instant: Instant | null): string {
  return instant === null ? "no date" : new Date(instant).toISOString();
}
