import type { Coverage, CoverageCellView } from "@kelisim/api";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import type { ExportFormat } from "../../parts/export-menu.tsx";
import { type CoverageMark, type CoverageRow, cellKey } from "../../state/coverage/matrix.ts";
import { useText } from "../../texts/use-text.ts";
import { stateWords } from "./mark-words.ts";
import { useAmount } from "./programme-item.tsx";

interface Row {
  readonly cell: CoverageCellView;
  readonly threat: string;
  readonly country: string;
  readonly marks: readonly CoverageMark[];
}

export interface CellTableProps {
  readonly data: Coverage;
  readonly rows: readonly CoverageRow[];
  readonly exports: Partial<Record<ExportFormat, string>>;
}

/** The matrix as a table: one row for each threat and country, states in words. */
export function CellTable({ data, rows, exports }: CellTableProps) {
  const { t } = useText();
  const amount = useAmount();
  const names = new Map(data.countries.map(({ id, name }) => [id, name]));
  const flat = rows.flatMap(({ threat, cells }) =>
    cells.map(
      ({ cell, marks }): Row => ({
        cell,
        threat: threat.name,
        country: names.get(cell.country) ?? cell.country,
        marks,
      }),
    ),
  );
  const shown = rows[0]?.cells[0]?.marks.map(({ aspect }) => aspect) ?? [];
  const columns: readonly Column<Row>[] = [
    { id: "threat", title: t("coverage.threat"), cell: (row) => row.threat, by: (row) => row.threat },
    { id: "country", title: t("coverage.filter.country"), cell: (row) => row.country, by: (row) => row.country },
    ...shown.map((aspect): Column<Row> => {
      const words = ({ marks }: Row) => stateWords(marks.find((mark) => mark.aspect === aspect)!, t);
      return {
        id: aspect,
        title: t(`coverage.aspect.${aspect}`),
        cell: (row) => (
          <>
            {words(row)}
            {aspect === "money"
              ? row.cell.money.own.map(({ currency, sum }) => (
                  <small key={currency}> {t("coverage.own", { amount: amount(sum, currency) })}</small>
                ))
              : null}
          </>
        ),
        by: words,
      };
    }),
  ];
  return (
    <DataTable
      caption={t("coverage.matrix")}
      columns={columns}
      rows={flat}
      keyOf={({ cell }) => cellKey(cell)}
      exports={exports}
    />
  );
}
