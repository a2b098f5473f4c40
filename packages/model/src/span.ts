import { type Dated, firstDay, lastDay, parseDated } from "./dated.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";

/** A stretch that a figure or a statement is about: from the first day of `from` to the last of `to`, both inclusive. */
export interface Span {
  readonly from: Dated;
  readonly to: Dated;
  /** As its source writes it: "2013", "2007-2010". */
  readonly text: string;
}

const YEARS = /^(\d{4})-(\d{4})$/;

/**
 * Reads a stretch: a date ("2013", "2024-02", "2026-11-21"), two years ("2007-2010"), or two dates with a slash
 * ("2013-10/2014-03"). Refused: dates that do not exist, and an end before its beginning.
 */
export function parseSpan(text: string): Span | Refusal {
  const years = YEARS.exec(text);
  const parts = years === null ? text.split("/") : [years[1] ?? "", years[2] ?? ""];
  if (parts.length > 2) return refuse(`"${text.slice(0, 60)}" is not a stretch of time`, "write it like 2007-2010");
  const from = parseDated((parts[0] ?? "").trim());
  const to = parseDated((parts[1] ?? parts[0] ?? "").trim());
  if (isRefusal(from)) return from;
  if (isRefusal(to)) return to;
  if (lastDay(to) < firstDay(from)) return refuse(`"${text.slice(0, 60)}" ends before it begins`);
  return { from, to, text };
}
