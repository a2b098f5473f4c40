import { namesClause } from "./clause-list.ts";
import { propose } from "./nearest.ts";
import type { Citation } from "./observations.ts";
import type { Problem } from "./problem.ts";
import type { RegionTables } from "./region-tables.ts";
import type { TableRow } from "./table.ts";

/** Notes what a cell names of the agreements, to be judged once these are compiled. Gives the ids without gaps. */
export function cite(
  row: TableRow,
  column: string,
  of: Citation["of"],
  tables: RegionTables,
  ids: readonly (string | undefined)[] = [],
): readonly string[] {
  const named = ids.filter((id) => id !== undefined);
  for (const id of named) tables.citations.push({ file: row.file, line: row.line, column, of, id });
  return named;
}

/**
 * Judges what the tables of a region name of its agreements, given the ids that these have. An article's number
 * stands for the clauses made from it by a letter ("VD2011-24" for "VD2011-24a"). What no agreement has is an info, not
 * an error: a table may know of texts that are not written down here; but the row then has no effect.
 */
export function checkCitations(
  citations: readonly Citation[],
  known: { readonly instruments: readonly string[]; readonly clauses: readonly string[] },
): readonly Problem[] {
  const ids = {
    instrument: new Set(known.instruments),
    clause: new Set(known.clauses.flatMap((id) => [id, id.replace(/(?<=\d)[a-z]$/, "")])),
  };
  return citations.flatMap(({ file, line, column, of, id }): readonly Problem[] => {
    if (ids[of].has(id) || (of === "clause" && known.clauses.some((clause) => namesClause(id, clause)))) return [];
    const near = propose(id, ids[of]);
    return [
      {
        code: "region/unknown-citation",
        severity: "info",
        file,
        line,
        message: `${column}: no agreement of this region has the ${of} "${id.slice(0, 60)}"`,
        why: "What the row says of it has no effect here.",
        ...(near === undefined ? {} : { mend: near }),
      },
    ];
  });
}
