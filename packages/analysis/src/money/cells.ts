import { formatDated, type ObservationValue, type Programme } from "@kelisim/model";
import { Big } from "big.js";
import { MONEY_COLUMNS } from "../grouping.ts";
import type { Exclusion } from "../result.ts";
import type { SelectedCell } from "../selection.ts";

/** Which sum of money a cell is: its measure, currency, and the year of its constant prices (null: prices of the year itself). */
export interface MoneyBasis {
  readonly measure: string;
  readonly currency: string;
  readonly priceYear: number | null;
}

/** Thrown where cells lack a column that a calculation needs: they came from a selection that was not grouped by it. */
export class MissingColumn extends Error {
  readonly column: string;

  constructor(column: string) {
    super(`the cells are not grouped by "${column}"`);
    this.name = "MissingColumn";
    this.column = column;
  }
}

/** The basis of a cell; of tables without measures and price years ("trainings") the measure is "cost" in prices of the year. */
export function basisOf({ by }: SelectedCell): MoneyBasis {
  if (by.currency === undefined) throw new MissingColumn("currency");
  return {
    measure: String(by.measure ?? "cost"),
    currency: String(by.currency ?? "unknown"),
    priceYear: by.price_year == null ? null : Number(by.price_year),
  };
}

export interface CellGroup {
  readonly keys: Readonly<Record<string, ObservationValue>>;
  readonly basis: MoneyBasis;
  readonly cells: readonly SelectedCell[];
}

/**
 * Cells gathered by keys and basis, in the order in which they first come. `apart` leaves columns of the basis out of the grouping.
 * An amount without a currency is no amount: its cell loses its sum.
 */
export function groupCells(
  cells: readonly SelectedCell[],
  keys: readonly string[],
  apart: readonly ("measure" | "priceYear")[] = [],
): readonly CellGroup[] {
  const groups = new Map<string, { keys: CellGroup["keys"]; basis: MoneyBasis; cells: SelectedCell[] }>();
  for (const given of cells) {
    const cell = hasCurrency(given) ? given : { by: given.by, rows: given.rows, without: given.rows };
    const basis = basisOf(cell);
    const values = keys.map((name) => keyOf(cell, name));
    const held = { ...basis, ...Object.fromEntries(apart.map((name) => [name, ""])) };
    const id = JSON.stringify([values, held.measure, held.currency, held.priceYear]);
    const group = groups.get(id);
    if (group === undefined) {
      const named = Object.fromEntries(keys.map((name, at) => [name, values[at]!]));
      groups.set(id, { keys: named, basis, cells: [cell] });
    } else group.cells.push(cell);
  }
  return [...groups.values()];
}

/** The value of a column by which the cells must be grouped. */
export function keyOf({ by }: SelectedCell, name: string): ObservationValue {
  const value = by[name];
  if (value === undefined) throw new MissingColumn(name);
  return value;
}

/** Sum of the cells that have one; undefined where none has: unknown. */
export function sumOf(cells: readonly SelectedCell[]): Big | undefined {
  const known = cells.filter(({ sum }) => sum !== undefined);
  return known.length === 0 ? undefined : known.reduce((total, { sum }) => total.plus(sum!), new Big(0));
}

export const rowsOf = (cells: readonly SelectedCell[]): number => cells.reduce((rows, cell) => rows + cell.rows, 0);

const hasCurrency = ({ by }: SelectedCell): boolean => by.currency !== null;

/** Rows whose amount or currency is absent: every sum leaves them out. */
export function withoutAmount(cells: readonly SelectedCell[]): Exclusion {
  const rows = cells.reduce((total, cell) => total + (hasCurrency(cell) ? cell.without : cell.rows), 0);
  return { reason: "no amount or no currency given", rows };
}

/** The columns by which cells of money are grouped besides those of the basis. */
export function keysOf(cells: readonly SelectedCell[]): readonly string[] {
  const money: readonly string[] = MONEY_COLUMNS;
  return Object.keys(cells[0]?.by ?? {}).filter((name) => !money.includes(name));
}

/**
 * Budgets of programmes as cells, one a programme: `programme`, `donor` and `recipient` (several are kept joined, "DEU;EU": nobody
 * knows their parts, and a whole budget is never repeated for each), `year` of the beginning, measure "budget".
 */
export function cellsOfProgrammes(programmes: readonly Programme[]): readonly SelectedCell[] {
  return programmes.map(({ id, donors, countries, start, budget }) => ({
    by: {
      programme: id,
      donor: donors.length === 0 ? null : [...donors].sort().join(";"),
      recipient: countries.length === 0 ? null : [...countries].sort().join(";"),
      year: start === undefined ? null : Number(formatDated(start).slice(0, 4)),
      measure: "budget",
      currency: budget?.currency ?? null,
      price_year: null,
    },
    ...(budget === undefined ? {} : { sum: budget.amount.toFixed() }),
    rows: 1,
    without: budget === undefined ? 1 : 0,
  }));
}
