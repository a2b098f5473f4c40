import type { Indicator, ObservationRow } from "@kelisim/model";
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

export interface FigureSideBySide {
  readonly indicator: string;
  readonly party: string;
  readonly period: string;
  /** The newest vintage last. */
  readonly figures: readonly IndicatorFigure[];
  /** "differ": two give different values, or values of different units. */
  readonly state: "one" | "agree" | "differ" | "no value";
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
export function figuresSideBySide(
  figures: readonly IndicatorFigure[],
  same: Readonly<Record<string, string>>,
  from: readonly ResultInput[],
): Result<readonly FigureSideBySide[]> {
  const groups = new Map<string, FigureSideBySide & { readonly figures: IndicatorFigure[] }>();
  for (const figure of figures) {
    const indicator = same[figure.indicator] ?? figure.indicator;
    const key = JSON.stringify([indicator, figure.party, figure.period]);
    const { party, period } = figure;
    const group = groups.get(key) ?? { indicator, party, period, figures: [], state: "one" };
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
  const [first, ...others] = known.map(({ value, unit }) => `${sizeOf(value!)} ${unit ?? ""}`);
  return others.every((other) => other === first) ? "agree" : "differ";
}

/** "0.50" and "0.5" are one value; a category is what it is written as. */
function sizeOf(value: string): string {
  const number = Number(value);
  return value.trim() !== "" && Number.isFinite(number) ? String(number) : value.trim().toLowerCase();
}

function given<Name extends string>(name: Name, value: unknown): { readonly [N in Name]?: string } {
  return (value === null || value === undefined ? {} : { [name]: String(value) }) as { readonly [N in Name]?: string };
}
