import { columnsOf } from "@kelisim/model";
import { NO_RULE, priceYearOf, type ReadingOptions, type RowMaker, type TableLayout } from "@kelisim/sources";
import type { Control, Database } from "../database/database.ts";
import { name, text } from "../database/sql.ts";
import { isRead, planCell, type Source } from "./cells.ts";
import { SORTED_BY, SQL_TYPES } from "./columns.ts";
import type { CellSql, LookUps } from "./look-up.ts";
import { makeTogether, worksTogether } from "./make-together.ts";
import type { Stage } from "./stage.ts";
import { allOf, testSql } from "./tests.ts";
import { trimmed } from "./trimmed.ts";

/** SQL of what a layout makes of a staged file. */
export interface Made {
  /** Rows of the table, `row` first, in the order in which they are kept. They stand sorted in a table: reading them takes little memory. */
  readonly rows: string;
  /** Rows and cells that were refused: row, column, text, problem, taken (whether the row was taken without the cell). */
  readonly refused: string;
  /** Rows that say of themselves that they are totals, as the first maker reads them. */
  readonly totals?: string;
  /** Rows that the layout ignores: because, rows. */
  readonly ignored?: string;
}

export interface Making {
  readonly database: Database;
  readonly layout: TableLayout;
  readonly stage: Stage;
  readonly lookUps: LookUps;
  readonly control: Control;
}

export interface Context extends Making {
  readonly priceYear: NonNullable<ReadingOptions["priceYear"]>;
}

/** Compiles a layout: one SELECT for each maker over the staged rows, which were scanned once. */
export async function makeRows(context: Context): Promise<Made> {
  const { layout, stage } = context;
  const { column } = stage;
  const isTotal = layout.totals === undefined ? "false" : testSql(layout.totals, column);
  const ignores = (layout.ignores ?? []).map(({ when, because }) => ({ because, test: allOf(when, column) }));
  const isIgnored = ignores.length === 0 ? "false" : ignores.map(({ test }) => `(${test})`).join(" OR ");
  const rest = `NOT (${isTotal}) AND NOT (${isIgnored})`;
  const parts = [];
  for (const [at, maker] of layout.makes.entries()) {
    parts.push(await makeOne(context, maker, `${rest} AND ${allOf(maker.when, column)}`, `m${at}`));
  }
  const total = layout.totals === undefined ? undefined : await makeOne(context, layout.makes[0]!, isTotal, "total");
  const none = layout.makes
    .map((maker) => `(${allOf(maker.when, column)} AND ${hasParts(maker, column)})`)
    .join(" OR ");
  const refused = [
    "SELECT row, CAST(NULL AS VARCHAR) AS column, text, problem, false AS taken FROM malformed",
    `SELECT row, NULL, NULL, ${text(NO_RULE)}, false FROM staged WHERE ${rest} AND NOT (${none})`,
    ...parts.flatMap((part) => part.refused),
    ...(total === undefined ? [] : total.refused.slice(0, 1)),
  ];
  const because = `CASE ${ignores.map(({ because, test }) => `WHEN ${test} THEN ${text(because)}`).join(" ")} END`;
  return {
    rows: worksTogether(context)
      ? await makeTogether(context, rest)
      : await joined(
          context,
          await inTurn(
            context,
            "made_in_turn",
            parts.map((part) => part.rows),
          ),
        ),
    refused: await together(context, "refused_in_turn", refused),
    ...(total === undefined ? {} : { totals: total.rows }),
    ...(ignores.length === 0
      ? {}
      : {
          ignored: `SELECT ${because} AS because, count(*)::DOUBLE AS rows FROM staged WHERE NOT (${isTotal}) AND (${isIgnored}) GROUP BY 1`,
        }),
  };
}

/** More statements than this are not run at once: each takes memory for its sorting. */
const MOST_AT_ONCE = 8;

/** SQL of the rows of all statements, in their order: of one statement of them all, or of a table that they fill in turn. */
async function together(making: Making, table: string, statements: readonly string[]): Promise<string> {
  if (statements.length > MOST_AT_ONCE) return inTurn(making, table, statements);
  return statements.map((statement) => `(${statement})`).join(" UNION ALL ");
}

/** SQL of the rows of all statements, in their order, out of a table that they fill one after another. */
async function inTurn({ database, control }: Making, table: string, statements: readonly string[]): Promise<string> {
  const { onRows } = control;
  for (const [at, statement] of statements.entries()) {
    const sql = `${at === 0 ? `CREATE TABLE ${table} AS` : `INSERT INTO ${table}`} ${statement}`;
    await database.run(sql, [], {
      ...control,
      ...(onRows === undefined
        ? {}
        : { onRows: (done, of) => onRows(at * of + Math.min(done, of), statements.length * of) }),
    });
  }
  return `SELECT * FROM ${table}`;
}

interface Part {
  readonly rows: string;
  /** First the rows that are refused, then a statement for each column of which cells are left out. */
  readonly refused: readonly string[];
}

async function makeOne(context: Context, maker: RowMaker, when: string, place: string): Promise<Part> {
  const { layout, stage, lookUps, control } = context;
  const each = partsSql(maker, stage.column);
  const from = each === undefined ? "staged" : `(SELECT *, unnest(${each}) AS part FROM staged)`;
  const source: Source = { ...stage, ...(each === undefined ? {} : { part: "part" }) };
  const columns = columnsOf(layout.table);
  const cells = new Map<string, CellSql>();
  for (const [at, column] of columns.entries()) {
    const cell = maker.cells[column.name];
    if (cell === undefined) continue;
    const plan = planCell(cell, column.type, source, priceYearOf(maker, context));
    cells.set(column.name, await lookUps.sqlOf(plan, cell, column.type, from, `${place}_${at}`, control));
  }
  const required = columns.flatMap((column) => {
    const cell = column.required ? cells.get(column.name) : undefined;
    return cell === undefined ? [] : [{ column: column.name, cell }];
  });
  const optional = columns.flatMap((column) => {
    const cell = column.required ? undefined : cells.get(column.name);
    return cell?.fails === true ? [{ column: column.name, cell }] : [];
  });
  const sound =
    required.length === 0 ? "true" : required.map(({ cell }) => `(${cell.value}) IS NOT NULL`).join(" AND ");
  const whole =
    optional.length === 0 ? "false" : optional.map(({ cell }) => `(${cell.problem}) IS NOT NULL`).join(" OR ");
  // What is the same in every row stands outside, so that it is not carried through the sorting.
  const read = columns.filter((column) => isRead(maker.cells[column.name])).map((column) => column.name);
  // A column that the file does not have is empty, and of its own type all the same.
  const typed = ({ name: column, type }: (typeof columns)[number]) => {
    return `CAST(${cells.get(column)?.value ?? "NULL"} AS ${SQL_TYPES[type]}) AS ${name(column)}`;
  };
  const values = columns.map((column) => (read.includes(column.name) ? name(column.name) : typed(column)));
  const inner = [
    "row",
    ...columns.filter((column) => read.includes(column.name)).map(typed),
    ...(layout.joins === undefined ? [] : [`(${whole}) AS without`]),
  ];
  const keys = [...SORTED_BY[layout.table].filter((column) => read.includes(column)), "row"];
  const order = layout.joins === undefined ? ` ORDER BY ${keys.map(name).join(", ")}` : "";
  const of = (kept: readonly CellSql[]) => [from, ...new Set(kept.flatMap(({ join }) => join ?? []))].join(" ");
  const requiredCells = required.map(({ cell }) => cell);
  return {
    rows: `SELECT ${["row", ...values, ...(layout.joins === undefined ? [] : ["without"])].join(", ")}
      FROM (SELECT ${inner.join(", ")} FROM ${of([...cells.values()])} WHERE ${when} AND ${sound}${order})`,
    refused: [
      ...(required.length === 0 ? [] : [refusedRows(required, of(requiredCells), `${when} AND NOT (${sound})`)]),
      ...optional.map(
        ({ column, cell }) =>
          `SELECT row, ${text(column)}, ${clipped(cell.quoted)}, ${cell.problem}, true FROM ${of([...requiredCells, cell])}
           WHERE ${when} AND ${sound} AND (${cell.problem}) IS NOT NULL`,
      ),
    ],
  };
}

/** The first column without which the row means nothing, its text and what is wrong with it. */
function refusedRows(
  required: readonly { readonly column: string; readonly cell: CellSql }[],
  from: string,
  when: string,
): string {
  const pick = (what: (one: (typeof required)[number]) => string) =>
    `CASE ${required.map((one) => `WHEN (${one.cell.value}) IS NULL THEN ${what(one)}`).join(" ")} END`;
  return `SELECT row, ${pick(({ column }) => text(column))}, ${pick(({ cell }) => `CASE WHEN (${cell.problem}) IS NULL THEN NULL ELSE ${clipped(cell.quoted)} END`)},
    ${pick(({ column, cell }) => `coalesce(${cell.problem}, ${text(`${column} is empty`)})`)}, false FROM ${from} WHERE ${when}`;
}

const clipped = (sql: string) => `CASE WHEN length(${sql}) > 60 THEN left(${sql}, 59) || '…' ELSE ${sql} END`;

/** SQL of the list of texts of which a maker makes a row each. */
function partsSql({ each }: RowMaker, column: (name: string) => string): string | undefined {
  if (each === undefined) return undefined;
  const texts = each.columns.map(column);
  const { between } = each;
  const lists =
    between === undefined
      ? `[${texts.join(", ")}]`
      : texts
          .map((one) => `string_split(coalesce(${one}, ''), ${text(between)})`)
          .reduce((a, b) => `list_concat(${a}, ${b})`);
  return `list_filter(list_transform(${lists}, lambda x: ${trimmed("CAST(x AS VARCHAR)")}), lambda x: x IS NOT NULL)`;
}

function hasParts(maker: RowMaker, column: (name: string) => string): string {
  const each = partsSql(maker, column);
  return each === undefined ? "true" : `len(${each}) > 0`;
}

/** Rows that say the same made one, as `joinRows` of the sources does. */
async function joined(context: Making, rows: string): Promise<string> {
  const { joins } = context.layout;
  return joins === undefined ? rows : inTurn(context, "joined", [joinedSql(context.layout, rows, joins)]);
}

function joinedSql(layout: TableLayout, rows: string, joins: NonNullable<TableLayout["joins"]>): string {
  const columns = columnsOf(layout.table).map((column) => column.name);
  const selected = ["row", ...columns.map(name)].join(", ");
  const order = ["row", ...SORTED_BY[layout.table]].map(name).join(", ");
  if (joins === "equal") {
    const first = `row_number() OVER (PARTITION BY without, ${columns.map(name).join(", ")} ORDER BY row) = 1`;
    return `SELECT ${selected} FROM (${rows}) QUALIFY without OR ${first} ORDER BY ${order}`;
  }
  const same = columns
    .filter((column) => column !== "from" && column !== "to")
    .map(name)
    .join(", ");
  const open = `coalesce("to", DATE 'infinity')`;
  const spelled = columns.map((column) => {
    if (column === "from") return `min("from") AS "from"`;
    if (column === "to") return `nullif(max(${open}), DATE 'infinity') AS "to"`;
    return name(column);
  });
  return `WITH made AS MATERIALIZED (${rows}),
    marked AS (SELECT *, coalesce(max(${open}) OVER before < "from", true) AS begins FROM made WHERE NOT without
      WINDOW before AS (PARTITION BY ${same} ORDER BY "from", row ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)),
    numbered AS (SELECT *, sum(begins::INT) OVER (PARTITION BY ${same} ORDER BY "from", row ROWS UNBOUNDED PRECEDING) AS spell FROM marked)
    SELECT ${selected} FROM (SELECT min(row) AS row, ${spelled.join(", ")} FROM numbered GROUP BY ${same}, spell
      UNION ALL BY NAME SELECT ${selected} FROM made WHERE without) ORDER BY ${order}`;
}
