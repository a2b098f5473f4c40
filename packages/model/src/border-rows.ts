import { cite } from "./citations.ts";
import { lastDay } from "./dated.ts";
import { parseDecimal } from "./decimal.ts";
import type { Position } from "./places.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { RegionTables } from "./region-tables.ts";
import type { TableRow } from "./table.ts";
import { given, known, type References, sourced, uniqueId } from "./table-cells.ts";

/** How the line of a border section stands between its two sides. */
export const BORDER_STATUSES = ["agreed", "described", "disputed"] as const;

const WKT = /^LINESTRING\s*\(([^()]+)\)$/i;

/**
 * Reads a line written as OGC Simple Features well-known text: "LINESTRING (70.5 40.1, 70.6 40.2)", longitude first.
 * Refused: fewer than two points, and points that lie on no globe.
 */
export function parseLineText(text: string): readonly Position[] | Refusal {
  const inside = WKT.exec(text.trim())?.[1];
  if (inside === undefined) return refuse("is no line", 'write it like "LINESTRING (70.5 40.1, 70.6 40.2)"');
  const points = inside.split(",").map((pair) => pair.trim().split(/\s+/).map(Number));
  const sound = points.every(
    ([lon, lat, ...more]) =>
      more.length === 0 && lon !== undefined && lat !== undefined && Math.abs(lon) <= 180 && Math.abs(lat) <= 90,
  );
  if (!sound || points.length < 2)
    return refuse("needs two points or more", "each is a longitude, a space, a latitude");
  return points;
}

/**
 * Reads a row of borders.csv: from when on the line of a section between two parties is agreed, described or disputed,
 * and by which acts. A row without `line` speaks of the line that the map draws between the two; a row with `view`
 * holds the line as that party sees it, which only a disputed section has.
 */
export function readBorder(
  row: TableRow,
  tables: RegionTables,
  references: References,
  seen: Map<string, number>,
): void {
  const id = uniqueId(row, seen);
  const between = row.list("between");
  if (between.length !== 2) row.fault("between", refuse("must name the two sides", "two parties, divided by ;"));
  for (const party of between) known(row, "between", party, references.parties, "party");
  const status = row.oneOf("status", BORDER_STATUSES);
  const view = known(row, "view", row.text("view"), new Set(between), "side of this section");
  const line = row.read("line", parseLineText);
  if (view !== undefined && status !== "disputed") row.fault("view", refuse("stands only where the line is disputed"));
  if (view !== undefined && line === undefined) row.fault("line", refuse("is empty", "a view needs the line it draws"));
  const accuracy = row.read("accuracy_km", parseDecimal);
  if (line !== undefined && accuracy === undefined)
    row.fault("accuracy_km", refuse("is empty", "how many kilometres the line may be off"));
  const period = given({ from: row.date("from"), to: row.date("to") });
  if (period.from !== undefined && period.to !== undefined && lastDay(period.to) < lastDay(period.from))
    row.fault("to", refuse("is earlier than from", "to is the first day no longer"));
  const instruments = cite(row, "instruments", "instrument", tables, row.list("instruments"));
  const timeline = new Set(tables.timeline.map((event) => event.id));
  const events = row.list("events");
  for (const event of events) known(row, "events", event, timeline, "row of the timeline");
  const source = sourced(row, references);
  const [first, second] = between;
  if (id === undefined || first === undefined || second === undefined || status === undefined) return;
  if (source === undefined || !row.sound()) return;
  const told = given({ part: row.text("part"), view, line, accuracyKm: accuracy?.toNumber() });
  tables.borders.push({ id, between: [first, second], status, instruments, events, ...period, ...told, ...source });
}
