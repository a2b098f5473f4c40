import type { ComponentOfRegion, FigureChoice, IndexView } from "@kelisim/api";

/** One figure that stands, or could stand, for a component of one of two regions. */
export interface FigureRow {
  readonly key: string;
  readonly component: string;
  readonly whose: "own" | "other";
  readonly choice: FigureChoice;
  /** It is the one that counts. */
  readonly counts: boolean;
  /** Of the one that counts: from 0 to 1 on the scale of the component. */
  readonly value?: number;
}

/** Every figure of an index, or of one component of it, of the region and of the one beside it. */
export function figureRows({ own, other }: IndexView, component?: string): readonly FigureRow[] {
  const of = (whose: FigureRow["whose"], all: readonly ComponentOfRegion[] = []) =>
    all
      .filter((each) => component === undefined || each.component === component)
      .flatMap(({ component: id, choices, picked, value }) =>
        choices.map((choice, at): FigureRow => {
          const counts = picked === at + 1;
          const key = `${id}~${whose}~${at}`;
          return { key, component: id, whose, choice, counts, ...(counts && value !== undefined ? { value } : {}) };
        }),
      );
  return [...of("own", own.components), ...of("other", other?.components)];
}
