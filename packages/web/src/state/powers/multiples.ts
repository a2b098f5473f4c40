import type { Named, Powers } from "@kelisim/api";

export interface YearMark {
  readonly year: number;
  /** Rows that were certain, and more that may have been. A year of which nothing is known has no mark. */
  readonly count: number;
  readonly perhaps: number;
}

export interface Multiple {
  readonly state: Named;
  readonly powers: readonly { readonly power: Named; readonly years: readonly YearMark[] }[];
}

export interface Multiples {
  readonly states: readonly Multiple[];
  /** The most in one year, certain and perhaps together: the scale that all share. */
  readonly most: number;
}

/** One drawing for each state, with a row for every power, so that all lie alike. */
export function multiplesOf({ states, powers, series, years }: Powers): Multiples {
  const marks = new Map(
    series.map(({ power, state, counts, perhaps }) => [
      JSON.stringify([power, state]),
      counts.flatMap((count, at): readonly YearMark[] =>
        count === null ? [] : [{ year: years.from + at, count, perhaps: perhaps[at] ?? 0 }],
      ),
    ]),
  );
  const all = states.map((state) => ({
    state,
    powers: powers.map((power) => ({ power, years: marks.get(JSON.stringify([power.id, state.id])) ?? [] })),
  }));
  const sums = [...marks.values()].flat().map(({ count, perhaps }) => count + perhaps);
  return { states: all, most: Math.max(1, ...sums) };
}
