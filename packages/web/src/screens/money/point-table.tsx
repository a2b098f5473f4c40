import type { MoneyPoint } from "@kelisim/api";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { fullAmount } from "../../state/money/amounts.ts";
import { originalLanguage } from "../../state/money/original.ts";
import { keyOf } from "../../state/money/points.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import { CopyFigure } from "./copy-figure.tsx";
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
  figure,
}: {
  readonly points: readonly MoneyPoint[];
  readonly columns: readonly string[];
  readonly names: Names;
  readonly onRows: (point: MoneyPoint) => void;
  /** The figure as the text of a brief asks for it; undefined where it cannot. */
  readonly figure?: (point: MoneyPoint) => string | undefined;
}) {
  const { t, locale, language } = useText();
  const shown: readonly Column<MoneyPoint>[] = [
    ...columns.map((column) => {
      const nameOf = namer(names, column, t);
      return {
        id: column,
        title: t(`money.column.${column}` as MessageId),
        cell: ({ keys }: MoneyPoint) => {
          const name = nameOf(keyOf(keys[column]));
          return <span lang={column === "year" ? undefined : originalLanguage(name, language)}>{name}</span>;
        },
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
      cell: (point) => (
        <button type="button" className={styles.link} onClick={() => onRows(point)}>
          {t("money.openRows", { count: point.rows })}
        </button>
      ),
      by: ({ rows }) => rows,
    },
    ...(figure === undefined
      ? []
      : [
          {
            id: "figure",
            title: t("money.column.figure"),
            cell: (point: MoneyPoint) => (
              <CopyFigure
                text={figure(point)}
                what={columns.map((column) => namer(names, column, t)(keyOf(point.keys[column]))).join(", ")}
              />
            ),
          },
        ]),
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
