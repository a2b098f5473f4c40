import type { MoneyFileQuery, MoneyKey, Proof } from "@kelisim/api";
import { ABOUT_COLUMNS, aboutHolding } from "@kelisim/holdings";
import { columnsOf } from "@kelisim/model";
import { badRequest } from "../http/problem.ts";
import type { AnswerOfSet, MoneyNeeds } from "./answers-by-set.ts";
import { askedHoldings } from "./asked-holdings.ts";
import { checksAnswer } from "./checks-answer.ts";
import { aboutOf, type FileTable, withAbout } from "./files/file-table.ts";
import {
  deliveryRows,
  donorRows,
  findingRows,
  flowRows,
  growthRows,
  type Names,
  priceRows,
  type Rows,
  shareRows,
  smallDonorRows,
  vintageRows,
} from "./files/money-tables.ts";
import { type FileFormat, writeFigures } from "./files/write-file.ts";
import {
  concentrationAnswer,
  deliveryAnswer,
  fragmentationAnswer,
  growthAnswer,
  pricesAnswer,
  seriesAnswer,
} from "./money-answers.ts";
import { keysOf } from "./money-question.ts";
import { allRows, findsOf } from "./money-rows.ts";
import { onlyYears, orRefused, selectionOf } from "./remembered-cells.ts";
import { shareAnswer } from "./share-answer.ts";
import { vintagesAnswer } from "./vintages-answer.ts";

/** A file can hold more figures than a screen. */
const MOST_FIGURES = 200_000;

export interface AskedFile {
  /** "flows", "share" ...: the answer that the file holds. */
  readonly name: string;
  readonly format: FileFormat;
  /** Address by which the same was asked, without its question. */
  readonly path: string;
}

/**
 * Figures or rows as a file, with data set, vintage, citation, licence, caveats and method in it. Figures are of one data set: several
 * are never added up. Throws 400 where there is nothing to take away.
 */
export async function moneyFile(
  needs: MoneyNeeds,
  query: MoneyFileQuery,
  file: AskedFile,
): Promise<AsyncIterable<Uint8Array> | Buffer> {
  if (file.name === "flows" && query.what === "rows") return rowsFile(needs, query, file.format);
  return writeFigures(await tableOf({ ...needs, most: MOST_FIGURES }, query, file), file.format, needs.holdings);
}

async function tableOf(needs: MoneyNeeds, query: MoneyFileQuery, file: AskedFile): Promise<FileTable> {
  if (file.name === "vintages") return vintagesTable(needs, query, file);
  const { sets } = await askedHoldings(needs.holdings, "flows", query);
  if (sets.length === 0) throw badRequest("/query/holdings", "there is no file of flows to take this from");
  if (sets.length > 1)
    throw badRequest(
      "/query/dataset",
      "several data sets would be added up",
      `name one: ${sets.map(({ dataset }) => dataset).join(", ")}`,
    );
  const { frozen, answer, rows } = await answerOf(needs, query, file.name);
  return withAbout(file.name, rows.columns, rows.rows, aboutOf(answer, againBy(file, query, frozen)));
}

interface Answered {
  readonly frozen: string;
  readonly answer: Proof;
  readonly rows: Rows;
}

type Without = readonly MoneyKey[];
const less = (keys: readonly MoneyKey[], left: Without) => keys.filter((key) => !left.includes(key));

async function answerOf(needs: MoneyNeeds, query: MoneyFileQuery, name: string): Promise<Answered> {
  const made = <Point>(
    given: { readonly frozen: string; readonly names: Names; readonly answers: readonly AnswerOfSet<Point>[] },
    rowsOf: (points: readonly Point[], keys: readonly MoneyKey[], names: Names) => Rows,
    keys: readonly MoneyKey[],
  ): Answered => {
    const { result } = given.answers[0]!;
    return { frozen: given.frozen, answer: result, rows: rowsOf(result.value, keys, given.names) };
  };
  const byYear = keysOf(query, ["year"]);
  switch (name) {
    case "share":
      return made(await shareAnswer(needs, query), shareRows, keysOf(query, ["year", "recipient"]));
    case "donors":
      return made(await concentrationAnswer(needs, query), donorRows, less(byYear, ["donor"]));
    case "small-donors":
      return made(await fragmentationAnswer(needs, query), smallDonorRows, less(byYear, ["donor"]));
    case "delivery":
      return made(await deliveryAnswer(needs, query), deliveryRows, byYear);
    case "prices":
      return made(await pricesAnswer(needs, query), priceRows, byYear);
    case "growth":
      return made(await growthAnswer(needs, query), growthRows, less(keysOf(query, []), ["year"]));
    case "checks":
      return made(await checksAnswer(needs, query), findingRows, ["year", "recipient", "donor"]);
    default:
      return made(await seriesAnswer(needs, query), flowRows, byYear);
  }
}

async function vintagesTable(needs: MoneyNeeds, query: MoneyFileQuery, file: AskedFile): Promise<FileTable> {
  const { earlier, later } = query;
  if (earlier === undefined || later === undefined)
    throw badRequest("/query/earlier", "two vintages are needed", "name both: earlier=...&later=...");
  const { result, names } = await vintagesAnswer(needs, { ...query, earlier, later });
  const rows = vintageRows(result.value, keysOf(query, ["year", "recipient"]), names);
  return withAbout(file.name, rows.columns, rows.rows, aboutOf(result, againBy(file, query, "")));
}

/** The address that asks the same of the same files, whatever is taken in later. */
function againBy({ path }: AskedFile, query: MoneyFileQuery, frozen: string): string {
  const { holdings: _, ...rest } = query;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  const asked = new URLSearchParams(given.map(([key, value]): [string, string] => [key, String(value)])).toString();
  return `${path}?${[frozen, asked].filter((part) => part !== "").join("&")}`;
}

/** The rows themselves. CSV and Parquet of a plain question are written by the library, however many they are. */
async function rowsFile(needs: MoneyNeeds, query: MoneyFileQuery, format: FileFormat) {
  const { holdings } = needs;
  const finds = await findsOf(needs, query);
  const [only] = finds;
  if (format !== "xlsx" && finds.length === 1 && only !== undefined) {
    const selection = selectionOf({ where: only.where, by: [], sum: "amount" }, only.parts);
    return orRefused(await holdings.export(selection, { format, rows: true }, onlyYears(only.parts))).bytes;
  }
  const parts = finds.flatMap((each) => each.parts);
  if (parts.length === 0) throw badRequest("/query/holdings", "there is no file of flows to take this from");
  const about = new Map(parts.map(({ holding }) => [holding.id, aboutHolding(holding)]));
  const own = columnsOf("flows");
  const rows = await allRows(needs, finds);
  return writeFigures(
    {
      name: "flows",
      columns: [
        ...own.map(({ name, type }) => ({
          name,
          type: type === "amount" ? ("amount" as const) : type === "year" ? ("count" as const) : ("text" as const),
        })),
        { name: "read_from", type: "text" },
        { name: "row", type: "count" },
        ...ABOUT_COLUMNS.map((name) => ({ name, type: "text" as const })),
      ],
      rows: rows.map(({ holding, file, row }) => [
        ...own.map(({ name, type }) => {
          const value = row[name] ?? null;
          return type === "number" && value !== null ? String(value) : value;
        }),
        file,
        row.row,
        ...ABOUT_COLUMNS.map((column) => about.get(holding)![column]),
      ]),
      about: [],
    },
    format,
    needs.holdings,
  );
}
