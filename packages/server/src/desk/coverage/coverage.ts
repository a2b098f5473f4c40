import {
  budgetTotals,
  type CoverageCell,
  coverageMatrix,
  dependence,
  doubleWork,
  type TableScope,
  themesByThreats,
  underWay,
} from "@kelisim/analysis";
import type { Coverage, CoverageClause, CoverageThreat, Named } from "@kelisim/api";
import { clausesOwed } from "@kelisim/compare";
import { type Programme, type Threat, translationOf } from "@kelisim/model";
import { citation, type Words } from "@kelisim/words";
import { proofOf, tableInputs } from "../../proof.ts";
import { programmeData } from "../cooperation/country.ts";
import { actorNamed, instrumentNamed } from "../cooperation/names.ts";
import {
  type GeneralKnowledge,
  generalKnowledge,
  sourcedData,
  coverageOf as tablesCovered,
} from "../cooperation/sourced.ts";
import { worldOf } from "../cooperation/world.ts";
import type { Desk } from "../desk.ts";
import { type Asked, standpointData } from "../standpoint.ts";
import type { View } from "../views.ts";
import { clausesNotHere } from "./binding.ts";
import { gapsOf } from "./gaps.ts";

export interface CoverageFilters {
  readonly category?: string;
  readonly country?: string;
}

/** Threats of a region against its states on the asked day: what binds, what is under way, what is paid, and what is not. */
export function coverageData(view: View, asked: Asked, { category, country }: CoverageFilters = {}): Coverage {
  const { desk } = view;
  const { region } = desk;
  const words = desk.words(asked.language);
  const general = generalKnowledge(region.sources);
  const threats = region.threats.filter((row) => category === undefined || row.category === category);
  const countries = region.focus.filter((id) => country === undefined || id === country);
  const world = worldOf(view, asked);
  const binding = clausesOwed(world, threats, countries);
  const { programmes } = region;
  const now = programmes.filter((programme) => underWay(programme, asked.today) !== "no");
  const themesOf = themesByThreats(threats);

  const status = world.setting.facts.filter(({ kind }) => kind === "status").length;
  const paid = { threats: region.threats.length, programmes: programmes.length };
  const from = tableInputs(region, paid);
  const matrix = coverageMatrix(
    threats,
    programmes,
    { day: asked.today, countries, binding, scope: scopeOf(desk) },
    tableInputs(region, { ...paid, status }),
  );
  const double = doubleWork(now, themesOf, countries, from);
  const rests = dependence(programmes, themesOf, { day: asked.today, countries }, from);
  const named = new Set(matrix.value.flatMap((cell) => cell.programmes.underWay));
  const money = budgetTotals(
    programmes.filter(({ id }) => named.has(id)),
    {},
    tableInputs(region, { programmes: programmes.length }),
  );

  const shown = new Set([
    ...matrix.value.flatMap((cell) => [...cell.programmes.underWay, ...cell.programmes.perhaps]),
    ...double.value.flatMap((each) => each.programmes),
    ...rests.value.flatMap((each) => [...each.programmes, ...each.unknown]),
  ]);
  const past = { reason: "not under way on the day", rows: programmes.length - now.length };
  const { say, language } = words;
  return {
    standpoint: standpointData(asked, desk),
    choices: {
      categories: categoriesOf(desk, words),
      countries: region.focus.map((id) => actorNamed(desk, words, id)),
    },
    countries: countries.map((id) => actorNamed(desk, words, id)),
    threats: threats.map((row) => threatData(row, desk, words, general)),
    cells: matrix.value.map(cellData),
    clauses: binding.flatMap(({ clause }) => clauseData(clause, words) ?? []),
    programmes: programmes.filter(({ id }) => shown.has(id)).map((row) => programmeData(row, desk, words, general)),
    money: money.value.map(({ currency, least, greatest, counted }) => ({ currency, least, greatest, counted })),
    gaps: gapsOf(threats, matrix.value, { binding, programmes }, say),
    double: double.value.map(({ theme, country: where, programmes: ids, donors, pairs }) => ({
      threat: theme,
      country: where,
      programmes: [...ids],
      donors: donors.map((id) => actorNamed(desk, words, id)),
      certain: pairs.some((pair) => pair.programmes.every((id) => isUnderWay(programmes, id, asked.today))),
    })),
    dependence: rests.value.map(({ theme, country: where, on, name, programmes: ids, unknown }) => ({
      threat: theme,
      country: where,
      on,
      name: on === "donor" ? actorNamed(desk, words, name).name : name,
      programmes: [...ids],
      unknown: [...unknown],
    })),
    proofs: {
      matrix: proofOf(matrix, language, [
        { reason: "clause that no agreement here has", rows: clausesNotHere(threats, binding) },
      ]),
      double: proofOf(double, language, [past]),
      dependence: proofOf(rests, language),
      money: proofOf(money, language),
    },
    coverage: tablesCovered(desk, ["threats", "programmes", "status"]),
  };
}

const isUnderWay = (programmes: readonly Programme[], id: string, day: number): boolean => {
  const found = programmes.find((programme) => programme.id === id);
  return found !== undefined && underWay(found, day) === "yes";
};

/** A pair of tables is complete only where both say so: what either lacks is missing in the cell. */
function scopeOf({ region }: Desk): { readonly duties: TableScope; readonly programmes: TableScope } {
  const isComplete = (name: string) =>
    region.tables.some(({ table, coverage }) => table === name && coverage === "complete");
  const scope = (...names: readonly string[]): TableScope => (names.every(isComplete) ? "complete" : "partial");
  return { duties: scope("threats", "status"), programmes: scope("threats", "programmes") };
}

function categoriesOf({ region }: Desk, words: Words): Named[] {
  const title = translationOf(region, words.language);
  return [...new Set(region.threats.map(({ category }) => category))]
    .map((id) => ({ id, name: title("category", id) ?? id }))
    .sort((a, b) => a.name.localeCompare(b.name, words.language));
}

function threatData(row: Threat, { region }: Desk, words: Words, general: GeneralKnowledge): CoverageThreat {
  const title = translationOf(region, words.language);
  return {
    id: row.id,
    name: words.names.threat(row),
    ...(row.definition === undefined ? {} : { definition: title("threat", row.id, "definition") ?? row.definition }),
    category: row.category,
    categoryName: title("category", row.category) ?? row.category,
    ...sourcedData(row, general),
  };
}

/** The same lists, as an answer may be written. */
const cellData = ({ duties, programmes, money, ...place }: CoverageCell): Coverage["cells"][number] => ({
  ...place,
  duties: { state: duties.state, clauses: [...duties.clauses], perhaps: [...duties.perhaps] },
  programmes: { state: programmes.state, underWay: [...programmes.underWay], perhaps: [...programmes.perhaps] },
  money: {
    state: money.state,
    own: [...money.own],
    shared: [...money.shared],
    budgetUnknown: [...money.budgetUnknown],
  },
});

function clauseData(id: string, words: Words): CoverageClause | undefined {
  const placed = words.clauses.get(id);
  if (placed === undefined) return undefined;
  const { clause, instrument } = placed;
  return {
    id,
    title: clause.title,
    article: citation(clause),
    articleUnverified: clause.articleAssumed !== undefined,
    instrument: instrumentNamed(words, instrument.id),
    form: clause.kind === "limit" && clause.form === "prohibition" ? "prohibition" : clause.kind,
    kind: instrument.kind,
    source: clause.source ?? instrument.source,
    confidence: clause.confidence,
  };
}
