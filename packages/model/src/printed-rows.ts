import { parseDecimal } from "./decimal.ts";
import { PRINTED_KINDS, type PrintedFigures } from "./observations.ts";
import { isRefusal, refuse } from "./refusal.ts";
import type { RegionTables } from "./region-tables.ts";
import type { TableRow } from "./table.ts";
import { given, known, type References, sourced, uniqueId } from "./table-cells.ts";

/** How many figures each kind needs at least. */
const LEAST: Readonly<Record<PrintedFigures["kind"], number>> = {
  growth: 3,
  parts: 2,
  "some parts": 2,
  list: 3,
  series: 3,
};

/** Reads a row of the table `printed`: "2007-2013=675;2014-2020=1680;per cent=56". */
export function readPrinted(
  row: TableRow,
  tables: RegionTables,
  references: References,
  seen: Map<string, number>,
): void {
  const id = uniqueId(row, seen);
  const kind = row.oneOf("kind", PRINTED_KINDS);
  row.need("figures");
  const figures = row.list("figures").flatMap((text) => readFigure(row, text) ?? []);
  if (kind !== undefined && row.sound()) {
    const isWrong = kind === "growth" ? figures.length !== LEAST.growth : figures.length < LEAST[kind];
    if (isWrong) row.fault("figures", refuse(`has ${figures.length} figures`, `${kind} needs ${LEAST[kind]}`));
  }
  const claim = row.text("claim");
  if (claim !== undefined) known(row, "claim", claim, new Set(tables.claims.map((each) => each.id)), "claim");
  const source = sourced(row, references);
  if (id === undefined || kind === undefined || source === undefined || !row.sound()) return;
  const told = given({ unit: row.text("unit"), location: row.text("location"), claim });
  tables.printed.push({ id, kind, figures, ...told, ...source });
}

function readFigure(row: TableRow, text: string): PrintedFigures["figures"][number] | undefined {
  const at = text.lastIndexOf("=");
  const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 1 || name === "") {
    row.fault("figures", refuse(`"${text.slice(0, 40)}" has no name`, "write name=value, such as 2007-2013=675"));
    return undefined;
  }
  const read = parseDecimal(value);
  if (isRefusal(read)) {
    row.fault("figures", read);
    return undefined;
  }
  return { name, value };
}
