import { type ReactNode, useMemo, useState } from "react";
import { type SortOrder, sortRows } from "../state/sort-rows.ts";
import { useText } from "../texts/use-text.ts";
import styles from "./data-table.module.css";
import { type ExportFormat, ExportMenu } from "./export-menu.tsx";

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** What the column is sorted by; absent: it is not sorted. */
  readonly by?: (row: Row) => string | number | undefined;
  readonly number?: boolean;
  /** It holds sentences or names: where the table is wider than its place it scrolls before they are squeezed. */
  readonly wide?: boolean;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly exports?: Partial<Readonly<Record<ExportFormat, string>>>;
  readonly empty?: ReactNode;
  readonly sort?: SortOrder;
}

/** A table that can be sorted and taken away as a file; rows come in the order given until one sorts. */
export function DataTable<Row>({ caption, columns, rows, keyOf, exports, empty, sort }: DataTableProps<Row>) {
  const { t, locale } = useText();
  const [order, setOrder] = useState<SortOrder | undefined>(sort);
  const shown = useMemo(() => {
    const by = columns.find((column) => column.id === order?.column)?.by;
    return by && order ? sortRows(rows, by, order.direction, locale) : rows;
  }, [rows, columns, order, locale]);
  const turn = (column: string) =>
    setOrder((was) => ({ column, direction: was?.column === column && was.direction === "asc" ? "desc" : "asc" }));

  return (
    <div className={styles.box}>
      <div className={styles.head}>
        <span className="caption">{t("parts.table.rows", { count: rows.length })}</span>
        {exports ? <ExportMenu hrefs={exports} /> : null}
      </div>
      {/* A group, not a region: the panel around it is the landmark, often of the same name. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the keyboard must reach it */}
      {/* biome-ignore lint/a11y/useSemanticElements: no set of fields, but what scrolls needs a name */}
      <div className={styles.scroll} role="group" tabIndex={0} aria-label={caption}>
        <table className={styles.table}>
          <caption className="unseen">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => {
                const sorted = order?.column === column.id ? order.direction : undefined;
                return (
                  <th
                    key={column.id}
                    scope="col"
                    className={column.number ? styles.number : undefined}
                    aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : undefined}
                  >
                    {column.by ? (
                      <button type="button" onClick={() => turn(column.id)}>
                        {column.title}
                        <SortMark order={sorted} />
                      </button>
                    ) : (
                      column.title
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={keyOf(row)}>
                {columns.map((column) => (
                  <td
                    key={column.id}
                    className={column.number ? styles.number : column.wide ? styles.wide : undefined}
                    data-title={column.title}
                  >
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 ? empty : null}
    </div>
  );
}

/** Which way a column is sorted; drawn, since not every font has arrows. Room is kept where nothing is sorted. */
function SortMark({ order }: { readonly order: SortOrder["direction"] | undefined }) {
  return (
    <svg className={styles.mark} viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
      {order === undefined ? null : (
        <path d={order === "asc" ? "M5 1.5 9 8H1z" : "M5 8.5 1 2h8z"} fill="currentColor" />
      )}
    </svg>
  );
}
