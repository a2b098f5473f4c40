import type { ColumnTest, SelectedCell, Selection } from "@kelisim/analysis";
import type { ColumnType, ObservationTable, ObservationValue } from "@kelisim/model";
import { name, type Parameters } from "../database/sql.ts";
import { givenOut, SQL_TYPES, typeIn } from "../execute/index.ts";

type Parameter = (value: string | number) => string;

/** SQL of all tests of a selection over rows named `from`. Every value is a parameter; an absent cell passes none but `absent`. */
export function whereSql({ table, where }: Selection, parameters: Parameters, from = "asked."): string {
  const tests = where.map((test) => `(${testSql(test, typeIn(table, test.column), parameters, from)})`);
  return tests.length === 0 ? "true" : tests.join(" AND ");
}

function testSql(test: ColumnTest, type: ColumnType, parameters: Parameters, from: string): string {
  const column = `${from}${name(test.column)}`;
  const given: Parameter = (value) => parameters.add(value, SQL_TYPES[type]);
  if ("absent" in test) return `${column} IS ${test.absent ? "" : "NOT "}NULL`;
  if ("in" in test) return test.in.length === 0 ? "false" : `${column} IN (${test.in.map(given).join(", ")})`;
  if ("notIn" in test) {
    const others = test.notIn.length === 0 ? "" : ` AND ${column} NOT IN (${test.notIn.map(given).join(", ")})`;
    return `${column} IS NOT NULL${others}`;
  }
  if ("startsWith" in test)
    return test.startsWith.map((start) => `starts_with(${column}, ${given(start)})`).join(" OR ") || "false";
  const ends = [
    ...(test.from === undefined ? [] : [`${column} >= ${given(test.from)}`]),
    ...(test.to === undefined ? [] : [`${column} <= ${given(test.to)}`]),
  ];
  return ends.join(" AND ");
}

/** SQL of being in a group: the values by which a cell was grouped, absent ones included. */
export function inCellSql(table: ObservationTable, cell: Pick<SelectedCell, "by">, parameters: Parameters): string {
  const same = Object.entries(cell.by).map(([column, value]: [string, ObservationValue]) => {
    const type = typeIn(table, column);
    return `${name(column)} IS NOT DISTINCT FROM ${parameters.add(value, SQL_TYPES[type])}`;
  });
  return same.length === 0 ? "true" : same.join(" AND ");
}

/** A column as it stands in an answer, under its own name. */
export const answered = (table: ObservationTable, column: string): string =>
  `${givenOut(column, typeIn(table, column))} AS ${name(column)}`;
