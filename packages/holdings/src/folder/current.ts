import type { ObservationTable } from "@kelisim/model";
import type { KeptHolding } from "./kept-holding.ts";

/** Of which holdings the current state is asked: all of a data set, of a table, or those that are named (a frozen link). */
export interface CurrentOf {
  readonly dataset?: string;
  readonly table?: ObservationTable;
  readonly holdings?: readonly string[];
}

/** What a holding answers for: all of it, or only some years. */
export interface Part {
  readonly holding: KeptHolding;
  readonly years?: readonly number[];
}

/** What another holding answers instead. */
export interface PassedOver extends Part {
  readonly for: string;
  readonly because: "a newer vintage" | "the same vintage, taken later";
}

/** Each year of each data set once, or by several holdings that are parts of one whole. */
export interface Current {
  readonly parts: readonly Part[];
  readonly passedOver: readonly PassedOver[];
}

/**
 * For each data set and table, each year is answered by the newest vintage that holds it, of equal vintages by the one taken last,
 * and with it by those that are parts of one whole with it; a table without years as a whole. The same holdings give the same answer, whatever else is there.
 */
export function currentOf(all: readonly KeptHolding[], { dataset, table, holdings }: CurrentOf): Current {
  const asked = all.filter(
    (one) =>
      (dataset === undefined || one.producer.dataset === dataset) &&
      (table === undefined || one.table === table) &&
      (holdings === undefined || holdings.includes(one.id)),
  );
  const sets = Map.groupBy(asked, (one) => JSON.stringify([one.producer.dataset, one.table]));
  const answered = [...sets.values()].map((set) => divide(set.toSorted(newestFirst)));
  return {
    parts: answered.flatMap(({ parts }) => parts),
    passedOver: answered.flatMap(({ passedOver }) => passedOver),
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const newestFirst = (a: KeptHolding, b: KeptHolding) =>
  compare(b.vintage, a.vintage) || compare(b.taken, a.taken) || compare(b.id, a.id);

/** `year` of what has no years. */
const WHOLE = "whole";

function divide(set: readonly KeptHolding[]): Current {
  const answers = new Map<number | typeof WHOLE, readonly KeptHolding[]>();
  const parts: Part[] = [];
  const passedOver: PassedOver[] = [];
  for (const holding of set) {
    const years: readonly (number | typeof WHOLE)[] = holding.held?.map(({ year }) => year) ?? [WHOLE];
    const inTheWay = (year: number | typeof WHOLE) => answers.get(year)?.find((other) => !areParts(holding, other));
    const own = years.filter((year) => inTheWay(year) === undefined);
    if (own.length > 0) parts.push({ holding, ...yearsOf(own, own.length < years.length) });
    const others = Map.groupBy(
      years.filter((year) => !own.includes(year)),
      (year) => inTheWay(year)!,
    );
    for (const year of own) answers.set(year, [...(answers.get(year) ?? []), holding]);
    for (const [other, taken] of others) {
      const because = other.vintage === holding.vintage ? "the same vintage, taken later" : "a newer vintage";
      passedOver.push({ holding, ...yearsOf(taken, true), for: other.id, because });
    }
  }
  return { parts, passedOver };
}

/** Whether two holdings were found to have no row in common when the later of them was taken in. */
export const areParts = (one: KeptHolding, other: KeptHolding): boolean =>
  one.beside?.includes(other.id) === true || other.beside?.includes(one.id) === true;

function yearsOf(years: readonly (number | typeof WHOLE)[], some: boolean): { readonly years?: readonly number[] } {
  const numbers = years.filter((year): year is number => year !== WHOLE);
  return some && numbers.length > 0 ? { years: numbers } : {};
}
