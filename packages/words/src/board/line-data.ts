import type { BoardLine, Line } from "@kelisim/duties";
import { dayOf, formatInstant } from "@kelisim/model";
import { type ClauseIndex, citation } from "../clause-index.ts";
import { deadlineUnverified } from "../deadline.ts";
import { limitUnverified } from "../limit-unverified.ts";
import { isoDay } from "../time.ts";
import type { PairlessLine } from "./row.ts";

/** A line as machines get it: stable names, ids and not names for people, instants in UTC. docs/command.md describes it. */
export interface LineData {
  readonly form: Line["form"];
  readonly instrument: string;
  readonly clause: string;
  readonly version: string;
  readonly title: string;
  readonly article: string;
  readonly debtors: readonly string[];
  readonly creditors: readonly string[];
  readonly standpoint: BoardLine["standpoint"] | null;
  readonly subject: string | null;
  readonly period: string | null;
  readonly group: string | null;
  readonly state: Line["state"];
  readonly reason: string | null;
  readonly arises: string | null;
  /** The last instant that still counts; null: no date can be computed. */
  readonly deadline: string | null;
  /** The same as a day in `timeZone`, where the deadline is a whole day. */
  readonly deadlineDay: string | null;
  readonly timeZone: string;
  readonly channel: string | null;
  readonly confidence: string;
  readonly performance: string | null;
  readonly performedAt: string | null;
  readonly waivedAt: string | null;
  readonly value: string | null;
  readonly amount: string | null;
  /** What no source we hold confirms. */
  readonly unverified: {
    readonly binding: boolean;
    readonly deadline: boolean;
    readonly article: boolean;
    readonly channel: boolean;
    readonly amount: boolean;
  };
}

export function lineData(
  line: PairlessLine,
  debtors: readonly string[],
  creditors: readonly string[],
  standpoint: BoardLine["standpoint"] | null,
  clauses: ClauseIndex,
): LineData {
  const { clause, instrument } = clauses.of(line);
  return {
    form: line.form,
    instrument: line.instrument,
    clause: line.clause,
    version: line.version,
    title: clause.title,
    article: citation(clause),
    debtors,
    creditors,
    standpoint,
    subject: line.subject ?? null,
    period: line.period ?? null,
    group: line.group ?? null,
    state: line.state,
    reason: line.reason ?? null,
    arises: instantText(line.arises),
    deadline: instantText(line.deadline),
    deadlineDay:
      line.deadline !== null && line.deadlineIsDay ? isoDay(dayOf(line.deadline, instrument.timeZone)) : null,
    timeZone: instrument.timeZone,
    channel: clause.channel ?? null,
    confidence: clause.confidence,
    performance: line.performance ?? null,
    performedAt: instantText(line.performedAt),
    waivedAt: instantText(line.waivedAt),
    value: line.value ?? null,
    amount: line.amount ?? null,
    unverified: {
      binding: line.unverified,
      deadline: line.deadline !== null && deadlineUnverified(clause),
      article: clause.articleAssumed !== undefined,
      channel: clause.channelAssumed !== undefined,
      amount: limitUnverified(clause),
    },
  };
}

/** The ends of time (ALWAYS, NEVER) are no dates and become null. */
export function instantText(instant: number | null | undefined): string | null {
  return instant === null || instant === undefined || Math.abs(instant) >= 8.64e15 ? null : formatInstant(instant);
}

/** Columns of the CSV form, in this order; new ones are only ever added at the end. */
export const LINE_COLUMNS = [
  "form",
  "instrument",
  "clause",
  "title",
  "article",
  "debtors",
  "creditors",
  "standpoint",
  "subject",
  "period",
  "group",
  "state",
  "reason",
  "deadline",
  "deadline_day",
  "time_zone",
  "channel",
  "confidence",
  "performance",
  "performed_at",
  "waived_at",
  "value",
  "amount",
  "unverified",
  "arises",
  "version",
] as const;

export function lineColumns(line: LineData): readonly (string | null)[] {
  const unverified = Object.entries(line.unverified)
    .filter(([, is]) => is)
    .map(([what]) => what);
  return [
    line.form,
    line.instrument,
    line.clause,
    line.title,
    line.article,
    line.debtors.join(" "),
    line.creditors.join(" "),
    line.standpoint,
    line.subject,
    line.period,
    line.group,
    line.state,
    line.reason,
    line.deadline,
    line.deadlineDay,
    line.timeZone,
    line.channel,
    line.confidence,
    line.performance,
    line.performedAt,
    line.waivedAt,
    line.value,
    line.amount,
    unverified.join(" "),
    line.arises,
    line.version,
  ];
}
