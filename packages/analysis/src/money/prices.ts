import { Big } from "big.js";
import { result } from "../methods.ts";
import { ratio } from "../ratio.ts";
import type { Result, ResultInput } from "../result.ts";
import type { SelectedCell } from "../selection.ts";
import { type CellGroup, groupCells, sumOf, withoutAmount } from "./cells.ts";

/** One sum in prices of its year and in constant prices, as the producer gives both. Nothing is converted here. */
export interface PricePair {
  readonly keys: CellGroup["keys"];
  readonly measure: string;
  readonly currency: string;
  readonly current?: string;
  readonly constant?: string;
  readonly priceYear: number;
  /** The producer's deflator that follows, 100 in the year of the prices; absent where one of the two is, or is not above zero. */
  readonly deflator?: string;
}

/** Current beside constant prices by `keys`; one entry for each price year that the cells have. */
export function pricePairs(
  cells: readonly SelectedCell[],
  keys: readonly string[],
  from: readonly ResultInput[],
): Result<readonly PricePair[]> {
  const years = [...new Set(cells.map(({ by }) => by.price_year ?? null))].filter((year) => year !== null).map(Number);
  const value = groupCells(cells, keys, ["priceYear"]).flatMap(({ keys, basis, cells }) =>
    years.map((priceYear): PricePair => {
      const current = sumOf(cells.filter(({ by }) => by.price_year == null));
      const constant = sumOf(cells.filter(({ by }) => by.price_year === priceYear));
      const deflator = current?.gt(0) && constant?.gt(0) ? ratio(current.times(new Big(100)), constant) : undefined;
      return {
        keys,
        measure: basis.measure,
        currency: basis.currency,
        ...(current === undefined ? {} : { current: current.toFixed() }),
        ...(constant === undefined ? {} : { constant: constant.toFixed() }),
        priceYear,
        ...(deflator === undefined ? {} : { deflator }),
      };
    }),
  );
  return result("money.prices", value, from, [withoutAmount(cells)]);
}
