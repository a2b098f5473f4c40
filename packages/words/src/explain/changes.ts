import type { Explanation } from "@kelisim/duties";
import { limitUnverified } from "../limit-unverified.ts";
import type { Setting } from "../setting.ts";
import { disputesOf } from "./status-facts.ts";

/** So many parties and references are named one by one. */
const NAMED = 3;

/** States in which a record of the act would close the line. */
const UNDONE: readonly string[] = [
  "upcoming",
  "open",
  "overdue",
  "not received by us",
  "date passed, nothing recorded here",
  "lead time already passed",
  "available",
];

/**
 * What would change the state or the date of a line, in words: a record, a fact, a reading, a declaration of complete
 * records. It follows from what the explanation rests on and from what it lacks; nothing is guessed about the future.
 */
export function changesOf(found: Explanation, setting: Setting): readonly string[] {
  return [
    ...new Set([
      ...byRecords(found, setting),
      ...byDeadline(found, setting),
      ...byStatus(found, setting),
      ...byCoverage(found, setting),
      ...bySources(found, setting),
    ]),
  ];
}

function byRecords({ line, clause, performance, trigger, counted }: Explanation, { names }: Setting): string[] {
  const { say } = names;
  if (clause.kind === "limit") {
    const one = counted.at(-1);
    return [say.changeCounted(names.kind(clause.record)), ...(one === undefined ? [] : [say.changeCorrection(one.id)])];
  }
  const changes: string[] = [];
  if (performance !== undefined) changes.push(say.changeCorrection(performance.id));
  else if (UNDONE.includes(line.state) && "act" in clause)
    changes.push(say.changeRecord(names.kind(clause.act.record), names.actor(line.debtor)));
  const current = trigger.at(-1);
  if (current !== undefined) changes.push(say.changeCorrection(current.id));
  if (line.form === "duty" && UNDONE.includes(line.state) && line.creditor !== "")
    changes.push(say.changeWaiver(names.actor(line.creditor)));
  return changes;
}

function byDeadline({ deadline }: Explanation, { names }: Setting): string[] {
  if (deadline === undefined) return [];
  const { say } = names;
  const { rule } = deadline;
  if (rule.kind === "vague")
    return [deadline.reading === undefined ? say.changeReading(rule.term) : say.changeOtherReading(rule.term)];
  if (deadline.result !== null) return [];
  return [rule.kind === "none" ? say.changeNumberSet : say.changeBase];
}

function byStatus({ binding, instrument, line }: Explanation, { names }: Setting): string[] {
  const { say } = names;
  const open = binding.filter(({ status }) => status === "unverified").map(({ party }) => names.party(party));
  const own = names.membersOf(line.debtor).slice(0, NAMED);
  return [
    ...[...new Set(open)].slice(0, NAMED).map((party) => say.changeBinding(party)),
    ...own
      .filter((id) => binding.some(({ party, status }) => party === id && status === "bound"))
      .map((id) => say.changeStatus(names.party(id), names.instrument(instrument.id))),
  ];
}

function byCoverage({ line, clause, coverage }: Explanation, { names }: Setting): string[] {
  const silent = line.state === "date passed, nothing recorded here" || line.state === "unknown";
  if (!silent || coverage.length > 0) return [];
  const record = clause.kind === "limit" ? clause.record : "act" in clause ? clause.act.record : undefined;
  return record === undefined ? [] : [names.say.changeCoverage(names.kind(record), names.actor(line.debtor))];
}

function bySources(found: Explanation, setting: Setting): string[] {
  const { names } = setting;
  return [
    ...disputesOf(found, setting).map(({ question }) => names.say.changeDispute(question)),
    ...(limitUnverified(found.clause) ? [names.say.changeLimit] : []),
    ...found.assumed.slice(0, NAMED).map(({ what }) => names.say.changeAssumed(names.engine(what))),
  ];
}
