import { stat } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Control, runOn } from "../database/database.ts";
import { blankLinesBefore } from "../file/blank-lines.ts";
import { lineOf } from "../file/lines.ts";
import { stop } from "../file/stopped.ts";
import { OUTER_SET } from "./trimmed.ts";

/** The longest row that is read: what is longer is no row but a quote that nobody closed. */
export const LONGEST_ROW = 8 * 1024 * 1024;

/**
 * Makes, of what a scan left (tables `scanned` and `reject_errors`), table `malformed(row, text, problem)` and view `staged`: the
 * scanned rows with their place in the file. `name` is the file's own, for what stops it. DuckDB counts blank lines before a malformed row as rows; they are taken off. Gives how many
 * rows are malformed.
 */
export async function numberRows(
  connection: DuckDBConnection,
  path: string,
  name: string,
  control: Control,
): Promise<number> {
  await stopWhereQuoteIsOpen(connection, path, name, control);
  await keepBlankLines(connection, path, control);
  // Of several faults of a line, the first.
  await runOn(
    connection,
    `CREATE TABLE malformed AS SELECT line - 1 - any_value(coalesce(blank.lines, 0)) AS row, left(ltrim(min(csv_line), ${OUTER_SET}), 60) AS text,
       arg_min(${MALFORMED}, coalesce(column_idx, 0)) AS problem
     FROM reject_errors LEFT JOIN blank USING (line) WHERE line > 1 GROUP BY line ORDER BY line`,
  );
  const [found] = await runOn(connection, "SELECT count(*)::DOUBLE AS count FROM malformed");
  const count = Number(found!.count);
  for (const statement of count === 0 ? [UNBROKEN] : [GAPS, BROKEN]) await runOn(connection, statement, [], control);
  return count;
}

/** How much of a malformed row DuckDB gives at most. */
const GIVEN = 10_000;

/**
 * A quote that is not closed takes what is behind it into its row. Where that is not all of the file DuckDB does not say where it
 * goes on: rows behind the quote would be lost, or have wrong numbers.
 */
async function stopWhereQuoteIsOpen(
  connection: DuckDBConnection,
  path: string,
  name: string,
  { signal }: Control,
): Promise<void> {
  const { size } = await stat(path);
  const quotes = `strlen(csv_line) - strlen(replace(csv_line, '"', ''))`;
  const isWhole = `csv_line IS NOT NULL AND strlen(csv_line) < ${GIVEN} AND (${quotes} % 2 = 0 OR line_byte_position + strlen(csv_line) >= ${size - 2})`;
  const [found] = await runOn(
    connection,
    `SELECT min(line_byte_position)::DOUBLE AS "from" FROM reject_errors
     WHERE line > 1 AND error_type IN ('UNQUOTED VALUE', 'LINE SIZE OVER MAXIMUM') AND NOT (${isWhole})`,
  );
  if (found?.from === null || found === undefined) return;
  throw stop(
    "file/quote-open",
    name,
    "a quote in this row is not closed: which rows are behind it cannot be told",
    "close the quote, or write it twice if it is a letter of the cell; where nothing is quoted, load the file again",
    { line: await lineOf("quote", path, Number(found.from), signal) },
  );
}

/** Table `blank(line, lines)`: how many blank lines stand before each malformed row. */
async function keepBlankLines(connection: DuckDBConnection, path: string, { signal }: Control): Promise<void> {
  await connection.run("CREATE TABLE blank (line BIGINT, lines BIGINT)");
  const rejected = await runOn(
    connection,
    `SELECT line::DOUBLE AS line, min(line_byte_position)::DOUBLE AS "from", max(strlen(csv_line))::DOUBLE AS bytes FROM reject_errors WHERE line > 1 GROUP BY line ORDER BY 2`,
  );
  if (rejected.length === 0) return;
  const rows = rejected.map(({ from, bytes }) => ({ from: Number(from), bytes: Number(bytes) }));
  const blank = await blankLinesBefore(path, rows, signal);
  const appender = await connection.createAppender("blank");
  for (const [at, { line }] of rejected.entries()) {
    appender.appendBigInt(BigInt(Number(line)));
    appender.appendBigInt(BigInt(blank[at]!));
    appender.endRow();
  }
  appender.closeSync();
}

const UNBROKEN = "CREATE VIEW staged AS SELECT rowid + 1 AS row, * FROM scanned";
/**
 * Rows are looked at in stretches of 64, so that whoever reads `staged` need not sort it to find how many malformed rows stand
 * before each. Of a stretch: malformed rows before it, and before which of its rows others stand.
 */
const GAPS = `CREATE TABLE gap AS
  WITH broken AS (SELECT row - row_number() OVER (ORDER BY row) AS place FROM malformed),
    within AS (SELECT place >> 6 AS stretch, count(*) AS rows, list(place) AS places FROM broken GROUP BY 1)
  SELECT stretch, places,
    CAST(coalesce(sum(rows) OVER (ORDER BY stretch ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS BIGINT) AS before
  FROM (SELECT unnest(range((SELECT count(*) >> 6 FROM scanned) + 1)) AS stretch) LEFT JOIN within USING (stretch)`;
const BROKEN = `CREATE VIEW staged AS SELECT scanned.rowid + 1 + gap.before
    + coalesce(len(list_filter(gap.places, lambda place: place <= scanned.rowid)), 0) AS row, scanned.*
  FROM scanned JOIN gap ON gap.stretch = scanned.rowid >> 6`;

/** What DuckDB says of a malformed line, in words. */
const MALFORMED = `CASE error_type
  WHEN 'MISSING COLUMNS' THEN 'the row has fewer cells than the header' || ${swallowed()}
  WHEN 'TOO MANY COLUMNS' THEN 'the row has more cells than the header'
  WHEN 'UNQUOTED VALUE' THEN 'a quote is not closed, or text stands behind it' || ${swallowed()}
  WHEN 'LINE SIZE OVER MAXIMUM' THEN 'the row is longer than ${LONGEST_ROW / 1024 / 1024} MiB: perhaps a quote is not closed'
  WHEN 'INVALID ENCODING' THEN 'the row is not UTF-8'
  ELSE error_message END`;

/** A quote that is not closed takes lines behind it into its row. */
function swallowed(): string {
  const lines = `length(trim(csv_line, chr(10))) - length(replace(trim(csv_line, chr(10)), chr(10), ''))`;
  return `CASE WHEN ${lines} > 0 THEN ' (' || (${lines}) || ' lines behind it are lost with it)' ELSE '' END`;
}
