import type { ColumnTest, Selection } from "@kelisim/analysis";
import type { HoldingRows, HoldingRowsQuery } from "@kelisim/api";
import { ABOUT_COLUMNS, aboutHolding, type Holdings, type KeptHolding } from "@kelisim/holdings";
import { columnsOf } from "@kelisim/model";
import { badRequest } from "../http/problem.ts";
import { type FileFormat, writeFigures } from "./files/write-file.ts";
import { orRefused } from "./remembered-cells.ts";

const ROWS = 50;
const MOST_IN_SHEET = 50_000;
const PAGE = 1000;

/** What was taken of one file, of whatever table, in the order of the file. Throws 400 for a column that the table does not have. */
export async function holdingRows(
  holdings: Holdings,
  holding: KeptHolding,
  query: HoldingRowsQuery,
): Promise<HoldingRows> {
  const page = { from: query.start ?? 0, rows: query.rows ?? ROWS };
  const found = orRefused(await holdings.rows(selectionOf(holding, query), undefined, page));
  return {
    columns: columnsOf(holding.table).map(({ name, says, type }) => ({ name, says, asked: isAsked(type) })),
    rows: found.rows.map(({ row }) => ({ ...row }) as Record<string, string | number>),
    of: found.of,
  };
}

/** Amounts and measured numbers are not asked by what they are written as. */
const isAsked = (type: string) => type !== "amount" && type !== "number";

function selectionOf({ id, table }: KeptHolding, { column, value }: HoldingRowsQuery): Selection {
  const where: readonly ColumnTest[] = column === undefined ? [] : [testOf(table, column, value ?? "")];
  return { table, holdings: [id], where, by: [] };
}

function testOf(table: KeptHolding["table"], column: string, value: string): ColumnTest {
  const found = columnsOf(table).find(({ name, type }) => name === column && isAsked(type));
  if (found === undefined) {
    const names = columnsOf(table).flatMap(({ name, type }) => (isAsked(type) ? [name] : []));
    throw badRequest("/query/column", `"${column}" is no column to ask by`, `columns: ${names.join(", ")}`);
  }
  if (value === "") return { column, absent: true };
  if (found.type !== "year" && found.type !== "count") return { column, in: [value] };
  if (!/^-?\d{1,15}$/.test(value)) throw badRequest("/query/value", `"${value}" is no whole number`);
  return { column, in: [Number(value)] };
}

/** The same as a file, whole. A sheet takes fewer rows than the other formats: throws 400 where there are more. */
export async function holdingFile(
  holdings: Holdings,
  holding: KeptHolding,
  query: HoldingRowsQuery,
  format: FileFormat,
) {
  const selection = selectionOf(holding, query);
  if (format !== "xlsx") return orRefused(await holdings.export(selection, { format, rows: true })).bytes;
  const { table } = holding;
  const about = aboutHolding(holding);
  const own = columnsOf(table).map(({ name }) => name);
  const rows: (string | number | null)[][] = [];
  for (;;) {
    const page = orRefused(await holdings.rows(selection, undefined, { from: rows.length, rows: PAGE }));
    if (page.of > MOST_IN_SHEET)
      throw badRequest("/path/file", `${page.of} rows are more than a sheet takes here`, "take CSV or Parquet");
    for (const { file, row } of page.rows)
      rows.push([
        ...own.map((name) => row[name] ?? null),
        file,
        row.row,
        ...ABOUT_COLUMNS.map((column) => about[column]),
      ]);
    if (rows.length >= page.of || page.rows.length === 0) break;
  }
  const names = [...own, "read_from", "row", ...ABOUT_COLUMNS];
  return writeFigures(
    { name: table, columns: names.map((name) => ({ name, type: "text" })), rows, about: [] },
    format,
    holdings,
  );
}
