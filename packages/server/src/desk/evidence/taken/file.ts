import type { TakenFileQuery } from "@kelisim/api";
import { TERMS_NOT_SEEN } from "@kelisim/holdings";
import { columnsOf } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import { badRequest } from "../../../http/problem.ts";
import { type FileColumn, withAbout } from "../../../observatory/files/file-table.ts";
import { type FileFormat, writeFigures } from "../../../observatory/files/write-file.ts";
import { producerIn } from "../../../observatory/producer-words.ts";
import type { Desk } from "../../desk.ts";
import { choicesOf, partiesAsked, whereOf } from "./figures.ts";
import { testsOfFile } from "./lists.ts";
import { askedSet, cellsOf, frozenOf, setsOf, type TakenNeeds } from "./sets.ts";

/** More rows make a file that no sheet opens: they are taken from the files themselves (Money, Files). */
const MOST_ROWS = 50_000;

/**
 * The rows that the filters find, of every vintage, with file and place in it, and with citation, licence and caveats of the producer.
 * Throws 400 where there is nothing to take away.
 */
export async function takenFile(
  needs: TakenNeeds,
  desk: Desk,
  words: Words,
  {
    table,
    format,
    path,
  }: { readonly table: "figures" | "events" | "acts"; readonly format: FileFormat; readonly path: string },
  query: TakenFileQuery,
): Promise<Buffer> {
  const { language } = words;
  const set = askedSet(await setsOf(needs, table, query, language, table === "figures"), query.dataset);
  if (set === undefined) throw badRequest("/query/dataset", `there is no file of ${table} to take this from`);
  const own = columnsOf(table).filter(({ type }) => type !== "amount");
  const by = [...own.map(({ name }) => name), "row"];
  const where = await (table === "figures"
    ? choicesOf(needs, set).then(({ indicators, parties }) =>
        whereOf(query, query.indicator ?? indicators[0]?.id, partiesAsked(desk, query.party, parties)),
      )
    : testsOfFile(needs, desk, table, set, query));
  const rows = [];
  for (const part of set.parts) {
    const { holding } = part;
    for (const cell of await cellsOf(needs, part, { where, by }))
      rows.push([...by.map((name) => cell.by[name] ?? null), holding.file.name, holding.vintage, holding.id]);
  }
  if (rows.length > MOST_ROWS)
    throw badRequest(
      "/path/file",
      `${rows.length} rows are more than one file takes here`,
      "narrow it by state, years or indicator",
    );
  const columns: readonly FileColumn[] = [
    ...own.map(
      ({ name, type }): FileColumn => ({ name, type: type === "count" || type === "year" ? "count" : "text" }),
    ),
    { name: "row", type: "count" },
    ...["read_from", "vintage", "holding"].map((name): FileColumn => ({ name, type: "text" })),
  ];
  const producer = producerIn(set.parts[0]!.holding.producer, language);
  const about = [
    ["dataset", set.name],
    ["citation", producer.citation],
    ["licence", producer.licence ?? TERMS_NOT_SEEN],
    ["caveats", producer.caveats.join(" ")],
    ["asked_again_by", `${path}?dataset=${set.dataset}&${frozenOf(set)}`],
  ] as const;
  return writeFigures(withAbout(table, columns, rows, about), format, needs.holdings);
}
