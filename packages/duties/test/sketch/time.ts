import type { CivilDay, Dated, Instant } from "@kelisim/model";

/** An instant: "2026-03-01T12:00:00Z", or the start of a day in UTC: "2026-03-01". */
export function at(text: string): Instant {
  const instant = Date.parse(text.includes("T") ? text : `${text}T00:00:00Z`);
  if (Number.isNaN(instant)) throw new Error(`no instant: ${text}`);
  return instant;
}

/** The last millisecond of a day in UTC. */
export const endOf = (day: string): Instant => at(day) + 86_400_000 - 1;

export const day = (text: string): CivilDay => at(text) / 86_400_000;

/** "2026-03-01", "2026-03" or "2026". */
export function dated(text: string): Dated {
  if (text.length === 10) return day(text);
  const isYear = text.length === 4;
  const first = new Date(`${text}${isYear ? "-01" : ""}-01T00:00:00Z`);
  const next = new Date(first);
  if (isYear) next.setUTCFullYear(first.getUTCFullYear() + 1);
  else next.setUTCMonth(first.getUTCMonth() + 1);
  return {
    precision: isYear ? "year" : "month",
    text,
    first: first.getTime() / 86_400_000,
    last: next.getTime() / 86_400_000 - 1,
  };
}
