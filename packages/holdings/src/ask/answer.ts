import { type Exclusion, groupingOf, type ResultInput, type SelectedCell, type Selection } from "@kelisim/analysis";
import type { ObservationValue } from "@kelisim/model";
import { STANDS_BELOW } from "@kelisim/sources";
import type { Control, Database, Row } from "../database/database.ts";
import { name, Parameters } from "../database/sql.ts";
import { plainDecimal, typeIn } from "../execute/index.ts";
import { areParts } from "../folder/current.ts";
import type { KeptHolding } from "../folder/kept-holding.ts";
import { ask, isNotAsked, type NotAsked, type OnlyYears } from "./asked.ts";
import type { Asking } from "./counted-once.ts";
import { answered, whereSql } from "./where.ts";

/** The cells of a selection and what they were made of. */
export interface Answer {
  readonly cells: readonly SelectedCell[];
  readonly inputs: readonly ResultInput[];
  /** Years of a data set that more than one of the asked holdings answers: sums over them count twice. */
  readonly doubled: readonly {
    readonly dataset: string;
    readonly years: readonly number[];
    readonly holdings: readonly string[];
  }[];
}

/** More groups are no answer but an export. */
const MOST_CELLS = 200_000;

/** Answers a selection, as `evaluate` of the analysis would. `only` says for which years a holding is asked. */
export async function answer(
  asking: Asking,
  selection: Selection,
  only: OnlyYears = {},
  control: Control = {},
): Promise<Answer | NotAsked> {
  const asked = await ask(asking, selection, only, control);
  if (isNotAsked(asked)) return asked;
  const { holdings } = asked;
  if (holdings.length === 0) return { cells: [], inputs: [], doubled: [] };
  const { database } = asking;
  const { sql, parameters } = cellsSql(selection, asked.from);
  const grouping = groupingOf(selection);
  const rows = await database.run(`${sql} LIMIT ${MOST_CELLS + 1}`, parameters.values, control);
  if (rows.length > MOST_CELLS) {
    const message = `the answer has more than ${MOST_CELLS} groups`;
    return {
      problems: [{ code: "selection/too-many", at: "by", message, mend: "group by fewer columns, or export the rows" }],
    };
  }
  const cells = rows.map((row) => cellOf(row, grouping));
  const inputs =
    holdings.length === 1
      ? [
          inputOf(
            holdings[0]!,
            cells.reduce((sum, cell) => sum + cell.rows, 0),
          ),
        ]
      : await inputsOf(database, selection, asked.from, holdings, control);
  if (asked.again === undefined) return { cells, inputs, doubled: doubledIn(holdings, only) };
  const leftOut = await leftOutOf(database, selection, asked.again, control);
  const told = inputs.map((input, at) => ({ ...input, ...(leftOut.has(at) ? { leftOut: leftOut.get(at)! } : {}) }));
  return { cells, inputs: told, doubled: doubledIn(holdings, only) };
}

/**
 * SQL of the cells: the columns grouped by (as they are given out, or as they are kept), `sum()`, `rows()` and `without()`, names
 * that no column has. In the order of `orderCells` of the analysis: numbers by size, text by its code points, absent last.
 */
export function cellsSql(
  selection: Selection,
  from: string,
  kept = false,
): { readonly sql: string; readonly parameters: Parameters } {
  const parameters = new Parameters();
  const { table, sum } = selection;
  const grouping = groupingOf(selection);
  const summed = sum === undefined ? "NULL" : sumSql(sum, selection);
  const without = sum === undefined ? "0" : `count(*) - count(${name(sum)})`;
  const columns = [
    ...grouping.map((column) => (kept ? `asked.${name(column)}` : answered(table, column))),
    `${summed} AS "sum()"`,
    `CAST(count(*) AS DOUBLE) AS "rows()"`,
    `CAST(${without} AS DOUBLE) AS "without()"`,
  ];
  const groups = grouping.map((column) => `asked.${name(column)}`).join(", ");
  const order = grouping.map((_, at) => `${at + 1} ASC NULLS LAST`).join(", ");
  const sql = `SELECT ${columns.join(", ")} FROM ${from} AS asked WHERE ${whereSql(selection, parameters)}
    ${groups === "" ? "HAVING count(*) > 0" : `GROUP BY ${groups} ORDER BY ${order}`}`;
  return { sql, parameters };
}

/** Exact: a measured number is added by the decimal that it is written as, to 18 places. */
function sumSql(column: string, { table }: Selection): string {
  const kept = `asked.${name(column)}`;
  switch (typeIn(table, column)) {
    case "amount":
      return plainDecimal(`sum(${kept})`);
    case "number":
      return plainDecimal(`sum(CAST(CAST(${kept} AS VARCHAR) AS DECIMAL(38,18)))`);
    default:
      return `CAST(sum(${kept}) AS VARCHAR)`;
  }
}

/** Of each holding what is not counted, since it stands again in activities below: by measure, currency and price year. */
async function leftOutOf(
  database: Database,
  selection: Selection,
  again: string,
  control: Control,
): Promise<ReadonlyMap<number, readonly Exclusion[]>> {
  const parameters = new Parameters();
  const found = await database.run(
    `SELECT CAST(holding AS DOUBLE) AS holding, currency, CAST(count(*) AS DOUBLE) AS rows, ${plainDecimal("sum(amount)")} AS sum
     FROM ${again} AS asked WHERE ${whereSql(selection, parameters)}
     GROUP BY holding, measure, currency, price_year ORDER BY holding, measure, currency, price_year`,
    parameters.values,
    control,
  );
  const leftOut = new Map<number, Exclusion[]>();
  for (const { holding, rows, sum, currency } of found) {
    const of = leftOut.get(Number(holding)) ?? [];
    const amount = typeof sum === "string" && typeof currency === "string" ? { amount: { sum, currency } } : {};
    leftOut.set(Number(holding), [...of, { reason: STANDS_BELOW, rows: Number(rows), ...amount }]);
  }
  return leftOut;
}

function cellOf(row: Row, grouping: readonly string[]): SelectedCell {
  const sum = row["sum()"];
  const by: Record<string, ObservationValue> = {};
  for (const column of grouping) by[column] = row[column] as ObservationValue;
  return {
    by,
    ...(typeof sum === "string" ? { sum } : {}),
    rows: Number(row["rows()"]),
    without: Number(row["without()"]),
  };
}

async function inputsOf(
  database: Database,
  selection: Selection,
  from: string,
  holdings: readonly KeptHolding[],
  control: Control,
): Promise<readonly ResultInput[]> {
  const parameters = new Parameters();
  const counted = await database.run(
    `SELECT CAST(holding AS DOUBLE) AS holding, CAST(count(*) AS DOUBLE) AS rows FROM ${from} AS asked
     WHERE ${whereSql(selection, parameters)} GROUP BY holding`,
    parameters.values,
    control,
  );
  const rows = new Map(counted.map((one) => [Number(one.holding), Number(one.rows)]));
  return holdings.map((holding, at) => inputOf(holding, rows.get(at) ?? 0));
}

const inputOf = ({ id, producer, vintage }: KeptHolding, rows: number): ResultInput => ({
  of: id,
  name: producer.name,
  vintage,
  rows,
  producer,
});

function doubledIn(holdings: readonly KeptHolding[], only: OnlyYears): Answer["doubled"] {
  return [...Map.groupBy(holdings, ({ producer }) => producer.dataset)].flatMap(([dataset, set]) => {
    const seen = new Map<number, KeptHolding[]>();
    for (const holding of set) {
      for (const { year } of holding.held ?? []) {
        if (only[holding.id]?.includes(year) === false) continue;
        seen.set(year, [...(seen.get(year) ?? []), holding]);
      }
    }
    const twice = [...seen].filter(([, those]) =>
      those.some((one, at) => those.slice(at + 1).some((other) => !areParts(one, other))),
    );
    if (twice.length === 0) return [];
    const ids = twice.flatMap(([, those]) => those.map(({ id }) => id));
    return [{ dataset, years: twice.map(([year]) => year), holdings: [...new Set(ids)] }];
  });
}
