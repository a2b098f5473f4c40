import type { Bodies, Circle, ComponentOfRegion, IndexView, Indices, SourceAnswer, TiesQuery } from "@kelisim/api";
import { listed, type TableDefinition, type TableNeeds, type TableRow } from "../tables/table.ts";
import { type IndicesAsked, indicesData } from "./indices.ts";
import { institutionsData } from "./members.ts";
import { tiesData } from "./ties.ts";

const FROM = ["memberships", "organisation-codes", "status"];
/** Filters of the screen; the rows obey them or do not depend on them. */
const OBEYS = [
  "states",
  "bodies",
  "source",
  "weighting",
  "of",
  "w",
  "pick",
  "other",
  "theirs",
  "tab",
  "cell",
  "differ",
];

const circleOf = ({ filters: { states } }: TableNeeds): Circle | undefined =>
  states === "near" || states === "all" || states === "focus" ? states : undefined;

const bodiesOf = ({ filters: { bodies } }: TableNeeds): Bodies => (bodies === "all" ? "all" : "ours");

/** Every row of every source, with what the source says of the asked day. */
export const membershipsBySourceTable: TableDefinition = {
  id: "memberships-by-source",
  title: { en: "Memberships by source", ru: "Членство по источникам" },
  columns: [
    "organisation",
    "organisation_name",
    "party",
    "party_name",
    "list",
    "on_day",
    "sources_disagree",
    "status",
    "from",
    "to",
    "source",
    "confidence",
    "dispute",
    "note",
  ],
  from: FROM,
  obeys: OBEYS,
  async rows(needs) {
    const { node, view, asked } = needs;
    const states = circleOf(needs);
    const data = await institutionsData(node, view, asked, {
      bodies: bodiesOf(needs),
      ...(states === undefined ? {} : { states }),
    });
    const names = new Map(data.organisations.map(({ id, shortName }) => [id, shortName]));
    const parties = new Map(data.parties.map(({ id, name }) => [id, name]));
    const lists = new Map(
      data.sources.map(({ id, name, vintage }) => [id, [name, vintage].filter(Boolean).join(", ")]),
    );
    return data.cells
      .filter(({ disagree }) => needs.filters.differ !== "1" || disagree)
      .flatMap(({ organisation, party, disagree, answers }) =>
        answers.flatMap((answer) =>
          spellRows(answer).map((row) => ({
            organisation,
            organisation_name: names.get(organisation),
            party,
            party_name: parties.get(party),
            list: answer.source,
            on_day: answer.standing,
            sources_disagree: disagree ? "yes" : "no",
            ...row,
            source: answer.cited ?? lists.get(answer.source),
          })),
        ),
      );
  },
};

/** A source without a row stands in the table only where its silence says something. */
function spellRows({ spells, standing }: SourceAnswer): readonly TableRow[] {
  if (spells.length === 0) return standing === "not listed" ? [{ status: null, from: null, to: null }] : [];
  return spells.map(({ status, from, to, confidence, dispute, note }) => ({
    status,
    from: from ?? null,
    to: to ?? null,
    confidence,
    dispute,
    note,
  }));
}

const tiesAsked = (needs: TableNeeds): Parameters<typeof tiesData>[3] => {
  const { source, weighting, of } = needs.filters;
  const states = circleOf(needs);
  return {
    ...(source ? { source } : {}),
    ...(states === undefined ? {} : { states }),
    ...(weighting === "size" || weighting === "count" ? { weighting } : {}),
    ...(of === "organisations" || of === "states" ? { of: of as NonNullable<TiesQuery["of"]> } : {}),
  };
};

/** Centralities of each state on the last day of each year. */
export const centralityTable: TableDefinition = {
  id: "centrality",
  title: { en: "Centrality of states in shared memberships", ru: "Центральность государств по общим членствам" },
  columns: ["year", "party", "party_name", "degree", "strength", "eigenvector", "list", "source"],
  from: FROM,
  obeys: OBEYS,
  async rows(needs) {
    const data = await tiesData(needs.node, needs.view, needs.asked, tiesAsked(needs));
    const names = new Map(data.parties.map(({ id, name }) => [id, name]));
    const { id, name, vintage } = data.source;
    return data.series.flatMap(({ year, nodes = [] }) =>
      nodes.map(({ party, degree, strength, eigenvector }) => ({
        year,
        party,
        party_name: names.get(party),
        degree,
        strength: plain(strength),
        eigenvector: plain(eigenvector),
        list: id,
        source: [name, vintage].filter(Boolean).join(", "),
      })),
    );
  },
};

/** What pairs have in common on the asked day. */
export const membershipOverlapTable: TableDefinition = {
  id: "membership-overlap",
  title: { en: "Overlap of memberships", ru: "Пересечение членств" },
  columns: ["first", "first_name", "second", "second_name", "in_common", "either", "overlap", "list", "source"],
  from: FROM,
  obeys: OBEYS,
  async rows(needs) {
    const data = await tiesData(needs.node, needs.view, needs.asked, tiesAsked(needs));
    const names = new Map(data.overlap.items.map(({ id, name }) => [id, name]));
    const { id, name, vintage } = data.source;
    return data.overlap.cells.map(({ a, b, shared, either, jaccard }) => ({
      first: a,
      first_name: names.get(a),
      second: b,
      second_name: names.get(b),
      in_common: listed(shared),
      either,
      overlap: plain(jaccard),
      list: id,
      source: [name, vintage].filter(Boolean).join(", "),
    }));
  },
};

/** Every component of both indices on the asked day, for this region and the one beside it, with each figure that could stand for it. */
export const indexComponentsTable: TableDefinition = {
  id: "index-components",
  title: { en: "Components of the indices of regions", ru: "Компоненты индексов регионов" },
  columns: [
    "index",
    "region",
    "component",
    "unit",
    "worst",
    "best",
    "weight",
    "value",
    "counts",
    "figure",
    "source",
    "confidence",
    "note",
  ],
  from: ["index-figures", "memberships", "status", "borders"],
  obeys: OBEYS,
  async rows({ node, view, asked, filters }) {
    const given = Object.entries(filters).filter(([name]) => ["source", "w", "pick", "other", "theirs"].includes(name));
    const data = await indicesData(node, view, asked, Object.fromEntries(given) as IndicesAsked);
    return data.indices.flatMap((index) => [
      ...componentRows(index, data.own, index.own.components),
      ...(index.other === undefined || data.other === undefined
        ? []
        : componentRows(index, data.other, index.other.components)),
    ]);
  },
};

function componentRows(
  { id, components }: IndexView,
  region: Indices["own"],
  found: readonly ComponentOfRegion[],
): readonly TableRow[] {
  return components.flatMap(({ id: component, unit, worst, best, weight }, at): TableRow[] => {
    const { value, picked, choices } = found[at]!;
    const known = {
      index: id,
      region: region.id,
      component,
      unit,
      worst,
      best,
      weight: plain(weight),
      value: plain(value),
    };
    if (choices.length === 0) return [{ ...known, counts: "no", figure: null }];
    return choices.map(({ figure, source, confidence, note }, choice) => ({
      ...known,
      counts: picked === choice + 1 ? "yes" : "no",
      figure: plain(figure),
      source,
      confidence,
      note,
    }));
  });
}

/** A worked-out number to nine places; unknown stays empty. */
const plain = (value: number | undefined): string | null =>
  value === undefined ? null : String(Number(value.toFixed(9)));
