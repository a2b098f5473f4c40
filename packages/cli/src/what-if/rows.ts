import type { Line, WhatIf } from "@kelisim/duties";
import { type Row, rowOf } from "../board/row.ts";
import type { ClauseIndex } from "../words/clause-index.ts";

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

function rowKey(line: Omit<Line, "creditor">): string {
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

export interface Together {
  /** Kind of the record that would do. */
  readonly record: string;
  /** Numbers of the rows, from 1, in order. */
  readonly numbers: readonly number[];
}

/** Which rows one record would discharge together; what is true of each pair of 56 is said once. */
export function togetherRows(found: WhatIf["together"], rows: readonly Row[]): readonly Together[] {
  const numbers = new Map(rows.map((row, index) => [rowKey({ ...row.line, debtor: row.debtors[0] ?? "" }), index + 1]));
  const all = new Map<string, Together>();
  for (const { record, lines } of found) {
    const of = [
      ...new Set(lines.map((line) => numbers.get(rowKey(line))).filter((number) => number !== undefined)),
    ].sort((a, b) => a - b);
    if (of.length > 1) all.set(`${record} ${of.join()}`, { record, numbers: of });
  }
  const kept = [...all.values()];
  // A pair that another entry of the same kind holds whole says nothing more.
  return kept.filter(
    (each) =>
      !kept.some(
        (other) =>
          other !== each &&
          other.record === each.record &&
          each.numbers.every((number) => other.numbers.includes(number)),
      ),
  );
}
