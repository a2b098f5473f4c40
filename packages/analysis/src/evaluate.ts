import { type ColumnType, columnsOf, type ObservationRow, type ObservationValue } from "@kelisim/model";
import { Big } from "big.js";
import { checkSelection, type SelectionProblem, typeOfColumn } from "./check-selection.ts";
import { groupingOf } from "./grouping.ts";
import type { ColumnTest, SelectedCell, Selection } from "./selection.ts";

/** Thrown where a selection that `checkSelection` refuses is asked all the same. */
export class SelectionRefused extends Error {
  readonly problems: readonly SelectionProblem[];

  constructor(problems: readonly SelectionProblem[]) {
    super(problems.map(({ at, message }) => `${at}: ${message}`).join("; "));
    this.name = "SelectionRefused";
    this.problems = problems;
  }
}

/**
 * Answers a selection from rows that are in memory, the plain way: each row is tested, put into its group, and added exactly.
 * It is the judge of every faster answer. `rows` are those of the selection's holdings. Groups come in the order of
 * `orderCells`; where no row passes there is no group, not one of zero. A `number` is added by the decimal it is written as.
 */
export function evaluate(selection: Selection, rows: Iterable<ObservationRow>): readonly SelectedCell[] {
  const problems = checkSelection(selection);
  if (problems.length > 0) throw new SelectionRefused(problems);
  const columns = new Map(columnsOf(selection.table).map((column) => [column.name, column]));
  const grouping = groupingOf(selection);
  const groups = new Map<string, Group>();
  for (const row of rows) {
    if (!selection.where.every((test) => passes(row, test, typeOfColumn(test.column, columns)!))) continue;
    const values = grouping.map((name) => row[name] ?? null);
    const key = JSON.stringify(values);
    let group = groups.get(key);
    if (group === undefined) {
      group = { by: Object.fromEntries(grouping.map((name, at) => [name, values[at]!])), rows: 0, without: 0 };
      groups.set(key, group);
    }
    add(group, selection.sum === undefined ? undefined : (row[selection.sum] ?? null));
  }
  return orderCells([...groups.values()].map(cellOf), grouping);
}

/** Whether a row passes one test. An absent cell passes only `absent: true`. */
export function passes(row: ObservationRow, test: ColumnTest, type: ColumnType): boolean {
  const value = row[test.column] ?? null;
  if ("absent" in test) return (value === null) === test.absent;
  if (value === null) return false;
  if ("in" in test) return test.in.some((one) => compare(value, one, type) === 0);
  if ("notIn" in test) return !test.notIn.some((one) => compare(value, one, type) === 0);
  if ("startsWith" in test) return test.startsWith.some((start) => String(value).startsWith(start));
  if (test.from !== undefined && compare(value, test.from, type) < 0) return false;
  return test.to === undefined || compare(value, test.to, type) <= 0;
}

/** Cells by their columns from left to right: numbers by size, text by its code points, absent last. */
export function orderCells(cells: readonly SelectedCell[], grouping: readonly string[]): readonly SelectedCell[] {
  return [...cells].sort((a, b) => {
    for (const name of grouping) {
      const order = compareValues(a.by[name] ?? null, b.by[name] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  });
}

interface Group {
  readonly by: Readonly<Record<string, ObservationValue>>;
  sum?: Big;
  rows: number;
  without: number;
}

/** `value` undefined: rows are only counted. */
function add(group: Group, value: ObservationValue | undefined): void {
  group.rows += 1;
  if (value === undefined) return;
  if (value === null) group.without += 1;
  else group.sum = (group.sum ?? new Big(0)).plus(value);
}

function cellOf({ by, sum, rows, without }: Group): SelectedCell {
  return { by, ...(sum === undefined ? {} : { sum: sum.toFixed() }), rows, without };
}

/** Amounts by their value ("1.0" is "1"), everything else as it stands. */
function compare(a: string | number, b: string | number, type: ColumnType): number {
  return type === "amount" ? new Big(a).cmp(b) : compareValues(a, b);
}

function compareValues(a: ObservationValue, b: ObservationValue): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === "number" && typeof b === "number") return a - b;
  return compareText(String(a), String(b));
}

/** By code points, as a database with binary order does; units of two halves would put emoji before some letters. */
function compareText(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const order = left[at]!.codePointAt(0)! - right[at]!.codePointAt(0)!;
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
