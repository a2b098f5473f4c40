import type { PlanAnswer } from "@kelisim/api";
import { addDays, type Day, daysBetween } from "../days.ts";
import { type Arising, dutiesOf } from "./arising.ts";

/** One date of the line, with everything that is due on it. */
export interface LeadMark {
  readonly day: Day;
  /** From 0 to 1 along the line. */
  readonly at: number;
  readonly duties: readonly Arising[];
  readonly state: string;
  readonly unsure: boolean;
  readonly daysBefore: number;
  /** Row of its words below the line, so that near ones do not lie on each other. */
  readonly row: number;
}

export interface LeadLine {
  readonly first: Day;
  readonly last: Day;
  readonly today: number;
  readonly start: number;
  /** Absent: the plan names no end after its start. */
  readonly end?: number;
  /** Where months begin. */
  readonly months: readonly { readonly day: Day; readonly at: number }[];
  readonly marks: readonly LeadMark[];
  readonly rows: number;
}

const DAY = /^\d{4}-\d{2}-\d{2}/;
/** Air before the first and behind the last date, as a share of the whole. */
const AIR = 0.05;

/**
 * The dates before a start on one line, arranged: `apart` is the share of the line that the words of a date take. Undefined
 * where the plan has no start, or nothing is counted back from it.
 */
export function leadLine(
  answer: Pick<PlanAnswer, "groups" | "standpoint">,
  plan: { readonly start: string; readonly end: string },
  apart: number,
): LeadLine | undefined {
  const start = DAY.exec(plan.start)?.[0];
  const { today } = answer.standpoint;
  const dated = dutiesOf(answer).filter(({ line }) => line.day !== undefined);
  if (start === undefined || dated.length === 0) return undefined;
  const end = DAY.exec(plan.end)?.[0];
  const days = [today, start, ...(end === undefined ? [] : [end]), ...dated.map(({ line }) => line.day!)].sort();
  const span = Math.max(14, daysBetween(days[0]!, days.at(-1)!));
  const air = Math.ceil(span * AIR);
  const first = addDays(days[0]!, -air);
  const last = addDays(days[0]!, span + air);
  const place = (day: Day) => daysBetween(first, day) / (span + 2 * air);
  const marks = spread(
    [...Map.groupBy(dated, ({ line }) => line.day!)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, duties]) => ({
        day,
        at: place(day),
        duties,
        state: duties[0]!.line.state,
        unsure: duties.every(({ line }) => line.unsureDate),
        daysBefore: daysBetween(day, start),
      })),
    apart,
  );
  return {
    first,
    last,
    today: place(today),
    start: place(start),
    ...(end !== undefined && end > start ? { end: place(end) } : {}),
    months: monthsOf(first, last).map((day) => ({ day, at: place(day) })),
    marks,
    rows: Math.max(...marks.map(({ row }) => row)) + 1,
  };
}

/** Each date takes the first row in which the words before it leave room. */
function spread(marks: readonly Omit<LeadMark, "row">[], apart: number): readonly LeadMark[] {
  const ends: number[] = [];
  return marks.map((mark) => {
    const from = Math.min(mark.at, 1 - apart);
    const free = ends.findIndex((end) => end <= from);
    const row = free < 0 ? ends.length : free;
    ends[row] = from + apart;
    return { ...mark, row };
  });
}

function monthsOf(first: Day, last: Day): readonly Day[] {
  const months: Day[] = [];
  let [year = 0, month = 0] = first.split("-").map(Number);
  for (;;) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    const day = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
    if (day > last) return months;
    months.push(day);
  }
}
