export * from "./columns.ts";
export { LookUps } from "./look-up.ts";
export { type Made, makeRows } from "./make-rows.ts";
export { LONGEST_ROW } from "./malformed.ts";
export { asksPriceYear, findPriceYears, takesPriceYear } from "./price-years.ts";
export { brokenParquet, columnsRead, parquetHeader, type Stage, type StagedFrom, stage } from "./stage.ts";
