import { type Day, dayNumber, dayOf } from "../days.ts";
import type { Years } from "./through-time.ts";

/** A stretch this short is stepped through by months. */
const FEW_YEARS = 3;

/**
 * The days at which a slider stops: the last day of every year (of every month where the table tells of few years),
 * and today as the last one. In order, without repetition.
 */
export function stopsOf({ from, to }: Years, today: Day): readonly Day[] {
  const days = new Set<Day>();
  const byMonth = to - from < FEW_YEARS;
  for (let year = from; year <= to; year++) {
    for (let month = byMonth ? 1 : 12; month <= 12; month++) days.add(lastOfMonth(year, month));
  }
  return [...[...days].filter((day) => day < today).sort(), today];
}

function lastOfMonth(year: number, month: number): Day {
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  return dayOf(dayNumber(next) - 1);
}

/** Where a day stands among the stops: the last one that is not after it. */
export function stopAt(stops: readonly Day[], day: Day): number {
  const found = stops.findLastIndex((stop) => stop <= day);
  return Math.max(0, found);
}
