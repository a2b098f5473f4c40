import { parseDated } from "./dated.ts";
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
