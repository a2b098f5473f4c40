import type { Address } from "../standpoint.ts";

/** Values of the columns of a figure; null: the file gives none. */
export type FigureKeys = Readonly<Record<string, string | number | null>>;

/**
 * The question for the rows behind one figure: that of the screen, narrowed to the values of its keys. A purpose is asked by its whole
 * code, since a beginning finds what stands below it; what a file does not say is asked for as that.
 */
export function rowsOf(question: Address, keys: FigureKeys): Address {
  const { year, ...others } = keys;
  const given = Object.entries(others);
  const absent = given.flatMap(([column, value]) => (value === null ? [column] : []));
  const narrowed = given.map(([column, value]): readonly [string, string | undefined] => [
    column === "purpose" ? "code" : column,
    value === null ? undefined : String(value),
  ]);
  return {
    ...question,
    ...Object.fromEntries(narrowed),
    ...(absent.length === 0 ? {} : { absent: absent.join(",") }),
    ...(year === undefined || year === null ? {} : { from: `${year}`, to: `${year}` }),
  };
}
