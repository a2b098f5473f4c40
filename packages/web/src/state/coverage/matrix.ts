import type { Coverage, CoverageAspect, CoverageCellView, CoverageState, CoverageThreat } from "@kelisim/api";

/** Filled: it rests on a row; dashed: found, and not verified; hatched: our table has nothing; line: a complete table has nothing. */
export type CoverageLook = "filled" | "dashed" | "hatched" | "line";

export interface CoverageMark {
  readonly aspect: CoverageAspect;
  readonly state: CoverageState;
  readonly look: CoverageLook;
  /** Clauses or programmes that were found. */
  readonly count: number;
}

export interface CoverageRow {
  readonly threat: CoverageThreat;
  readonly cells: readonly { readonly cell: CoverageCellView; readonly marks: readonly CoverageMark[] }[];
}

export const cellKey = ({ threat, country }: { readonly threat: string; readonly country: string }): string =>
  `${threat}~${country}`;

/** Threats as rows and countries as columns, in the order of the answer. */
export function coverageRows(data: Coverage, aspects: readonly CoverageAspect[]): readonly CoverageRow[] {
  const cells = new Map(data.cells.map((cell) => [cellKey(cell), cell]));
  const doubtful = doubtfulIn(data);
  return data.threats.map((threat) => ({
    threat,
    cells: data.countries.flatMap(({ id }) => {
      const cell = cells.get(cellKey({ threat: threat.id, country: id }));
      return cell === undefined ? [] : [{ cell, marks: aspects.map((aspect) => markOf(cell, aspect, doubtful)) }];
    }),
  }));
}

/** Ids of clauses and programmes that are not verified: of low confidence, or from general knowledge alone. */
export function doubtfulIn({ clauses, programmes }: Pick<Coverage, "clauses" | "programmes">): ReadonlySet<string> {
  return new Set([
    ...clauses.filter(({ confidence }) => confidence === "low").map(({ id }) => id),
    ...programmes.filter(({ unverified, confidence }) => unverified || confidence === "low").map(({ id }) => id),
  ]);
}

/** One aspect of a cell as a mark; it is sure where at least one of what was found is verified. */
export function markOf(cell: CoverageCellView, aspect: CoverageAspect, doubtful: ReadonlySet<string>): CoverageMark {
  const { state } = cell[aspect];
  const found = foundIn(cell, aspect);
  const isSure = found.some((id) => !doubtful.has(id));
  return { aspect, state, look: lookOf(state, isSure), count: found.length };
}

function foundIn({ duties, programmes, money }: CoverageCellView, aspect: CoverageAspect): readonly string[] {
  if (aspect === "duties") return duties.clauses;
  if (aspect === "programmes") return programmes.underWay;
  return programmes.underWay.filter((id) => !money.budgetUnknown.includes(id));
}

function lookOf(state: CoverageState, isSure: boolean): CoverageLook {
  if (state === "some") return isSure ? "filled" : "dashed";
  return state === "unknown" ? "dashed" : state === "none" ? "line" : "hatched";
}

/** The figures of the answer: how many pairs of threat and country have a duty, a programme, neither. */
export function coverageFigures({ cells }: Pick<Coverage, "cells">): {
  readonly pairs: number;
  readonly duties: number;
  readonly programmes: number;
  readonly neither: number;
} {
  const has = ({ state }: { readonly state: CoverageState }) => state === "some";
  return {
    pairs: cells.length,
    duties: cells.filter(({ duties }) => has(duties)).length,
    programmes: cells.filter(({ programmes }) => has(programmes)).length,
    neither: cells.filter(({ duties, programmes }) => !has(duties) && !has(programmes)).length,
  };
}

/** Programmes under way in any cell whose budget is known in a currency. */
export function budgetsUnderWay(
  { cells, programmes }: Pick<Coverage, "cells" | "programmes">,
  currency: string,
): Coverage["programmes"] {
  const underWay = new Set(cells.flatMap((cell) => cell.programmes.underWay));
  return programmes.filter(
    ({ id, amount, currency: own }) => underWay.has(id) && amount !== undefined && own === currency,
  );
}
