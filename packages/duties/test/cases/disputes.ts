import { asOf, type Case, inputOf } from "../sketch/case.ts";
import { act, by, duty, equal, role, term, when, within } from "../sketch/program.ts";
import { ask, fact, status } from "../sketch/records.ts";
import { dated } from "../sketch/time.ts";

/** Rows that disagree: nothing is chosen between them. */

const reply = duty("D", {
  trigger: when("Ask", "r"),
  debtor: role("r.to"),
  creditor: role("r.from"),
  act: act("Answer", "a", equal(term("a.answers"), term("r"))),
  deadlines: by(within("7 days", term("r.sent"))),
});
const toMembers = { ...reply, debtor: { kind: "members", organisation: "ORG" } } as const;
const others = ["A", "C", "D"].map((each) => status(each, "ratification", { effect: "2000-01-01" }));
const bound = status("B", "ratification", { effect: "2000-01-01" });
const disputed = (effect: string, act: "ratification" | "suspension" = "ratification") => ({
  ...status("B", act, { effect }),
  dispute: "entry",
});
const member = (from: string, to?: string, dispute?: string) =>
  fact({
    id: `B ${from} ${to}`,
    kind: "membership",
    organisation: "ORG",
    party: "B",
    status: "member",
    from: dated(from),
    ...(to !== undefined && { to: dated(to) }),
    ...(dispute !== undefined && { dispute }),
  });

type Setting = Parameters<typeof inputOf>[0];
const of = (name: string, clauses: Setting["clauses"], facts: Setting["facts"], unverified?: boolean): Case => ({
  name,
  input: inputOf({ clauses, facts: [...others, ...(facts ?? [])], records: [ask("r1", "A", "B", "2026-03-01")] }),
  question: asOf("2026-03-02"),
  clause: "D",
  lines: unverified === undefined ? [] : [{ debtor: "B", creditor: "A", state: "open", unverified }],
});

export const DISPUTE_CASES: readonly Case[] = [
  of("before either date of a disputed act nobody is bound", [reply], [disputed("2026-04-01"), disputed("2026-05-01")]),
  of(
    "between the dates of a disputed act binding is unverified",
    [reply],
    [disputed("2026-02-01"), disputed("2026-05-01")],
    true,
  ),
  of(
    "after the later date of a disputed act it is certain",
    [reply],
    [disputed("2026-01-01"), disputed("2026-02-01")],
    false,
  ),
  of("an act whose dispute has no other row about it is never certain", [reply], [disputed("2001-01-01")], true),
  of(
    "a disputed suspension leaves the binding unverified",
    [reply],
    [bound, disputed("2026-02-01", "suspension")],
    true,
  ),
  of(
    "a membership on which all rows of the dispute agree is certain",
    [toMembers],
    [bound, member("2002-01-01", "2026-06-01", "m"), member("2006-01-01", "2027-01-01", "m")],
    false,
  ),
  of(
    "a membership that one row of the dispute does not cover is unverified",
    [toMembers],
    [bound, member("2002-01-01", "2026-06-01", "m"), member("2006-01-01", "2012-12-19", "m")],
    true,
  ),
  of("a disputed membership alone is unverified", [toMembers], [bound, member("2002-01-01", undefined, "m")], true),
  of(
    "a membership outside any dispute settles it",
    [toMembers],
    [bound, member("2002-01-01", undefined, "m"), member("2003-01-01")],
    false,
  ),
];
