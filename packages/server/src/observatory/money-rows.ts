import type { ColumnTest } from "@kelisim/analysis";
import type { MoneyRowsQuery } from "@kelisim/api";
import type { Part, RowBehind } from "@kelisim/holdings";
import { badRequest } from "../http/problem.ts";
import { type MoneyNeeds, told } from "./answers-by-set.ts";
import { askedHoldings } from "./asked-holdings.ts";
import { namesOfValues } from "./money-names.ts";
import { testsOf } from "./money-question.ts";
import { purposeSetOf } from "./purpose-sets.ts";
import { onlyYears, orRefused, selectionOf } from "./remembered-cells.ts";
import { testsOfPart } from "./share-answer.ts";

const ROWS = 100;

/** The rows that the filters find, over all files asked, with file and place in it. */
export async function rowsAnswer(needs: MoneyNeeds, query: MoneyRowsQuery) {
  const { holdings, cells, desk, words, language } = needs;
  const asked = await askedHoldings(holdings, "flows", query);
  const found = await pageOf(needs, await findsOf(needs, query), query.start ?? 0, query.rows ?? ROWS);
  return {
    ...told(asked, language),
    names: await namesOfValues(["recipient", "donor", "purpose"], asked, cells, desk, words),
    rows: found.rows.map((each) => ({ ...each, row: { ...each.row } as Record<string, string | number> })),
    of: found.of,
  };
}

/** Tests over some holdings; several of them find different rows. */
export interface Finds {
  readonly where: readonly ColumnTest[];
  readonly parts: readonly Part[];
}

/** What a question for rows finds: once over all files, or for a part of a purpose set in each data set by itself. */
export async function findsOf({ holdings, cells }: MoneyNeeds, query: MoneyRowsQuery): Promise<readonly Finds[]> {
  const { sets } = await askedHoldings(holdings, "flows", query);
  const where = testsOf(query);
  const { part } = query;
  if (part === undefined) return [{ where, parts: sets.flatMap(({ parts }) => parts) }];
  const set = purposeSetOf(query);
  const each = await Promise.all(
    sets.map(async ({ parts }) =>
      (await testsOfPart(cells, set, part, where, parts)).map((tests) => ({ where: tests, parts })),
    ),
  );
  return each.flat();
}

/** A page of rows over several finds, one behind the other. */
async function pageOf({ holdings }: MoneyNeeds, finds: readonly Finds[], start: number, count: number) {
  const rows: RowBehind[] = [];
  let of = 0;
  for (const { where, parts } of finds) {
    const selection = selectionOf({ where, by: [], sum: "amount" }, parts);
    const page = { from: Math.max(0, start - of), rows: count - rows.length };
    const found = orRefused(await holdings.rows(selection, undefined, page, onlyYears(parts)));
    rows.push(...found.rows);
    of += found.of;
  }
  return { rows, of };
}

/** Rows of a sheet; more are taken away as CSV or Parquet. */
const MOST_IN_SHEET = 50_000;
const PAGE = 1000;

/** All rows of some finds. Throws 400 where there are more than a sheet takes. */
export async function allRows(needs: MoneyNeeds, finds: readonly Finds[]): Promise<readonly RowBehind[]> {
  const rows: RowBehind[] = [];
  for (;;) {
    const page = await pageOf(needs, finds, rows.length, PAGE);
    if (page.of > MOST_IN_SHEET)
      throw badRequest(
        "/path/file",
        `${page.of} rows are more than a sheet takes here`,
        "narrow it, or take CSV or Parquet",
      );
    rows.push(...page.rows);
    if (rows.length >= page.of || page.rows.length === 0) return rows;
  }
}
