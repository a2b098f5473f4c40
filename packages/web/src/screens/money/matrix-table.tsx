import { type Column, DataTable } from "../../parts/data-table.tsx";
import { shortAmount } from "../../state/money/amounts.ts";
import { type Grid, gridKey } from "../../state/money/grid.ts";
import { useText } from "../../texts/use-text.ts";

/** The figures of a matrix; a place that no row names stays empty. */
export function Matrix({
  grid,
  nameOfRow,
  nameOfColumn,
  currency,
}: {
  readonly grid: Grid;
  readonly nameOfRow: (key: string) => string;
  readonly nameOfColumn: (key: string) => string;
  readonly currency: string;
}) {
  const { t, locale } = useText();
  const cellOf = (row: string, column: string) => grid.cells.get(gridKey(row, column));
  const columns: readonly Column<string>[] = [
    { id: "donor", title: t("money.column.donor"), cell: nameOfRow, by: nameOfRow },
    ...grid.columns.map((column) => ({
      id: `to ${column}`,
      title: nameOfColumn(column),
      number: true,
      cell: (row: string) => {
        const cell = cellOf(row, column);
        if (cell === undefined) return "";
        return cell.value === undefined ? t("money.noAmount") : shortAmount(cell.value, locale);
      },
      by: (row: string) => cellOf(row, column)?.value,
    })),
  ];
  return (
    <DataTable caption={t("money.matrixTable", { currency })} columns={columns} rows={grid.rows} keyOf={(row) => row} />
  );
}
