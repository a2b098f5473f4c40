import { type CivilDay, type Dated, firstDay, lastDay } from "@kelisim/model";

/** Days from the first to the last, both inclusive. */
interface Stretch {
  readonly from: CivilDay;
  readonly to: CivilDay;
}

interface Dates {
  readonly start?: Dated;
  readonly end?: Dated;
}

/** Whether something is under way on a day, by its dates. A missing end is unknown, not endless. */
export function underWay({ start, end }: Dates, day: CivilDay): "yes" | "no" | "unknown" {
  if (start !== undefined && firstDay(start) > day) return "no";
  if (end !== undefined && lastDay(end) < day) return "no";
  if (start === undefined || end === undefined) return "unknown";
  return lastDay(start) <= day && day <= firstDay(end) ? "yes" : "unknown";
}

/** Days on which both are under way. */
export interface CommonDays {
  readonly from: CivilDay;
  /** Absent: neither end is known. */
  readonly to?: CivilDay;
  /** false: only as far as coarse dates and missing ends allow. */
  readonly certain: boolean;
}

/** The days that two have in common, the certain ones if there are any; undefined: none. */
export function commonDays(a: Dates, b: Dates): CommonDays | undefined {
  const certain = meet(certainDays(a), certainDays(b));
  if (certain !== undefined) return { ...certain, certain: true };
  const possible = meet(possibleDays(a), possibleDays(b));
  if (possible === undefined) return undefined;
  const end = Number.isFinite(possible.to) ? { to: possible.to } : {};
  return { from: possible.from, ...end, certain: false };
}

function certainDays({ start, end }: Dates): Stretch | undefined {
  if (start === undefined || end === undefined || lastDay(start) > firstDay(end)) return undefined;
  return { from: lastDay(start), to: firstDay(end) };
}

/** Nothing is possible without a known beginning: else whatever has no date would overlap with everything. */
function possibleDays({ start, end }: Dates): Stretch | undefined {
  if (start === undefined) return undefined;
  return { from: firstDay(start), to: end === undefined ? Number.POSITIVE_INFINITY : lastDay(end) };
}

function meet(a: Stretch | undefined, b: Stretch | undefined): Stretch | undefined {
  if (a === undefined || b === undefined) return undefined;
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
  return from <= to ? { from, to } : undefined;
}
