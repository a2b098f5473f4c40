import { parseDecimal } from "./decimal.ts";
import type { Corner } from "./record.ts";
import { refuse } from "./refusal.ts";
import type { RegionTables } from "./region-tables.ts";
import type { TableRow } from "./table.ts";
import { isRepeated, type References, sourced } from "./table-cells.ts";

/** Which towns are written on a map first: capitals of lands, then larger cities, then towns that are worth naming from near. */
export const TOWN_KINDS = ["capital", "city", "town"] as const;

/** Reads a row of towns.csv: a name to be written on the map, and where. Its name stands for it in translations. */
export function readTown(row: TableRow, tables: RegionTables, references: References, seen: Map<string, number>): void {
  const name = row.need("name");
  const kind = row.oneOf("kind", TOWN_KINDS);
  row.need("lat");
  row.need("lon");
  const place = pointOf(row);
  const source = sourced(row, references);
  if (name === undefined || isRepeated(row, name, seen)) return;
  if (kind === undefined || place === undefined || source === undefined || !row.sound()) return;
  tables.towns.push({ name, kind, place, ...source });
}

/** The point of a row with the columns `lat` and `lon`, in degrees; undefined where it has none. */
export function pointOf(row: TableRow): Corner | undefined {
  const [lat, lon] = [row.read("lat", parseDecimal), row.read("lon", parseDecimal)];
  if (lat === undefined || lon === undefined) {
    if ((lat === undefined) !== (lon === undefined)) row.fault("lat", refuse("a place needs both lat and lon"));
    return undefined;
  }
  if (lat.abs().gt(90)) row.fault("lat", refuse(`${lat} is not from -90 to 90`));
  if (lon.abs().gt(180)) row.fault("lon", refuse(`${lon} is not from -180 to 180`));
  return { lat: lat.toNumber(), lon: lon.toNumber() };
}
