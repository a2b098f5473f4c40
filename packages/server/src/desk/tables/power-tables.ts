import { definitionsData } from "../powers/definitions.ts";
import { askedPowers, isKind, POWER_TABLES, powersData } from "../powers/powers.ts";
import { LEAST_STATEMENTS, prioritiesData } from "../powers/priorities.ts";
import { takenAnswers } from "../powers/taken.ts";
import { BACKING, type TableDefinition, type TableNeeds, type TableRow } from "./table.ts";

const dataOf = ({ node, view, asked, filters }: TableNeeds) =>
  powersData(
    view,
    asked,
    { powers: askedPowers(view.desk, filters.powers), kind: isKind(filters.kind) ? filters.kind : "dialogue" },
    node.now(),
    { ask: takenAnswers(node.holdings), holdings: filters.holdings || undefined },
  );

const OBEYS = ["powers", "holdings", "country"];
const inState = ({ filters: { country } }: TableNeeds, state: string) => !country || country === state;

/** One row for each engagement counted in the year, with where it comes from; then what files taken in hold, one row a figure. */
export const powersTable: TableDefinition = {
  id: "powers",
  title: { en: "Engagement of outside powers", ru: "Взаимодействие внешних держав" },
  columns: [
    "power",
    "country",
    "year",
    "kind",
    "id",
    "title",
    "start",
    "end",
    "state",
    "dataset",
    "measure",
    "value",
    "currency",
    "price_year",
    ...BACKING,
  ],
  from: POWER_TABLES,
  obeys: OBEYS,
  async rows(needs) {
    const data = await dataOf(needs);
    const rows = new Map(data.rows.map((row) => [row.id, row]));
    const counted = data.cells
      .filter(({ state }) => inState(needs, state))
      .flatMap(({ power, state, kind, of }) =>
        of.map(({ id, certain }): TableRow => {
          const row = rows.get(id)!;
          return {
            power,
            country: state,
            year: data.year,
            kind,
            id,
            title: row.title,
            start: row.from ?? null,
            end: row.to ?? null,
            state: certain ? "certain" : "perhaps",
            source: row.source,
            confidence: row.confidence,
            dispute: row.dispute,
            note: row.note,
          };
        }),
      );
    const taken = data.taken
      .filter(({ state }) => inState(needs, state))
      .map(
        (each): TableRow => ({
          power: each.power,
          country: each.state,
          year: data.year,
          kind: each.kind,
          dataset: each.dataset,
          measure: each.measure ?? each.what,
          value: each.value,
          currency: each.currency ?? null,
          price_year: each.priceYear ?? null,
          source: each.name,
        }),
      );
    const files = taken.length === 0 ? [] : data.proofs.taken.flatMap(({ inputs }) => inputs);
    return { rows: [...counted, ...taken], files };
  },
};

/** One kind through all years: what was certain and what may have been, for each power and state. */
export const powersYearsTable: TableDefinition = {
  id: "powers-years",
  title: { en: "Engagement of outside powers through the years", ru: "Взаимодействие внешних держав по годам" },
  columns: ["power", "country", "kind", "year", "certain", "maybe"],
  from: POWER_TABLES,
  obeys: [...OBEYS, "kind"],
  async rows(needs) {
    const { series, years, kind } = await dataOf(needs);
    return series
      .filter(({ state }) => inState(needs, state))
      .flatMap(({ power, state, counts, perhaps }) =>
        counts.flatMap((count, at): readonly TableRow[] =>
          count === null
            ? []
            : [{ power, country: state, kind, year: years.from + at, certain: count, maybe: perhaps[at] }],
        ),
      );
  },
};

export const prioritiesTable: TableDefinition = {
  id: "priorities",
  title: { en: "Distance of priorities", ru: "Близость приоритетов" },
  columns: ["basis", "actor", "other_actor", "statements", "other_statements", "shared", "common", "cosine", "jaccard"],
  from: ["claims", "undertakings", "codings", "priority-rules", "threats"],
  obeys: ["basis", "least"],
  rows({ view, asked, filters }) {
    const basis = filters.basis === "signed" || filters.basis === "funded" ? filters.basis : "said";
    const least = /^\d{1,2}$/.test(filters.least ?? "") ? Number(filters.least) : LEAST_STATEMENTS;
    return prioritiesData(view, asked, basis, least).pairs.value.map((pair) => ({
      basis,
      actor: pair.actors[0],
      other_actor: pair.actors[1],
      statements: pair.statements[0],
      other_statements: pair.statements[1],
      shared: pair.shared,
      common: pair.common,
      cosine: pair.cosine?.toFixed(6) ?? null,
      jaccard: pair.jaccard?.toFixed(6) ?? null,
    }));
  },
};

/** How each statement was coded: the data under the figures above. */
export const codingsTable: TableDefinition = {
  id: "codings",
  title: { en: "Statements and how they were coded", ru: "Высказывания и их кодирование" },
  columns: ["basis", "id", "claim", "actor", "threat", "value", "by", "reason", ...BACKING],
  from: ["claims", "undertakings", "codings", "priority-rules", "threats"],
  obeys: ["basis", "least"],
  rows({ view, asked, filters }) {
    const basis = filters.basis === "signed" || filters.basis === "funded" ? filters.basis : "said";
    return prioritiesData(view, asked, basis, LEAST_STATEMENTS).statements.flatMap(({ id, text, codes, ...row }) =>
      codes.map(({ actor, threat, weight, by, how }) => ({
        basis,
        id,
        claim: text,
        actor,
        threat,
        value: weight,
        by,
        reason: how,
        source: row.source,
        confidence: row.confidence,
        dispute: row.dispute,
        note: row.note,
      })),
    );
  },
};

export const definitionsTable: TableDefinition = {
  id: "definitions",
  title: { en: "What a term means to whom", ru: "Что термин значит для кого" },
  columns: ["id", "term", "actor", "definition", "location", ...BACKING],
  from: ["definitions"],
  obeys: ["term"],
  rows: ({ view, asked, filters }) =>
    definitionsData(view.desk, asked)
      .terms.value.filter(({ id }) => !filters.term || filters.term === id)
      .flatMap((term) =>
        term.definitions.map((row) => ({
          id: row.id,
          term: term.name,
          actor: row.actor.id,
          definition: row.text,
          location: row.location,
          source: row.source,
          confidence: row.confidence,
          dispute: row.dispute,
          note: row.note,
        })),
      ),
};
