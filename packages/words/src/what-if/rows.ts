import type { Line } from "@kelisim/duties";
import { type Row, rowOf } from "../board/row.ts";
import type { ClauseIndex } from "../clause-index.ts";

/** Lines that differ in their creditors only, as one row; the order of the first of each is kept. */
export function arisingRows(lines: readonly Line[], clauses: ClauseIndex): readonly Row[] {
  const rows = new Map<string, { line: Line; creditors: string[] }>();
  for (const line of lines) {
    const known = rows.get(rowKey(line));
    if (known === undefined) rows.set(rowKey(line), { line, creditors: [line.creditor] });
    else known.creditors.push(line.creditor);
  }
  return [...rows.values()].map(({ line, creditors }) => rowOf(line, [line.debtor], creditors, clauses));
}

/** What lines of one row share. */
export function rowKey(line: Omit<Line, "creditor">): string {
  return JSON.stringify([
    line.form,
    line.clause,
    line.version,
    line.debtor,
    line.subject,
    line.period,
    line.state,
    line.deadline,
    line.unverified,
  ]);
}
