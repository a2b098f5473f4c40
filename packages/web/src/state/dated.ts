import { NBSP, writeDay, writeMonth } from "./format.ts";

/** A date at the precision its source gives: "28 Apr 2021", "Oct 2002", "1999"; a text that is none stays as it is. */
export function writeDated(text: string, locale: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return writeDay(text, locale);
  if (/^\d{4}-\d{2}$/.test(text))
    return writeMonth(`${text}-01`, locale, false, "short").replace(/$/, `${NBSP}${text.slice(0, 4)}`);
  return text;
}
