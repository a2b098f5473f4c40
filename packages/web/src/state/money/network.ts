import type { PairSum } from "./grid.ts";

export interface NetworkNode {
  readonly key: string;
  readonly side: "row" | "column";
  /** Between 0 and 1. */
  readonly x: number;
  readonly y: number;
}

export interface MoneyNetwork {
  readonly nodes: readonly NetworkNode[];
  /** The greatest last, so that none is hidden behind a lesser one. */
  readonly edges: readonly { readonly row: string; readonly column: string; readonly value: number }[];
  readonly greatest: number;
  /** Pairs that are not drawn: too small, or their donor is not among the greatest. */
  readonly left: number;
  readonly unknown: number;
}

/** Radius of the inner circle against the outer. */
const INNER = 0.54;

/**
 * Who gives (outer circle) to whom (inner circle). Places do not depend on the amounts of a year: `rows` and `columns` name who is drawn,
 * in their order, so that a slider moves lines and nobody else. Pairs without an amount or not above zero have no line.
 */
export function networkOf(
  sums: readonly PairSum[],
  rows: readonly string[],
  columns: readonly string[],
  most: number,
): MoneyNetwork {
  const around = (keys: readonly string[], side: NetworkNode["side"], radius: number): readonly NetworkNode[] =>
    keys.map((key, at) => {
      // Half a step on, so that no two circles have a node in the same direction.
      const angle = ((at + (side === "row" ? 0 : 0.5)) / keys.length) * 2 * Math.PI - Math.PI / 2;
      const reach = keys.length === 1 && side === "column" ? 0 : radius;
      return { key, side, x: 0.5 + (reach * Math.cos(angle)) / 2, y: 0.5 + (reach * Math.sin(angle)) / 2 };
    });
  const known = sums.flatMap(({ row, column, sum }) =>
    sum !== undefined && Number(sum) > 0 ? [{ row, column, value: Number(sum) }] : [],
  );
  const drawn = known
    .filter(({ row, column }) => rows.includes(row) && columns.includes(column))
    .sort((a, b) => b.value - a.value)
    .slice(0, most);
  return {
    nodes: [...around(rows, "row", 1), ...around(columns, "column", INNER)],
    edges: drawn.toReversed(),
    greatest: Math.max(0, ...drawn.map(({ value }) => value)),
    left: known.length - drawn.length,
    unknown: sums.filter(({ sum }) => sum === undefined).length,
  };
}
