import { asOf, type Case, inputOf, type Setting } from "../sketch/case.ts";
import { act, atLeast, by, duty, equal, notLaterThan, role, term, when, within } from "../sketch/program.ts";
import { answer, ask, covered, fact, plan, record } from "../sketch/records.ts";
import { at, day, endOf } from "../sketch/time.ts";

/** What is visible, chains of corrections, withdrawals, lead time after a correction, versions of clauses. */

const reply = duty("D", {
  trigger: when("Ask", "r", atLeast("r.about", 10)),
  debtor: role("r.to"),
  creditor: role("r.from"),
  act: act("Answer", "a", equal(term("a.answers"), term("r"))),
  deadlines: by(within("7 days", term("r.sent"))),
});
const invite = duty("D", {
  trigger: when("Plan", "p"),
  debtor: role("p.host"),
  creditor: { kind: "party", id: "B" },
  act: act("Invite", "i", equal(term("i.plan"), term("p"))),
  deadlines: by(notLaterThan("30 days", term("p.start"))),
});
const asked = ask("r1", "A", "B", "2026-03-01", { content: { about: 20 } });
const corrected = (id: string, corrects: string, occurred: string, known: string, about = 20) =>
  ask(id, "A", "B", occurred, { known, corrects, content: { about } });
const takenBack = (id: string, withdraws: string, occurred: string, from = "A") =>
  record(id, "withdrawal", from, occurred, { withdraws });
const moved = (start: string, known: string) =>
  plan("p2", "A", "2026-01-01", { start: day(start) }, { corrects: "p1", known });
const planned = plan("p1", "A", "2026-01-01", { start: day("2026-06-30") });

type Expected = Case["lines"][number];
const line = (subject: string, state: NonNullable<Expected["state"]>, more: Expected = {}): Expected => ({
  debtor: "B",
  creditor: "A",
  subject,
  state,
  ...more,
});

function one(name: string, setting: Setting, question: Case["question"], ...lines: Expected[]): Case {
  return { name, input: inputOf(setting), question, clause: "D", lines };
}
const ofReply = (name: string, records: Setting["records"], moment: string, ...lines: Expected[]) =>
  one(name, { clauses: [reply], records: records ?? [] }, asOf(moment), ...lines);
const ofPlan = (name: string, records: Setting["records"], moment: string, ...lines: Expected[]) =>
  one(name, { clauses: [invite], facts: [covered()], records: records ?? [] }, asOf(moment), ...lines);

export const KNOWLEDGE_CASES: readonly Case[] = [
  one(
    "a record known later does not count",
    { clauses: [reply], records: [{ ...asked, known: at("2026-03-05") }] },
    asOf("2026-04-01", { knownAt: at("2026-03-05") - 1 }),
  ),
  one(
    "a record counts from the instant it is known",
    { clauses: [reply], records: [{ ...asked, known: at("2026-03-05") }] },
    asOf("2026-03-02", { knownAt: at("2026-03-05") }),
    line("r1", "open"),
  ),
  ofReply("the same record twice is one", [asked, { ...asked }], "2026-03-02", line("r1", "open")),
  ofReply(
    "the same id with different content: the smaller canonical JSON counts",
    [
      ask("r1", "A", "C", "2026-03-01", { content: { about: 30 } }),
      ask("r1", "A", "B", "2026-03-01", { content: { about: 20 } }),
    ],
    "2026-03-02",
    line("r1", "open"),
  ),
  ofReply(
    "a correction moves the duty and keeps its subject",
    [asked, corrected("r2", "r1", "2026-03-02", "2026-03-03")],
    "2026-03-04",
    line("r1", "open", { deadline: at("2026-03-09"), arises: at("2026-03-02") }),
  ),
  ofReply(
    "a correction of a correction belongs to the same subject",
    [asked, corrected("r2", "r1", "2026-03-02", "2026-03-03"), corrected("r3", "r2", "2026-03-03", "2026-03-04")],
    "2026-03-05",
    line("r1", "open", { deadline: at("2026-03-10") }),
  ),
  ofReply(
    "the version known last is the current one, whatever it corrects",
    [asked, corrected("r2", "r1", "2026-03-02", "2026-03-06"), corrected("r3", "r2", "2026-03-03", "2026-03-04")],
    "2026-03-07",
    line("r1", "open", { deadline: at("2026-03-09") }),
  ),
  ofReply(
    "a reference to any record of the chain means the subject",
    [asked, corrected("r2", "r1", "2026-03-02", "2026-03-03"), answer("a1", "B", "A", "2026-03-04", "r2")],
    "2026-03-05",
    line("r1", "met", { performance: "a1" }),
  ),
  ofReply(
    "a correction of a record not seen here stands for it",
    [corrected("r2", "r1", "2026-03-02", "2026-03-03"), answer("a1", "B", "A", "2026-03-04", "r1")],
    "2026-03-05",
    line("r1", "met", { performance: "a1" }),
  ),
  ofReply(
    "a circle of corrections counts for nothing",
    [corrected("r2", "r1", "2026-03-02", "2026-03-03"), corrected("r1", "r2", "2026-03-01", "2026-03-01")],
    "2026-03-05",
  ),
  ofReply(
    "a correction by another party counts for nothing",
    [asked, { ...corrected("r2", "r1", "2026-03-02", "2026-03-03"), from: "C" }],
    "2026-03-05",
    line("r1", "open", { arises: at("2026-03-01") }),
  ),
  ofReply(
    "a correction of another kind counts for nothing",
    [asked, { ...corrected("r2", "r1", "2026-03-02", "2026-03-03"), kind: "Level" }],
    "2026-03-05",
    line("r1", "open", { arises: at("2026-03-01") }),
  ),
  ofReply(
    "a correction under which nothing is owed: trigger corrected",
    [asked, corrected("r2", "r1", "2026-03-02", "2026-03-03", 5)],
    "2026-03-04",
    line("r1", "not applicable", { reason: "trigger corrected", arises: at("2026-03-01") }),
  ),
  ofReply(
    "a correction under which another owes: the first pair does not apply, the second does",
    [asked, ask("r2", "A", "C", "2026-03-01", { known: "2026-03-03", corrects: "r1", content: { about: 20 } })],
    "2026-03-04",
    line("r1", "not applicable", { reason: "trigger corrected" }),
    line("r1", "open", { debtor: "C" }),
  ),
  ofReply(
    "a trigger taken back: trigger withdrawn",
    [asked, takenBack("x", "r1", "2026-03-03")],
    "2026-03-04",
    line("r1", "not applicable", { reason: "trigger withdrawn" }),
  ),
  ofReply(
    "a withdrawal by another party counts for nothing",
    [asked, takenBack("x", "r1", "2026-03-03", "C")],
    "2026-03-04",
    line("r1", "open"),
  ),
  ofReply(
    "a performance taken back does not count",
    [asked, answer("a1", "B", "A", "2026-03-02", "r1"), takenBack("x", "a1", "2026-03-03", "B")],
    "2026-03-04",
    line("r1", "open", { performance: undefined }),
  ),
  ofReply(
    "before the correction is known the first version holds",
    [asked, corrected("r2", "r1", "2026-03-02", "2026-03-05")],
    "2026-03-04",
    line("r1", "open", { arises: at("2026-03-01") }),
  ),
  ofPlan("if the start moves, the deadline moves", [planned, moved("2026-07-31", "2026-03-01")], "2026-03-02", {
    subject: "p1",
    state: "upcoming",
    deadline: endOf("2026-07-01"),
  }),
  ofPlan(
    "a correction known only after the corrected deadline: lead time already passed",
    [planned, moved("2026-04-10", "2026-03-20")],
    "2026-03-21",
    {
      subject: "p1",
      state: "lead time already passed",
      deadline: endOf("2026-03-11"),
    },
  ),
  ofPlan(
    "a correction known by the corrected deadline leaves time",
    [planned, moved("2026-04-10", "2026-03-11")],
    "2026-03-21",
    {
      subject: "p1",
      state: "overdue",
      deadline: endOf("2026-03-11"),
    },
  ),
  ofPlan(
    "a later correction that leaves the deadline as it was does not renew the lead time",
    [
      planned,
      moved("2026-04-10", "2026-02-01"),
      plan("p3", "A", "2026-01-01", { start: day("2026-04-10"), size: 5 }, { corrects: "p2", known: "2026-05-01" }),
    ],
    "2026-05-02",
    { subject: "p1", state: "overdue", deadline: endOf("2026-03-11") },
  ),
  one(
    "a duty keeps the clause version under which it arose",
    {
      clauses: [],
      more: {
        programs: inputOf({ clauses: [reply] }).programs.concat(
          inputOf({ clauses: [{ ...reply, hash: "hash 2", deadlines: by(within("3 days", term("r.sent"))) }] })
            .programs,
        ),
      },
      facts: [
        fact({ id: "x1", kind: "adoption", clause: "D", hash: "hash of D", from: at("2025-01-01") }),
        fact({ id: "x2", kind: "adoption", clause: "D", hash: "hash 2", from: at("2026-03-02") }),
      ],
      records: [asked, ask("r2", "A", "B", "2026-03-02", { content: { about: 20 } })],
    },
    asOf("2026-03-03"),
    line("r1", "open", { version: "hash of D", deadline: at("2026-03-08") }),
    line("r2", "open", { version: "hash 2", deadline: at("2026-03-05") }),
  ),
  one(
    "before the first adoption nothing arises",
    {
      clauses: [reply],
      facts: [fact({ id: "x1", kind: "adoption", clause: "D", hash: "hash of D", from: at("2026-03-02") })],
      records: [asked],
    },
    asOf("2026-03-03"),
  ),
  one(
    "without adoptions the program given last applies",
    {
      clauses: [],
      more: {
        programs: inputOf({ clauses: [reply] }).programs.concat(
          inputOf({ clauses: [{ ...reply, hash: "hash 2", deadlines: by(within("3 days", term("r.sent"))) }] })
            .programs,
        ),
      },
      records: [asked],
    },
    asOf("2026-03-03"),
    line("r1", "open", { version: "hash 2", deadline: at("2026-03-04") }),
  ),
  one(
    "under: only a trigger that names the instrument",
    {
      clauses: [{ ...reply, trigger: { ...when("Ask", "r"), under: true } as typeof reply.trigger }],
      records: [
        asked,
        ask("r2", "A", "B", "2026-03-01", { under: ["T"] }),
        ask("r3", "A", "B", "2026-03-01", { under: ["X"] }),
      ],
    },
    asOf("2026-03-02"),
    line("r2", "open"),
  ),
];
