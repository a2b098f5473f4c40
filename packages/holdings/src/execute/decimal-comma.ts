import type { Problem } from "@kelisim/model";
import type { Control, Database } from "../database/database.ts";
import { name, text } from "../database/sql.ts";

/** Groups of digits, cut by points or spaces. */
const GROUPS = "[0-9]{1,3}(?:[. \u00a0\u202f][0-9]{3})+";
/** What only decimal commas explain: "1,5", "0,125", "1.234,5", "12,3456"; "1,234" could be a thousand and is not among them. */
const ONLY_COMMA = `-?(?:[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})|(?:0|[0-9]{4,}),[0-9]+|${GROUPS},[0-9]+)`;
/** What only decimal points explain: "1.5", "1,234.5" and "1,234,567"; "1.234" could be a thousand and is not among them. */
const ONLY_POINT =
  "-?(?:[0-9]*[.](?:[0-9]{1,2}|[0-9]{4,})|(?:0|[0-9]{4,})?[.][0-9]+|[0-9]{1,3}(?:,[0-9]{3})+[.][0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,})";
/** What is written anew where commas are decimal: digits, in groups or not, with a comma or none. */
const WITH_COMMA = `-?(?:[0-9]+|${GROUPS})(?:,[0-9]+)?(?:[eE][-+]?[0-9]{1,2})?`;

const all = (column: string, pattern: string) => `regexp_full_match(${column}, ${text(pattern)})`;

/**
 * Writes the numbers of a scanned text (table `scanned`) with points where the file writes them with decimal commas, as programs set
 * to German, French or Russian save them, and says so: at least one number of these columns says it, and none says otherwise. Read as
 * a thousand "131,709" would be a thousand times too much.
 */
export async function writeDecimalPoints(
  database: Database,
  columns: readonly string[],
  control: Control,
): Promise<readonly Problem[]> {
  if (columns.length === 0) return [];
  const names = columns.map(name);
  const any = (test: (column: string) => string) => names.map((column) => `bool_or(${test(column)})`).join(" OR ");
  const [seen] = await database.run(
    `SELECT ${any((column) => `contains(${column}, ',')`)} AS comma FROM scanned`,
    [],
    control,
  );
  if (seen?.comma !== true) return [];
  const examples = names.map((column) => `min(${column}) FILTER (${all(column, ONLY_COMMA)})`).join(", ");
  const [found] = await database.run(
    `SELECT coalesce(${examples}, NULL) AS example, ${any((column) => all(column, ONLY_POINT))} AS point FROM scanned`,
    [],
    control,
  );
  if (found === undefined || found.example === null || found.point === true) return [];
  const set = names.map(
    (column) =>
      `${column} = CASE WHEN ${all(column, WITH_COMMA)} THEN replace(regexp_replace(${column}, '[. \u00a0\u202f]', '', 'g'), ',', '.') ELSE ${column} END`,
  );
  await database.run(`UPDATE scanned SET ${set.join(", ")}`, [], control);
  const message = `commas are read as decimal points, as in "${String(found.example)}"`;
  return [{ code: "file/decimal-comma", severity: "info", message }];
}
