import type { Selection } from "@kelisim/analysis";
import type { MoneyFileQuery, MoneyRowsQuery } from "@kelisim/api";
import type { Holdings, OnlyYears } from "@kelisim/holdings";
import { columnsOf } from "@kelisim/model";
import { writeSheet } from "../desk/tables/write-xlsx.ts";
import { badRequest } from "../http/problem.ts";
import { type AskedHoldings, askedData, askedHoldings } from "./asked-holdings.ts";
import type { MoneyNeeds } from "./money-answers.ts";
import { namesOfValues } from "./money-names.ts";
import { keysOf, testsOf } from "./money-question.ts";
import { onlyYears, orRefused, selectionOf } from "./remembered-cells.ts";

const ROWS = 100;

/** The rows that the filters find, over all files asked, with file and place in it. */
export async function rowsAnswer({ holdings, cells, desk, words }: MoneyNeeds, query: MoneyRowsQuery) {
  const asked = await askedHoldings(holdings, "flows", query);
  const page = { from: query.start ?? 0, rows: query.rows ?? ROWS };
  const { selection, only } = questionOf(asked, { ...query, what: "rows" });
  const { rows, of } = orRefused(await holdings.rows(selection, undefined, page, only));
  const names = await namesOfValues(["recipient", "donor", "purpose"], asked, cells, desk, words);
  return {
    ...askedData(asked),
    names,
    rows: rows.map((each) => ({ ...each, row: { ...each.row } as Record<string, string | number> })),
    of,
  };
}

function questionOf(asked: AskedHoldings, query: MoneyFileQuery) {
  const parts = asked.sets.flatMap((set) => set.parts);
  const by = query.what === "rows" ? [] : keysOf(query, ["year"]);
  return { parts, selection: selectionOf({ where: testsOf(query), by, sum: "amount" }, parts), only: onlyYears(parts) };
}

/** Rows of a sheet; more are taken away as CSV or Parquet. */
const MOST_IN_SHEET = 50_000;
const PAGE = 1000;

/**
 * Sums or rows as a file, with data set, vintage, citation, licence and caveats in it. Sums are of one data set: several are never
 * added up. Throws 400 where there is nothing to take away.
 */
export async function moneyFile(
  holdings: Holdings,
  query: MoneyFileQuery,
  format: "csv" | "xlsx" | "parquet",
): Promise<AsyncIterable<Uint8Array> | Buffer> {
  const asked = await askedHoldings(holdings, "flows", query);
  if (asked.sets.length === 0) throw badRequest("/query/holdings", "there is no file of flows to take this from");
  if (asked.sets.length > 1 && query.what !== "rows")
    throw badRequest(
      "/query/dataset",
      "several data sets would be added up",
      `name one: ${asked.sets.map(({ dataset }) => dataset).join(", ")}`,
    );
  const { selection, only } = questionOf(asked, query);
  const rows = query.what === "rows";
  if (format !== "xlsx") return orRefused(await holdings.export(selection, { format, rows }, only)).bytes;
  const about = aboutOf(asked);
  if (rows) return rowsSheet(holdings, selection, only, about);
  const { cells } = orRefused(await holdings.answer(selection, only));
  const columns = Object.keys(cells[0]?.by ?? {});
  const one = [...about.values()];
  const together = ABOUT.map((_, at) => [...new Set(one.map((each) => each[at]))].join("; "));
  return writeSheet(
    "flows",
    [...columns, "sum", "rows", "without", ...ABOUT],
    cells.map(({ by, sum, rows: count, without }) => [
      ...columns.map((column) => by[column]),
      sum,
      count,
      without,
      ...together,
    ]),
  );
}

const ABOUT = ["dataset", "vintage", "holding", "citation", "licence", "caveats"] as const;

function aboutOf({ sets }: AskedHoldings): ReadonlyMap<string, readonly string[]> {
  const parts = sets.flatMap((set) => set.parts);
  return new Map(
    parts.map(({ holding: { id, producer, vintage } }) => [
      id,
      [
        producer.name,
        vintage,
        id,
        producer.citation,
        producer.licence ?? "terms of the producer not seen",
        producer.caveats.join(" "),
      ],
    ]),
  );
}

async function rowsSheet(
  holdings: Holdings,
  selection: Selection,
  only: OnlyYears,
  about: ReadonlyMap<string, readonly string[]>,
): Promise<Buffer> {
  const columns = columnsOf("flows").map(({ name }) => name);
  const sheet: (string | number | null | undefined)[][] = [];
  for (;;) {
    const page = orRefused(await holdings.rows(selection, undefined, { from: sheet.length, rows: PAGE }, only));
    if (page.of > MOST_IN_SHEET)
      throw badRequest(
        "/path/file",
        `${page.of} rows are more than a sheet takes here`,
        "narrow it, or take CSV or Parquet",
      );
    for (const { holding, file, row } of page.rows)
      sheet.push([...columns.map((column) => row[column]), file, row.row, ...about.get(holding)!]);
    if (sheet.length >= page.of || page.rows.length === 0) break;
  }
  return writeSheet("flows", [...columns, "read_from", "row", ...ABOUT], sheet);
}
