import { addDays, type Day, dayNumber, dayOf, daysBetween } from "./days.ts";

/** A moment of the arithmetic of a date, in the order of time. */
export interface TimelinePoint {
  readonly day: Day;
  readonly kind: "base" | "opening" | "plannable" | "result" | "asOf" | "performed";
  readonly label: string;
  readonly unsure: boolean;
}

export interface PlacedPoint extends TimelinePoint {
  /** From 0 (left edge) to 1. */
  readonly at: number;
  /** Labels that would meet stand one row lower. */
  readonly row: number;
}

export interface Timeline {
  readonly from: Day;
  readonly until: Day;
  readonly points: readonly PlacedPoint[];
  /** First days of months, or of years where the line is long. */
  readonly ticks: readonly { readonly day: Day; readonly at: number; readonly year: boolean }[];
}

const MOST_TICKS = 14;
const CHARACTER = 7;

/**
 * Lays the moments of an explanation on a line, with a little room at both ends. `width` in px decides which labels
 * would meet. Undefined where there is nothing to show: fewer than two different days.
 */
export function layTimeline(points: readonly TimelinePoint[], width: number): Timeline | undefined {
  const days = [...new Set(points.map((point) => point.day))].sort();
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined || first === last) return undefined;
  const margin = Math.max(1, Math.round(daysBetween(first, last) * 0.08));
  const from = addDays(first, -margin);
  const until = addDays(last, margin);
  const span = daysBetween(from, until);
  const at = (day: Day) => daysBetween(from, day) / span;
  const ends: number[] = [];
  const placed = points
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map((point) => {
      const x = at(point.day) * width;
      const half = (Math.max(point.label.length, 12) * CHARACTER) / 2;
      let row = ends.findIndex((end) => end < x - half);
      if (row < 0) row = ends.length;
      ends[row] = x + half;
      return { ...point, at: at(point.day), row };
    });
  return { from, until, points: placed, ticks: ticks(from, until).map((tick) => ({ ...tick, at: at(tick.day) })) };
}

function ticks(from: Day, until: Day): readonly { readonly day: Day; readonly year: boolean }[] {
  const months: Day[] = [];
  for (let day = dayNumber(from); day <= dayNumber(until); day++) {
    const written = dayOf(day);
    if (written.endsWith("-01")) months.push(written);
  }
  if (months.length <= MOST_TICKS) return months.map((day) => ({ day, year: day.slice(5, 7) === "01" }));
  const years = months.filter((day) => day.slice(5, 7) === "01");
  const every = Math.ceil(years.length / MOST_TICKS);
  return years.filter((_, index) => index % every === 0).map((day) => ({ day, year: true }));
}
