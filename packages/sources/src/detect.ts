import { columnFinder } from "./find-columns.ts";
import type { Layout, Sample, TableLayout } from "./layout.ts";
import { TABLE_LAYOUTS } from "./layouts/index.ts";

/** A layout that reads the file, or those that come near and why none does. */
export type Detection =
  /** `others` read the same file too, into another table. */
  | { readonly layout: Layout; readonly why: string; readonly others: readonly Layout[] }
  | { readonly candidates: readonly Candidate[]; readonly problem: string };

/** A layout that the file nearly is. */
export interface Candidate {
  readonly layout: TableLayout;
  /** Columns of the layout that the file does not have. */
  readonly missing: readonly string[];
}

/**
 * Finds the layout that a file has: of tables the one all whose columns stand in the header, the one with most columns where
 * several do; of documents the one that recognises the sample. Otherwise the three nearest tables, with the columns that the file
 * lacks. A file that has less than half of the columns of any layout has no candidates.
 */
export function detect(sample: Sample, layouts: readonly Layout[] = TABLE_LAYOUTS): Detection {
  const document = layouts.find((layout) => layout.form === "document" && layout.accepts(sample));
  if (document !== undefined)
    return { layout: document, why: `the file begins as ${document.producer.name} does`, others: [] };
  const { header } = sample;
  if (header === undefined)
    return { candidates: [], problem: "the file is no table and none of the documents known here" };
  const find = columnFinder(header);
  const measured = layouts
    .filter((layout) => layout.form === "table")
    .map((layout) => ({ layout, missing: layout.header.filter((column) => find(column) < 0) }));
  const fitting = measured
    .filter(({ layout, missing }) => missing.length === 0 && (layout.accepts?.(sample) ?? true))
    .map(({ layout }) => layout)
    .toSorted((a, b) => b.header.length - a.header.length);
  const [layout] = fitting;
  if (layout !== undefined) {
    const others = fitting.slice(1).filter(({ header: columns }) => columns.length === layout.header.length);
    return { layout, why: `it has the columns ${layout.header.join(", ")}`, others };
  }
  return nearest(measured, header);
}

function nearest(measured: readonly Candidate[], header: readonly string[]): Detection {
  // A layout whose columns are all there, but which is not the file's, is worth naming only where nothing else is near.
  const share = ({ layout, missing }: Candidate) =>
    missing.length === 0 ? 0.5 : 1 - missing.length / layout.header.length;
  const candidates = measured
    .filter((candidate) => share(candidate) >= 0.5)
    .toSorted((a, b) => share(b) - share(a))
    .slice(0, 3);
  const [first] = candidates;
  if (first === undefined) {
    const columns = header.slice(0, 8).join(", ");
    return {
      candidates,
      problem: `no layout known here has the columns of this file (${columns}${header.length > 8 ? ", …" : ""})`,
    };
  }
  const { layout, missing } = first;
  const problem =
    missing.length === 0
      ? `the file has the columns of "${layout.producer.name}" but is something else`
      : `the file is nearest to "${layout.producer.name}", but has no column ${missing.map((name) => `"${name}"`).join(", ")}`;
  return { candidates, problem };
}
