import { type ColumnTest, METHODS, type SelectedCell } from "@kelisim/analysis";
import type { Answer, SeriesValue } from "../document.ts";
import { addUp } from "./exact.ts";
import { choiceOf, listOf, namesOf, shownAs, shownWords, unitOf, yearsOf } from "./given.ts";
import { type Calculation, type FigureSources, type Given, isRefused, one, refused } from "./sources.ts";

const TAKES = ["party", "provider", "programme", "year", "dataset", "of", "by", "in", "digits"];

/** Lines of training that a government reports: their cost, the people trained, or how many lines there are. */
export const TRAININGS: Readonly<Record<string, Calculation>> = { trainings: { takes: TAKES, answer } };

const BY = ["year", "party", "programme"] as const;

async function answer(given: Given, sources: FigureSources): Promise<Answer> {
  if (sources.flows === undefined)
    return refused(
      "trainings are read from files that were taken in, and none are given",
      "take one in: kelisim import FILE",
    );
  const of = choiceOf("of", given.of, ["cost", "people", "lines"]);
  if (isRefused(of)) return of;
  const by = given.by === undefined ? undefined : choiceOf("by", given.by, BY);
  if (isRefused(by)) return by;
  const show = shownAs(given);
  if (isRefused(show)) return show;
  const years = yearsOf(given.year);
  if (isRefused(years)) return years;
  const { programme } = given;
  const where: ColumnTest[] = (["party", "provider"] as const).flatMap((column) => {
    const names = listOf(given[column]);
    return names === undefined ? [] : [{ column, in: names }];
  });
  if (years !== undefined) where.push({ column: "year", ...years });
  if (programme !== undefined) where.push({ column: "programme", startsWith: listOf(programme)! });
  const sum = { cost: "amount", people: "quantity", lines: undefined }[of];
  const selection = {
    table: "trainings" as const,
    where,
    by: by === undefined ? [] : [by],
    ...(sum === undefined ? {} : { sum }),
  };
  const found = await sources.flows(selection, given.dataset);
  if ("refused" in found) return refused(found.refused);
  const { cells, inputs } = found;
  const currencies = [
    ...new Set(cells.flatMap(({ by: { currency } }) => (typeof currency === "string" ? [currency] : []))),
  ];
  if (of === "cost" && currencies.length > 1) return refused(`sums in ${currencies.join(" and ")} are never mixed`);
  const method = {
    id: "money.series",
    formula: (of === "cost" ? METHODS["money.series"] : FORMULAS[of]) + shownWords(given),
  };
  const without = cells.reduce((rows, cell) => rows + cell.without, 0);
  const exclusions = of === "lines" || without === 0 ? [] : [{ reason: NOT_GIVEN[of], rows: without }];
  const proof = { value: undefined, method, inputs, exclusions };
  const unit = of === "cost" ? unitOf(given, currencies[0] ?? "") : "";
  const value = (some: readonly SelectedCell[]) => {
    const total = of === "lines" ? String(some.reduce((rows, cell) => rows + cell.rows, 0)) : sumOf(some);
    return total === undefined ? {} : { value: show(total) };
  };
  if (by === undefined) return one(proof, cells.length === 0 ? undefined : value(cells).value, unit);
  const names = namesOf(sources);
  const groups = [...Map.groupBy(cells, (cell) => String(cell.by[by] ?? "\u2013"))];
  const points = groups.map(([at, some]) => ({ at: by === "party" ? names.actor(at) : at, ...value(some) }));
  const all =
    by === "year" && years !== undefined
      ? Array.from({ length: years.to - years.from + 1 }, (_, at) => String(years.from + at))
      : [];
  const known = new Set(points.map(({ at }) => at));
  const series: SeriesValue = {
    unit,
    by: by === "party" ? "recipient" : by,
    points: [...points, ...all.filter((at) => !known.has(at)).map((at) => ({ at }))].sort((a, b) =>
      by === "year" ? Number(a.at) - Number(b.at) : a.at < b.at ? -1 : 1,
    ),
  };
  return { kind: "series", figure: { ...proof, value: series } };
}

const FORMULAS = {
  people: "sum of the people trained, as each line gives them",
  lines: "number of lines of the report",
};
const NOT_GIVEN = { cost: "no amount or no currency given", people: "number of people not given" };

const sumOf = (cells: readonly SelectedCell[]): string | undefined =>
  addUp(cells.flatMap(({ sum, by }) => (sum === undefined || by.currency === null ? [] : [sum])));
