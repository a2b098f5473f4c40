import { cite } from "./citations.ts";
import { parseClauseList } from "./clause-list.ts";
import type { Dated } from "./dated.ts";
import type { StatusFact } from "./facts.ts";
import { ALWAYS } from "./instant.ts";
import { refuse } from "./refusal.ts";
import type { RegionTables } from "./region-tables.ts";
import type { TableRow } from "./table.ts";
import { datePart, given, isRepeated, known, type References, sourced } from "./table-cells.ts";

const MODIFIER_ACTS = ["excludes", "suspends", "threshold", "zone", "note"] as const;

/**
 * Reads a row of modifiers.csv: it is always kept to be shown, and becomes facts only where its column `acts` says so
 * (excludes, suspends, threshold). Nothing is guessed from its prose.
 */
export function readModifier(
  row: TableRow,
  tables: RegionTables,
  references: References,
  seen: Map<string, number>,
): void {
  const instruments = row.list("instrument");
  const parties = row.list("party");
  if (instruments.length === 0) row.fault("instrument", refuse("is empty", "name the instruments"));
  if (parties.length === 0) row.fault("party", refuse("is empty", 'name the parties, or "*"'));
  for (const party of parties) if (party !== "*") known(row, "party", party, references.parties, "party");
  const kind = row.need("kind");
  const acts = row.oneOf("acts", MODIFIER_ACTS);
  const effect = row.need("effect");
  const clauses = row.read("clauses", parseClauseList) ?? [];
  cite(row, "clauses", "clause", tables, clauses);
  const dates = given({ actDate: row.date("act_date"), from: row.date("from") });
  const source = sourced(row, references);
  if (acts === "excludes" && clauses.length === 0) {
    row.fault("clauses", refuse("is empty", "name the clauses that do not apply, or let the row act as a note"));
  }
  if (acts === "excludes" && parties.includes("*"))
    row.fault("party", refuse("a reservation has one maker", "name the party"));
  const threshold = acts === "threshold" ? readThreshold(row) : undefined;
  if (kind === undefined || acts === undefined || effect === undefined || source === undefined || !row.sound()) return;
  tables.modifiers.push({ instruments, parties, kind, acts, clauses, effect, ...dates, ...source });
  for (const instrument of instruments) {
    for (const party of parties) {
      const id = `${acts}:${instrument}:${party}${datePart(dates.from ?? dates.actDate)}:${clauses[0] ?? "all"}`;
      const head = { id, known: ALWAYS, instrument, party, ...source };
      if (acts !== "zone" && acts !== "note" && isRepeated(row, id, seen)) continue;
      const from = dates.from === undefined ? {} : { from: dates.from };
      if (acts === "excludes") tables.facts.push({ kind: "reservation", ...head, clauses, ...from, effect });
      if (acts === "threshold" && threshold !== undefined)
        tables.facts.push({ kind: "threshold", ...head, ...threshold, ...from });
      if (acts === "suspends") tables.facts.push(suspension(head, clauses, dates));
    }
  }
}

/** A suspension's `from` is its effect date; without one it may hold from the act date, and its binding is unverified. */
function suspension(
  head: Omit<StatusFact, "kind" | "act">,
  clauses: readonly string[],
  dates: { readonly actDate?: Dated; readonly from?: Dated },
): StatusFact {
  return {
    kind: "status",
    act: "suspension",
    ...head,
    ...(clauses.length === 0 ? {} : { clauses }),
    ...(dates.actDate === undefined ? {} : { actDate: dates.actDate }),
    ...(dates.from === undefined ? {} : { effectDate: dates.from }),
  };
}

function readThreshold(row: TableRow): { readonly name: string; readonly value: number } | undefined {
  const name = row.need("name");
  const text = row.need("value");
  if (name === undefined || text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return { name, value: Number(text) };
  row.fault("value", refuse(`"${text.slice(0, 40)}" is not a whole number`));
  return undefined;
}
