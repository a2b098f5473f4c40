import type { Explanation, Line } from "@kelisim/duties";
import type { KelisimRecord } from "@kelisim/model";
import type { Row } from "../board/row.ts";
import type { Loaded } from "../region/ledger.ts";
import type { OpenRegion } from "../region/open.ts";
import { texts } from "../texts/index.ts";
import { clauseWords, sourceWords } from "./clause-page.ts";
import { camelWords, grouped, plainScalar } from "./condition.ts";
import { deadlineFacts } from "./deadline-facts.ts";
import { confidenceWord, type FactRow, momentWords, sourceOfFact, unsure } from "./fact-words.ts";
import type { Names } from "./names.ts";
import { statusFacts } from "./status-facts.ts";
import { periodWords } from "./time.ts";
import { totalWords } from "./total.ts";

const RECORDS_SHOWN = 6;

/** Every fact a line rests on, in the order of the argument. */
export function explanationFacts(found: Explanation, row: Row, open: OpenRegion, loaded: Loaded): readonly FactRow[] {
  const { line, clause, instrument } = found;
  const all: FactRow[] = [[texts.factClause, clauseWords({ clause, instrument }), sourceWords({ clause, instrument })]];
  if (found.adoption !== undefined)
    all.push([
      texts.factAdoption,
      `${found.adoption.hash.slice(0, 12)}, ${momentWords(found.adoption.from, instrument.timeZone)}`,
      sourceOfFact(found.adoption),
    ]);
  all.push(...statusFacts(found, open));
  for (const each of found.reservations)
    all.push([texts.factReservation, `${open.names.party(each.party)}: ${each.effect}`, sourceOfFact(each)]);
  all.push(...triggerFacts(found, open));
  all.push(...deadlineFacts(found, row, open));
  if (line.form === "limit") {
    all.push([texts.factCounted, limitWords(line, clause.kind === "limit" && clause.amountAssumed !== undefined), ""]);
    all.push(...countedFacts(found, open));
  } else if (line.form !== "standing") {
    const channel =
      clause.channel === undefined
        ? texts.noChannel
        : texts.channelCell(clause.channel, clause.channelAssumed !== undefined);
    all.push([texts.factChannel, channel, ""]);
    all.push(dischargeFact(found, open));
    all.push(...countedFacts(found, open));
  }
  if (found.waiver !== undefined)
    all.push([
      texts.factWaiver,
      `${open.names.actor(found.waiver.creditor)}, ${momentWords(found.waiver.occurred, instrument.timeZone)}`,
      sourceOfFact(found.waiver),
    ]);
  if (found.coverage.length === 0 && !loaded.covered && line.form !== "standing")
    all.push([texts.factCoverage, texts.coverageNone, ""]);
  for (const each of found.coverage) {
    const zone = instrument.timeZone;
    const text = texts.coverageFact(
      each.kinds.join(", "),
      each.parties.join(", "),
      momentWords(each.from, zone),
      momentWords(each.until, zone),
    );
    all.push([texts.factCoverage, text, sourceOfFact(each)]);
  }
  for (const each of found.assumed)
    all.push([
      texts.factAssumed,
      texts.unsure(each.what),
      texts.sourceOf(each.source, confidenceWord(each.confidence)),
    ]);
  return all;
}

function countedFacts({ counted, instrument }: Explanation, open: OpenRegion): readonly FactRow[] {
  const shown = counted.slice(0, RECORDS_SHOWN).map((each) => recordWords(each, instrument.timeZone, open));
  if (counted.length > RECORDS_SHOWN) shown.push(texts.othersAlike(counted.length - RECORDS_SHOWN));
  return shown.map((text) => [texts.factCounted, text, ""] as const);
}

function triggerFacts(found: Explanation, open: OpenRegion): readonly FactRow[] {
  const { line, clause, trigger, follows, instrument } = found;
  if (follows !== undefined) return [[texts.factFollows, texts.triggerMiss(follows.clause), ""]];
  const current = trigger.at(-1);
  if (current !== undefined) {
    const words = recordWords(current, instrument.timeZone, open);
    return [[texts.factTrigger, trigger.length > 1 ? `${words}; ${texts.corrected(trigger.length)}` : words, ""]];
  }
  if (clause.kind !== "duty" && clause.kind !== "right") return [];
  if (clause.trigger.kind === "calendar")
    return [[texts.factTrigger, texts.triggerCalendar(periodWords(line.period ?? "")), ""]];
  if (clause.trigger.kind === "bound") return [[texts.factTrigger, texts.triggerBound, ""]];
  return [[texts.factTrigger, texts.noTrigger, ""]];
}

function dischargeFact(found: Explanation, open: OpenRegion): FactRow {
  const { performance, clause, instrument } = found;
  if (performance !== undefined) {
    const words = recordWords(performance, instrument.timeZone, open);
    const total = totalWords(clause, open.names);
    return [texts.factDischarge, total === "" ? words : texts.totalReached(words, total), ""];
  }
  const kind = clause.kind === "duty" || clause.kind === "right" ? camelWords(clause.act.record) : "";
  const total = totalWords(clause, open.names);
  if (total === "") return [texts.factDischarge, texts.dischargeNone(kind), ""];
  return [texts.factDischarge, texts.totalNotReached(kind, total, reachedWords(found, open.names)), ""];
}

/** What the counted records of a cumulative act come to, in the unit of its amount. */
function reachedWords({ clause, reached }: Explanation, names: Names): string {
  const total = "act" in clause ? clause.act.total : undefined;
  if (total === undefined || reached === undefined) return "";
  const { amount } = total;
  return amount.type === "amount" || amount.type === "money"
    ? plainScalar({ ...amount, value: reached }, names)
    : grouped(reached);
}

export function recordWords(record: KelisimRecord, timeZone: string, open: OpenRegion): string {
  return texts.triggerRecord(
    record.id,
    camelWords(record.kind),
    momentWords(record.occurred, timeZone),
    record.from === "" ? "" : open.names.party(record.from),
  );
}

export function limitWords(line: Line, unverified: boolean): string {
  const amount = line.amount === undefined ? "" : unsure(grouped(line.amount), unverified);
  return texts.limitFact(line.value === undefined ? texts.states.unknown : grouped(line.value), amount);
}
