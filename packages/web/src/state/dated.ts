import { type DateStyle, NBSP, writeDay, writeMonthOf } from "./format.ts";

export interface DatedStyle extends DateStyle {
  /** It stands behind a word that asks for the genitive: "since February 2024", "с февраля 2024". */
  readonly after?: boolean;
}

/**
 * A date at the precision its source gives: "28 Apr 2021", "Oct 2002", "1999"; a text that is none stays as it is. A
 * month is written as within a sentence, in the case that its place in it asks for.
 */
export function writeDated(text: string, locale: string, style: DatedStyle = {}): string {
  const { after = false, ...rest } = style;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return writeDay(text, locale, rest);
  if (!/^\d{4}-\d{2}$/.test(text)) return text;
  return `${writeMonthOf(`${text}-01`, locale, after ? "genitive" : "nominative", rest.month)}${NBSP}${text.slice(0, 4)}`;
}
