import {
  type ColumnType,
  columnsOf,
  isRefusal,
  nearest,
  OBSERVATION_TABLES,
  type ObservationColumn,
  parseDated,
  parseDecimal,
  propose,
} from "@kelisim/model";
import type { ColumnTest, Selection } from "./selection.ts";

/** What is wrong with a selection, and at which place of it: `where[2].column`. */
export interface SelectionProblem {
  readonly code:
    | "selection/unknown-table"
    | "selection/unknown-column"
    | "selection/column-twice"
    | "selection/not-summed"
    | "selection/not-grouped"
    | "selection/wrong-type"
    | "selection/empty-test";
  readonly at: string;
  readonly message: string;
  readonly mend?: string;
}

/**
 * Everything that is wrong with a selection; none: it can be answered. It may come from an address that a person wrote: whoever
 * parses that sees to its shape, this to the names and values in it.
 */
export function checkSelection(selection: Selection): readonly SelectionProblem[] {
  if (!Object.hasOwn(OBSERVATION_TABLES, selection.table)) {
    const tables = Object.keys(OBSERVATION_TABLES);
    const message = `there is no table "${clip(selection.table)}"`;
    return [{ code: "selection/unknown-table", at: "table", message, ...mended(propose(selection.table, tables)) }];
  }
  const columns = new Map(columnsOf(selection.table).map((column) => [column.name, column]));
  return [
    ...selection.where.flatMap((test, index) => checkTest(test, `where[${index}]`, columns)),
    ...selection.by.flatMap((name, index) => [
      ...checkColumn(name, `by[${index}]`, columns),
      ...(selection.by.indexOf(name) < index
        ? [problem("selection/column-twice", `by[${index}]`, `"${clip(name)}" is named twice`)]
        : []),
      ...(typeOfColumn(name, columns) === "amount"
        ? [problem("selection/not-grouped", `by[${index}]`, `"${name}" holds amounts: rows are not grouped by it`)]
        : []),
    ]),
    ...(selection.sum === undefined ? [] : checkSum(selection.sum, columns)),
  ];
}

type Columns = ReadonlyMap<string, ObservationColumn>;

/** Each table has `row` too: it can be tested and grouped by, as a count. */
export function typeOfColumn(name: string, columns: Columns): ColumnType | undefined {
  return name === "row" ? "count" : columns.get(name)?.type;
}

function checkColumn(name: string, at: string, columns: Columns): readonly SelectionProblem[] {
  if (typeOfColumn(name, columns) !== undefined) return [];
  const near = nearest(name, columns.keys());
  const mend = near === undefined ? `columns here: ${[...columns.keys()].join(", ")}` : `did you mean "${near}"?`;
  return [{ code: "selection/unknown-column", at, message: `there is no column "${clip(name)}"`, mend }];
}

function checkSum(name: string, columns: Columns): readonly SelectionProblem[] {
  const unknown = checkColumn(name, "sum", columns);
  if (unknown.length > 0) return unknown;
  const type = typeOfColumn(name, columns);
  if (name !== "row" && (type === "amount" || type === "number" || type === "count")) return [];
  return [problem("selection/not-summed", "sum", `"${name}" holds ${type}: it cannot be summed`)];
}

function checkTest(test: ColumnTest, at: string, columns: Columns): readonly SelectionProblem[] {
  const unknown = checkColumn(test.column, `${at}.column`, columns);
  const type = typeOfColumn(test.column, columns);
  if (type === undefined) return unknown;
  if ("in" in test) return checkValues(test.in, type, `${at}.in`);
  if ("notIn" in test) return checkValues(test.notIn, type, `${at}.notIn`);
  if ("startsWith" in test) {
    if (type === "text") return [];
    return [problem("selection/wrong-type", `${at}.startsWith`, `"${test.column}" holds ${type}, not text`)];
  }
  if ("absent" in test) return [];
  const ends = (["from", "to"] as const).filter((end) => test[end] !== undefined);
  if (ends.length === 0) return [problem("selection/empty-test", at, "asks nothing", "give from, to or both")];
  return ends.flatMap((end) => checkValues([test[end]!], type, `${at}.${end}`, true));
}

function checkValues(
  values: readonly (string | number)[],
  type: ColumnType,
  at: string,
  single = false,
): readonly SelectionProblem[] {
  return values.flatMap((value, index) => {
    const wanted = wantedBy(type, value);
    if (wanted === undefined) return [];
    const place = single ? at : `${at}[${index}]`;
    return [problem("selection/wrong-type", place, `${clip(JSON.stringify(value))} is not ${wanted}`)];
  });
}

/** What a column of this type is compared with, where the value is something else. */
function wantedBy(type: ColumnType, value: string | number): string | undefined {
  switch (type) {
    case "text":
      return typeof value === "string" ? undefined : "text";
    case "count":
    case "year":
      return Number.isSafeInteger(value) ? undefined : "a whole number";
    case "number":
      return Number.isFinite(value) ? undefined : "a number";
    case "amount":
      return typeof value === "string" && !isRefusal(parseDecimal(value)) ? undefined : "an exact decimal as text";
    case "date":
      return typeof value === "string" && typeof parseDated(value) === "number" ? undefined : "a day like 2026-11-21";
  }
}

function problem(code: SelectionProblem["code"], at: string, message: string, mend?: string): SelectionProblem {
  return { code, at, message, ...mended(mend) };
}

const mended = (mend: string | undefined) => (mend === undefined ? {} : { mend });
const clip = (text: string) => String(text).slice(0, 60);
