import type { Named, PowerCell, PowerKind, PowerRow, Powers, TakenQuantity } from "@kelisim/api";
import { KINDS } from "./address.ts";

/** Filled: a source stands behind it; dashed: nothing but general knowledge does; hatched: it may be; line: files taken in. */
export type PowerLook = "filled" | "dashed" | "hatched" | "line";

export interface PowerMark {
  readonly look: PowerLook;
  readonly count: number;
}

export interface PowerMatrixCell {
  readonly kind: PowerKind;
  /** Absent: our tables have nothing, which is no zero. */
  readonly cell?: PowerCell;
  readonly marks: readonly PowerMark[];
  readonly taken: readonly TakenQuantity[];
}

export interface PowerMatrixRow {
  readonly power: Named;
  readonly cells: readonly PowerMatrixCell[];
}

export const cellKey = (power: string, kind: string): string => `${power}~${kind}`;

/** Powers as rows and kinds as columns, of one state in the year of the answer. */
export function powerMatrix(data: Powers, state: string): readonly PowerMatrixRow[] {
  const rows = new Map(data.rows.map((row) => [row.id, row]));
  return data.powers.map((power) => ({
    power,
    cells: KINDS.map((kind) => {
      const here = (each: { readonly power: string; readonly state: string; readonly kind: PowerKind }) =>
        each.power === power.id && each.state === state && each.kind === kind;
      const cell = data.cells.find(here);
      const taken = data.taken.filter(here);
      return { kind, ...(cell === undefined ? {} : { cell }), marks: marksOf(cell, taken, rows), taken };
    }),
  }));
}

/** Certain rows with a source, certain rows of general knowledge, rows that may be, and whether files tell something. */
function marksOf(
  cell: PowerCell | undefined,
  taken: readonly TakenQuantity[],
  rows: ReadonlyMap<string, PowerRow>,
): readonly PowerMark[] {
  const certain = (cell?.of ?? []).filter((each) => each.certain);
  const unverified = certain.filter(({ id }) => isDoubtful(rows.get(id))).length;
  const counts: readonly PowerMark[] = [
    { look: "filled", count: certain.length - unverified },
    { look: "dashed", count: unverified },
    { look: "hatched", count: cell?.perhaps ?? 0 },
    { look: "line", count: new Set(taken.map(({ dataset }) => dataset)).size },
  ];
  return counts.filter(({ count }) => count > 0);
}

export const isDoubtful = (row: PowerRow | undefined): boolean =>
  row === undefined || row.unverified || row.confidence === "low";

/** What the answer says in a sentence: rows of one state in the year, certain and perhaps, and of how many powers. */
export function powerFigures(data: Powers, state: string) {
  const own = data.cells.filter((cell) => cell.state === state);
  const sum = (of: (cell: PowerCell) => number) => own.reduce((total, cell) => total + of(cell), 0);
  return {
    certain: sum(({ count }) => count),
    perhaps: sum(({ perhaps }) => perhaps),
    powers: new Set(own.map(({ power }) => power)).size,
  };
}
