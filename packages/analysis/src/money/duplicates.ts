import type { ObservationRow } from "@kelisim/model";

/** Rows of a file that say the same in every column compared. They may be two payments, or one that was written twice. */
export interface DuplicateRows {
  /** Places in the file, two at least. */
  readonly rows: readonly number[];
  readonly values: Readonly<Record<string, ObservationRow[string]>>;
}

/**
 * Groups of rows that are equal in all `columns` (absent: all besides `row`). Rows with nothing in any of them are passed over.
 * Amounts are compared as written.
 */
export function duplicateRows(rows: Iterable<ObservationRow>, columns?: readonly string[]): readonly DuplicateRows[] {
  const groups = new Map<string, { rows: number[]; values: DuplicateRows["values"] }>();
  for (const row of rows) {
    const names =
      columns ??
      Object.keys(row)
        .filter((name) => name !== "row")
        .sort();
    const values = Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
    if (Object.values(values).every((value) => value === null)) continue;
    const key = JSON.stringify(Object.entries(values).filter(([, value]) => value !== null));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { rows: [row.row], values });
    else group.rows.push(row.row);
  }
  return [...groups.values()].filter((group) => group.rows.length > 1);
}
