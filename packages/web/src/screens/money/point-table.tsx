import type { MoneyPoint } from "@kelisim/api";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { fullAmount } from "../../state/money/amounts.ts";
import { hasOwnRows, keyOf } from "../../state/money/points.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./money.module.css";
import { type Names, namer } from "./words.ts";

/** Long tables are written in part; the files hold all. */
const MOST_ROWS = 400;

/** Sums with their keys; each opens the rows it was made of. */
export function PointTable({
  points,
  columns,
  names,
  onRows,
}: {
  readonly points: readonly MoneyPoint[];
  readonly columns: readonly string[];
  readonly names: Names;
  readonly onRows: (point: MoneyPoint) => void;
}) {
  const { t, locale } = useText();
  const shown: readonly Column<MoneyPoint>[] = [
    ...columns.map((column) => {
      const nameOf = namer(names, column, t);
      return {
        id: column,
        title: t(`money.column.${column}` as MessageId),
        cell: ({ keys }: MoneyPoint) => nameOf(keyOf(keys[column])),
        by: ({ keys }: MoneyPoint) => (column === "year" ? Number(keys.year) : nameOf(keyOf(keys[column]))),
      };
    }),
    {
      id: "sum",
      title: t("money.column.amount"),
      number: true,
      cell: ({ sum, basis }) =>
        sum === undefined ? t("money.noAmount") : `${fullAmount(sum, locale)}\u00A0${basis.currency}`,
      by: ({ sum }) => (sum === undefined ? undefined : Number(sum)),
    },
    {
      id: "rows",
      title: t("money.column.rows"),
      number: true,
      cell: (point) =>
        !hasOwnRows(point, points) ? (
          point.rows
        ) : (
          <button type="button" className={styles.link} onClick={() => onRows(point)}>
            {t("money.openRows", { count: point.rows })}
          </button>
        ),
      by: ({ rows }) => rows,
    },
  ];
  return (
    <>
      {points.length > MOST_ROWS ? (
        <p className={`${styles.pad} meta`}>{t("money.tableInPart", { shown: MOST_ROWS, count: points.length })}</p>
      ) : null}
      <DataTable
        caption={t("money.asTable")}
        columns={shown}
        rows={points.slice(0, MOST_ROWS)}
        keyOf={({ keys }) => JSON.stringify(keys)}
      />
    </>
  );
}
