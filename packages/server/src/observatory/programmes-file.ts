import type { Programmes, Proof } from "@kelisim/api";
import { aboutOf, type FileCell, type FileColumn, type FileTable, withAbout } from "./files/file-table.ts";

type Row = readonly FileCell[];
interface Made {
  readonly columns: readonly FileColumn[];
  readonly rows: readonly Row[];
  readonly proof: Proof;
}

const text = (name: string): FileColumn => ({ name, type: "text" });
const amount = (name: string): FileColumn => ({ name, type: "amount" });
const count = (name: string): FileColumn => ({ name, type: "count" });

const MAKERS: Readonly<Record<string, (answer: Programmes) => Made>> = {
  programmes: (answer) => ({
    columns: [
      ...["id", "name", "donors", "implementers", "start", "end"].map(text),
      amount("budget"),
      ...["currency", "countries", "source", "confidence", "budget_source", "dates_source", "dispute"].map(text),
    ],
    rows: answer.programmes.map((each) => [
      each.id,
      each.name,
      each.donors.join(" "),
      each.implementers ?? null,
      each.start ?? null,
      each.end ?? null,
      each.budget?.amount ?? null,
      each.budget?.currency ?? null,
      each.countries.join(" "),
      each.source,
      each.confidence,
      each.budgetSource ?? null,
      each.datesSource ?? null,
      each.dispute ?? null,
    ]),
    proof: answer.totals,
  }),
  ends: (answer) => ({
    columns: [...["programme", "name", "end", "certain", "state", "followed_by", "implementers"].map(text)],
    rows: answer.ends.value.endings.map(({ programme, end, certain, state, successors, implementers }) => [
      programme,
      nameOf(answer, programme),
      end,
      certain ? "yes" : "no",
      state,
      successors
        .map(({ programme: next, why, begins }) => `${next} (${[why, begins].filter(Boolean).join(", ")})`)
        .join("; "),
      implementers ?? null,
    ]),
    proof: answer.ends,
  }),
  phases: (answer) => ({
    columns: [
      text("family"),
      text("phase"),
      text("extension"),
      text("programmes"),
      text("stands_for_several"),
      count("days_to_next_least"),
      count("days_to_next_most"),
    ],
    rows: answer.chains.value.flatMap(({ family, phases, totals, gaps }) => [
      ...phases.map(({ numbers, extension, programmes }, at) => [
        family,
        numbers.join("-"),
        extension ? "yes" : "no",
        programmes.join(" "),
        "no",
        gaps[at]?.days?.[0] ?? null,
        gaps[at]?.days?.[1] ?? null,
      ]),
      ...totals.map(({ numbers, extension, programmes }) => [
        family,
        numbers.join("-"),
        extension ? "yes" : "no",
        programmes.join(" "),
        "yes",
        null,
        null,
      ]),
    ]),
    proof: answer.chains,
  }),
  budgets: (answer) => ({
    columns: [text("currency"), amount("least"), amount("greatest"), count("counted"), text("where_sources_differ")],
    rows: answer.totals.value.map(({ currency, least, greatest, counted, alternatives }) => [
      currency,
      least,
      greatest,
      counted,
      alternatives
        .map(({ rows }) => rows.map((row) => `${row.programme} ${row.amount} [${row.source}]`).join(" / "))
        .join("; "),
    ]),
    proof: answer.totals,
  }),
};

const nameOf = ({ programmes }: Programmes, id: string): string | null =>
  programmes.find((each) => each.id === id)?.name ?? null;

/** What the region's own table of programmes says, as a table for a file: "programmes", "ends", "phases" or "budgets". */
export function programmesTable(answer: Programmes, name: string, again: string): FileTable {
  const { columns, rows, proof } = MAKERS[name]!(answer);
  return withAbout(name, columns, rows, aboutOf(proof, again));
}
