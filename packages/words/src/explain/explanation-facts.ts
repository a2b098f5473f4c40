import type { Explanation, Line } from "@kelisim/duties";
import type { KelisimRecord } from "@kelisim/model";
import type { Row } from "../board/row.ts";
import { grouped, plainScalar } from "../condition.ts";
import { unsure } from "../confidence.ts";
import type { Names } from "../names.ts";
import { clauseWords, sourceOfClause } from "../rule.ts";
import type { Setting } from "../setting.ts";
import type { Texts } from "../texts/index.ts";
import { momentWords, periodWords } from "../time.ts";
import { totalWords } from "../total.ts";
import { deadlineFacts } from "./deadline-facts.ts";
import { type ExplainedFact, fact, sourceOf } from "./fact.ts";
import { statusFacts } from "./status-facts.ts";

const RECORDS_SHOWN = 6;

/**
 * Every fact a line rests on, in the order of the argument. `covered`: whether the records are declared complete for
 * anything at all.
 */
export function explanationFacts(
  found: Explanation,
  row: Row,
  setting: Setting,
  covered: boolean,
): readonly ExplainedFact[] {
  const { line, clause, instrument } = found;
  const { names } = setting;
  const { say } = names;
  const moment = (instant: number) => momentWords(instant, instrument.timeZone, say);
  const all: ExplainedFact[] = [fact("clause", clauseWords(row.placed, names), say, [sourceOfClause(row.placed)])];
  if (found.adoption !== undefined) {
    const words = `${found.adoption.hash.slice(0, 12)}, ${moment(found.adoption.from)}`;
    all.push(fact("adoption", words, say, [sourceOf(found.adoption)]));
  }
  all.push(...statusFacts(found, setting));
  for (const each of found.reservations)
    all.push(fact("reservation", `${names.party(each.party)}: ${each.effect}`, say, [sourceOf(each)]));
  all.push(...triggerFacts(found, setting));
  all.push(...deadlineFacts(found, row, setting));
  if (line.form === "limit") {
    const most = limitWords(line, clause.kind === "limit" && clause.amountAssumed !== undefined, say);
    all.push(fact("counted", most, say), ...countedFacts(found, setting));
  } else if (line.form !== "standing") {
    const { channel, channelAssumed } = row.placed.clause;
    const words = channel === undefined ? say.noChannel : say.channelCell(channel, channelAssumed !== undefined);
    all.push(fact("channel", words, say), dischargeFact(found, row, setting), ...countedFacts(found, setting));
  }
  if (found.waiver !== undefined) {
    const words = `${names.actor(found.waiver.creditor)}, ${moment(found.waiver.occurred)}`;
    all.push(fact("waiver", words, say, [sourceOf(found.waiver)]));
  }
  if (found.coverage.length === 0 && !covered && line.form !== "standing")
    all.push(fact("coverage", say.coverageNone, say));
  for (const each of found.coverage) {
    const words = say.coverageFact(
      each.kinds.join(", "),
      each.parties.join(", "),
      moment(each.from),
      moment(each.until),
    );
    all.push(fact("coverage", words, say, [sourceOf(each)]));
  }
  for (const each of found.assumed)
    all.push(fact("assumed", say.unsure(names.engine(each.what)), say, [sourceOf(each)]));
  return all;
}

function countedFacts({ counted, instrument }: Explanation, { names }: Setting): readonly ExplainedFact[] {
  const shown = counted.slice(0, RECORDS_SHOWN).map((each) => recordWords(each, instrument.timeZone, names));
  if (counted.length > RECORDS_SHOWN) shown.push(names.say.othersAlike(counted.length - RECORDS_SHOWN));
  return shown.map((text) => fact("counted", text, names.say));
}

function triggerFacts(found: Explanation, { names }: Setting): readonly ExplainedFact[] {
  const { line, clause, trigger, follows, instrument } = found;
  const { say } = names;
  if (follows !== undefined) return [fact("follows", say.triggerMiss(follows.clause), say)];
  const current = trigger.at(-1);
  if (current !== undefined) {
    const words = recordWords(current, instrument.timeZone, names);
    return [fact("trigger", trigger.length > 1 ? `${words}; ${say.corrected(trigger.length)}` : words, say)];
  }
  if (clause.kind !== "duty" && clause.kind !== "right") return [];
  if (clause.trigger.kind === "calendar")
    return [fact("trigger", say.triggerCalendar(periodWords(line.period ?? "", say)), say)];
  if (clause.trigger.kind === "bound") return [fact("trigger", say.triggerBound, say)];
  return [fact("trigger", say.noTrigger, say)];
}

function dischargeFact(found: Explanation, { placed }: Row, { names }: Setting): ExplainedFact {
  const { performance, instrument } = found;
  const { clause } = placed;
  const { say } = names;
  const total = totalWords(clause, names);
  if (performance !== undefined) {
    const words = recordWords(performance, instrument.timeZone, names);
    return fact("discharge", total === "" ? words : say.totalReached(words, total), say);
  }
  const kind = clause.kind === "duty" || clause.kind === "right" ? names.kind(clause.act.record) : "";
  if (total === "") return fact("discharge", say.dischargeNone(kind), say);
  return fact("discharge", say.totalNotReached(kind, total, reachedWords(found, names)), say);
}

/** What the counted records of a cumulative act come to, in the unit of its amount. */
function reachedWords({ clause, reached }: Explanation, names: Names): string {
  const total = "act" in clause ? clause.act.total : undefined;
  if (total === undefined || reached === undefined) return "";
  const { amount } = total;
  return amount.type === "amount" || amount.type === "money"
    ? plainScalar({ ...amount, value: reached }, names)
    : grouped(reached, names.say);
}

/** "exercise notification N-17, 15 Dec 2026 09:12 UTC+5, from Kazakhstan" */
export function recordWords(record: KelisimRecord, timeZone: string, names: Names): string {
  return names.say.triggerRecord(
    record.id,
    names.kind(record.kind),
    momentWords(record.occurred, timeZone, names.say),
    record.from === "" ? "" : names.party(record.from),
  );
}

/** "counted: 3; at most 300" */
export function limitWords(line: Pick<Line, "amount" | "value">, unverified: boolean, say: Texts): string {
  const amount = line.amount === undefined ? "" : unsure(grouped(line.amount, say), unverified, say);
  return say.limitFact(line.value === undefined ? say.states.unknown : grouped(line.value, say), amount);
}
