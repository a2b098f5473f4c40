import {
  BORDER_MANAGEMENT,
  CONFLICT_PEACE_SECURITY,
  type ColumnTest,
  type PurposeSet,
  type Result,
} from "@kelisim/analysis";
import type { Answer, SeriesValue } from "../document.ts";
import { choiceOf, listOf, namesOf, shownAs, shownWords, unitOf, yearsOf } from "./given.ts";
import { type Cells, type FigureSources, type Given, isRefused, one, type Refused, refused } from "./sources.ts";

const SETS: readonly PurposeSet[] = [CONFLICT_PEACE_SECURITY, BORDER_MANAGEMENT];

/** A purpose set by its id, or the codes themselves: "152", "border-management", "15220,15230". */
function purposeSet(purpose: string): PurposeSet {
  return (
    SETS.find(({ id }) => id === purpose) ?? {
      id: purpose,
      name: purpose,
      rules: [{ codes: purpose.split(","), words: [] }],
    }
  );
}

const BY = ["year", "donor", "recipient", "purpose"] as const;
type By = (typeof BY)[number];

export interface Asked {
  readonly by: By | undefined;
  readonly where: readonly ColumnTest[];
  readonly set?: PurposeSet;
  readonly show: (value: string) => string;
}

/** Reads what all calculations of money take. */
export function askedOfMoney(given: Given, { flows }: FigureSources, name: string): Asked | Refused {
  if (flows === undefined)
    return refused(
      `${name} is worked out from files that were taken in, and none are given`,
      "take a file about money in: kelisim import FILE",
    );
  const by = given.by === undefined ? undefined : choiceOf("by", given.by, BY);
  if (isRefused(by)) return by;
  const show = shownAs(given);
  if (isRefused(show)) return show;
  const years = yearsOf(given.year);
  if (isRefused(years)) return years;
  const { price_year: prices, purpose } = given;
  if (prices !== undefined && prices !== "current" && !/^\d{1,4}$/.test(prices))
    return refused(
      `"${prices}" is no year`,
      "write four digits; price_year=current asks for prices of the year itself",
    );
  const where: ColumnTest[] = (["recipient", "donor", "measure", "currency", "flow", "activity"] as const).flatMap(
    (column) => {
      const names = listOf(given[column]);
      return names === undefined ? [] : [{ column, in: names }];
    },
  );
  if (years !== undefined)
    where.push(years.from === years.to ? { column: "year", in: [years.from] } : { column: "year", ...years });
  if (prices === "current") where.push({ column: "price_year", absent: true });
  else if (prices !== undefined) where.push({ column: "price_year", in: [Number(prices)] });
  return { by, where, show, ...(purpose === undefined ? {} : { set: purposeSet(purpose) }) };
}

export const isCells = (answer: Cells | Refused): answer is Cells => "cells" in answer;

export async function cellsOf(
  given: Given,
  { flows }: FigureSources,
  where: readonly ColumnTest[],
  by: readonly string[],
): Promise<Cells | Refused> {
  const answer = await flows!({ where, by: [...new Set(by)], sum: "amount" }, given.dataset);
  return "refused" in answer ? refused(answer.refused) : answer;
}

/** Tests of a set of which codes alone decide; a set of which titles decide cannot be summed by them. */
export function codesOf(name: string, { set, where }: Asked): readonly ColumnTest[] | Refused {
  if (set === undefined) return where;
  if (set.rules.some((rule) => rule.words.length > 0))
    return refused(`${name} cannot sum "${set.id}", which titles decide`, "give codes, or ask money.share");
  return [...where, { column: "purpose", startsWith: set.rules.flatMap(({ codes }) => codes) }];
}

interface Basis {
  readonly measure?: string;
  readonly currency: string;
  readonly priceYear: number | null;
}
interface Row {
  readonly keys: Readonly<Record<string, unknown>>;
  readonly basis: Basis;
  readonly value?: string;
}

/** One value, or one for each key, of rows that must be of one measure, currency and price year. */
export function answered(
  rows: readonly Row[],
  proof: Result<unknown>,
  given: Given,
  { by, show }: Asked,
  sources: FigureSources,
  unit?: string,
): Answer {
  const bases = [...new Map(rows.map(({ basis }) => [JSON.stringify(basis), basis])).values()];
  if (bases.length > 1) return several(bases);
  const currency = unit ?? unitOf(given, bases[0]?.currency ?? "");
  const noted = { ...proof, method: { ...proof.method, formula: proof.method.formula + shownWords(given) } };
  if (by === undefined) {
    const value = rows[0]?.value;
    return one(noted, value === undefined ? undefined : show(value), currency);
  }
  const names = namesOf(sources);
  const points = rows.map(({ keys, value }) => {
    const key = keys[by];
    const at =
      key === null || key === undefined
        ? "\u2013"
        : by === "donor" || by === "recipient"
          ? names.actor(String(key))
          : String(key);
    return { at, ...(value === undefined ? {} : { value: show(value) }) };
  });
  const value: SeriesValue = { unit: points.length === 0 ? "" : currency, by, points: inOrder(points, by, given) };
  return { kind: "series", figure: { ...noted, value } };
}

/** Years by size, with those asked for that no row has; others by their values, the greatest first. */
function inOrder(points: SeriesValue["points"], by: By, given: Given): SeriesValue["points"] {
  if (by !== "year") {
    const size = ({ value }: SeriesValue["points"][number]) =>
      value === undefined ? Number.NEGATIVE_INFINITY : Number(value);
    const sorted = [...points].sort((a, b) => size(b) - size(a) || (a.at < b.at ? -1 : 1));
    return sorted.slice(0, given.top === undefined ? sorted.length : Number(given.top));
  }
  const years = yearsOf(given.year);
  const all =
    years === undefined || isRefused(years)
      ? []
      : Array.from({ length: years.to - years.from + 1 }, (_, at) => String(years.from + at));
  const known = new Set(points.map(({ at }) => at));
  return [...points, ...all.filter((at) => !known.has(at)).map((at) => ({ at }))].sort(
    (a, b) => Number(a.at) - Number(b.at),
  );
}

export const several = (bases: readonly Basis[]): Answer =>
  refused(
    `${bases.length} sums that are never mixed answer this: ${bases.map(({ measure, currency, priceYear }) => `${measure === undefined ? "" : `${measure} in `}${currency}${priceYear === null ? "" : `, prices of ${priceYear}`}`).join("; ")}`,
    "add measure=, currency= or price_year=",
  );
