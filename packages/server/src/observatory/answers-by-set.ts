import type { ColumnTest, Result, ResultInput, SelectedCell } from "@kelisim/analysis";
import type { Figure, MoneyKey, MoneyQuery } from "@kelisim/api";
import type { Answer, Holdings, Part } from "@kelisim/holdings";
import { datasetWords, type Words } from "@kelisim/words";
import type { Desk } from "../desk/desk.ts";
import { badRequest } from "../http/problem.ts";
import { figure } from "../proof.ts";
import { type AskedHoldings, askedData, askedHoldings } from "./asked-holdings.ts";
import { namesOfValues } from "./money-names.ts";
import { testsOf } from "./money-question.ts";
import { inputsIn } from "./producer-words.ts";
import type { RememberedCells } from "./remembered-cells.ts";

/** What answers about money are worked out from. */
export interface MoneyNeeds {
  readonly holdings: Holdings;
  readonly cells: RememberedCells;
  readonly desk: Desk;
  readonly words: Words;
  readonly language: "en" | "ru";
  /** Points of an answer at most; absent: as many as a screen takes. */
  readonly most?: number;
}

/** More points are no answer for a screen. */
const MOST_POINTS = 20_000;

/** What of some holdings a figure is made of. */
export type Cells = Pick<Answer, "cells" | "inputs">;

export interface Method<Point> {
  /** Tells its figures from those of others, with all that the figure depends on besides filters and keys. */
  readonly method: string;
  /** The columns of the figure. */
  readonly keys: readonly MoneyKey[];
  /** Columns whose values are named in the answer. */
  readonly named?: readonly MoneyKey[];
  /** The cells of one data set from which it is worked out. */
  readonly cellsOf: (where: readonly ColumnTest[], parts: readonly Part[]) => Promise<Cells>;
  readonly calculate: (
    cells: readonly SelectedCell[],
    from: readonly ResultInput[],
    of: { readonly where: readonly ColumnTest[]; readonly parts: readonly Part[] },
  ) => Result<readonly Point[]> | Promise<Result<readonly Point[]>>;
}

/** Cells grouped by the columns of a figure and those that its calculation needs besides. */
export const groupedBy =
  ({ cells }: MoneyNeeds, by: readonly string[]) =>
  (where: readonly ColumnTest[], parts: readonly Part[]): Promise<Cells> =>
    cells.answer({ where, by: [...new Set(by)], sum: "amount" }, parts);

export interface AnswerOfSet<Point> {
  readonly dataset: string;
  readonly name: string;
  readonly result: Figure<Point[]>;
}

/** One figure for each data set: they tell of the same money and are never added up. */
export async function answersBySet<Point>(needs: MoneyNeeds, query: MoneyQuery, made: Method<Point>) {
  const { holdings, cells, desk, words, language, most = MOST_POINTS } = needs;
  const { method, keys, named = keys, cellsOf, calculate } = made;
  const asked = await askedHoldings(holdings, "flows", query);
  const where = testsOf(query);
  const answers = await Promise.all(
    asked.sets.map(async ({ dataset, name, parts }): Promise<AnswerOfSet<Point>> => {
      const result = await cells.figure([method, keys, where, language], parts, async () => {
        const { cells: found, inputs } = await cellsOf(where, parts);
        const worked = await calculate(found, inputsIn(inputs, language), { where, parts });
        return figure({ ...worked, value: [...worked.value] }, language);
      });
      if (result.value.length > most)
        throw badRequest("/query/by", `gives more than ${most} figures`, "ask by fewer columns, or narrow it");
      return { dataset, name: datasetWords(language, dataset, name), result };
    }),
  );
  return { ...told(asked, language), names: await namesOfValues(named, asked, cells, desk, words), answers };
}

/** What an answer says of its files, their data sets named in the reader's language. */
export function told(asked: AskedHoldings, language: "en" | "ru") {
  const data = askedData(asked);
  return {
    ...data,
    holdings: data.holdings.map((each) => ({ ...each, name: datasetWords(language, each.dataset, each.name) })),
  };
}

/** A point whose keys and basis belong to nobody else. */
export const plain = <
  Point extends {
    readonly keys: Readonly<Record<string, string | number | null>>;
    readonly basis: { readonly measure: string; readonly currency: string; readonly priceYear: number | null };
  },
>(
  point: Point,
) => ({ ...point, keys: { ...point.keys }, basis: { ...point.basis } });
