import type { ResultInput, SelectedCell, Selection } from "@kelisim/analysis";
import { type Holdings, isNotAsked, type KeptHolding, type Part } from "@kelisim/holdings";
import type { ObservationTable } from "@kelisim/model";
import { badRequest } from "../../../http/problem.ts";
import { holdingOf } from "../../../observatory/asked-holdings.ts";
import { producerIn } from "../../../observatory/producer-words.ts";
import { type Remember, remember } from "../../../observatory/remember.ts";

/** What questions to files taken in are answered from; answers are remembered, since holdings never change. */
export interface TakenNeeds {
  readonly holdings: Holdings;
  readonly once: Remember;
}

export const takenNeeds = (holdings: Holdings): TakenNeeds => ({ holdings, once: remember() });

/** A data set of a table, with the files that are asked of it. */
export interface TakenSet {
  readonly dataset: string;
  readonly name: string;
  readonly parts: readonly Part[];
}

export interface SetsQuery {
  readonly dataset?: string;
  readonly holdings?: string;
}

/**
 * The data sets of a table that are here, by name. `all`: every vintage of each, to stand side by side; else each year by its newest
 * vintage, so that nothing counts twice. Throws 400 where a holding that is named is not here or is of another table.
 */
export async function setsOf(
  { holdings }: TakenNeeds,
  table: ObservationTable,
  query: SetsQuery,
  language: "en" | "ru",
  all: boolean,
): Promise<readonly TakenSet[]> {
  const named = query.holdings === undefined ? undefined : [...new Set(query.holdings.split(",").filter(Boolean))];
  for (const id of named ?? []) await holdingOf(holdings, id, table, "/query/holdings");
  const parts: readonly Part[] = all
    ? (await holdings.list()).holdings
        .filter((holding) => holding.table === table && (named === undefined || named.includes(holding.id)))
        .map((holding) => ({ holding }))
    : (await holdings.current({ table, ...(named === undefined ? {} : { holdings: named }) })).parts;
  return [...Map.groupBy(parts, ({ holding }) => holding.producer.dataset)]
    .map(([dataset, own]) => ({
      dataset,
      name: producerIn(own[0]!.holding.producer, language).name,
      parts: own.toSorted(
        (a, b) => compare(a.holding.vintage, b.holding.vintage) || compare(a.holding.id, b.holding.id),
      ),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The data set that is asked; where none is named the one with most rows, whatever its name is in the reader's language. Throws 400 where the one named is not here. */
export function askedSet(sets: readonly TakenSet[], dataset: string | undefined): TakenSet | undefined {
  if (dataset === undefined) return sets.toSorted((a, b) => rowsOf(b) - rowsOf(a) || compare(a.dataset, b.dataset))[0];
  const found = sets.find((set) => set.dataset === dataset);
  if (found !== undefined) return found;
  const here = sets.map((set) => set.dataset).join(", ");
  throw badRequest(
    "/query/dataset",
    `the data set "${dataset.slice(0, 80)}" is not here`,
    here === "" ? undefined : here,
  );
}

const rowsOf = ({ parts }: Pick<TakenSet, "parts">): number =>
  parts.reduce((sum, { holding }) => sum + holding.rows.made, 0);

export const setsData = (sets: readonly TakenSet[]) =>
  sets.map(({ dataset, name, parts }) => ({
    dataset,
    name,
    rows: rowsOf({ parts }),
    holdings: parts.map(({ holding: { id, vintage, file, rows } }) => ({
      id,
      vintage,
      file: file.name,
      rows: rows.made,
    })),
  }));

export const frozenOf = (set: TakenSet | undefined): string =>
  set === undefined ? "" : `holdings=${set.parts.map(({ holding }) => holding.id).join(",")}`;

/** The cells of one file; worked out once. Throws 400 for what cannot be asked, or is too much for one answer. */
export function cellsOf(
  { holdings, once }: TakenNeeds,
  { holding, years }: Part,
  asked: Pick<Selection, "where" | "by" | "sum">,
): Promise<readonly SelectedCell[]> {
  const selection: Selection = { table: holding.table, holdings: [holding.id], ...asked };
  const only = years === undefined ? {} : { [holding.id]: years };
  return once(
    JSON.stringify([selection, only]),
    async () => {
      const answer = await holdings.answer(selection, only);
      if (!isNotAsked(answer)) return answer.cells;
      const [first] = answer.problems;
      throw badRequest("/query", first?.message ?? "cannot be answered", first?.mend);
    },
    (cells) => cells.length,
  );
}

/** What an answer was made of: a file, and how many of its rows. */
export const inputOf = ({ id, producer, vintage }: KeptHolding, rows: number, language: "en" | "ru"): ResultInput => {
  const own = producerIn(producer, language);
  return { of: id, name: own.name, vintage, rows, producer: own };
};

/** A test of years; none where neither end is asked. */
export const yearsAsked = ({ from, to }: { readonly from?: number; readonly to?: number }) =>
  from === undefined && to === undefined
    ? []
    : [{ column: "year", ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];

export const listAsked = (text: string | undefined): readonly string[] | undefined =>
  text === undefined ? undefined : [...new Set(text.split(",").filter(Boolean))];
