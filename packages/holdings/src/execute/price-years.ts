import type { RowMaker, TableLayout } from "@kelisim/sources";
import { planCell } from "./cells.ts";
import type { Making } from "./make-rows.ts";
import { allOf } from "./tests.ts";

/** Whether what a maker makes is in constant prices of a year that the file does not say. */
export const takesPriceYear = (maker: RowMaker): boolean => Object.values(maker.cells).some((cell) => "file" in cell);

export const asksPriceYear = (layout: TableLayout): boolean => layout.makes.some(takesPriceYear);

/**
 * The years of constant prices that the file shows, as `inferPriceYears` of the sources finds them: for each measure the one year
 * in which every amount that is not zero is the same in both prices.
 */
export async function findPriceYears(making: Making): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  const { makes } = making.layout;
  for (const constant of makes.filter(takesPriceYear)) {
    const measure = measureOf(constant);
    const current = makes.findLast((maker) => maker.cells.price_year === undefined && measureOf(maker) === measure);
    if (measure === undefined || current === undefined) continue;
    const year = await yearOfEqualPrices(making, current, constant);
    if (year !== undefined) found[measure] = year;
  }
  return found;
}

function measureOf(maker: RowMaker): string | undefined {
  const cell = maker.cells.measure;
  return cell !== undefined && "constant" in cell ? String(cell.constant) : undefined;
}

async function yearOfEqualPrices(making: Making, current: RowMaker, constant: RowMaker) {
  const { database, stage, lookUps, control } = making;
  const wanted = [
    ["year", "year", constant],
    ["amount", "amount", current],
    ["amount", "amount", constant],
  ] as const;
  const cells = [];
  for (const [at, [column, type, maker]] of wanted.entries()) {
    const cell = maker.cells[column];
    if (cell === undefined) return undefined;
    const plan = planCell(cell, type, stage, 0);
    cells.push(await lookUps.sqlOf(plan, cell, type, "staged", `prices_${at}`, control));
  }
  const [year, before, after] = cells.map(({ value }) => value);
  const joins = [...new Set(cells.flatMap(({ join }) => join ?? []))].join(" ");
  const both = `${allOf(current.when, stage.column)} AND ${allOf(constant.when, stage.column)}`;
  const years = await database.run(
    `SELECT year::DOUBLE AS year, bool_and(before = after) AS same
     FROM (SELECT ${year} AS year, ${before} AS before, ${after} AS after FROM staged ${joins} WHERE ${both})
     WHERE year IS NOT NULL AND before <> 0 AND after IS NOT NULL GROUP BY year`,
    [],
    control,
  );
  const same = years.filter((one) => one.same === true);
  return years.length > 1 && same.length === 1 ? Number(same[0]!.year) : undefined;
}
