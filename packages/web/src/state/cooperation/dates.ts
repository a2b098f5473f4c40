import { writeDay, writeMonth } from "../format.ts";

/** A date as exact as its source: "15 Jun 2001", "May 2016", "1994". */
export function writeDated(date: string, locale: string): string {
  if (date.length === 4) return date;
  if (date.length === 7) return writeMonth(`${date}-01`, locale, true);
  return writeDay(date, locale);
}
