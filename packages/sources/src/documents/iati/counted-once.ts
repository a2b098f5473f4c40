import type { ObservationRow } from "@kelisim/model";
import { amountOf, millionths } from "../shares.ts";

/** What was left out, why and how much. */
export interface LeftOut {
  readonly reason: string;
  readonly rows: number;
  readonly amount: { readonly sum: string; readonly currency: string };
}

/** Rows of which each sum of money stands once, and the others. */
export interface CountedOnce {
  readonly rows: readonly ObservationRow[];
  readonly leftOut: readonly LeftOut[];
}

/** The rule in words. */
export const COUNTED_ONCE =
  "Of an activity and those below it only the lowest that give a measure in a currency are counted: rows of an activity are left out where any activity below it, at any depth, has rows of the same measure, currency and price year.";

/** Why a row is left out. */
export const STANDS_BELOW = "stands again in the activities that this one contains";

/** Which sums can be the same money. */
const kindOf = ({ measure, currency, price_year }: ObservationRow): string =>
  JSON.stringify([measure, currency, price_year ?? null]);

/**
 * Leaves out rows of activities whose money stands again in those that they contain (IATI/D-Portal#302), by `COUNTED_ONCE`.
 * Takes flows with `activity` and `parent`, of one holding or several; rows without an activity are kept. Where levels differ in
 * what they give, the parent's part that its children do not have is left out too: the sum is then too small, never too large,
 * and what was left out is told.
 *
 * @example of a parent with a commitment of 100 and children with 60 and 40 the children's rows are kept
 */
export function countedOnce(rows: readonly ObservationRow[]): CountedOnce {
  const parents = new Map<string, string>();
  const kinds = new Map<string, Set<string>>();
  for (const row of rows) {
    const { activity, parent } = row;
    if (typeof activity !== "string") continue;
    if (typeof parent === "string" && !parents.has(activity)) parents.set(activity, parent);
    const has = kinds.get(activity);
    if (has === undefined) kinds.set(activity, new Set([kindOf(row)]));
    else has.add(kindOf(row));
  }
  const below = new Set<string>();
  for (const [activity, has] of kinds)
    for (const ancestor of ancestorsOf(activity, parents)) for (const kind of has) below.add(`${ancestor} ${kind}`);
  const isCounted = (row: ObservationRow) => !below.has(`${String(row.activity)} ${kindOf(row)}`);
  return { rows: rows.filter(isCounted), leftOut: leftOut(rows.filter((row) => !isCounted(row))) };
}

/** Activities above one; a circle ends where it began. */
function ancestorsOf(activity: string, parents: ReadonlyMap<string, string>): ReadonlySet<string> {
  const above = new Set<string>();
  for (let at = parents.get(activity); at !== undefined && at !== activity && !above.has(at); at = parents.get(at))
    above.add(at);
  return above;
}

function leftOut(rows: readonly ObservationRow[]): readonly LeftOut[] {
  const groups = new Map<string, { readonly row: ObservationRow; rows: number; sum: bigint }>();
  for (const row of rows) {
    const group = groups.get(kindOf(row)) ?? { row, rows: 0, sum: 0n };
    group.rows += 1;
    group.sum += millionths(String(row.amount));
    groups.set(kindOf(row), group);
  }
  return [...groups.values()].map(({ row, rows: count, sum }) => ({
    reason: STANDS_BELOW,
    rows: count,
    amount: { sum: amountOf(sum), currency: String(row.currency) },
  }));
}
