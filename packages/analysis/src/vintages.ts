import type { ObservationValue } from "@kelisim/model";
import { Big } from "big.js";
import { result } from "./methods.ts";
import { ratio } from "./ratio.ts";
import type { Result, ResultInput } from "./result.ts";
import type { SelectedCell } from "./selection.ts";

/** One figure as one vintage gives it. */
export interface VintageFigure {
  readonly keys: Readonly<Record<string, ObservationValue>>;
  /** Exact decimal; absent: this vintage has the figure's place and no value. */
  readonly value?: string;
}

export interface VintagePair {
  readonly keys: VintageFigure["keys"];
  readonly earlier?: string;
  readonly later?: string;
  /** later - earlier */
  readonly difference?: string;
  /** difference / earlier; absent where the earlier is zero or one of the two is absent. */
  readonly change?: string;
  readonly state: "same" | "moved" | "only in the earlier" | "only in the later" | "value came" | "value went" | "none";
}

export interface VintageComparison {
  readonly pairs: readonly VintagePair[];
  /** Values of the key `year` of which a figure moved, came or went. */
  readonly movedYears: readonly number[];
}

/** The figure of each cell under its columns. Sums are those of whole cells: group both vintages alike. */
export function figuresOfCells(cells: readonly SelectedCell[]): readonly VintageFigure[] {
  return cells.map(({ by, sum }) => ({ keys: by, ...(sum === undefined ? {} : { value: sum }) }));
}

/**
 * Two vintages of the same figures beside each other, in the order of the earlier one, new ones behind. `tolerance`: the greatest
 * difference that still counts as the same ("0": exactly the same). Neither vintage is preferred.
 */
export function compareVintages(
  earlier: readonly VintageFigure[],
  later: readonly VintageFigure[],
  tolerance: string,
  from: readonly ResultInput[],
): Result<VintageComparison> {
  const [before, after] = [byKeys(earlier), byKeys(later)];
  const repeated = earlier.length - before.size + later.length - after.size;
  const pairs = [...new Set([...before.keys(), ...after.keys()])].map((id) =>
    pairOf(before.get(id), after.get(id), tolerance),
  );
  const moved = pairs.filter(({ state }) => state !== "same" && state !== "none");
  const years = new Set(moved.map(({ keys }) => keys.year).filter((year) => typeof year === "number"));
  return result("vintages.compare", { pairs, movedYears: [...years].sort((a, b) => a - b) }, from, [
    { reason: "stands more than once in one vintage: the first is taken", rows: repeated },
  ]);
}

function byKeys(figures: readonly VintageFigure[]): ReadonlyMap<string, VintageFigure> {
  const found = new Map<string, VintageFigure>();
  for (const figure of figures) {
    const id = JSON.stringify(Object.entries(figure.keys).sort(byName));
    if (!found.has(id)) found.set(id, figure);
  }
  return found;
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);

function pairOf(before: VintageFigure | undefined, after: VintageFigure | undefined, tolerance: string): VintagePair {
  const keys = (before ?? after)!.keys;
  const [earlier, later] = [before?.value, after?.value];
  const known = {
    keys,
    ...(earlier === undefined ? {} : { earlier }),
    ...(later === undefined ? {} : { later }),
  };
  if (before === undefined) return { ...known, state: "only in the later" };
  if (after === undefined) return { ...known, state: "only in the earlier" };
  if (earlier === undefined) return { ...known, state: later === undefined ? "none" : "value came" };
  if (later === undefined) return { ...known, state: "value went" };
  const difference = new Big(later).minus(earlier);
  const change = ratio(difference, new Big(earlier));
  const state = difference.abs().lte(tolerance) ? "same" : "moved";
  return { ...known, difference: difference.toFixed(), ...(change === undefined ? {} : { change }), state };
}
