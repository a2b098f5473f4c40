import type { BoardLine, Explanation, Line } from "@kelisim/duties";
import { type Dated, formatDated, type Instant, type KelisimRecord } from "@kelisim/model";
import type { Standpoint } from "../arguments/standpoint.ts";
import { actWords, drawnRow } from "../board/draw.ts";
import { type Row, rowOf, rowsOf } from "../board/row.ts";
import { cells, pad } from "../look/cells.ts";
import type { Paper } from "../look/paper.ts";
import type { Loaded } from "../region/ledger.ts";
import type { OpenRegion } from "../region/open.ts";
import { texts } from "../texts/index.ts";
import { clauseWords, sourceWords } from "./clause-page.ts";
import { camelWords, grouped } from "./condition.ts";
import { deadlineWords } from "./deadline.ts";
import { drawFacts } from "./facts-table.ts";
import { drawHead, todayOf } from "./header.ts";
import type { Names } from "./names.ts";
import { triggerWords } from "./role.ts";
import { clockOf, dayWords, isoDay, periodWords } from "./time.ts";

type Fact = readonly [label: string, text: string, source: string];

/** Facts of many parties alike are not all printed; --json has every one. */
const BINDING_SHOWN = 3;
const OTHERS_SHOWN = 6;

/** The answer in a sentence, then the facts it rests on, then what we do not know. */
export function drawExplanation(
  paper: Paper,
  found: Explanation,
  debtors: readonly string[],
  creditors: readonly string[],
  others: readonly BoardLine[],
  open: OpenRegion,
  loaded: Loaded,
  standpoint: Standpoint,
): void {
  const today = todayOf(standpoint);
  const row = rowOf(found.line, debtors, creditors, open.clauses);
  drawHead(paper, actWords(row), open, loaded, standpoint);
  paper.gap();
  for (const sentence of sentences(found, row, open, today))
    paper.text(sentence.charAt(0).toUpperCase() + sentence.slice(1), { style: "bold" });
  const pairs = debtors.length * Math.max(1, creditors.length);
  if (pairs > 1) paper.text(texts.sameForOthers(pairs - 1), { style: "dim" });
  paper.gap().text(texts.factsTitle, { style: "bold" });
  drawFacts(paper, facts(found, row, open, loaded));
  if (found.unknown.length > 0) {
    paper.gap().text(texts.notKnownTitle, { style: "bold" });
    for (const each of found.unknown) paper.text(`- ${each}`, { indent: 4, hang: 2 });
  }
  if (others.length > 0) drawOthers(paper, found.line, others, open, today);
  paper.gap();
}

function sentences(found: Explanation, row: Row, open: OpenRegion, today: number): readonly string[] {
  const { line, clause, instrument } = found;
  const { names } = open;
  const debtor = names.actor(line.debtor);
  const creditor =
    row.creditors.length > 3
      ? names.actors(row.creditors, instrument)
      : row.creditors.map((each) => names.actor(each)).join(", ");
  const act = actWords(row);
  const state = line.unverified ? texts.bindingUnverified : texts.states[line.state];
  const distance = row.day === undefined || line.form === "limit" ? "" : texts.distance(row.day - today);
  const reason = line.reason === undefined ? "" : ` (${line.reason})`;
  const stand = `${texts.stateSentence(`${state}${reason}`, distance)}.`;
  if (line.form === "limit") {
    const most = limitWords(line, clause.kind === "limit" && clause.amountAssumed !== undefined);
    return [`${texts.limitSentence(debtor, act)}; ${most}.`, stand];
  }
  if (line.form === "standing") return [`${texts.standingSentence(debtor, creditor, act)}.`, stand];
  const by =
    row.day === undefined
      ? texts.sentenceNoDate
      : line.deadlineIsDay
        ? texts.sentenceDue(unsure(dayWords(row.day), row.unsureDate))
        : texts.sentenceAt(unsure(momentWords(line.deadline!, instrument.timeZone), row.unsureDate));
  const sends = clause.kind === "duty" && clause.act.verb === "send";
  const does = line.form === "right" ? texts.mayDo : sends ? texts.isToSend : texts.isToDo;
  const because = reasonWords(found, names);
  return [`${by} ${does(debtor, creditor, act)}${because === "" ? "" : `, ${because}`}.`, stand];
}

function reasonWords({ line, clause, follows }: Explanation, names: Names): string {
  if (follows !== undefined) return texts.becauseMiss(follows.clause);
  if (clause.kind === "duty" || clause.kind === "right") {
    if (clause.trigger.kind === "bound") return texts.becauseBound;
    if (clause.trigger.kind === "calendar" && line.period !== undefined)
      return texts.becausePeriod(triggerWords(clause.trigger, names));
  }
  return line.subject === undefined ? "" : texts.becauseRecord(line.subject);
}

function facts(found: Explanation, row: Row, open: OpenRegion, loaded: Loaded): readonly Fact[] {
  const { line, clause, instrument } = found;
  const all: Fact[] = [[texts.factClause, clauseWords({ clause, instrument }), sourceWords({ clause, instrument })]];
  if (found.adoption !== undefined)
    all.push([
      texts.factAdoption,
      `${found.adoption.hash.slice(0, 12)}, ${momentWords(found.adoption.from, instrument.timeZone)}`,
      source(found.adoption),
    ]);
  all.push(...statusFacts(found, open));
  for (const each of found.reservations)
    all.push([texts.factReservation, `${open.names.party(each.party)}: ${each.effect}`, source(each)]);
  all.push(...triggerFacts(found, open));
  all.push(...arithmeticFacts(found, row));
  if (line.form === "limit") {
    all.push([texts.factCounted, limitWords(line, clause.kind === "limit" && clause.amountAssumed !== undefined), ""]);
    for (const each of found.counted.slice(0, OTHERS_SHOWN))
      all.push([texts.factCounted, recordWords(each, instrument.timeZone, open), ""]);
    if (found.counted.length > OTHERS_SHOWN)
      all.push([texts.factCounted, texts.othersAlike(found.counted.length - OTHERS_SHOWN), ""]);
  } else if (line.form !== "standing") {
    const channel =
      clause.channel === undefined
        ? texts.noChannel
        : texts.channelCell(clause.channel, clause.channelAssumed !== undefined);
    all.push([texts.factChannel, channel, ""]);
    all.push(dischargeFact(found, open));
  }
  if (found.waiver !== undefined)
    all.push([
      texts.factWaiver,
      `${open.names.actor(found.waiver.creditor)}, ${momentWords(found.waiver.occurred, instrument.timeZone)}`,
      source(found.waiver),
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
    all.push([texts.factCoverage, text, source(each)]);
  }
  for (const each of found.assumed)
    all.push([
      texts.factAssumed,
      texts.unsure(each.what),
      texts.sourceOf(each.source, confidenceWord(each.confidence)),
    ]);
  return all;
}

function statusFacts(found: Explanation, open: OpenRegion): readonly Fact[] {
  const all: Fact[] = [];
  const shown = [
    ...found.binding.filter((each) => each.role === "debtor"),
    ...found.binding.filter((each) => each.role === "creditor"),
  ];
  shown.forEach((each, index) => {
    if (index >= BINDING_SHOWN) return;
    const rows = each.facts.filter((fact) => fact.party !== "*" || each.facts.length === 1);
    const words = rows.map((fact) =>
      texts.statusFact(fact.act, datedWords(fact.actDate), datedWords(fact.effectDate ?? fact.provisionalFrom)),
    );
    all.push([
      texts.factStatus,
      [texts.bindingWords(open.names.actor(each.party), each.status), ...words].join("; "),
      rows.length === 0
        ? ""
        : texts.sourcesOf([
            ...new Set(rows.map((fact) => texts.sourceAndConfidence(fact.source, confidenceWord(fact.confidence)))),
          ]),
    ]);
  });
  if (shown.length > BINDING_SHOWN) all.push([texts.factStatus, texts.othersAlike(shown.length - BINDING_SHOWN), ""]);
  return all;
}

function triggerFacts(found: Explanation, open: OpenRegion): readonly Fact[] {
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

function arithmeticFacts(found: Explanation, row: Row): readonly Fact[] {
  const { deadline, line } = found;
  if (deadline === undefined) return [];
  const { timeZone } = deadline;
  const all: Fact[] = [];
  if (deadline.result === null)
    all.push([texts.factArithmetic, texts.noDate(deadline.missing ?? deadlineWords(deadline.rule)), ""]);
  else {
    const base = deadline.base;
    const value =
      base === undefined
        ? ""
        : base.day !== undefined
          ? isoDay(base.day)
          : base.instant !== undefined
            ? momentWords(base.instant, timeZone)
            : (base.text ?? "");
    const result =
      line.deadlineIsDay && row.day !== undefined ? dayWords(row.day) : momentWords(deadline.result, timeZone);
    const named = base === undefined || value === "" ? "" : texts.baseIs(base.name, value);
    all.push([texts.factArithmetic, texts.arithmetic(deadlineWords(deadline.rule), named, result), ""]);
  }
  if (deadline.suspendedMs > 0)
    all.push([texts.factArithmetic, texts.suspendedAdded(texts.lateBy(deadline.suspendedMs)), ""]);
  if (deadline.plannableFrom !== undefined)
    all.push([texts.factArithmetic, texts.plannableFrom(momentWords(deadline.plannableFrom, timeZone)), ""]);
  if (line.notBefore !== undefined)
    all.push([texts.factArithmetic, texts.countsFrom(momentWords(line.notBefore, timeZone)), ""]);
  if (deadline.reading !== undefined) {
    const { reading } = deadline;
    const term = deadline.rule.kind === "vague" ? deadline.rule.term : "";
    all.push([
      texts.factReading,
      texts.readingFact(term, `${reading.value} ${texts.unit(reading.unit, reading.value)}`, reading.by),
      source(reading),
    ]);
  }
  all.push([texts.factArithmetic, texts.arithmeticZone(timeZone, deadline.timeZoneData, deadline.monthEnd), ""]);
  return all;
}

function dischargeFact(found: Explanation, open: OpenRegion): Fact {
  const { performance, clause, instrument } = found;
  if (performance !== undefined) return [texts.factDischarge, recordWords(performance, instrument.timeZone, open), ""];
  const kind = clause.kind === "duty" || clause.kind === "right" ? camelWords(clause.act.record) : "";
  return [texts.factDischarge, texts.dischargeNone(kind), ""];
}

function recordWords(record: KelisimRecord, timeZone: string, open: OpenRegion): string {
  return texts.triggerRecord(
    record.id,
    camelWords(record.kind),
    momentWords(record.occurred, timeZone),
    record.from === "" ? "" : open.names.party(record.from),
  );
}

/** The same clause in its other periods, or because of other records. */
function drawOthers(paper: Paper, line: Line, others: readonly BoardLine[], open: OpenRegion, today: number): void {
  const at = (other: Pick<Line, "deadline" | "arises">) => other.deadline ?? other.arises;
  const all = rowsOf(
    others.filter((other) => other.period !== line.period || other.subject !== line.subject),
    open.clauses,
  );
  if (all.length === 0) return;
  const near = [...all]
    .sort((a, b) => Math.abs(at(a.line) - at(line)) - Math.abs(at(b.line) - at(line)))
    .slice(0, OTHERS_SHOWN)
    .sort((a, b) => at(a.line) - at(b.line));
  const rows = near.map((row) => {
    const label = row.line.period === undefined ? (row.line.subject ?? "") : periodWords(row.line.period);
    const date = row.day === undefined ? texts.noDateCell : unsure(dayWords(row.day, false), row.unsureDate);
    return [label, date, texts.states[drawnRow(row, "owes", open.names, today).state]] as const;
  });
  const width = (index: 0 | 1) => Math.max(...rows.map((row) => cells(row[index])));
  paper.gap().text(texts.otherPeriodsTitle, { style: "bold" });
  for (const [label, date, state] of rows)
    paper.text(texts.otherLine(pad(label, width(0)), pad(date, width(1)), state), { indent: 4 });
  if (all.length > rows.length) paper.text(texts.othersAlike(all.length - rows.length), { indent: 4, style: "dim" });
}

function momentWords(instant: Instant, timeZone: string): string {
  if (Math.abs(instant) >= 8.64e15) return "";
  const clock = clockOf(instant, timeZone);
  return `${dayWords(clock.day, false)} ${clock.time} ${clock.zone}`;
}

function datedWords(date: Dated | undefined): string {
  return date === undefined ? "" : typeof date === "number" ? dayWords(date, false) : formatDated(date);
}

function limitWords(line: Line, unverified: boolean): string {
  const amount = line.amount === undefined ? "" : unsure(grouped(line.amount), unverified);
  return texts.limitFact(line.value === undefined ? texts.states.unknown : grouped(line.value), amount);
}

const unsure = (text: string, is: boolean): string => (is ? texts.unsure(text) : text);
const source = (fact: { readonly source: string; readonly confidence: string }): string =>
  texts.sourceOf(fact.source, confidenceWord(fact.confidence));
const confidenceWord = (confidence: string): string =>
  confidence === "high" || confidence === "medium" || confidence === "low" ? texts.confidence[confidence] : confidence;
