import type { Ledger, Line, Question } from "@kelisim/duties";
import { civilDay, dayParts, type KelisimRecord, type Kind, type Value } from "@kelisim/model";
import type { ClauseIndex } from "../words/clause-index.ts";

const DAY_MS = 86_400_000;
/** Further than this the dates of a plan are no longer the same plan. */
const MOST_DAYS = 5 * 366;
/** Moving the dates can change which duties arise, so the answer is looked for and then checked; it settles in two or three steps. */
const MOST_STEPS = 16;

export interface Earliest {
  /** The attribute whose date is meant: "start". */
  readonly attribute: string;
  /** By how many days all dates move; undefined: no move within five years keeps every lead time. */
  readonly shift: number | undefined;
}

/**
 * By how many days the dates of hypothetical records have to move, all together, so that no lead time has passed if
 * notice is given now (`arising`: what arises from them as they stand): later where one has passed, earlier where all have room. Undefined where no lead time applies.
 */
export function earliest(
  ledger: Ledger,
  records: readonly KelisimRecord[],
  arising: readonly Line[],
  question: Question,
  kinds: readonly Kind[],
  clauses: ClauseIndex,
): Earliest | undefined {
  const leads = (line: Line) => baseOf(line, clauses) !== undefined && line.deadline !== null;
  const leading = (shift: number) => {
    const moved = records.map((record) => shifted(record, shift, kinds));
    return ledger.whatIf(moved, question).arising.filter(leads);
  };
  const now = arising.filter(leads);
  const first = now[0];
  if (first === undefined) return undefined;
  const { attribute } = baseOf(first, clauses)!;
  /** Days that the tightest line lacks (positive) or has to spare (negative), once the dates have moved by `moved`. */
  const lack = (lines: readonly Line[], moved: number) =>
    Math.max(...lines.map((line) => daysLacking(line, records, moved, question.asOf, clauses)));
  let shift = 0;
  let lines = now;
  for (let step = 0; step < MOST_STEPS && lines.length > 0; step++) {
    const move = lack(lines, shift);
    if (move <= 0 && (step > 0 || move === 0)) return { attribute, shift };
    shift += move;
    if (shift > MOST_DAYS) return { attribute, shift: undefined };
    lines = leading(shift);
    // A move to earlier dates is kept only if nothing is lacking there.
    if (lines.length === 0 || lack(lines, shift) <= 0) return { attribute, shift };
  }
  return { attribute, shift: lines.length === 0 || lack(lines, shift) <= 0 ? shift : undefined };
}

/**
 * By how many days the dates must at least move for one line (or may move back, negative). A deadline that counts
 * days back moves with the date; one on a day of a year moves only when the date comes into another year.
 */
function daysLacking(
  line: Line,
  records: readonly KelisimRecord[],
  moved: number,
  asOf: number,
  clauses: ClauseIndex,
): number {
  const base = baseOf(line, clauses)!;
  const lacking = Math.ceil((asOf - line.deadline!) / DAY_MS);
  if (!base.byYear) return lacking;
  const value = records.find((record) => record.id === line.subject)?.content[base.attribute];
  if (typeof value !== "number") return lacking;
  const { year } = dayParts(value + moved);
  const years = lacking <= 0 ? 0 : Math.ceil(lacking / 366);
  return civilDay(year + years, 1, 1) - (value + moved);
}

/** The date that a deadline counts back from, and whether only its year matters; undefined for every other deadline. */
function baseOf(line: Line, clauses: ClauseIndex): { attribute: string; byYear: boolean } | undefined {
  const { clause } = clauses.of(line);
  if (clause.kind !== "duty") return undefined;
  for (const { deadline } of clause.deadlines) {
    if (deadline.kind === "before" && deadline.base.kind === "attribute") {
      return { attribute: deadline.base.name, byYear: false };
    }
    if (deadline.kind === "calendar date" && deadline.of?.kind === "attribute") {
      return { attribute: deadline.of.name, byYear: true };
    }
  }
  return undefined;
}

/** The record with every date of its content moved by so many days. */
export function shifted(record: KelisimRecord, days: number, kinds: readonly Kind[]): KelisimRecord {
  if (days === 0) return record;
  const kind = kinds.find((each) => each.name === record.kind && each.version === record.version);
  const content: Record<string, Value | undefined> = { ...record.content };
  for (const { name, type } of kind?.attributes ?? []) {
    const value = content[name];
    if (typeof value !== "number") continue;
    if (type.type === "date") content[name] = value + days;
    else if (type.type === "instant") content[name] = value + days * DAY_MS;
  }
  return { ...record, content };
}
