import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compile } from "@kelisim/accord";
import type { Condition, Duration, Program } from "@kelisim/accord/program";
import { civilDay, type Fact, type KelisimRecord, type Party } from "@kelisim/model";
import fc from "fast-check";
import { compareConditions } from "../src/diff/conditions.ts";
import { compareDeadlines, compareDurations } from "../src/diff/deadlines.ts";
import { compareOpenDuties, comparePrograms, type ProgramDiff } from "../src/index.ts";

const PARTIES: readonly Party[] = ["ALT", "BER", "CUR"].map((id) => ({ id, name: id, kind: "state" }));
const KINDS = `event Plan by host { host: party required; live: yes/no; people: count; start: date }
notice Notice { plan: Plan required; about: text }
notice Question { urgent: yes/no }
notice Answer { answers: Question required }
notice Report { year: period required }`;
const HEAD = `instrument P "Pact"\n  kind treaty\n  sides West = {ALT}, East = {BER, CUR}\n  source "made up"\n`;

function program(clauses: string, kinds = KINDS): Program {
  const text = `\`\`\`accord\n${kinds}\n${HEAD}\n${clauses}\n\`\`\`\n`;
  const { program, problems } = compile([{ path: "P.accord.md", text }], { parties: PARTIES, zones: [] });
  assert.deepEqual(
    problems.filter(({ severity }) => severity === "error"),
    [],
  );
  return program;
}

const OPTIONS = { before: ["P"], now: ["P"], parties: () => ["ALT", "BER", "CUR"] };
const diff = (before: string, now: string): ProgramDiff => comparePrograms(program(before), program(now), OPTIONS);

const NOTIFY = (where: string, deadline: string, roles = "e.host must send Notice n to every other party") =>
  `duty P-1 "Notify" article "1"\n  when Plan e where ${where}\n  ${roles} where n.plan = e\n  ${deadline}`;
const BASE = NOTIFY("e.live and e.people >= 9000", "no later than 30 days before e.start");

/** aspect: effect, of the only clause that changed. */
function effects(before: string, now: string): Readonly<Record<string, string>> {
  const { clauses } = diff(before, now);
  assert.equal(clauses.length, 1);
  const change = clauses[0]!;
  assert.ok("changes" in change);
  return Object.fromEntries(change.changes.map(({ aspect, effect }) => [aspect, effect]));
}

describe("two versions of a clause", () => {
  it("are the same where only words around them, the order of lines or the letters of records differ", () => {
    assert.deepEqual(diff(BASE, BASE).clauses, []);
    const other = BASE.replaceAll(/\be\b/g, "plan").replaceAll(/\bn\b/g, "m");
    assert.deepEqual(diff(BASE, other).clauses, []);
    assert.equal(diff(BASE, other).unchanged, 1);
  });

  it("are told apart by what changes for who owes", () => {
    const cases: [string, string, Record<string, string>][] = [
      ["e.live and e.people >= 6000", "no later than 30 days before e.start", { condition: "stricter" }],
      ["e.live and e.people >= 9001", "no later than 30 days before e.start", { condition: "looser" }],
      ["e.people >= 9000", "no later than 30 days before e.start", { condition: "stricter" }],
      [
        "e.live and e.people >= 9000 or e.people > 20000",
        "no later than 30 days before e.start",
        { condition: "stricter" },
      ],
      ["not e.live and e.people >= 9000", "no later than 30 days before e.start", { condition: "other" }],
      ["e.people > 8999 and e.live", "no later than 30 days before e.start", { condition: "none" }],
      ["e.live and e.people >= 9000", "no later than 42 days before e.start", { deadline: "stricter" }],
      ["e.live and e.people >= 9000", "no later than 4 weeks before e.start", { deadline: "looser" }],
      ["e.live and e.people >= 9000", "no later than 1 month before e.start", { deadline: "unknown" }],
      ["e.live and e.people >= 9000", "no later than e.start", { deadline: "looser" }],
      ["e.live and e.people >= 9000", "no number in the text", { deadline: "looser" }],
      ["e.live and e.people >= 9000", "within 3 days of e.occurred", { deadline: "unknown" }],
    ];
    for (const [where, deadline, expected] of cases) assert.deepEqual(effects(BASE, NOTIFY(where, deadline)), expected);
  });

  it("name the numbers of a condition that changed", () => {
    const now = NOTIFY("e.live and e.people >= 6000", "no later than 30 days before e.start");
    const change = diff(BASE, now).clauses[0]!;
    assert.ok("changes" in change);
    assert.deepEqual(change.changes[0]!.thresholds, [{ attribute: "people", before: "9000", after: "6000" }]);
    assert.equal(change.changes[0]!.exact, true);
  });

  it("tell a right from a duty: more time is wider for who holds it", () => {
    const right = BASE.replace("duty", "right").replace("must", "may");
    assert.deepEqual(effects(right, BASE), { form: "stricter" });
    assert.deepEqual(effects(BASE, right), { form: "looser" });
    assert.deepEqual(effects(right, right.replace("30 days", "20 days")), { deadline: "wider" });
    assert.deepEqual(effects(right, right.replace("9000", "9500")), { condition: "narrower" });
  });

  it("tell who owes and is owed", () => {
    const to = (role: string) => BASE.replace("to every other party", `to ${role}`);
    assert.deepEqual(effects(to("BER"), to("every other party")), { creditor: "stricter" });
    assert.deepEqual(effects(to("BER and CUR"), to("CUR")), { creditor: "looser" });
    assert.deepEqual(effects(to("BER"), to("CUR")), { creditor: "other" });
    assert.deepEqual(effects(to("side East"), to("BER and CUR")), { creditor: "other" });
  });

  it("tell lines beside the rule", () => {
    const more = `${BASE}\n  channel "post"\n  confidence high`;
    assert.deepEqual(effects(BASE, more), { channel: "other", confidence: "none" });
    const assumed = BASE.replace("30 days", 'assume 30 days source "general knowledge" confidence low');
    assert.deepEqual(effects(assumed, BASE), { assumption: "none" });
    assert.deepEqual(effects(BASE, `${BASE}\n  silence means "nothing is planned"`), { silence: "other" });
  });

  it("tell limits", () => {
    const limit = (amount: string, where = "") =>
      `limit P-2 "Most" article "2"\n  at most ${amount} Plan e each calendar year for each e.host${where}`;
    assert.deepEqual(effects(limit("3"), limit("2")), { amount: "stricter" });
    assert.deepEqual(effects(limit("3"), limit("3", " where e.live")), { condition: "looser" });
    assert.deepEqual(effects(limit("3"), limit("3").replace("each calendar year", "each calendar quarter")), {
      counting: "other",
    });
  });
});

describe("two versions of an agreement", () => {
  const answer = (id: string, days: number) => `duty ${id} "Answer" article "3"
  when Question q under P
  q.to must send Answer a to q.from where a.answers = q
  within ${days} days of q.sent`;
  const remedy = (id: string) => `right P-4 "Ask again" article "4"
  if ${id} is not performed
  the creditor may send Question x to the debtor`;

  it("pair clauses that only moved, and what refers to them is the same", () => {
    const found = diff(`${answer("P-3", 7)}\n${remedy("P-3")}`, `${answer("P-9", 7)}\n${remedy("P-9")}`);
    assert.deepEqual(
      found.clauses.map((change) => change.kind),
      ["moved"],
    );
    assert.equal(found.unchanged, 1);
  });

  it("pair clauses of the same title that were renamed and changed", () => {
    const { clauses } = diff(answer("P-3", 7), answer("P-9", 5));
    assert.equal(clauses.length, 1);
    const change = clauses[0]!;
    assert.ok(change.kind === "changed");
    assert.deepEqual(
      change.changes.map(({ aspect, effect }) => `${aspect} ${effect}`),
      ["deadline stricter", "id none"],
    );
  });

  it("say for each party what it owes and is owed more or less", () => {
    const report =
      'duty P-5 "Report" article "5"\n  every year\n  ALT must send Report r to BER where r.year = period\n  by 1 June';
    const { concerns } = diff(answer("P-3", 7), `${answer("P-3", 5)}\n${report}`);
    const of = (party: string) => concerns.find(({ parties }) => parties.includes(party))!.clauses;
    assert.deepEqual(of("ALT"), { "owes more": ["P-3", "P-5"], "is owed more": ["P-3"] });
    assert.deepEqual(of("BER"), { "owes more": ["P-3"], "is owed more": ["P-3", "P-5"] });
    assert.deepEqual(of("CUR"), { "owes more": ["P-3"], "is owed more": ["P-3"] });
  });

  it("tell heads and kinds", () => {
    const before = program(BASE);
    const now = comparePrograms(
      before,
      program(
        BASE.replace("30 days", "31 days"),
        `${KINDS.replace("about: text", "about: text; place: place")}\nnotice New { about: text }`,
      ),
      OPTIONS,
    );
    assert.deepEqual(
      now.kinds.map(({ kind, now: is }) => `${kind} ${is?.name}`),
      ["changed Notice", "added New"],
    );
    const moved = { ...before, instruments: before.instruments.map((each) => ({ ...each, timeZone: "Asia/Almaty" })) };
    assert.deepEqual(comparePrograms(before, moved, OPTIONS).heads, [
      { instrument: "P", field: "timeZone", before: "UTC", after: "Asia/Almaty" },
    ]);
  });
});

describe("orders", () => {
  const duration = fc.record<Duration>({
    value: fc.integer({ min: 0, max: 400 }),
    unit: fc.constantFrom("minute", "hour", "day", "week", "month", "year"),
  });
  const flipped = { more: "less", less: "more", same: "same", other: "other", unknown: "unknown" } as const;

  it("of durations turn round when asked the other way, and of deadlines before and after", () => {
    fc.assert(
      fc.property(duration, duration, (a, b) => {
        assert.equal(compareDurations(b, a), flipped[compareDurations(a, b)]);
        const base = { kind: "moment" } as const;
        const [before, after] = (["before", "after"] as const).map((kind) =>
          compareDeadlines({ kind, duration: a, base }, { kind, duration: b, base }),
        );
        assert.equal(before, flipped[after!]);
      }),
    );
  });

  it("of durations agree with the calendar wherever they claim anything", () => {
    const days = { minute: 1 / 1440, hour: 1 / 24, day: 1, week: 7, month: 0, year: 0, "working day": 0 };
    const end = ({ value, unit }: Duration, year: number) => {
      const date = new Date(Date.UTC(year, 0, 31));
      if (unit === "month" || unit === "year") {
        const months = value * (unit === "year" ? 12 : 1);
        return Date.UTC(year, months, Math.min(31, new Date(Date.UTC(year, months + 1, 0)).getUTCDate()));
      }
      return date.getTime() + value * days[unit] * 86_400_000;
    };
    fc.assert(
      fc.property(duration, duration, fc.integer({ min: 2020, max: 2040 }), (a, b, year) => {
        const order = compareDurations(a, b);
        if (order === "more") assert.ok(end(b, year) >= end(a, year));
        if (order === "less") assert.ok(end(b, year) <= end(a, year));
        if (order === "same") assert.equal(end(a, year), end(b, year));
      }),
    );
  });

  it("of conditions agree with trying every record", () => {
    const atom: fc.Arbitrary<Condition> = fc.oneof(
      fc.record({
        kind: fc.constant("compare" as const),
        op: fc.constantFrom("=", "!=", "<", "<=", ">", ">="),
        left: fc.constant({ kind: "attribute" as const, variable: "e", name: "people" }),
        right: fc
          .integer({ min: 0, max: 5 })
          .map((value) => ({ kind: "constant" as const, value: { type: "count" as const, value } })),
      }),
      fc.constant({ kind: "holds" as const, term: { kind: "attribute" as const, variable: "e", name: "live" } }),
    );
    const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 3, depthSize: "small" },
        atom,
        tie("condition").map((inner) => ({ kind: "not" as const, condition: inner })),
        fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((all) => ({ kind: "and" as const, all })),
        fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((any) => ({ kind: "or" as const, any })),
      ),
    }));
    const holds = (part: Condition, people: number, live: boolean): boolean => {
      if (part.kind === "and") return part.all.every((each) => holds(each, people, live));
      if (part.kind === "or") return part.any.some((each) => holds(each, people, live));
      if (part.kind === "not") return !holds(part.condition, people, live);
      if (part.kind === "holds") return live;
      assert.ok(part.kind === "compare" && part.right.kind === "constant");
      const value = Number(part.right.value.value);
      return {
        "=": people === value,
        "!=": people !== value,
        "<": people < value,
        "<=": people <= value,
        ">": people > value,
        ">=": people >= value,
      }[part.op];
    };
    fc.assert(
      fc.property(condition, condition, (a, b) => {
        const order = compareConditions(a, b, (_, name) => ({ type: { type: name === "live" ? "yes/no" : "count" } }));
        for (let people = 0; people <= 7; people++) {
          for (const live of [true, false]) {
            const [was, is] = [holds(a, people, live), holds(b, people, live)];
            if (order === "more" || order === "same") assert.ok(!was || is, `${order}: falls out`);
            if (order === "less" || order === "same") assert.ok(was || !is, `${order}: comes in`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("duties that are there already", () => {
  const DAY = 86_400_000;
  const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
  const facts: readonly Fact[] = PARTIES.map(({ id }) => ({
    kind: "status",
    id: `status-${id}`,
    known: 0,
    source: "made up",
    confidence: "high",
    instrument: "P",
    party: id,
    act: "ratification",
    effectDate: civilDay(2020, 1, 1),
  }));
  const record = (
    id: string,
    kind: string,
    from: string,
    day: string,
    more: Partial<KelisimRecord> = {},
  ): KelisimRecord => ({
    id,
    kind,
    version: 1,
    from,
    to: [],
    occurred: at(day),
    recorded: at(day),
    known: at(day),
    content: {},
    ...more,
  });
  const answer = (days: number) => `duty P-3 "Answer" article "3"
  when Question q
  q.to must send Answer a to q.from where a.answers = q
  within ${days} days of q.sent`;
  const question = {
    asOf: at("2026-11-05"),
    knownAt: at("2026-11-05"),
    from: at("2026-11-01"),
    until: at("2026-12-31"),
  };
  const open = (before: string, now: string, records: readonly KelisimRecord[], adoptOn: string) => {
    const [old, next] = [program(before), program(now)];
    return compareOpenDuties({
      before: old,
      now: next,
      diff: comparePrograms(old, next, OPTIONS),
      setting: { parties: PARTIES },
      facts,
      records,
      question,
      adoptOn: at(adoptOn) - DAY / 2,
    });
  };

  it("keep the version under which they arose, and tell what the new one would have made of them", () => {
    const asked = record("Q-1", "Question", "ALT", "2026-11-03", { to: ["BER"] });
    const { pinned, hadItApplied, onceAdopted } = open(answer(7), answer(5), [asked], "2026-11-06");
    assert.equal(pinned.length, 1);
    assert.equal(pinned[0]!.before!.deadline, at("2026-11-10"));
    assert.equal(pinned[0]!.after!.deadline, at("2026-11-08"));
    assert.equal(hadItApplied.length, 1);
    assert.deepEqual(onceAdopted, []);
    // Adopted the day before it was asked, the new one applies.
    const earlier = open(answer(7), answer(5), [asked], "2026-11-02");
    assert.deepEqual(earlier.pinned, []);
    assert.equal(earlier.onceAdopted[0]!.after!.deadline, at("2026-11-08"));
  });

  it("find plans on record that the new text would have caught", () => {
    const plan = record("E-1", "Plan", "ALT", "2026-11-02", {
      content: { host: "ALT", live: true, people: 7000, start: civilDay(2026, 12, 20) },
    });
    const lower = BASE.replace("9000", "6000");
    const { hadItApplied, onceAdopted, pinned } = open(BASE, lower, [plan], "2026-11-06");
    assert.deepEqual(pinned, []);
    assert.equal(hadItApplied.length, 2);
    assert.ok(hadItApplied.every(({ before, after }) => before === undefined && after?.subject === "E-1"));
    assert.deepEqual(onceAdopted, []);
  });

  it("end with a clause that goes, and begin with one that comes, on the day of adoption", () => {
    const yearly = (id: string, day: string) =>
      `duty ${id} "${id} of the month" article "5"\n  every month\n  ALT must send Report r to BER where r.year = period\n  within ${day} days of the start of period`;
    const found = open(yearly("P-5", "20"), yearly("P-6", "25"), [], "2026-12-01");
    const lines = found.onceAdopted.map(
      ({ before, after }) => `${before?.clause ?? "-"} ${after?.clause ?? "-"} ${(before ?? after)!.period}`,
    );
    assert.deepEqual(lines, ["P-5 - 2026-12", "- P-6 2026-12"]);
    assert.equal(found.pinned.length, 1);
  });
});
