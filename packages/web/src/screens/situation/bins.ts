import { addDays, type Day, dayNumber, daysBetween } from "../../state/days.ts";

/** What a time line needs of an event. */
export interface Dot {
  readonly id: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly unverified: boolean;
}

export type Unit = "year" | "month" | "day";

/** A column of the time line: "2021", "2021-04" or "2021-04-28", with what happened in it. */
export interface Bin<T extends Dot> {
  readonly id: string;
  readonly dots: readonly T[];
}

export interface Bins<T extends Dot> {
  readonly unit: Unit;
  readonly columns: readonly Bin<T>[];
  /** Dated more coarsely than a column: to put them into one would claim too much. */
  readonly wide: readonly T[];
}

const MOST_DAYS = 62;
const MOST_MONTHS = 40;
const LENGTH: Readonly<Record<Unit, number>> = { year: 4, month: 7, day: 10 };

/**
 * Events by the day on which they happened, in columns of equal kind without a gap: days where all lie within two months,
 * months within three years or so, else years. Something that lasted stands where it began.
 */
export function binsOf<T extends Dot>(dots: readonly T[]): Bins<T> {
  const days = dots.map(({ firstDay }) => firstDay).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { unit: "year", columns: [], wide: [] };
  const unit = unitFor(first, last);
  const columns = new Map<string, T[]>();
  for (const id of idsBetween(first.slice(0, LENGTH[unit]), last.slice(0, LENGTH[unit]), unit)) columns.set(id, []);
  const wide: T[] = [];
  for (const dot of dots) {
    if (isCoarse(dot, unit)) wide.push(dot);
    else columns.get(dot.firstDay.slice(0, LENGTH[unit]))?.push(dot);
  }
  for (const column of columns.values()) column.sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
  return { unit, columns: [...columns].map(([id, dots]) => ({ id, dots })), wide };
}

function unitFor(first: Day, last: Day): Unit {
  const span = daysBetween(first, last);
  if (span <= MOST_DAYS) return "day";
  return span <= MOST_MONTHS * 30.5 ? "month" : "year";
}

/** A whole year among months, or a whole month among days. */
function isCoarse({ firstDay, lastDay }: Dot, unit: Unit): boolean {
  if (unit === "year") return false;
  const wholeYear = firstDay.endsWith("-01-01") && lastDay === `${firstDay.slice(0, 4)}-12-31`;
  if (unit === "month") return wholeYear;
  return (
    wholeYear ||
    (firstDay.endsWith("-01") && addDays(lastDay, 1).endsWith("-01") && daysBetween(firstDay, lastDay) > 26)
  );
}

function idsBetween(first: string, last: string, unit: Unit): string[] {
  if (unit === "day") return Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => addDays(first, i));
  const count = (id: string) => (unit === "year" ? Number(id) : Number(id.slice(0, 4)) * 12 + Number(id.slice(5)) - 1);
  const name = (number: number) =>
    unit === "year"
      ? String(number).padStart(4, "0")
      : `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
  return Array.from({ length: count(last) - count(first) + 1 }, (_, i) => name(count(first) + i));
}

/** Whether a column's name is written below it: every fifth year, January of months, Monday of days; ends always. */
export function isNamed(id: string, unit: Unit, index: number, columns: number): boolean {
  if (columns <= 14 || index === 0) return true;
  if (unit === "year") return Number(id) % 5 === 0 && index > 1;
  if (unit === "month") return id.endsWith("-01") && index > 2;
  return (dayNumber(id) + 3) % 7 === 0 && index > 3;
}
