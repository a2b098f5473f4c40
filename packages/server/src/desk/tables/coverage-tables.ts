import type { Coverage, CoverageAspect } from "@kelisim/api";
import { coverageData } from "../coverage/coverage.ts";
import { BACKING, listed, type TableDefinition, type TableNeeds, type TableRow } from "./table.ts";

const FROM = ["threats", "programmes", "status"];
const WHERE = ["threat", "threat_name", "category", "country"] as const;

const OBEYS = ["category", "country", "view", "cell", "aspect"];

/** Whether a row is of one of the aspects between commas; all where none is asked. */
const isAsked =
  ({ filters: { aspect = "" } }: TableNeeds) =>
  (row: TableRow): boolean =>
    aspect === "" || aspect.split(",").includes(String(row.aspect));

/** As the screen has it. */
const dataOf = ({ view, asked, filters: { category, country } }: TableNeeds): Coverage =>
  coverageData(view, asked, {
    ...(category ? { category } : {}),
    ...(country ? { country } : {}),
  });

/** One row for each threat, country and aspect; money has one for each currency. */
export const coverageTable: TableDefinition = {
  id: "coverage",
  title: { en: "Coverage of threats", ru: "Охват угроз" },
  columns: [...WHERE, "aspect", "found", "what_found", "perhaps", "amount", "currency", ...BACKING],
  from: FROM,
  obeys: OBEYS,
  rows(needs) {
    const data = dataOf(needs);
    return data.cells.flatMap(({ threat, country, duties, programmes, money }): readonly TableRow[] => {
      const rest = { ...placeOf(data, threat, country), ...backingOf(data, threat) };
      const shared = { ...rest, ...aspect("money"), found: money.state, perhaps: listed(money.budgetUnknown) };
      const all: readonly TableRow[] = [
        {
          ...rest,
          ...aspect("duties"),
          found: duties.state,
          what_found: listed(duties.clauses),
          perhaps: listed(duties.perhaps),
        },
        {
          ...rest,
          ...aspect("programmes"),
          found: programmes.state,
          what_found: listed(programmes.underWay),
          perhaps: listed(programmes.perhaps),
        },
        ...(money.own.length === 0 || money.shared.length > 0
          ? [{ ...shared, what_found: listed(money.shared), amount: null }]
          : []),
        ...money.own.map(({ currency, sum }) => ({ ...shared, what_found: "", amount: sum, currency })),
      ];
      return all.filter(isAsked(needs));
    });
  },
};

export const coverageGapsTable: TableDefinition = {
  id: "coverage-gaps",
  title: { en: "Threats against which nothing was found", ru: "Угрозы, против которых ничего не найдено" },
  columns: [...WHERE, "aspect", "reason", ...BACKING],
  from: FROM,
  obeys: OBEYS,
  rows(needs) {
    const data = dataOf(needs);
    const all = data.gaps.flatMap((gap) =>
      gap.countries.map((country) => ({
        ...placeOf(data, gap.threat, country),
        ...aspect(gap.aspect),
        reason: gap.reason,
        ...backingOf(data, gap.threat),
      })),
    );
    return all.filter(isAsked(needs));
  },
};

export const doubleWorkTable: TableDefinition = {
  id: "double-work",
  title: { en: "Programmes side by side", ru: "Программы рядом" },
  columns: [...WHERE, "donors", "programmes", "unverified", ...BACKING],
  from: FROM,
  obeys: OBEYS,
  rows(needs) {
    const data = dataOf(needs);
    return data.double.map((each) => ({
      ...placeOf(data, each.threat, each.country),
      donors: listed(each.donors.map(({ id }) => id)),
      programmes: listed(each.programmes),
      unverified: each.certain ? "" : "dates",
      ...backingOf(data, each.threat),
    }));
  },
};

export const dependenceTable: TableDefinition = {
  id: "dependence",
  title: { en: "What rests on one donor or partner", ru: "Что держится на одном доноре или партнёре" },
  columns: [...WHERE, "rests_on", "name", "programmes", "perhaps", ...BACKING],
  from: FROM,
  obeys: OBEYS,
  rows(needs) {
    const data = dataOf(needs);
    return data.dependence.map((each) => ({
      ...placeOf(data, each.threat, each.country),
      rests_on: each.on,
      name: each.name,
      programmes: listed(each.programmes),
      perhaps: listed(each.unknown),
      ...backingOf(data, each.threat),
    }));
  },
};

const aspect = (name: CoverageAspect) => ({ aspect: name });

function placeOf({ threats }: Coverage, id: string, country: string): TableRow {
  const threat = threats.find((each) => each.id === id);
  return { threat: id, threat_name: threat?.name, category: threat?.category, country };
}

function backingOf({ threats }: Coverage, id: string): TableRow {
  const threat = threats.find((each) => each.id === id);
  return { source: threat?.source, confidence: threat?.confidence, dispute: threat?.dispute, note: threat?.note };
}
