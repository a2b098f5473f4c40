import { columnsOf, type ObservationTable, type Problem } from "@kelisim/model";
import type { Layout } from "@kelisim/sources";
import { type Control, type Limits, openDatabase } from "../database/database.ts";
import { name, text } from "../database/sql.ts";
import type { KeptHolding } from "../folder/kept-holding.ts";
import { type Library, ROWS } from "../folder/library.ts";

/** How a file stands to those of the same data set that are there. */
export interface Beside {
  /** Ids of holdings that hold other rows of the same state of the data set: they are asked together. */
  readonly beside: readonly string[];
  readonly warnings: readonly Problem[];
}

/**
 * Compares a file with what is held of the same state of its data set, over the years that both have. Two that have no row in
 * common, amounts and values left aside, are parts of one whole, as a data set that comes in several files, or a document for each
 * project. Otherwise one replaces the other, which is said.
 */
export async function besideOf(
  library: Library,
  holding: KeptHolding,
  layout: Layout,
  made: { readonly rows: string; readonly folder: string; readonly limits: Limits },
  control: Control,
): Promise<Beside> {
  const others = (await library.list()).holdings.flatMap((other) => {
    const years = commonYears(holding, other);
    // The same file may have come in a moment ago, from another process.
    const isOther = other.id !== holding.id && isSameState(holding, other, layout);
    return isOther && years?.length !== 0 ? [{ other, years }] : [];
  });
  if (others.length === 0) return { beside: [], warnings: [] };
  const files = others.map(({ other }) => library.pathOf(other.id, ROWS));
  const database = await openDatabase(
    { files, folders: [made.folder], temporary: `${made.folder}/temporary` },
    made.limits,
  );
  const apart: KeptHolding[] = [];
  const replaced: KeptHolding[] = [];
  try {
    for (const [at, { other, years }] of others.entries()) {
      const [common] = await database.run(commonRowSql(made.rows, files[at]!, holding.table, years), [], control);
      (common === undefined ? apart : replaced).push(other);
    }
  } finally {
    database.close();
  }
  return { beside: apart.map(({ id }) => id), warnings: [...isPart(apart), ...replaced.map(replaces)] };
}

/** Documents say when they were written, which is no state of the whole; a day of taking is none either. */
function isSameState(holding: KeptHolding, other: KeptHolding, { form }: Layout): boolean {
  return (
    other.producer.dataset === holding.producer.dataset &&
    other.table === holding.table &&
    other.layout.id === holding.layout.id &&
    other.layout.version === holding.layout.version &&
    (form === "document" ||
      other.vintage === holding.vintage ||
      (other.vintageFrom === "day taken" && holding.vintageFrom === "day taken"))
  );
}

/** Undefined: the table has no years. */
function commonYears({ held }: KeptHolding, other: KeptHolding): readonly number[] | undefined {
  if (held === undefined || other.held === undefined) return undefined;
  const years = new Set(other.held.map(({ year }) => year));
  return held.map(({ year }) => year).filter((year) => years.has(year));
}

/** SQL of one row that both files have, of these years. */
function commonRowSql(
  one: string,
  other: string,
  table: ObservationTable,
  years: readonly number[] | undefined,
): string {
  const keys = columnsOf(table)
    .filter(({ name: column, type }) => type !== "amount" && type !== "number" && column !== "written")
    .map((column) => name(column.name));
  const only = years === undefined ? "" : ` WHERE year IN (${years.join(", ")})`;
  const hashed = (path: string) => `(SELECT hash(${keys.join(", ")}) AS key FROM read_parquet(${text(path)})${only})`;
  return `SELECT 1 FROM ${hashed(one)} SEMI JOIN ${hashed(other)} USING (key) LIMIT 1`;
}

function isPart([first, ...more]: readonly KeptHolding[]): readonly Problem[] {
  if (first === undefined) return [];
  const message =
    more.length === 0
      ? `${first.id} is held of the same data set and has no row in common with this file: both are asked together`
      : `${first.id} and ${more.length} more are held of the same data set and have no row in common with this file: all are asked together`;
  return [{ code: "holding/part", severity: "info", file: first.file.name, message }];
}

const replaces = ({ id, file, vintage }: KeptHolding): Problem => ({
  code: "holding/replaced",
  severity: "warning",
  file: file.name,
  message: `${id} (vintage ${vintage}) has rows in common with this file: the years that both have are answered by the newer vintage, of equal ones by what was taken last`,
  mend: "if this is the wrong file, forget it: what was there answers again",
});
