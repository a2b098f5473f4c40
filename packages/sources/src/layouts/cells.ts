import type { Cell, CellReading, CodeListName, DateForm, RowMaker } from "../layout.ts";

type From = string | readonly string[];
const read = (from: From, reading: CellReading, absent: readonly string[] = []): Cell => ({
  from,
  ...reading,
  ...(absent.length > 0 ? { absent } : {}),
});

export const constant = (value: string | number): Cell => ({ constant: value });
export const text = (from: From, ...absent: string[]): Cell => read(from, { as: "text" }, absent);
export const year = (from: From, ...absent: string[]): Cell => read(from, { as: "year" }, absent);
export const count = (from: From, ...absent: string[]): Cell => read(from, { as: "count" }, absent);
export const number = (from: From, ...absent: string[]): Cell => read(from, { as: "number" }, absent);
export const word = (from: From, words: Readonly<Record<string, string>>): Cell => read(from, { as: "word", words });
export const date = (from: From, like: DateForm, ...absent: string[]): Cell => read(from, { as: "date", like }, absent);
export const dateAfter = (from: From, like: DateForm, ...absent: string[]): Cell =>
  read(from, { as: "date", like, after: true }, absent);
export const precision = (from: From, like: DateForm, ...absent: string[]): Cell =>
  read(from, { as: "precision", like }, absent);
export const coded = (from: From, list: CodeListName, prefix: string): Cell =>
  read(from, { as: "coded", list, prefix });
export const amount = (from: From, times: 1 | 1_000 | 1_000_000, ...absent: string[]): Cell =>
  read(from, { as: "amount", times }, absent);

/** A state by its code or, where there is none, by its name. */
export const iso3 = (from: From, prefix: string): Cell => coded(from, "iso3", prefix);

/** An indicator that is a column of a wide file. */
export interface WideIndicator {
  readonly id: string;
  /** As the producer names it. */
  readonly name: string;
  readonly column: From;
  readonly unit?: string;
  readonly low?: string;
  readonly high?: string;
  /** Codes that are written where there is no value, kept as written. */
  readonly noNumber?: readonly string[];
  /** The value is a word. */
  readonly words?: true;
}

/**
 * One row of figures for each indicator of a wide file, empty cells too: that the producer lists the state and gives no value is
 * something else than a state that it does not list.
 */
export function figuresOf(
  indicators: readonly WideIndicator[],
  shared: Readonly<Record<"party" | "year", Cell>> & Readonly<Record<string, Cell>>,
  when: RowMaker["when"] = [],
): readonly RowMaker[] {
  return indicators.map(({ id, name, column, unit, low, high, noNumber = [], words }) => ({
    when,
    cells: {
      indicator: constant(id),
      indicator_name: constant(name),
      ...shared,
      written: text(column),
      ...(words === true ? {} : { number: number(column, ...noNumber) }),
      ...(low === undefined ? {} : { low: number(low) }),
      ...(high === undefined ? {} : { high: number(high) }),
      ...(unit === undefined ? {} : { unit: constant(unit) }),
    },
  }));
}
