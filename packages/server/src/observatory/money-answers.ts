import {
  BORDER_MANAGEMENT,
  CONFLICT_PEACE_SECURITY,
  type ColumnTest,
  compareVintages,
  concentration,
  figuresOfCells,
  growth,
  type MoneyBasis,
  moneySeries,
  type PurposeSet,
  purposeShares,
  type Result,
  type ResultInput,
  type SelectedCell,
} from "@kelisim/analysis";
import { MONEY_KEYS, type MoneyKey, type MoneyQuery, type ShareQuery, type VintagesQuery } from "@kelisim/api";
import type { Answer, Holdings, Part } from "@kelisim/holdings";
import { purposeSetWords, type Words } from "@kelisim/words";
import type { Desk } from "../desk/desk.ts";
import { badRequest } from "../http/problem.ts";
import { type AskedHoldings, askedData, askedHoldings, holdingOf } from "./asked-holdings.ts";
import { figure } from "./figure.ts";
import { namesOfValues } from "./money-names.ts";
import { keysOf, testsOf } from "./money-question.ts";
import { purposeCells } from "./purpose-cells.ts";
import type { RememberedCells } from "./remembered-cells.ts";

/** What answers about money are worked out from. */
export interface MoneyNeeds {
  readonly holdings: Holdings;
  readonly cells: RememberedCells;
  readonly desk: Desk;
  readonly words: Words;
  readonly language: "en" | "ru";
}

/** More points are no answer for a screen. */
const MOST_POINTS = 20_000;

type Calculate<Point> = (
  cells: readonly SelectedCell[],
  keys: readonly MoneyKey[],
  from: readonly ResultInput[],
) => Result<readonly Point[]>;

interface HasBasis {
  readonly keys: Readonly<Record<string, string | number | null>>;
  readonly basis: MoneyBasis;
}

interface Method {
  /** Tells its figures from those of others. */
  readonly method: string;
  /** The columns of the figure. */
  readonly keys: readonly MoneyKey[];
  /** The cells of one data set from which it is worked out. */
  readonly cellsOf: (where: readonly ColumnTest[], parts: readonly Part[]) => Promise<Pick<Answer, "cells" | "inputs">>;
}

/** Cells grouped by the columns of a figure and those that its calculation needs besides. */
const groupedBy =
  ({ cells }: MoneyNeeds, by: readonly string[]): Method["cellsOf"] =>
  (where, parts) =>
    cells.answer({ where, by: [...new Set(by)], sum: "amount" }, parts);

/** One figure for each data set: they tell of the same money and are never added up. */
async function answersBySet<Point extends HasBasis>(
  needs: MoneyNeeds,
  query: MoneyQuery,
  { method, keys, cellsOf }: Method,
  calculate: Calculate<Point>,
) {
  const { holdings, cells, desk, words, language } = needs;
  const asked = await askedHoldings(holdings, "flows", query);
  const where = testsOf(query);
  const answers = await Promise.all(
    asked.sets.map(async ({ dataset, name, parts }) => {
      const result = await cells.figure([method, keys, where, language], parts, async () => {
        const { cells: found, inputs } = await cellsOf(where, parts);
        const made = calculate(found, keys, inputs);
        if (made.value.length > MOST_POINTS)
          throw badRequest("/query/by", `gives more than ${MOST_POINTS} figures`, "ask by fewer columns, or narrow it");
        return figure({ ...made, value: made.value.map(plain) }, language);
      });
      return { dataset, name, result };
    }),
  );
  const names = await namesOfValues(method === "concentration" ? [...keys, "donor"] : keys, asked, cells, desk, words);
  return { ...askedData(asked), names, answers };
}

/** A point whose parts belong to nobody else. */
const plain = <Point extends HasBasis>(point: Point) => ({
  ...point,
  keys: { ...point.keys },
  basis: { ...point.basis },
});

export function seriesAnswer(needs: MoneyNeeds, query: MoneyQuery) {
  const keys = keysOf(query, ["year"]);
  return answersBySet(needs, query, { method: "series", keys, cellsOf: groupedBy(needs, keys) }, moneySeries);
}

const SETS: Readonly<Record<NonNullable<ShareQuery["set"]>, PurposeSet>> = {
  "152": CONFLICT_PEACE_SECURITY,
  "border-management": BORDER_MANAGEMENT,
};

/** The part of a purpose set in everything that the filters find, all purposes together. */
export async function shareAnswer(needs: MoneyNeeds, query: ShareQuery) {
  if (query.purpose !== undefined)
    throw badRequest("/query/purpose", "does not go with a share", "a share is taken of all purposes");
  const set = SETS[query.set ?? "152"];
  const keys = keysOf(query, ["year", "recipient"]);
  if (keys.includes("purpose")) throw badRequest("/query/by", "a share is taken over purposes, not for each");
  const method = { method: `share ${set.id}`, keys, cellsOf: purposeCells(needs.cells, set, keys) };
  const answer = await answersBySet(needs, query, method, (cells, by, from) => {
    const result = purposeShares(cells, set, by, from);
    return { ...result, value: result.value.map(sharePoint) };
  });
  const rules = set.rules.map(({ codes, words }) => ({ codes: [...codes], words: [...words] }));
  return { ...answer, set: { id: set.id, name: purposeSetWords(needs.language, set), rules } };
}

type Share = ReturnType<typeof purposeShares>["value"][number];
const sharePoint = ({ between, undecided, ...point }: Share) => ({
  ...point,
  undecided: { ...undecided },
  ...(between === undefined ? {} : { between: [...between] as [string, string] }),
});

export function concentrationAnswer(needs: MoneyNeeds, query: MoneyQuery) {
  const keys = keysOf(query, ["year"]).filter((key) => key !== "donor");
  const method = { method: "concentration", keys, cellsOf: groupedBy(needs, [...keys, "donor"]) };
  return answersBySet(needs, query, method, (cells, by, from) => {
    const result = concentration(cells, by, from);
    return { ...result, value: result.value.map(({ donors, ...rest }) => ({ ...rest, donors: [...donors] })) };
  });
}

export function growthAnswer(needs: MoneyNeeds, query: MoneyQuery) {
  const keys = keysOf(query, []).filter((key) => key !== "year");
  const method = { method: "growth", keys, cellsOf: groupedBy(needs, [...keys, "year"]) };
  return answersBySet(needs, query, method, growth);
}

/** Two holdings beside each other, each asked for all of its years. */
export async function vintagesAnswer(needs: MoneyNeeds, query: VintagesQuery) {
  const { holdings, cells, desk, words, language } = needs;
  const [earlier, later] = await Promise.all([
    holdingOf(holdings, query.earlier, "flows", "/query/earlier"),
    holdingOf(holdings, query.later, "flows", "/query/later"),
  ]);
  const by = keysOf(query, ["year", "recipient"]);
  const asked = { where: testsOf(query), by, sum: "amount" };
  const [before, after] = await Promise.all([
    cells.answer(asked, [{ holding: earlier }]),
    cells.answer(asked, [{ holding: later }]),
  ]);
  const compared = compareVintages(figuresOfCells(before.cells), figuresOfCells(after.cells), query.tolerance ?? "0", [
    ...before.inputs,
    ...after.inputs,
  ]);
  const { pairs, movedYears } = compared.value;
  if (pairs.length > MOST_POINTS)
    throw badRequest("/query/by", `gives more than ${MOST_POINTS} figures`, "ask by fewer columns, or narrow it");
  const value = { pairs: pairs.map((pair) => ({ ...pair, keys: { ...pair.keys } })), movedYears: [...movedYears] };
  const both = [earlier, later].map((holding) => ({ dataset: holding.id, name: "", parts: [{ holding }] }));
  const of: AskedHoldings = { sets: both, passedOver: [], named: true };
  return {
    names: await namesOfValues(by, of, cells, desk, words),
    result: figure({ ...compared, value }, language),
  };
}

/** What can be asked for in the files asked. */
export async function choicesAnswer(needs: MoneyNeeds, query: MoneyQuery) {
  const { holdings, cells, desk, words } = needs;
  const asked = await askedHoldings(holdings, "flows", query);
  const choices = await Promise.all(
    asked.sets.map(async ({ dataset, name, parts }) => {
      const groups = async (column: string) =>
        (await cells.answer({ where: [{ column, absent: false }], by: [column] }, parts)).cells;
      const [bases, found] = await Promise.all([
        cells.answer({ where: [], by: ["measure", "currency", "price_year"] }, parts),
        Promise.all(MONEY_KEYS.map(async (key) => [key, await hasAny(cells, key, parts)] as const)),
      ]);
      const keys = found.flatMap(([key, any]) => (any ? [key] : []));
      const valuesOf = async (key: MoneyKey) =>
        keys.includes(key) ? (await groups(key)).map(({ by }) => String(by[key])) : [];
      return {
        dataset,
        name,
        bases: bases.cells.map(({ by, rows }) => ({
          measure: String(by.measure),
          currency: String(by.currency),
          priceYear: by.price_year === null ? null : Number(by.price_year),
          rows,
        })),
        years: (await valuesOf("year")).map(Number),
        keys,
        recipients: await valuesOf("recipient"),
        donors: await valuesOf("donor"),
      };
    }),
  );
  return {
    ...askedData(asked),
    names: await namesOfValues(["recipient", "donor"], asked, cells, desk, words),
    choices,
  };
}

async function hasAny(cells: RememberedCells, column: string, parts: AskedHoldings["sets"][number]["parts"]) {
  return (await cells.answer({ where: [{ column, absent: false }], by: [] }, parts)).cells.length > 0;
}
