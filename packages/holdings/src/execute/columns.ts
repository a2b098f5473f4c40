import { type ColumnType, columnsOf, type ObservationTable } from "@kelisim/model";
import { name } from "../database/sql.ts";

/** How a column is kept. Amounts are exact; whole numbers have room for any count. */
export const SQL_TYPES = {
  text: "VARCHAR",
  count: "BIGINT",
  year: "BIGINT",
  date: "DATE",
  amount: "DECIMAL(38,6)",
  number: "DOUBLE",
} as const satisfies Readonly<Record<ColumnType, string>>;

/** By what the rows of a table are sorted, so that a question about one state reads little of the file. */
export const SORTED_BY: Readonly<Record<ObservationTable, readonly string[]>> = {
  flows: ["recipient", "year"],
  trainings: ["party", "year"],
  figures: ["indicator", "party", "year"],
  memberships: ["organisation", "party", "from"],
  acts: ["treaty", "party", "date"],
  obligations: ["treaty", "party", "from"],
  events: ["from", "event"],
};

/** Columns of the kept file: the place of the row in its file, then those of the table. */
export const keptColumns = (table: ObservationTable): readonly string[] => [
  "row",
  ...columnsOf(table).map((column) => column.name),
];

/** A decimal in full without zeros at its end, as text. */
export const plainDecimal = (sql: string): string => `rtrim(rtrim(CAST(${sql} AS VARCHAR), '0'), '.')`;

/** A kept column as it is given out: text, or a number that JavaScript holds. */
export function givenOut(column: string, type: ColumnType, from = ""): string {
  const kept = `${from}${name(column)}`;
  switch (type) {
    case "text":
      return kept;
    case "date":
      return `CAST(${kept} AS VARCHAR)`;
    case "amount":
      return plainDecimal(kept);
    case "number":
    case "count":
    case "year":
      return `CAST(${kept} AS DOUBLE)`;
  }
}

/** Type of a column of a table, or of `row`. */
export function typeIn(table: ObservationTable, column: string): ColumnType {
  const found = columnsOf(table).find((one) => one.name === column);
  if (found !== undefined) return found.type;
  if (column === "row") return "count";
  throw new RangeError(`the table ${table} has no column "${column}"`);
}
