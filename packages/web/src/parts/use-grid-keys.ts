import { type KeyboardEvent, type RefObject, useRef } from "react";

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

export interface GridKeys {
  readonly table: RefObject<HTMLTableElement | null>;
  /** What the button of a cell takes; `inOrder`: it is the one cell in the order of tabs. */
  cell(row: number, column: number, inOrder: boolean): GridCell;
}

export interface GridCell {
  readonly "data-at": string;
  readonly tabIndex: 0 | -1;
  onKeyDown(event: KeyboardEvent<HTMLButtonElement>): void;
}

/**
 * A table of buttons of which one is in the order of tabs; arrow keys move among the others, over places without a button. A
 * slider on the same screen, whose arrow keys move in time, does not see them.
 */
export function useGridKeys(): GridKeys {
  const table = useRef<HTMLTableElement>(null);
  const buttonAt = (row: number, column: number) =>
    table.current?.querySelector<HTMLButtonElement>(`button[data-at="${row}-${column}"]`);
  return {
    table,
    cell: (row, column, inOrder) => ({
      "data-at": `${row}-${column}`,
      tabIndex: inOrder ? 0 : -1,
      onKeyDown(event) {
        const step = STEPS[event.key];
        if (!step) return;
        event.preventDefault();
        event.stopPropagation();
        event.nativeEvent.stopImmediatePropagation();
        const [down, right] = step;
        (buttonAt(row + down, column + right) ?? buttonAt(row + 2 * down, column + 2 * right))?.focus();
      },
    }),
  };
}
