import type { Line } from "@kelisim/duties";

/** The line's name in an address: ids joined by "~", each percent-encoded. */
export function lineKey(
  line: Pick<Line, "clause" | "subject" | "period" | "group">,
  debtor: string,
  creditor: string,
): string {
  return [line.clause, debtor, creditor, line.subject ?? "", line.period ?? "", line.group ?? ""]
    .map((part) => encodeURIComponent(part).replaceAll("~", "%7E"))
    .join("~");
}

export interface LineName {
  readonly clause: string;
  readonly debtor: string;
  readonly creditor: string;
  readonly subject: string;
  readonly period: string;
  readonly group: string;
}

/** Reads `lineKey` back; undefined for a text that is none. */
export function readLineKey(key: string): LineName | undefined {
  const parts = key.split("~");
  if (parts.length !== 6) return undefined;
  try {
    const [clause, debtor, creditor, subject, period, group] = parts.map((part) => decodeURIComponent(part));
    return { clause: clause!, debtor: debtor!, creditor: creditor!, subject: subject!, period: period!, group: group! };
  } catch {
    return undefined;
  }
}
