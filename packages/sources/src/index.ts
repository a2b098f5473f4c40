export { codeOf } from "./codes/code-of.ts";
export { foldName } from "./codes/fold.ts";
export { type Delimiter, headerOf, rowsOf } from "./delimited.ts";
export { describeMapping, leftOutColumns } from "./describe-mapping.ts";
export { type Candidate, type Detection, detect } from "./detect.ts";
export * from "./documents/index.ts";
export { columnFinder, foldColumn } from "./find-columns.ts";
export { inferPriceYears } from "./infer-price-years.ts";
export { joinRows } from "./join-rows.ts";
export type * from "./layout.ts";
export { TABLE_LAYOUTS } from "./layouts/index.ts";
export { layoutsOfSource } from "./layouts-of-source.ts";
export { type PrintedLine, readPrintedTotals } from "./printed-totals.ts";
export {
  NO_RULE,
  passes,
  priceYearOf,
  type ReadingOptions,
  readTable,
  type SortedRows,
  sortRows,
} from "./read-table.ts";
export { DATE_PATTERNS } from "./readings/dates.ts";
export { AMOUNT, COUNT, NUMBER, YEAR } from "./readings/numbers.ts";
export { type CellPlace, readCell } from "./readings/read-cell.ts";
export { OUTER_SPACE, trimCell } from "./readings/trim.ts";
export { type PrintedTotal, type Reconciled, reconcile, reconcilePrinted } from "./reconcile.ts";
