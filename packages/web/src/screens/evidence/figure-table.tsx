import type { TakenFigureRow, TakenFigures as TakenFiguresData } from "@kelisim/api";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { OpenedRows } from "../../parts/opened-rows.tsx";
import { yearMark } from "../../state/institutions/counted.ts";
import { useText } from "../../texts/use-text.ts";
import { OpenFigure } from "../institutions/open-figure.tsx";
import { useOpenCell } from "../institutions/use-open-cell.ts";
import { useFigureColumns } from "./taken-figure-rows.tsx";

export interface FigureTableProps {
  readonly data: TakenFiguresData;
  readonly title: string;
}

const markOf = ({ party, year }: TakenFigureRow): string => yearMark(party.id, year);

/** The figures of the drawing: a row a state and year, a column a vintage. Each opens where it was read, as the mark of the drawing does. */
export function FigureTable({ data, title }: FigureTableProps) {
  const { t } = useText();
  const { chosen, choose } = useOpenCell();
  const vintages = [...new Set(data.items.flatMap(({ figures }) => figures.map(({ vintage }) => vintage)))].sort();
  const columns: readonly Column<TakenFigureRow>[] = [
    { id: "party", title: t("evidence.state"), cell: (row) => row.party.name, by: (row) => row.party.name },
    { id: "year", title: t("evidence.year"), cell: (row) => row.year, by: (row) => row.year },
    ...vintages.map((vintage): Column<TakenFigureRow> => {
      const called = t("evidence.taken.vintage", { vintage });
      return {
        id: vintage,
        title: called,
        number: true,
        cell: (row) => (
          <OpenFigure
            of={`${row.party.name}, ${row.year}, ${called}`}
            figure={row.figures.find((figure) => figure.vintage === vintage)?.value}
            isOpen={chosen === markOf(row)}
            onOpen={() => choose(markOf(row))}
          />
        ),
      };
    }),
  ];
  return <DataTable caption={title} columns={columns} rows={data.items} keyOf={markOf} />;
}

/** What stands behind the state and year that was opened: every vintage with file and row, and our own figures. */
export function FigureOpened({ data, title }: FigureTableProps) {
  const { t } = useText();
  const { chosen, choose } = useOpenCell();
  const columns = useFigureColumns();
  const rows = data.items.filter((row) => markOf(row) === chosen);
  const [first] = rows;
  if (first === undefined) return null;
  const called = t("money.rowsOf", { what: `${title}, ${first.party.name}, ${first.year}` });
  return (
    <OpenedRows key={chosen} title={called} onClose={() => choose(undefined)}>
      <DataTable caption={called} columns={columns} rows={rows} keyOf={markOf} />
    </OpenedRows>
  );
}
