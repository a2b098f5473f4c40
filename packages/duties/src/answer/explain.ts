import type { Deadline, Instrument } from "@kelisim/accord/program";
import type { Instant } from "@kelisim/model";
import type { Explanation } from "../explanation.ts";
import { chooseDeadline } from "../plan/deadlines.ts";
import type { Line, Question } from "../question.ts";
import { sideId } from "../records/actors.ts";
import { plannableFrom } from "../records/due.ts";
import type { View } from "../records/view.ts";
import { assumedIn } from "./assumed.ts";
import type { Case } from "./case.ts";
import { Cases } from "./cases.ts";
import { limitCases } from "./limits.ts";
import { lineOf } from "./outcome.ts";

const TIME_ZONE_DATA = timeZoneData();

/** The version of the time zone data, where the host tells it. */
function timeZoneData(): string {
  const host = globalThis as { process?: { versions?: Record<string, string | undefined> } };
  return host.process?.versions?.tz ?? "of the host";
}

function sameLine(view: View, at: Case, line: Line): boolean {
  const { actors } = view;
  return (
    at.row.clause.id === line.clause &&
    actors.id(at.debtor) === line.debtor &&
    actors.id(at.creditor) === line.creditor &&
    (at.slot < 0 ? undefined : view.subjectOf(at.slot)) === line.subject &&
    at.label === line.period
  );
}

/** Why a line stands as it does. Derived anew: nothing is stored for it. */
export function explain(view: View, line: Line, question: Question): Explanation | undefined {
  if (line.form === "limit") return explainLimit(view, line, question);
  if (line.form === "standing") return explainStanding(view, line, question);
  const cases = new Cases(view, question);
  let found: Case | undefined;
  const look = (at: Case) => {
    if (!found && sameLine(view, at, line)) found = { ...at };
  };
  const inTable = line.subject !== undefined ? view.slotOf(line.subject) : undefined;
  if (inTable !== undefined) cases.eachOfSlot(inTable, look);
  if (!found)
    cases.eachElsewhere(
      look,
      (debtor, creditor) => debtor.id === line.debtor && creditor.id === line.creditor,
      (row) => row.clause.id === line.clause,
    );
  return found && explainCase(view, cases, found, question);
}

function bindingOf(view: View, instrument: string, clause: string, party: string, t: Instant) {
  const { status } = view.book;
  return { party, status: status.binding(instrument, party, clause, t), facts: status.factsOf(instrument, party) };
}

function bindings(view: View, cases: Cases, at: Case): Explanation["binding"] {
  const instrument = at.row.instrument.id;
  const context = view.plan.contexts.get(instrument)!;
  return (["debtor", "creditor"] as const).flatMap((role) =>
    cases.performances
      .members(at[role], at)
      .map((n) => view.actors.id(n))
      .filter((party) => party !== "" && (context.partyKinds.get(party) ?? "state") === "state")
      .map((party) => ({ role, ...bindingOf(view, instrument, at.row.clause.id, party, at.arises) })),
  );
}

function baseName(rule: Deadline): string | undefined {
  if (rule.kind !== "after" && rule.kind !== "before" && rule.kind !== "vague") return undefined;
  const { base } = rule;
  return base.kind === "attribute" ? `${base.variable}.${base.name}` : base.kind;
}

function explainDeadline(view: View, cases: Cases, at: Case): Explanation["deadline"] {
  const { row } = at;
  const scope = cases.performances.scopeOf(at);
  scope.debtor = cases.performances.partiesOf(at.debtor);
  const chosen = chooseDeadline(row.deadlines, scope);
  if (!chosen) return undefined;
  const { rule } = chosen;
  const due = chosen.compute(scope, row.clause.id);
  const name = baseName(rule);
  const reading = rule.kind === "vague" ? view.book.reading(row.clause.id, at.arises) : undefined;
  const result = Number.isNaN(at.deadline) ? null : at.deadline;
  const { actors } = view;
  const pair = { debtor: { id: actors.id(at.debtor) }, creditor: { id: actors.id(at.creditor) } };
  const plannable = at.leadPassed && due ? plannableFrom(view, row, pair, view.versionsOf(at.slot), due.at) : undefined;
  return {
    rule,
    ...(name !== undefined && { base: { name, ...(due?.base !== undefined && { instant: due.base }) } }),
    timeZone: row.calendar.timeZone,
    timeZoneData: TIME_ZONE_DATA,
    monthEnd: row.calendar.monthEnd,
    before: due?.at ?? null,
    result,
    suspendedMs: due && result !== null ? result - due.at : 0,
    ...(reading && { reading }),
    ...(plannable && { plannableFrom: plannable.from }),
    ...(result === null && { missing: whyNoDate(rule, due !== undefined) }),
  };
}

function whyNoDate(rule: Deadline, computed: boolean): string {
  if (computed) return "a suspension without an end date holds the time";
  if (rule.kind === "none") return "the text sets no number";
  if (rule.kind === "vague") return `"${rule.term}" has no reading`;
  return "the date it counts from is not given, or not to the day";
}

function explainCase(view: View, cases: Cases, at: Case, question: Question): Explanation {
  const { row } = at;
  const { clause, instrument } = row;
  const line = lineOf(view, at);
  const trigger = at.slot < 0 ? [] : view.versionsOf(at.slot);
  const kind = clause.act.record;
  const senders = cases.performances.members(at.debtor, at).map((n) => view.actors.id(n));
  const receivers = row.addressed ? cases.performances.members(at.creditor, at).map((n) => view.actors.id(n)) : [];
  const coverage = senders.flatMap((sender) =>
    receivers.length === 0
      ? view.book.coverage.about(kind, sender, undefined)
      : receivers.flatMap((to) => view.book.coverage.about(kind, sender, to)),
  );
  const adoption = view.book.adoptions(clause.id).findLast((a) => a.hash === clause.hash && a.from <= at.arises);
  const waiver = view.book
    .waivers(clause.id, line.debtor, line.creditor)
    .find((fact) => fact.occurred === line.waivedAt);
  const follows = clause.trigger.kind === "miss" ? missedLine(view, cases, at, clause.trigger.clause) : undefined;
  const deadline = line.state === "not applicable" ? undefined : explainDeadline(view, cases, at);
  const binding = bindings(view, cases, at);
  const total = cases.performances.towardsTotal(at, question.asOf);
  const unknown: string[] = [];
  for (const { party, status } of binding) {
    if (status === "unverified") unknown.push(`whether ${party} was bound on the day that matters is not verified`);
  }
  if (deadline?.missing !== undefined) unknown.push(deadline.missing);
  const silent = line.state === "date passed, nothing recorded here";
  if (silent) unknown.push("the records here are not declared complete, so silence says nothing");
  return {
    line,
    instrument,
    clause,
    ...(adoption && { adoption }),
    trigger,
    ...(follows && { follows }),
    binding,
    reservations: [line.debtor, line.creditor].flatMap(
      (party) => view.book.reservation(instrument.id, party, clause.id, at.arises) ?? [],
    ),
    ...(deadline && { deadline }),
    coverage: [...new Set(coverage)],
    ...(at.performance >= 0 && { performance: view.records[at.performance]! }),
    ...(waiver && { waiver }),
    assumed: assumedIn(clause),
    counted: total === undefined ? [] : total.slots.map((slot) => view.records[slot]!),
    ...(total && { reached: total.sum.toFixed() }),
    unknown,
  };
}

function missedLine(view: View, cases: Cases, at: Case, clause: string): Line | undefined {
  let found: Line | undefined;
  for (const row of view.plan.rows) {
    if (row.clause.id !== clause) continue;
    cases.eachOf(row, (base) => {
      if (!found && base.slot === at.slot && base.label === at.label && base.deadline === at.arises) {
        found = lineOf(view, base);
      }
    });
  }
  return found;
}

/** The parties an actor's id stands for. */
function membersOf(instrument: Instrument, actor: string): readonly string[] {
  const side = instrument.sides.find((s) => actor === sideId(instrument.id, s.name));
  return side?.members ?? actor.split("+");
}

function explainLimit(view: View, line: Line, question: Question): Explanation | undefined {
  for (const limit of limitCases(view, question)) {
    if (limit.row.clause.id !== line.clause || limit.bearer !== line.debtor) continue;
    if (limit.label !== line.period || limit.group !== line.group) continue;
    const { clause, instrument } = limit.row;
    const unknown = limit.unknown.map((slot) => `whether ${view.subjectOf(slot)} counts, or with what value`);
    if (limit.state === "unknown" && unknown.length === 0)
      unknown.push("records of this kind are not declared complete here");
    return {
      line,
      instrument,
      clause,
      trigger: [],
      binding: membersOf(instrument, line.debtor).map((party) => ({
        role: "debtor" as const,
        ...bindingOf(view, instrument.id, clause.id, party, question.asOf),
      })),
      reservations: [],
      coverage: view.book.coverage.about(clause.record, line.debtor, undefined),
      assumed: assumedIn(clause),
      counted: limit.counted.map((slot) => view.records[slot]!),
      unknown,
    };
  }
  return undefined;
}

function explainStanding(view: View, line: Line, question: Question): Explanation | undefined {
  const row = view.plan.standing.find((s) => s.clause.id === line.clause);
  if (!row) return undefined;
  const parties = [
    ["debtor", line.debtor],
    ["creditor", line.creditor],
  ] as const;
  return {
    line,
    instrument: row.instrument,
    clause: row.clause,
    trigger: [],
    binding: parties.flatMap(([role, actor]) =>
      membersOf(row.instrument, actor).map((party) => ({
        role,
        ...bindingOf(view, row.instrument.id, row.clause.id, party, question.asOf),
      })),
    ),
    reservations: [],
    coverage: [],
    assumed: assumedIn(row.clause),
    counted: [],
    unknown: [],
  };
}
