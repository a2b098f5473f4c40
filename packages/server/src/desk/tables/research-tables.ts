import { formatDecimal } from "@kelisim/model";
import { generalKnowledge } from "../cooperation/sourced.ts";
import { type ClaimFilters, passes, supportOf } from "../evidence/claims.ts";
import { figuresData } from "../evidence/figures.ts";
import { BACKING, backing, dated, listed, type TableDefinition } from "./table.ts";

export const programmesTable: TableDefinition = {
  id: "programmes",
  title: { en: "Programmes and money", ru: "Программы и средства" },
  columns: [
    "id",
    "name",
    "donors",
    "implementers",
    "start",
    "end",
    "amount",
    "currency",
    "budget_source",
    "countries",
    "themes",
    ...BACKING,
  ],
  from: ["programmes"],
  rows: ({ words }) =>
    words.region.programmes.map((row) => ({
      id: row.id,
      name: row.name,
      donors: listed(row.donors),
      implementers: row.implementers,
      start: dated(row.start),
      end: dated(row.end),
      amount: row.budget === undefined ? null : formatDecimal(row.budget.amount),
      currency: row.budget?.currency,
      budget_source: row.backing.budget?.source,
      countries: listed(row.countries),
      themes: row.themes,
      ...backing(row),
    })),
};

export const indicatorsTable: TableDefinition = {
  id: "indicators",
  title: { en: "Indicators", ru: "Показатели" },
  columns: ["id", "party", "indicator", "period", "value", "unit", "state", ...BACKING],
  from: ["indicators"],
  rows({ words }) {
    const { region } = words;
    const made = figuresData({ region, words, general: generalKnowledge(region.sources) });
    const states = new Map(made.items.flatMap(({ state, figures }) => figures.map(({ id }) => [id, state])));
    return region.indicators.map((row) => ({
      id: row.id,
      state: states.get(row.id),
      party: row.party,
      indicator: row.indicator,
      period: row.period.text,
      value: row.value,
      unit: row.unit,
      ...backing(row),
    }));
  },
};

export const claimsTable: TableDefinition = {
  id: "claims",
  title: { en: "Statements of sources", ru: "Утверждения источников" },
  columns: [
    "id",
    "claim",
    "location",
    "subject",
    "predicate",
    "object",
    "assessment",
    "period",
    "contradicts",
    "check",
    "threats",
    "independent",
    "support",
    ...BACKING,
  ],
  from: ["claims"],
  obeys: ["q", "source", "subject", "threat", "state"],
  rows({ words: { region }, filters }) {
    const supports = new Map(supportOf(region).value.map((support) => [support.claim, support]));
    const rows = region.claims.filter((row) => passes(row, supports.get(row.id)!, filters as ClaimFilters));
    return rows.map((row) => ({
      id: row.id,
      claim: row.claim,
      location: row.location,
      subject: row.subject,
      predicate: row.predicate,
      object: row.object,
      assessment: row.assessment,
      period: row.period?.text,
      contradicts: listed(row.contradicts),
      check: row.check,
      threats: listed(row.threats),
      independent: supports.get(row.id)!.independent,
      support: supports.get(row.id)!.state,
      ...backing(row),
    }));
  },
};

export const disputesTable: TableDefinition = {
  id: "disputes",
  title: { en: "Where sources differ", ru: "Где источники расходятся" },
  columns: ["id", "question", "reason", "rows", "source", "confidence"],
  from: ["disputes"],
  rows: ({ words }) =>
    words.region.disputes.map((row) => ({
      id: row.id,
      question: words.names.question(row),
      reason: words.names.reason(row),
      rows: row.rows.map(({ table, line }) => `${table}:${line}`).join(" "),
      source: row.source,
      confidence: row.confidence,
    })),
};

export const sourcesTable: TableDefinition = {
  id: "sources",
  title: { en: "Sources", ru: "Источники" },
  columns: ["id", "title", "kind", "address", "note"],
  from: ["sources"],
  rows: ({ words }) =>
    words.region.sources.map(({ id, title, kind, address, note }) => ({ id, title, kind, address, note })),
};

export const undertakingsTable: TableDefinition = {
  id: "undertakings",
  title: { en: "Undertakings", ru: "Поручения" },
  columns: ["id", "undertaking", "decided_at", "decided_on", "by", "for", "due", "clause", ...BACKING],
  from: ["undertakings"],
  rows: ({ words }) =>
    words.region.undertakings.map((row) => ({
      id: row.id,
      undertaking: row.undertaking,
      decided_at: row.decidedAt,
      decided_on: dated(row.decidedOn),
      by: listed(row.by),
      for: listed(row.to),
      due: dated(row.due),
      clause: row.entry,
      ...backing(row),
    })),
};
