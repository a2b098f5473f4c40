import type { ReactNode } from "react";
import styles from "./button-grid.module.css";
import { useGridKeys } from "./use-grid-keys.ts";

export interface GridHead {
  readonly key: string;
  readonly name: ReactNode;
  readonly className?: string | undefined;
}

export interface GridButton {
  /** Two buttons of one key open the same. */
  readonly key: string;
  /** What it says to those who do not see what is drawn in it. */
  readonly label: string;
  readonly drawn: ReactNode;
}

export interface GridRow extends GridHead {
  /** The whole name, where `name` is a short one. */
  readonly title?: string;
  /** In the order of the columns; undefined: there is nothing to open and never can be. */
  readonly cells: readonly (GridButton | undefined)[];
}

export interface ButtonGridProps {
  readonly caption: string;
  /** What the heads of the rows are. */
  readonly corner: string;
  readonly columns: readonly GridHead[];
  readonly rows: readonly GridRow[];
  /** The key that is open. */
  readonly chosen?: string | undefined;
  readonly onChoose: (key: string | undefined) => void;
  readonly className?: string | undefined;
  /** Of a field without a button. */
  readonly without?: string | undefined;
}

/** A table of buttons, each of which opens its rows. One is in the order of tabs; arrow keys move among the others. */
export function ButtonGrid({ caption, corner, columns, rows, chosen, onChoose, className, without }: ButtonGridProps) {
  const grid = useGridKeys();
  const all = rows.flatMap(({ cells }, row) => cells.flatMap((cell, column) => (cell ? [{ row, column, cell }] : [])));
  const inOrder = all.find(({ cell }) => cell.key === chosen) ?? all[0];
  return (
    <div className={styles.scroll}>
      <table ref={grid.table} className={`${styles.matrix} ${className ?? ""}`}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.className}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, title, className: ofRow, cells }, row) => (
            <tr key={key} className={ofRow}>
              <th scope="row" title={title}>
                {name}
              </th>
              {cells.map((cell, column) =>
                cell === undefined ? (
                  <td key={columns[column]!.key} className={without} />
                ) : (
                  <td key={columns[column]!.key}>
                    <button
                      type="button"
                      {...grid.cell(row, column, row === inOrder?.row && column === inOrder.column)}
                      aria-pressed={cell.key === chosen}
                      aria-label={cell.label}
                      onClick={() => onChoose(cell.key === chosen ? undefined : cell.key)}
                    >
                      {cell.drawn}
                    </button>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A name that stands upright over a narrow column. */
export function Upright({ children }: { readonly children: ReactNode }) {
  return <span className={styles.upright}>{children}</span>;
}
