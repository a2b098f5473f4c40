import { Big } from "big.js";
import type { State } from "../../src/question.ts";
import { asOf, type Case, inputOf, type Setting } from "../sketch/case.ts";
import {
  act,
  both,
  by,
  duty,
  equal,
  missOf,
  NOBODY,
  notLaterThan,
  right,
  role,
  term,
  when,
  within,
} from "../sketch/program.ts";
import { answer, ask, covered, fact, plan, record } from "../sketch/records.ts";
import { at, day, endOf } from "../sketch/time.ts";

/** States of duties and rights: what has been done, what has not, and what may be concluded from silence. */

const reply = duty("D", {
  trigger: when("Ask", "r"),
  debtor: role("r.to"),
  creditor: role("r.from"),
  act: act("Answer", "a", equal(term("a.answers"), term("r"))),
  deadlines: by(within("7 days", term("r.sent"))),
});
const asked = ask("r1", "A", "B", "2026-03-01T10:00:00Z");
const due = at("2026-03-08T10:00:00Z");
const reminder = right("R", {
  trigger: missOf("D"),
  debtor: { kind: "creditor" },
  creditor: { kind: "debtor" },
  act: act("Level", "l"),
  deadlines: by(within("48 hours")),
});
const invite = duty("D", {
  trigger: when("Plan", "p"),
  debtor: role("p.host"),
  creditor: { kind: "party", id: "B" },
  act: act("Invite", "i", equal(term("i.plan"), term("p"))),
  deadlines: by(notLaterThan("30 days", term("p.start"))),
});
const planned = plan("p1", "A", "2026-03-01T00:00:00Z", { start: day("2026-06-30") });
const inviting = (occurred: string) => record("i1", "Invite", "A", occurred, { to: ["B"], content: { plan: "p1" } });
type Expected = Case["lines"][number];
const line = (state: State, more: Expected = {}): Expected => ({ debtor: "B", creditor: "A", state, ...more });

const one = (name: string, setting: Setting, moment: string | number, lines: Case["lines"], clause = "D"): Case => ({
  name,
  input: inputOf(setting),
  question: asOf(moment),
  clause,
  lines,
});
const ofReply = (name: string, setting: Omit<Setting, "clauses">, moment: string | number, ...lines: Case["lines"]) =>
  one(name, { clauses: [reply], ...setting, records: [asked, ...(setting.records ?? [])] }, moment, lines);
const ofInvite = (name: string, setting: Omit<Setting, "clauses">, moment: string | number, ...lines: Case["lines"]) =>
  one(name, { clauses: [invite], ...setting }, moment, lines);

const hearing = (occurred: string, id = "a1") => answer(id, "B", "A", occurred, "r1");
const waiver = (occurred: string, more: { subject?: string } = { subject: "r1" }) =>
  fact({ id: "w", kind: "waiver", clause: "D", debtor: "B", creditor: "A", occurred: at(occurred), ...more });

export const STATE_CASES: readonly Case[] = [
  ofReply("a duty arises with its trigger and is open", {}, "2026-03-02", {
    ...line("open", { deadline: due, arises: asked.occurred, subject: "r1", unverified: false }),
  }),
  ofReply("before its trigger there is no duty", {}, "2026-03-01T09:59:59.999Z"),
  ofReply("the last instant of a deadline still counts", { facts: [covered()] }, due, line("open")),
  ofReply("a millisecond after the deadline it is overdue", { facts: [covered()] }, due + 1, line("overdue")),
  ofReply(
    "a performance at the last instant is in time",
    { records: [hearing("2026-03-08T10:00:00Z")] },
    "2026-04-01",
    {
      ...line("met", { performance: "a1", performedAt: due }),
    },
  ),
  ofReply(
    "a performance a millisecond later is late",
    { records: [hearing("2026-03-08T10:00:00.001Z")] },
    "2026-04-01",
    line("met late"),
  ),
  ofReply(
    "what happens after the as-of does not count",
    { records: [hearing("2026-03-05")] },
    "2026-03-04",
    line("open"),
  ),
  ofReply("without coverage silence concludes nothing", {}, "2026-04-01", line("date passed, nothing recorded here")),
  ofReply(
    "coverage of another kind concludes nothing",
    { facts: [covered({ kinds: ["Ask"] })] },
    "2026-04-01",
    line("date passed, nothing recorded here"),
  ),
  ofReply(
    "coverage must hold the deadline itself",
    { facts: [covered({ until: due })] },
    "2026-04-01",
    line("date passed, nothing recorded here"),
  ),
  ofReply(
    "coverage from the trigger to just after the deadline suffices",
    {
      facts: [covered({ kinds: ["Answer"], parties: ["B"], to: ["A"], from: asked.occurred, until: due + 1 })],
    },
    "2026-04-01",
    line("overdue"),
  ),
  ofReply(
    "two coverage facts together hold the time between",
    {
      facts: [covered({ id: "c1", until: at("2026-03-04") }), covered({ id: "c2", from: at("2026-03-04") })],
    },
    "2026-04-01",
    line("overdue"),
  ),
  ofReply(
    "a gap of a millisecond between two coverage facts is a gap",
    {
      facts: [covered({ id: "c1", until: at("2026-03-04") }), covered({ id: "c2", from: at("2026-03-04") + 1 })],
    },
    "2026-04-01",
    line("date passed, nothing recorded here"),
  ),
  ofReply("our own duty is overdue without coverage", { us: ["B"] }, "2026-04-01", line("overdue")),
  ofReply(
    "as a creditor with coverage: not received by us",
    { us: ["A"], facts: [covered()] },
    "2026-04-01",
    line("not received by us"),
  ),
  ofReply(
    "as a creditor without coverage: nothing recorded here",
    { us: ["A"] },
    "2026-04-01",
    line("date passed, nothing recorded here"),
  ),
  ofReply(
    "a waiver before the date closes the duty",
    { facts: [waiver("2026-03-05")] },
    "2026-04-01",
    line("waived by creditor", { waivedAt: at("2026-03-05") }),
  ),
  ofReply(
    "a waiver at the last instant closes it",
    { facts: [waiver("2026-03-08T10:00:00Z")] },
    "2026-04-01",
    line("waived by creditor"),
  ),
  ofReply(
    "a waiver after the date stands beside the miss",
    { facts: [covered(), waiver("2026-03-09")] },
    "2026-04-01",
    line("overdue", { waivedAt: at("2026-03-09") }),
  ),
  ofReply(
    "a waiver of a later moment is not yet one",
    { facts: [waiver("2026-03-05")] },
    "2026-03-04",
    line("open", { waivedAt: undefined }),
  ),
  ofReply(
    "a waiver after the performance stands beside it",
    { facts: [waiver("2026-03-05")], records: [hearing("2026-03-04")] },
    "2026-04-01",
    line("met", { waivedAt: at("2026-03-05") }),
  ),
  ofReply(
    "a performance after a waiver stands beside it",
    { facts: [waiver("2026-03-04")], records: [hearing("2026-03-05")] },
    "2026-04-01",
    line("waived by creditor", { performance: "a1" }),
  ),
  ofReply(
    "a waiver that names nothing must not be older than the duty",
    { facts: [waiver("2026-02-01", {})] },
    "2026-03-02",
    line("open", { waivedAt: undefined }),
  ),
  ofReply(
    "a waiver that names the subject may be older than the duty",
    { facts: [waiver("2026-02-01")] },
    "2026-03-02",
    line("waived by creditor"),
  ),
  one(
    "a clause without a number is open until performed, never overdue",
    {
      clauses: [{ ...reply, deadlines: by({ kind: "none" }) }],
      facts: [covered()],
      records: [asked],
    },
    "2036-01-01",
    [line("open", { deadline: null })],
  ),
  one(
    "a vague term without a reading has no date",
    {
      clauses: [{ ...reply, deadlines: by({ kind: "vague", term: "promptly", base: term("r.sent") }) }],
      records: [asked],
      facts: [covered()],
    },
    "2036-01-01",
    [line("open", { deadline: null })],
  ),
  one(
    "silence has the effect the clause gives it, under coverage",
    {
      clauses: [{ ...reply, silence: { means: "declined" } }],
      records: [asked],
      facts: [covered()],
    },
    "2026-04-01",
    [line("closed by silence", { reason: "declined" })],
  ),
  one(
    "silence has no effect without coverage",
    {
      clauses: [{ ...reply, silence: { means: "declined" } }],
      records: [asked],
    },
    "2026-04-01",
    [line("date passed, nothing recorded here", { reason: undefined })],
  ),
  one(
    "an answer after the effect of silence stands beside it",
    {
      clauses: [{ ...reply, silence: { means: "declined" } }],
      records: [asked, hearing("2026-03-20")],
      facts: [covered()],
    },
    "2026-04-01",
    [line("closed by silence", { performance: "a1" })],
  ),
  one(
    "an answer after the date, without coverage, is met late",
    {
      clauses: [{ ...reply, silence: { means: "declined" } }],
      records: [asked, hearing("2026-03-20")],
    },
    "2026-04-01",
    [line("met late")],
  ),
  ofInvite("before a date ahead, by more than 14 days: upcoming", { records: [planned] }, "2026-05-17T23:59:59.998Z", {
    state: "upcoming",
    deadline: endOf("2026-05-31"),
  }),
  ofInvite("14 days before the date it is open", { records: [planned] }, "2026-05-17T23:59:59.999Z", { state: "open" }),
  one(
    "what counts from a base still ahead is upcoming",
    {
      clauses: [{ ...invite, deadlines: by(within("5 days", term("p.start"))) }],
      records: [planned],
    },
    "2026-06-29T12:00:00Z",
    [{ state: "upcoming", deadline: endOf("2026-07-05") }],
  ),
  ofInvite(
    "a plan that comes too late: lead time already passed",
    {
      facts: [covered()],
      records: [plan("p1", "A", "2026-06-01T00:00:00Z", { start: day("2026-06-30") })],
    },
    "2026-06-02",
    { state: "lead time already passed", deadline: endOf("2026-05-31") },
  ),
  ofInvite(
    "a plan made at the last instant of its deadline is in time",
    {
      facts: [covered()],
      records: [plan("p1", "A", "2026-05-31T23:59:59.999Z", { start: day("2026-06-30") })],
    },
    "2026-06-02",
    { state: "overdue" },
  ),
  ofInvite(
    "lead time already passed stays so when it is done after all",
    {
      records: [plan("p1", "A", "2026-06-02T00:00:00Z", { start: day("2026-06-30") }), inviting("2026-06-03")],
    },
    "2026-06-04",
    { state: "lead time already passed", performance: "i1" },
  ),
  ofInvite(
    "for a deadline before a date an earlier act counts",
    {
      records: [planned, inviting("2026-02-01")],
    },
    "2026-03-02",
    { state: "met", performance: "i1" },
  ),
  ofReply(
    "for a deadline after its trigger an earlier act does not count",
    { records: [hearing("2026-02-28")] },
    "2026-03-02",
    line("open"),
  ),
  ofReply(
    "at the same instant the greater id is the later: a1 is not after r1",
    { records: [hearing("2026-03-01T10:00:00Z")] },
    "2026-03-02",
    line("open"),
  ),
  ofReply(
    "at the same instant the greater id is the later: z1 is after r1",
    { records: [hearing("2026-03-01T10:00:00Z", "z1")] },
    "2026-03-02",
    line("met"),
  ),
  ofReply(
    "the first of several acts is the performance, ties by id",
    {
      records: [hearing("2026-03-04", "a2"), hearing("2026-03-04", "a1"), hearing("2026-03-05", "a0")],
    },
    "2026-03-06",
    line("met", { performance: "a1" }),
  ),
  one(
    "an act counts when received, where the clause says so",
    {
      clauses: [{ ...reply, act: { ...reply.act, counts: "received" } }],
      records: [asked, answer("a1", "B", "A", "2026-03-08T09:00:00Z", "r1", { received: due + 1 })],
    },
    "2026-04-01",
    [line("met late", { performedAt: due + 1 })],
  ),
  one(
    "an act of unknown receipt does not count there",
    {
      clauses: [{ ...reply, act: { ...reply.act, counts: "received" } }],
      records: [asked, hearing("2026-03-05")],
    },
    "2026-04-01",
    [line("date passed, nothing recorded here")],
  ),
  ofReply(
    "an act addressed to another does not count",
    { records: [answer("a1", "B", "C", "2026-03-05", "r1")] },
    "2026-03-06",
    line("open"),
  ),
  ofReply(
    "an act addressed to everyone counts",
    { records: [answer("a1", "B", "*", "2026-03-05", "r1")] },
    "2026-03-06",
    line("met"),
  ),
  ofReply(
    "an act of another party does not count",
    { records: [answer("a1", "C", "A", "2026-03-05", "r1")] },
    "2026-03-06",
    line("open"),
  ),
  ofReply(
    "an act under other instruments only does not count",
    {
      records: [answer("a1", "B", "A", "2026-03-05", "r1", { under: ["X"] })],
    },
    "2026-03-06",
    line("open"),
  ),
  ofReply(
    "an act under several instruments counts for each",
    {
      records: [answer("a1", "B", "A", "2026-03-05", "r1", { under: ["X", "T"] })],
    },
    "2026-03-06",
    line("met"),
  ),
  ofReply(
    "our own channel does not count without an arrangement",
    {
      records: [answer("a1", "B", "A", "2026-03-05", "r1", { channel: "kelisim" })],
    },
    "2026-03-06",
    line("open"),
  ),
  ofReply(
    "our own channel counts from its arrangement on",
    {
      facts: [fact({ id: "x", kind: "arrangement", instrument: "T", channel: "kelisim", from: at("2026-03-05") })],
      records: [answer("a1", "B", "A", "2026-03-05", "r1", { channel: "kelisim" })],
    },
    "2026-03-06",
    line("met"),
  ),
  one(
    "for an event its actor counts, not the sender",
    {
      clauses: [{ ...reply, act: act("Visit", "v", undefined, { verb: "hold" }) }],
      records: [asked, record("v1", "Visit", "C", "2026-03-05", { content: { guest: "B" } })],
    },
    "2026-03-06",
    [line("met", { performance: "v1" })],
  ),
  one(
    "the trigger never discharges its own duty",
    {
      clauses: [
        {
          ...reply,
          debtor: role("r.from"),
          creditor: role("r.to"),
          act: act("Ask", "q"),
          deadlines: by(notLaterThan("0 days", term("r.sent"))),
        },
      ],
      records: [asked],
    },
    "2026-03-01T11:00:00Z",
    [{ debtor: "A", creditor: "B", state: "date passed, nothing recorded here" }],
  ),
  one(
    "with a total, the act that reaches it is the performance",
    {
      clauses: [
        duty("D", {
          trigger: when("Ask", "r"),
          debtor: role("r.to"),
          creditor: NOBODY,
          act: act("Release", "w", undefined, {
            verb: "do",
            total: { attribute: "volume", amount: { type: "count", value: 10 } },
          }),
          deadlines: by(within("7 days", term("r.sent"))),
        }),
      ],
      records: [
        asked,
        record("w1", "Release", "B", "2026-03-02", { content: { volume: new Big(4) } }),
        record("w2", "Release", "B", "2026-03-03", { content: { volume: new Big(6) } }),
        record("w3", "Release", "B", "2026-03-04", { content: { volume: new Big(6) } }),
      ],
    },
    "2026-03-06",
    [{ debtor: "B", creditor: "", state: "met", performance: "w2" }],
  ),
  one(
    "a miss gives the right that follows from it",
    { clauses: [reply, reminder], records: [asked], facts: [covered()] },
    due + 1,
    [{ debtor: "A", creditor: "B", subject: "r1", state: "available", arises: due, deadline: due + 48 * 3_600_000 }],
    "R",
  ),
  one(
    "at the deadline there is no miss yet",
    { clauses: [reply, reminder], records: [asked], facts: [covered()] },
    due,
    [],
    "R",
  ),
  one(
    "without a conclusion from absence there is no miss",
    { clauses: [reply, reminder], records: [asked] },
    due + 1,
    [],
    "R",
  ),
  one(
    "what follows a miss survives the late performance",
    {
      clauses: [reply, reminder],
      records: [asked, hearing("2026-03-09")],
      facts: [covered()],
    },
    "2026-03-10",
    [{ debtor: "A", creditor: "B", state: "available" }],
    "R",
  ),
  one(
    "a waiver before the date leaves no miss",
    {
      clauses: [reply, reminder],
      records: [asked],
      facts: [covered(), waiver("2026-03-05")],
    },
    "2026-03-10",
    [],
    "R",
  ),
  one(
    "the effect of silence leaves no miss",
    {
      clauses: [{ ...reply, silence: { means: "declined" } }, reminder],
      records: [asked],
      facts: [covered()],
    },
    "2026-03-10",
    [],
    "R",
  ),
  one(
    "a right that was used",
    {
      clauses: [reply, reminder],
      records: [asked, record("r2", "Level", "A", "2026-03-09", { to: ["B"] })],
      facts: [covered()],
    },
    "2026-03-20",
    [{ debtor: "A", creditor: "B", subject: "r1", state: "used", performance: "r2" }],
    "R",
  ),
  one(
    "a right that was not used in time has expired",
    {
      clauses: [reply, reminder],
      records: [asked, record("r2", "Level", "A", "2026-03-11", { to: ["B"] })],
      facts: [covered()],
    },
    "2026-03-20",
    [{ subject: "r1", state: "expired", performance: "r2" }],
    "R",
  ),
  one(
    "priority only where written: the clause it is subject to displaces it",
    {
      clauses: [
        { ...reply, id: "S" },
        { ...reply, subjectTo: ["S"] },
      ],
      records: [asked],
    },
    "2026-03-02",
    [line("not applicable", { reason: "displaced by S" })],
  ),
  one(
    "a clause that is not applicable displaces nothing",
    {
      clauses: [
        { ...reply, id: "S" },
        { ...reply, subjectTo: ["S"] },
      ],
      records: [asked],
      facts: [fact({ id: "x", kind: "reservation", instrument: "T", party: "B", clauses: ["S"], effect: "excluded" })],
    },
    "2026-03-02",
    [line("open")],
  ),
  one(
    "the first deadline whose guard holds applies",
    {
      clauses: [
        {
          ...reply,
          deadlines: by(
            { when: { kind: "holds", term: term("r.urgent") }, deadline: within("2 days", term("r.sent")) },
            within("7 days", term("r.sent")),
          ),
        },
      ],
      records: [{ ...asked, content: { urgent: true } }],
    },
    "2026-03-02",
    [line("open", { deadline: at("2026-03-03T10:00:00Z") })],
  ),
  one(
    "an unknown guard on the way leaves no date",
    {
      clauses: [
        {
          ...reply,
          deadlines: by(
            { when: { kind: "holds", term: term("r.urgent") }, deadline: within("2 days", term("r.sent")) },
            within("7 days", term("r.sent")),
          ),
        },
      ],
      records: [asked],
    },
    "2026-03-20",
    [line("open", { deadline: null })],
  ),
  {
    ...one(
      "a condition that is unknown makes no duty, but is told",
      {
        clauses: [{ ...reply, trigger: when("Ask", "r", both({ kind: "holds", term: term("r.urgent") })) }],
        records: [asked],
      },
      "2026-03-02",
      [],
    ),
    undetermined: ["r1"],
  },
];
