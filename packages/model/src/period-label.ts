import { type CivilDay, dayParts, parseDated } from "./dated.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";

const PART = /^(\d{4})-(?:Q[1-4]|H[12])$/;

/**
 * Reads the label of a period: a year "2026", half-year "2026-H1", quarter "2026-Q3", month "2026-07" or day
 * "2026-07-01" (of a period that is named by its first day). Gives the label back as written.
 */
export function parsePeriodLabel(text: string): string | Refusal {
  if (PART.test(text)) return text;
  const date = parseDated(text);
  if (!isRefusal(date)) return text;
  return refuse(`"${text.slice(0, 60)}" is not a period`, "write 2026, 2026-H1, 2026-Q3, 2026-07 or 2026-07-01");
}

const MONTHS = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;

/**
 * What a recurring period is called, by its first day. Periods of one unit that begin where those of the calendar do are
 * called like these ("2026", "2026-H1", "2026-Q3", "2026-07"), all others by their first day.
 */
export function periodLabel(first: CivilDay, count: number, unit: keyof typeof MONTHS): string {
  const { year, month, day } = dayParts(first);
  const two = (n: number) => String(n).padStart(2, "0");
  const nth = (month - 1) / MONTHS[unit];
  if (count !== 1 || day !== 1 || !Number.isInteger(nth)) return `${year}-${two(month)}-${two(day)}`;
  if (unit === "year") return String(year);
  if (unit === "month") return `${year}-${two(month)}`;
  return `${year}-${unit === "quarter" ? "Q" : "H"}${nth + 1}`;
}
