import type { Indicator, ObservationRow } from "@kelisim/model";
import { Big } from "big.js";
import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";

/** One figure as one vintage or source gives it. */
export interface IndicatorFigure {
  readonly indicator: string;
  readonly party: string;
  /** The year or stretch that it describes, as written. */
  readonly period: string;
  /** Id of the holding, or the source cell of a row of the region. */
  readonly of: string;
  readonly vintage: string;
  /** As written; absent: the producer gives none. */
  readonly value?: string;
  readonly unit?: string;
}

export interface FigureSideBySide<Figure extends IndicatorFigure = IndicatorFigure> {
  readonly indicator: string;
  readonly party: string;
  readonly period: string;
  /** The newest vintage last. */
  readonly figures: readonly Figure[];
  /**
   * "agree as printed": equal where the one with more decimals is rounded to those of the other. "differ": two give different
   * values, or values of different units; a unit that only one gives is not compared.
   */
  readonly state: "one" | "agree" | "agree as printed" | "differ" | "no value";
}

/** Rows of the table `figures` of one holding. */
export function figuresOfRows(
  rows: readonly ObservationRow[],
  about: { readonly of: string; readonly vintage: string },
): readonly IndicatorFigure[] {
  return rows.map((row) => ({
    indicator: String(row.indicator),
    party: String(row.party),
    period: String(row.year),
    ...about,
    ...given("value", row.written),
    ...given("unit", row.unit),
  }));
}

/** Rows of the region's table of indicators. */
export function figuresOfIndicators(indicators: readonly Indicator[], vintage: string): readonly IndicatorFigure[] {
  return indicators.map(({ indicator, party, period, source, value, unit }) => ({
    indicator,
    party,
    period: period.text,
    of: source,
    vintage,
    ...given("value", value),
    ...given("unit", unit),
  }));
}

/** All vintages of each figure beside each other. `same` tells which ids of indicators mean the same figure; others mean themselves. */
export function figuresSideBySide<Figure extends IndicatorFigure>(
  figures: readonly Figure[],
  same: Readonly<Record<string, string>>,
  from: readonly ResultInput[],
): Result<readonly FigureSideBySide<Figure>[]> {
  const groups = new Map<string, FigureSideBySide<Figure> & { readonly figures: Figure[] }>();
  for (const figure of figures) {
    const indicator = same[figure.indicator] ?? figure.indicator;
    const key = JSON.stringify([indicator, figure.party, figure.period]);
    const { party, period } = figure;
    const group = groups.get(key) ?? { indicator, party, period, figures: [], state: "one" as const };
    group.figures.push(figure);
    groups.set(key, group);
  }
  const value = [...groups.values()].map((group) => {
    const sorted = [...group.figures].sort((a, b) => (a.vintage < b.vintage ? -1 : a.vintage > b.vintage ? 1 : 0));
    return { ...group, figures: sorted, state: stateOf(sorted) };
  });
  return result("evidence.figures", value, from, [
    { reason: "the producer gives no value", rows: figures.filter((figure) => figure.value === undefined).length },
  ]);
}

function stateOf(figures: readonly IndicatorFigure[]): FigureSideBySide["state"] {
  const known = figures.filter(({ value }) => value !== undefined);
  if (known.length === 0) return "no value";
  if (known.length === 1) return "one";
  const units = new Set(known.flatMap(({ unit }) => unit ?? []));
  if (units.size > 1) return "differ";
  const values = known.map(({ value }) => sizeOf(value!));
  if (values.every((value) => value === values[0])) return "agree";
  const alike = values.every((one, at) => values.slice(at + 1).every((other) => isRounded(one, other)));
  return alike ? "agree as printed" : "differ";
}

/** Whether the number with more decimals, rounded half away from zero, is the one with fewer. */
function isRounded(one: string, other: string): boolean {
  if (!PLAIN.test(one) || !PLAIN.test(other)) return false;
  const places = Math.min(placesOf(one), placesOf(other));
  return new Big(one).round(places).eq(new Big(other).round(places));
}

const PLAIN = /^-?\d+(\.\d+)?$/;
const placesOf = (text: string): number => text.split(".")[1]?.length ?? 0;

/** "0.50" and "0.5" are one value; a category is what it is written as. */
function sizeOf(value: string): string {
  const number = Number(value);
  return value.trim() !== "" && Number.isFinite(number) ? String(number) : value.trim().toLowerCase();
}

function given<Name extends string>(name: Name, value: unknown): { readonly [N in Name]?: string } {
  return (value === null || value === undefined ? {} : { [name]: String(value) }) as { readonly [N in Name]?: string };
}
