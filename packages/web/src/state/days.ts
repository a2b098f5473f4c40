/** Civil days as "2026-11-21", counted without a time zone: a day is the same day wherever it is read. */
export type Day = string;

const MS = 86_400_000;

export const dayNumber = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / MS);
export const dayOf = (number: number): Day => new Date(number * MS).toISOString().slice(0, 10);
export const addDays = (day: Day, count: number): Day => dayOf(dayNumber(day) + count);
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** Monday is 1, Sunday is 7 (ISO 8601). */
export function weekday(day: Day): number {
  return ((dayNumber(day) + 3) % 7) + 1;
}

export const isWeekend = (day: Day): boolean => weekday(day) > 5;

/** The civil day of a moment in a time zone. */
export function dayIn(moment: string | number | Date, timeZone: string): Day {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return parts.format(new Date(moment));
}

/** The day on which a series was taken in a year: its last one, but of the asked year the asked day. */
export const dayOfYear = ({ today }: { readonly today: Day }, year: number): Day =>
  today.startsWith(`${year}-`) ? today : `${year}-12-31`;
