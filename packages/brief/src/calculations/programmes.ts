import { budgetTotals, citedIds, endings, themesByThreats } from "@kelisim/analysis";
import { civilDay, firstDay, formatDated, formatDecimal, lastDay, type Programme } from "@kelisim/model";
import type { Answer, TableCell } from "../document.ts";
import { asPercent } from "./exact.ts";
import { choiceOf, dayOf, listOf, namesOf, shownAs, shownWords, unitOf, yearsOf } from "./given.ts";
import {
  type Calculation,
  type FigureSources,
  type Given,
  isRefused,
  one,
  type Refused,
  refused,
  tableInput,
} from "./sources.ts";

const FILTERS = ["ids", "donor", "country", "threat", "theme", "year"];
const SHOWN = ["in", "digits"];

/** Calculations on the region's table of programmes. */
export const PROGRAMMES: Readonly<Record<string, Calculation>> = {
  programmes: { takes: [...FILTERS, "columns", ...SHOWN], answer: table },
  "programmes.count": { takes: FILTERS, answer: count },
  "programmes.total": { takes: [...FILTERS, "of", "currency", ...SHOWN], answer: total },
  "programmes.budget": { takes: ["id", ...SHOWN], answer: budget },
  "programmes.change": { takes: ["from", "to", "digits"], answer: change },
  "programmes.ends": { takes: [...FILTERS, "on", "of"], answer: ends },
};

/** Programmes that pass all filters; of years, those that are under way in one of them for certain or perhaps. */
function chosen(given: Given, { region }: FigureSources): readonly Programme[] | Refused {
  const years = yearsOf(given.year);
  if (isRefused(years)) return years;
  const [ids, donors, countries, threats] = [given.ids, given.donor, given.country, given.threat].map(listOf);
  const unknown = ids?.find((id) => !region.programmes.some((row) => row.id === id));
  if (unknown !== undefined)
    return refused(`the region has no programme "${unknown}"`, "see the first column of its programmes.csv");
  const threat = threats?.find((id) => !region.threats.some((row) => row.id === id));
  if (threat !== undefined)
    return refused(`the region has no threat "${threat}"`, "see the first column of its threats.csv");
  const named =
    threats === undefined
      ? undefined
      : new Set(region.threats.filter(({ id }) => threats.includes(id)).flatMap((row) => row.programmes));
  const found = region.programmes.filter(
    (row) =>
      (ids === undefined || ids.includes(row.id)) &&
      (donors === undefined || row.donors.some((id) => donors.includes(id))) &&
      (countries === undefined || row.countries.some((id) => countries.includes(id))) &&
      (named === undefined || named.has(row.id)) &&
      (given.theme === undefined ||
        `${row.name} ${row.themes ?? ""}`.toLowerCase().includes(given.theme.toLowerCase())) &&
      (years === undefined || isWithin(row, years)),
  );
  return ids === undefined ? found : ids.map((id) => found.find((row) => row.id === id)!).filter(Boolean);
}

function isWithin({ start, end }: Programme, { from, to }: { readonly from: number; readonly to: number }): boolean {
  if (start === undefined && end === undefined) return false;
  if (start !== undefined && firstDay(start) > civilDay(to, 12, 31)) return false;
  return end === undefined || lastDay(end) >= civilDay(from, 1, 1);
}

const COLUMNS = [
  "programme",
  "donors",
  "implementers",
  "countries",
  "period",
  "budget",
  "source",
  "confidence",
] as const;
const SHORT = ["programme", "donors", "period", "budget", "source"] as const;

function table(given: Given, sources: FigureSources): Answer {
  const rows = chosen(given, sources);
  if (isRefused(rows)) return rows;
  const show = shownAs(given);
  if (isRefused(show)) return show;
  const columns = listOf(given.columns) ?? SHORT;
  const strange = columns.find((name) => !COLUMNS.some((each) => each === name));
  if (strange !== undefined)
    return refused(`the table of programmes has no column "${strange}"`, `columns: ${COLUMNS.join(", ")}`);
  const names = namesOf(sources);
  const cells = (row: Programme): Readonly<Record<(typeof COLUMNS)[number], TableCell>> => ({
    programme: { text: names.programme(row.id) },
    donors: row.donors.length === 0 ? {} : { text: row.donors.map((id) => names.actor(id)).join(", ") },
    implementers: row.implementers === undefined ? {} : { text: row.implementers },
    countries: row.countries.length === 0 ? {} : { text: countriesOf(row, sources) },
    period:
      row.start === undefined && row.end === undefined
        ? {}
        : {
            text: `${row.start === undefined ? "?" : formatDated(row.start)} \u2013 ${row.end === undefined ? "?" : formatDated(row.end)}`,
          },
    budget:
      row.budget === undefined
        ? {}
        : { text: `${show(formatDecimal(row.budget.amount))} ${unitOf(given, row.budget.currency)}`, isNumber: true },
    source: { sources: citedIds(row.backing.budget?.source ?? row.source) },
    confidence: { text: row.confidence, isWord: true },
  });
  const value = {
    columns,
    rows: rows.map((row) => columns.map((name) => cells(row)[name as (typeof COLUMNS)[number]])),
  };
  return { kind: "table", figure: { ...proofOf(sources, ROWS_AS_THEY_ARE + shownWords(given)), value } };
}

/** "Five states" would be a claim; a list of all countries of the region is long: they are said by their ids. */
function countriesOf({ countries }: Programme, { region }: FigureSources): string {
  const inside = region.focus.filter((id) => countries.includes(id));
  return [...inside, ...countries.filter((id) => !inside.includes(id))].join(", ");
}

const ROWS_AS_THEY_ARE = "rows of the table of programmes that pass the filters, as they stand there";

function proofOf({ region }: FigureSources, formula: string, id = "programmes.rows") {
  return {
    value: undefined,
    method: { id, formula },
    inputs: [tableInput(region, "programmes", region.programmes.length)],
    exclusions: [],
  };
}

function count(given: Given, sources: FigureSources): Answer {
  const rows = chosen(given, sources);
  return isRefused(rows)
    ? rows
    : one(proofOf(sources, "number of rows of the table of programmes that pass the filters"), String(rows.length));
}

/** Sum of budgets in one currency, counted once; where rows disagree the least or the greatest. */
function total(given: Given, sources: FigureSources): Answer {
  const rows = chosen(given, sources);
  if (isRefused(rows)) return rows;
  const show = shownAs(given);
  if (isRefused(show)) return show;
  const made = budgetTotals(rows, {}, [tableInput(sources.region, "programmes", rows.length)]);
  const found =
    given.currency === undefined ? made.value : made.value.filter(({ currency }) => currency === given.currency);
  if (found.length > 1)
    return refused(
      `budgets in ${found.map(({ currency }) => currency).join(" and ")} are never mixed`,
      "add currency=",
    );
  const [sum] = found;
  if (sum === undefined) return one(made, undefined);
  const differs = sum.least !== sum.greatest;
  if (differs && given.of === undefined)
    return refused(
      `sources disagree: ${sum.least} or ${sum.greatest} ${sum.currency}`,
      "write of=least or of=greatest, and say so in the text",
    );
  const of = choiceOf("of", given.of, ["least", "greatest", "count"]);
  if (isRefused(of)) return of;
  if (of === "count") return one(made, String(sum.counted));
  const noted = { ...made, method: { ...made.method, formula: made.method.formula + shownWords(given) } };
  return one(noted, show(sum[of]), unitOf(given, sum.currency));
}

function budget(given: Given, sources: FigureSources): Answer {
  const rows =
    given.id === undefined
      ? refused("programmes.budget takes an id", "write: programmes.budget id=...")
      : chosen({ ids: given.id }, sources);
  if (isRefused(rows)) return rows;
  const show = shownAs(given);
  if (isRefused(show)) return show;
  const [row] = rows;
  const { source, confidence } = row!.backing.budget ?? row!;
  const input = {
    ...tableInput(sources.region, "programmes", 1),
    name: `programmes.csv, ${row!.id}, confidence ${confidence}`,
    vintage: source,
  };
  const proof = {
    ...proofOf(sources, `budget as the source of the row gives it${shownWords(given)}`),
    inputs: [input],
  };
  return row!.budget === undefined
    ? one(proof, undefined)
    : one(proof, show(formatDecimal(row!.budget.amount)), unitOf(given, row!.budget.currency));
}

/** (budget of `to` - budget of `from`) / budget of `from`, in per cent. */
function change(given: Given, sources: FigureSources): Answer {
  if (given.from === undefined || given.to === undefined)
    return refused("programmes.change takes two programmes", "write: programmes.change from=ID to=ID");
  const rows = chosen({ ids: `${given.from},${given.to}` }, sources);
  if (isRefused(rows)) return rows;
  const show = shownAs(given);
  if (isRefused(show)) return show;
  const [before, after] = rows.map((row) => row.budget);
  if (before !== undefined && after !== undefined && before.currency !== after.currency)
    return refused(`${before.currency} and ${after.currency} are never mixed`);
  const proof = proofOf(
    sources,
    `(budget of ${given.to} - budget of ${given.from}) / budget of ${given.from}, in per cent${shownWords(given)}`,
    "money.growth",
  );
  if (before === undefined || after === undefined || before.amount.eq(0)) return one(proof, undefined, "%");
  // Six places, as all ratios here.
  const ratio = after.amount.minus(before.amount).div(before.amount).round(6, 1).toFixed();
  return one(proof, show(asPercent(ratio)), "%");
}

const YEAR = 365;

/** Programmes that are over on a day, and what the table names that goes on with them. */
function ends(given: Given, sources: FigureSources): Answer {
  const rows = chosen(given, sources);
  if (isRefused(rows)) return rows;
  const by = dayOf(given, sources);
  if (isRefused(by)) return by;
  const { region } = sources;
  const ids = new Set(rows.map(({ id }) => id));
  const question = { by, themesOf: themesByThreats(region.threats), withinDays: YEAR };
  // All programmes can follow; only those that were chosen are told of.
  const made = endings(region.programmes, question, [
    tableInput(region, "programmes", region.programmes.length),
    tableInput(region, "threats", region.threats.length),
  ]);
  const found = made.value.endings.filter(({ programme }) => ids.has(programme));
  const proof = {
    ...made,
    exclusions: [{ reason: "no end known", rows: rows.filter(({ end }) => end === undefined).length }].filter(
      (each) => each.rows > 0,
    ),
  };
  if (given.of !== undefined) {
    const of = choiceOf("of", given.of, ["all", "not followed"]);
    if (isRefused(of)) return of;
    return one(proof, String(of === "all" ? found.length : found.filter(({ state }) => state !== "followed").length));
  }
  const names = namesOf(sources);
  const cells = found.map(({ programme, end, state, successors }): readonly TableCell[] => [
    { text: names.programme(programme) },
    { text: end },
    successors.length === 0
      ? { text: state, isWord: true }
      : { text: followers(successors.map((each) => names.programme(each.programme))) },
    { sources: citedIds(region.programmes.find(({ id }) => id === programme)!.source) },
  ]);
  return {
    kind: "table",
    figure: { ...proof, value: { columns: ["programme", "end", "followed", "source"], rows: cells } },
  };
}

/** Names of what follows; of many the first, and how many there are. */
const MOST_NAMES = 3;
function followers(all: readonly string[]): string {
  const names = [...new Set(all)];
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join("; ")}${more > 0 ? `; +${more}` : ""}`;
}
