import type { MoneyPoint } from "@kelisim/api";
import type { YearSum } from "./stack.ts";

/** Stands for "the file does not say", beside the ids of parties and codes of purposes. */
export const NOT_SAID = "\u2014";

/** A value of a column as a key. */
export const keyOf = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? NOT_SAID : String(value);

/** Points of a series by year and one column, those without a year left to the table. */
export function yearSums(points: readonly MoneyPoint[], column: string): readonly YearSum[] {
  return points.flatMap(({ keys, sum }) =>
    typeof keys.year === "number"
      ? [{ year: keys.year, key: keyOf(keys[column]), ...(sum === undefined ? {} : { sum }) }]
      : [],
  );
}

/** Points with a sum, the greatest first. */
export function ranked(points: readonly MoneyPoint[]): readonly (MoneyPoint & { readonly sum: string })[] {
  return points
    .filter((point): point is MoneyPoint & { sum: string } => point.sum !== undefined)
    .sort((a, b) => Number(b.sum) - Number(a.sum));
}

/** Whether a brief, which asks purposes by beginnings of codes, finds this point alone by the code of its purpose. */
export function isAloneByCode({ keys }: MoneyPoint, points: readonly MoneyPoint[]): boolean {
  const { purpose } = keys;
  if (purpose === undefined || purpose === null) return true;
  const begins = (other: MoneyPoint) =>
    other.keys.purpose !== purpose && String(other.keys.purpose ?? "").startsWith(String(purpose));
  return !points.some(begins);
}
