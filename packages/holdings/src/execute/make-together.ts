import { columnsOf, type ObservationColumn } from "@kelisim/model";
import { priceYearOf, type RowMaker } from "@kelisim/sources";
import { name } from "../database/sql.ts";
import { isRead, planCell } from "./cells.ts";
import { SORTED_BY, SQL_TYPES } from "./columns.ts";
import type { CellSql } from "./look-up.ts";
import type { Context } from "./make-rows.ts";
import { allOf } from "./tests.ts";

/** Whether all makers read this column of the table alike. */
function isShared(makes: readonly RowMaker[], column: string): boolean {
  const [first, ...others] = makes.map((maker) => maker.cells[column]);
  if (first !== undefined && "file" in first) return false;
  return others.every((cell) => JSON.stringify(cell) === JSON.stringify(first));
}

/**
 * Whether several makers can work in one pass: each makes at most one row of a row of the file, nothing is joined, and the rows are
 * sorted by what they share.
 */
export function worksTogether({ layout }: Context): boolean {
  const { makes, joins, table } = layout;
  return (
    makes.length > 1 &&
    joins === undefined &&
    makes.every((maker) => maker.each === undefined) &&
    SORTED_BY[table].every((column) => isShared(makes, column))
  );
}

/** The makers of a layout, their cells as SQL. */
interface Makers {
  readonly makes: readonly RowMaker[];
  readonly columns: readonly ObservationColumn[];
  /** Of each maker. */
  readonly cells: readonly ReadonlyMap<string, CellSql>[];
  /** Columns that all makers read alike. */
  readonly shared: ReadonlySet<string>;
}

/**
 * SQL of the rows of all makers: what they share is read and sorted once a row of the file, into a table, and made as many rows as
 * makers take it. `rest`: the rows of the file that are neither totals nor ignored.
 */
export async function makeTogether(context: Context, rest: string): Promise<string> {
  const makers = await readCells(context);
  const { makes, columns } = makers;
  await context.database.run(`CREATE TABLE sorted AS ${readSql(context, makers, rest)}`, [], context.control);
  const all = makes.map((_, k) => k);
  // What is required is tested outside, on what was read: inside, every test would read the text again.
  return `SELECT ${["row", ...columns.map((column) => valueSql(makers, column))].join(", ")}
    FROM (SELECT *, unnest([${all.join(", ")}]) AS maker FROM sorted)
    WHERE ${byMaker(makers, (k) => soundSql(makers, k))}`;
}

async function readCells(context: Context): Promise<Makers> {
  const { layout, stage, lookUps, control } = context;
  const { makes, table } = layout;
  const columns = columnsOf(table);
  const shared = new Set(columns.map((column) => column.name).filter((column) => isShared(makes, column)));
  const cells: ReadonlyMap<string, CellSql>[] = [];
  for (const [k, maker] of makes.entries()) {
    const found = new Map<string, CellSql>();
    for (const [at, column] of columns.entries()) {
      const cell = maker.cells[column.name];
      if (cell === undefined) continue;
      const known = shared.has(column.name) ? cells[0]?.get(column.name) : undefined;
      const plan = planCell(cell, column.type, stage, priceYearOf(maker, context));
      found.set(column.name, known ?? (await lookUps.sqlOf(plan, cell, column.type, "staged", `t${k}_${at}`, control)));
    }
    cells.push(found);
  }
  return { makes, columns, cells, shared };
}

/** The name under which a maker's column is read. */
const readAs = ({ shared }: Makers, k: number, column: string): string =>
  name(shared.has(column) ? column : `${k} ${column}`);

/** SQL of the rows of the file that any maker takes, read and sorted. */
function readSql({ layout, stage }: Context, makers: Makers, rest: string): string {
  const { makes, columns, cells, shared } = makers;
  const whens = makes.map((maker) => allOf(maker.when, stage.column));
  const read = makes.flatMap((maker, k) =>
    columns
      .filter((column) => isRead(maker.cells[column.name]) && (k === 0 || !shared.has(column.name)))
      .map((column) => `${cells[k]!.get(column.name)!.value} AS ${readAs(makers, k, column.name)}`),
  );
  const taken = whens.map((when, k) => `(${when}) AS ${name(`${k} taken`)}`);
  const joins = new Set(cells.flatMap((found) => [...found.values()].flatMap(({ join }) => join ?? [])));
  const keys = [...SORTED_BY[layout.table].filter((column) => isRead(makes[0]!.cells[column])), "row"];
  return `SELECT ${["row", ...read, ...taken].join(", ")} FROM ${["staged", ...joins].join(" ")}
    WHERE ${rest} AND (${whens.join(" OR ")}) ORDER BY ${keys.map(name).join(", ")}`;
}

/** SQL of what differs from maker to maker. */
const byMaker = ({ makes }: Makers, of: (k: number) => string): string =>
  `CASE maker ${makes.map((_, k) => `WHEN ${k} THEN ${of(k)}`).join(" ")} END`;

/** Whether a maker takes the row, and nothing that its table requires is missing. */
function soundSql(makers: Makers, k: number): string {
  const required = makers.columns.filter((column) => column.required && isRead(makers.makes[k]!.cells[column.name]));
  return [name(`${k} taken`), ...required.map((column) => `${readAs(makers, k, column.name)} IS NOT NULL`)].join(
    " AND ",
  );
}

function valueSql(makers: Makers, { name: column, type }: ObservationColumn): string {
  const { makes, cells, shared } = makers;
  const value = (k: number) =>
    isRead(makes[k]!.cells[column]) ? readAs(makers, k, column) : (cells[k]!.get(column)?.value ?? "NULL");
  // A column that the file does not have is empty, and of its own type all the same.
  return `CAST(${shared.has(column) ? value(0) : byMaker(makers, value)} AS ${SQL_TYPES[type]}) AS ${name(column)}`;
}
