import type { Named } from "@kelisim/api";
import { generalKnowledge } from "../cooperation/sourced.ts";
import type { EvidenceNeeds } from "../evidence/claims.ts";
import { recommendationsData } from "../evidence/decisions.ts";
import { endingsData, tasksData } from "../evidence/money.ts";
import { ownDecisions } from "../evidence/own-decisions.ts";
import { printedData } from "../evidence/printed.ts";
import { BACKING, listed, type TableDefinition, type TableNeeds } from "./table.ts";

const needsOf = ({ words }: TableNeeds): EvidenceNeeds => ({
  region: words.region,
  words,
  general: generalKnowledge(words.region.sources),
});

const ids = (all: readonly Named[]): string => listed(all.map(({ id }) => id));

/** What sources recommend, how each stands on the day, and every decision behind it. */
export const recommendationsTable: TableDefinition = {
  id: "recommendations",
  title: { en: "Recommendations and what became of them", ru: "Рекомендации и что с ними стало" },
  columns: [
    "id",
    "claim",
    "location",
    "subject",
    "period",
    "check",
    "state",
    "decided_on",
    "decision_source",
    "history",
    ...BACKING,
  ],
  from: ["claims", "decisions"],
  async rows(needs) {
    const { node, view, viewer, asked } = needs;
    const own = await ownDecisions(node, view.desk, viewer);
    return recommendationsData(needsOf(needs), asked, own).items.map(({ decisions, unverified: _, ...row }) => {
      const newest = decisions.find(({ counts }) => counts);
      return {
        ...row,
        decided_on: newest?.date,
        decision_source:
          newest === undefined ? undefined : `${newest.by === undefined ? "" : `${newest.by}: `}${newest.source}`,
        history: decisions.map(({ state, date, source }) => `${state}, ${date}, ${source}`).join("; "),
      };
    });
  },
};

/** Undertakings and duties with the money that the table of programmes has for their threats. */
export const taskMoneyTable: TableDefinition = {
  id: "task-money",
  title: { en: "Tasks and the money behind them", ru: "Задачи и средства на них" },
  columns: [
    "id",
    "kind",
    "title",
    "clause",
    "instrument",
    "by",
    "due",
    "state",
    "through",
    "threats",
    "with_budget",
    "budget_unknown",
    "perhaps",
    "source",
    "confidence",
  ],
  from: ["undertakings", "threats", "programmes"],
  rows(needs) {
    return tasksData(needs.view.desk, needsOf(needs), needs.asked).items.map((row) => ({
      id: row.id,
      kind: row.of,
      title: row.text,
      clause: row.clause,
      instrument: row.agreement?.id,
      by: ids(row.by),
      due: row.due,
      state: row.state,
      through: row.through,
      threats: ids(row.threats),
      with_budget: ids(row.withBudget),
      budget_unknown: ids(row.budgetUnknown),
      perhaps: ids(row.perhaps),
      source: row.source,
      confidence: row.confidence,
    }));
  },
};

/** Programmes that are over or end within a year, and who goes on with their work. */
export const endingsTable: TableDefinition = {
  id: "endings",
  title: { en: "Programmes that end, and who goes on", ru: "Программы, которые кончаются, и кто продолжает" },
  columns: [
    "id",
    "name",
    "donors",
    "countries",
    "end",
    "unverified",
    "amount",
    "currency",
    "state",
    "successors",
    ...BACKING,
  ],
  from: ["programmes", "threats"],
  rows(needs) {
    return endingsData(needs.view.desk, needsOf(needs), needs.asked).items.map((row) => ({
      id: row.programme.id,
      name: row.programme.name,
      donors: ids(row.donors),
      countries: ids(row.countries),
      end: row.end,
      unverified: row.certain ? "" : "end",
      amount: row.amount,
      currency: row.currency,
      state: row.state,
      successors: ids(row.successors),
      source: row.source,
      confidence: row.confidence,
      dispute: row.dispute,
      note: row.note,
    }));
  },
};

/** Printed figures judged by each other. */
export const printedTable: TableDefinition = {
  id: "printed",
  title: { en: "Printed figures judged by each other", ru: "Печатные числа, сверенные друг с другом" },
  columns: ["id", "kind", "figures", "unit", "location", "finding", ...BACKING],
  from: ["printed"],
  rows(needs) {
    return printedData(needsOf(needs)).items.map((row) => ({
      id: row.id,
      kind: row.kind,
      figures: row.figures.map(({ name, value }) => `${name}=${value}`).join("; "),
      unit: row.unit,
      location: row.location,
      finding: row.findings
        .map(({ kind, printed, follows }) => `${kind}: ${printed}${follows === undefined ? "" : ` (${follows})`}`)
        .join("; "),
      source: row.source,
      confidence: row.confidence,
      dispute: row.dispute,
      note: row.note,
    }));
  },
};
