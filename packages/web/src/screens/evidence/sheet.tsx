import type { Evidence, Named } from "@kelisim/api";
import type { ReactNode } from "react";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import type { ExportFormat } from "../../parts/export-menu.tsx";
import { Panel } from "../../parts/panel.tsx";
import type { Shown } from "../../state/evidence/words.ts";
import type { SortOrder } from "../../state/sort-rows.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./evidence.module.css";
import { ShownState } from "./shown-state.tsx";

export interface ListProps {
  readonly data: Evidence;
  readonly exports: Partial<Readonly<Record<ExportFormat, string>>>;
}

export interface SheetProps<Row> {
  readonly title: string;
  readonly note: ReactNode;
  readonly made: ReactNode;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly exports: ListProps["exports"];
  readonly sort?: SortOrder;
  /** What narrows the list. */
  readonly filter?: ReactNode;
  /** Between the note and the rows. */
  readonly children?: ReactNode;
}

/** One list in a panel: what it says, its rows, how it was made. */
export function Sheet<Row>({
  title,
  note,
  made,
  rows,
  columns,
  keyOf,
  exports,
  sort,
  filter,
  children,
}: SheetProps<Row>) {
  const { t } = useText();
  return (
    <Panel bare title={title} count={rows.length}>
      <p className={styles.note}>{note}</p>
      {filter === undefined ? null : <div className={styles.filter}>{filter}</div>}
      {children}
      {rows.length === 0 ? (
        <Empty>{t("evidence.noRows")}</Empty>
      ) : (
        <DataTable caption={title} columns={columns} rows={rows} keyOf={keyOf} exports={exports} sort={sort} />
      )}
      {made}
    </Panel>
  );
}

/** Names in one line. */
export const names = (all: readonly Named[]): string => all.map(({ name }) => name).join(", ");

/** A column with the state of a row in words and as a mark. */
export const useStateColumn = <Row extends { readonly state: string }>(
  words: Readonly<Record<Row["state"], Shown>>,
) => {
  const { t } = useText();
  return (title: string): Column<Row> => ({
    id: "state",
    title,
    cell: (row) => <ShownState state={words[row.state as Row["state"]]} />,
    by: (row) => t(words[row.state as Row["state"]].text),
  });
};
