import { type ColumnTest, type FigureSideBySide, figuresSideBySide, type IndicatorFigure } from "@kelisim/analysis";
import type { FigureState, TakenFigure, TakenFigureRow, TakenFigures, TakenFiguresQuery } from "@kelisim/api";
import { dayParts, firstDay, type Indicator, lastDay } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import { proofOf, tableInputs } from "../../../proof.ts";
import { actorNamed } from "../../cooperation/names.ts";
import { generalKnowledge, sourcedData } from "../../cooperation/sourced.ts";
import type { Desk } from "../../desk.ts";
import {
  askedSet,
  cellsOf,
  frozenOf,
  inputOf,
  listAsked,
  setsData,
  setsOf,
  type TakenNeeds,
  type TakenSet,
  yearsAsked,
} from "./sets.ts";

/** Columns of a row of figures, as they are asked. */
const COLUMNS = [
  "indicator",
  "party",
  "year",
  "edition",
  "written",
  "number",
  "low",
  "high",
  "unit",
  "sources",
  "row",
] as const;
const PAGE = 100;
const STATES: readonly FigureState[] = ["one", "agree", "agree as printed", "differ", "no value"];

/** A figure with what its file says beside it, or the row of the region that measures the same. */
interface Placed extends IndicatorFigure {
  readonly taken?: TakenFigure;
  readonly row?: Indicator;
}

/** Figures of one data set, each vintage of a figure beside the others and the region's own rows beside them. */
export async function takenFigures(
  needs: TakenNeeds,
  desk: Desk,
  words: Words,
  query: TakenFiguresQuery,
): Promise<TakenFigures> {
  const { language } = words;
  const sets = await setsOf(needs, "figures", query, language, true);
  const set = askedSet(sets, query.dataset);
  const choices = set === undefined ? NONE : await choicesOf(needs, set);
  const indicator = query.indicator ?? choices.indicators[0]?.id;
  const parties = partiesAsked(desk, query.party, choices.parties);
  const named = (ids: readonly string[]) => ids.map((id) => actorNamed(desk, words, id));
  const shared = {
    sets: setsData(sets),
    parties: named(parties),
    choices: { ...choices, parties: named(choices.parties) },
    frozen: frozenOf(set),
  };
  if (set === undefined || indicator === undefined) return { ...shared, states: [], items: [], of: 0 };
  const where = whereOf(query, indicator, parties);
  const found = await Promise.all(
    set.parts.map(async (part) =>
      (await cellsOf(needs, part, { where, by: COLUMNS })).map((cell) => placed(part.holding, cell.by)),
    ),
  );
  const curated = curatedBeside(desk, set.dataset, found.flat(), query);
  const inputs = [
    ...set.parts.map(({ holding }, at) => inputOf(holding, found[at]!.length, language)),
    ...(curated.length === 0
      ? []
      : tableInputs(desk.region, { indicators: new Set(curated.map(({ row }) => row)).size })),
  ];
  const made = figuresSideBySide([...curated, ...found.flat()], {}, inputs);
  const names = new Map(choices.indicators.map(({ id, name }) => [id, name]));
  const rows = made.value
    .toSorted(
      (a, b) => compare(a.indicator, b.indicator) || compare(a.party, b.party) || Number(a.period) - Number(b.period),
    )
    .filter(({ state }) => query.state === undefined || state === query.state);
  const start = query.start ?? 0;
  const general = generalKnowledge(desk.region.sources);
  return {
    ...shared,
    dataset: set.dataset,
    indicator,
    states: STATES.map((value) => ({ value, count: made.value.filter(({ state }) => state === value).length })),
    items: rows.slice(start, start + (query.rows ?? PAGE)).map(
      (row): TakenFigureRow => ({
        indicator: { id: row.indicator, name: names.get(row.indicator) ?? row.indicator },
        party: actorNamed(desk, words, row.party),
        year: Number(row.period),
        state: row.state,
        figures: row.figures.flatMap(({ taken }) => taken ?? []),
        curated: curatedOf(row).map((own) => ({
          id: own.id,
          indicator: own.indicator,
          period: own.period.text,
          ...(own.value === undefined ? {} : { value: own.value }),
          ...(own.unit === undefined ? {} : { unit: own.unit }),
          ...sourcedData(own, general),
        })),
      }),
    ),
    of: rows.length,
    made: proofOf(made, language),
  };
}

const NONE: Awaited<ReturnType<typeof choicesOf>> = { indicators: [], parties: [], years: [] };
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const curatedOf = ({ figures }: FigureSideBySide<Placed>): readonly Indicator[] =>
  figures.flatMap(({ row }) => row ?? []);

/** Which rows of a file are asked for. */
export const whereOf = (
  query: Pick<TakenFiguresQuery, "from" | "to">,
  indicator: string | undefined,
  parties: readonly string[],
): readonly ColumnTest[] => [
  ...(indicator === undefined || indicator === "*" ? [] : [{ column: "indicator", in: [indicator] }]),
  { column: "party", in: [...parties] },
  ...yearsAsked(query),
];

/** The states asked for: those that the region is about, as far as the files have them, where nobody names any. */
export function partiesAsked(desk: Desk, asked: string | undefined, here: readonly string[]): readonly string[] {
  if (asked === "*") return here;
  return listAsked(asked) ?? desk.region.focus.filter((id) => here.includes(id));
}

/** What can be asked of a data set: its indicators in the order of the file, states and years. */
export async function choicesOf(needs: TakenNeeds, { parts }: TakenSet) {
  const indicators = new Map<string, { id: string; name: string; unit?: string; rows: number }>();
  const parties = new Set<string>();
  const years = new Set<number>();
  for (const part of parts) {
    for (const { by, rows } of await cellsOf(needs, part, { where: [], by: ["indicator", "indicator_name", "unit"] })) {
      const id = String(by.indicator);
      const before = indicators.get(id);
      indicators.set(id, {
        id,
        name: before?.name ?? String(by.indicator_name ?? id),
        ...(typeof by.unit === "string" ? { unit: by.unit } : {}),
        rows: (before?.rows ?? 0) + rows,
      });
    }
    for (const { by } of await cellsOf(needs, part, { where: [], by: ["party", "year"] })) {
      parties.add(String(by.party));
      years.add(Number(by.year));
    }
  }
  return {
    indicators: [...indicators.values()],
    parties: [...parties].sort(),
    years: [...years].sort((a, b) => a - b),
  };
}

type Cell = Readonly<Record<string, string | number | null>>;

function placed(holding: TakenSet["parts"][number]["holding"], by: Cell): Placed {
  const { id, vintage, file } = holding;
  const number = (name: string, cell: string | number | null | undefined) =>
    cell == null ? {} : { [name]: Number(cell) };
  const text = (name: string, cell: string | number | null | undefined) =>
    cell == null ? {} : { [name]: String(cell) };
  const taken = {
    holding: id,
    file: file.name,
    row: Number(by.row),
    vintage,
    ...text("edition", by.edition),
    ...text("value", by.written),
    ...number("number", by.number),
    ...number("low", by.low),
    ...number("high", by.high),
    ...text("unit", by.unit),
    ...number("sources", by.sources),
  } as TakenFigure;
  return {
    indicator: String(by.indicator),
    party: String(by.party),
    period: String(by.year),
    of: id,
    vintage,
    ...text("value", by.written),
    ...text("unit", by.unit),
    taken,
  };
}

/**
 * Rows of the region's table of indicators that a row of `same_figures` ties to an indicator of the data set: beside each year of
 * theirs that the files have. Their wording of the unit is their own and is not compared.
 */
function curatedBeside(
  { region }: Desk,
  dataset: string,
  taken: readonly Placed[],
  { from, to }: Pick<TakenFiguresQuery, "from" | "to">,
): readonly (Placed & { readonly row: Indicator })[] {
  const years = new Set(taken.map(({ indicator, party, period }) => JSON.stringify([indicator, party, period])));
  return region.sameFigures
    .filter((same) => same.dataset === dataset)
    .flatMap(({ indicator, measured }) =>
      region.indicators
        .filter((row) => row.indicator === indicator)
        .flatMap((row) =>
          yearsOf(row)
            .filter((year) => (from === undefined || year >= from) && (to === undefined || year <= to))
            .filter((year) => years.has(JSON.stringify([measured, row.party, String(year)])))
            .map((year) => ({
              indicator: measured,
              party: row.party,
              period: String(year),
              of: row.source,
              vintage: "",
              ...(row.value === undefined ? {} : { value: row.value }),
              row,
            })),
        ),
    );
}

function yearsOf({ period }: Indicator): readonly number[] {
  const [first, last] = [dayParts(firstDay(period.from)).year, dayParts(lastDay(period.to)).year];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
