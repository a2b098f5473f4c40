import { parseDecimal } from "./decimal.ts";
import { INDEX_COMPONENTS } from "./institutions.ts";
import { refuse } from "./refusal.ts";
import type { RegionTables } from "./region-tables.ts";
import { parseSpan } from "./span.ts";
import type { TableRow } from "./table.ts";
import { given, isRepeated, known, type References, sourced } from "./table-cells.ts";

/** Reads a row of the table `organisation-codes`. A code of a list names one organisation; one organisation may have several codes. */
export function readOrganisationCode(
  row: TableRow,
  tables: RegionTables,
  references: References,
  seen: Map<string, number>,
): void {
  const organisation = known(row, "organisation", row.need("organisation"), references.organisations, "organisation");
  const list = row.need("list");
  const code = row.need("code");
  const source = sourced(row, references);
  if (organisation === undefined || list === undefined || code === undefined) return;
  if (isRepeated(row, `the code "${code}" of ${list}`, seen) || source === undefined || !row.sound()) return;
  tables.organisationCodes.push({ organisation, list, code, ...source });
}

/**
 * Reads a row of the table `index-figures`. `region` names another region, with its states; empty: this one. A period of several
 * years says that the figure held in each of them.
 */
export function readIndexFigure(
  row: TableRow,
  tables: RegionTables,
  references: References,
  seen: Map<string, number>,
): void {
  const component = row.oneOf("component", INDEX_COMPONENTS);
  row.need("period");
  const period = row.read("period", parseSpan);
  const figure = row.read("figure", parseDecimal) === undefined ? undefined : row.text("figure");
  const region = otherRegion(row, tables);
  const source = sourced(row, references);
  if (component === undefined || period === undefined || source === undefined) return;
  const what = `${region?.id ?? "this region"}, ${component}, ${period.text}, ${source.source}`;
  if (isRepeated(row, what, seen) || !row.sound()) return;
  tables.indexFigures.push({ component, period, ...given({ figure, region }), ...source });
}

function otherRegion(row: TableRow, tables: RegionTables) {
  const [id, name, states] = [row.text("region"), row.text("region_name"), row.list("states")];
  if (id === undefined) {
    if (name !== undefined || states.length > 0)
      row.fault("region", refuse("is empty beside a name or states", "an id, such as baltic; all empty: this region"));
    return undefined;
  }
  if (!/^[a-z][a-z0-9-]*$/.test(id)) {
    row.fault("region", refuse(`"${id.slice(0, 40)}" is no id`, "small letters, digits and hyphens, such as baltic"));
    return undefined;
  }
  const before = tables.indexFigures.find((each) => each.region?.id === id)?.region;
  const told = name ?? before?.name;
  const who = states.length > 0 ? states : (before?.states ?? []);
  if (told === undefined) row.fault("region_name", refuse("is empty", "the first row of a region gives its name"));
  if (who.length < 2) row.fault("states", refuse(`names ${who.length} states`, "the first row gives at least two"));
  if (told === undefined || who.length < 2) return undefined;
  if (before !== undefined && (before.name !== told || before.states.join() !== who.join()))
    row.fault("region", refuse(`"${id}" has another name or other states above`, "a region is told once, or alike"));
  return { id, name: told, states: who };
}
