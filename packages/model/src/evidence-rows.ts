import { refuse } from "./refusal.ts";
import type { RegionTables } from "./region-tables.ts";
import type { TableRow } from "./table.ts";
import { datePart, given, isRepeated, known, type References, sourced } from "./table-cells.ts";

type Seen = Map<string, number>;

const DECISION_STATES = ["done", "rejected", "open"] as const;

/** Reads a row of the table `decisions`: what became of a claim that recommends. Refused: a claim that recommends nothing. */
export function readDecision(row: TableRow, tables: RegionTables, references: References, seen: Seen): void {
  const claims = new Set(tables.claims.map(({ id }) => id));
  const claim = known(row, "claim", row.need("claim"), claims, "claim");
  const state = row.oneOf("state", DECISION_STATES);
  row.need("date");
  const date = row.date("date");
  const source = sourced(row, references);
  const assessment = tables.claims.find(({ id }) => id === claim)?.assessment?.toLowerCase();
  if (claim !== undefined && assessment !== "recommendation")
    row.fault("claim", refuse(`${claim} is no recommendation`, "a decision is on a claim whose assessment says so"));
  if (claim === undefined || state === undefined || date === undefined || source === undefined || !row.sound()) return;
  if (isRepeated(row, `decision:${claim}:${state}${datePart(date)}:${source.source}`, seen)) return;
  tables.decisions.push({ claim, state, date, ...given({ location: row.text("location") }), ...source });
}

/** Reads a row of the table `purposes`: which purposes of aid speak to a threat, by beginnings of codes and of words of the title. */
export function readPurpose(row: TableRow, tables: RegionTables, references: References): void {
  const threats = new Set(tables.threats.map(({ id }) => id));
  const threat = known(row, "threat", row.need("threat"), threats, "threat");
  row.need("codes");
  const codes = row.list("codes");
  for (const code of codes)
    if (!/^\d{3,5}$/.test(code))
      row.fault("codes", refuse(`"${code.slice(0, 40)}" begins no purpose code`, "three to five digits, such as 152"));
  const words = row.list("words");
  const source = sourced(row, references);
  if (threat === undefined || source === undefined || !row.sound()) return;
  tables.purposes.push({ threat, codes, words, ...source });
}

/** Reads a row of the table `same_figures`: a curated indicator and the one of a producer's data set that measures the same. */
export function readSameFigure(row: TableRow, tables: RegionTables, references: References, seen: Seen): void {
  const indicators = new Set(tables.indicators.map(({ indicator }) => indicator));
  const indicator = known(row, "indicator", row.need("indicator"), indicators, "indicator");
  const dataset = row.need("dataset");
  const measured = row.need("measured");
  const source = sourced(row, references);
  if (indicator === undefined || dataset === undefined || measured === undefined || source === undefined) return;
  if (!row.sound() || isRepeated(row, `same:${indicator}:${dataset}:${measured}`, seen)) return;
  tables.sameFigures.push({ indicator, dataset, measured, ...source });
}
