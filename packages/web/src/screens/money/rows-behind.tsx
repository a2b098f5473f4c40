import { useInfiniteQuery } from "@tanstack/react-query";
import { moneyFiles, moneyRowsQuery } from "../../api/money.ts";
import { Action } from "../../parts/action.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { OpenedRows } from "../../parts/opened-rows.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { fullAmount } from "../../state/money/amounts.ts";
import type { Address } from "../../state/standpoint.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./money.module.css";
import { measureWords } from "./words.ts";

/** Columns of a flow that are shown, with the ones that name the same thing otherwise. */
const COLUMNS = [
  ["year", ["year"]],
  ["donor", ["donor_name", "donor"]],
  ["recipient", ["recipient_name", "recipient"]],
  ["purpose", ["purpose_name", "purpose"]],
  ["title", ["title", "activity"]],
  ["measure", ["measure"]],
  ["amount", ["amount"]],
] as const;

/** The rows of the files behind a figure, with the file and the place in it. */
export function RowsBehind({
  query,
  what,
  onClose,
}: {
  readonly query: Address;
  readonly what: string;
  readonly onClose: () => void;
}) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...moneyRowsQuery(region.id, query),
    placeholderData: undefined,
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  type Row = (typeof rows)[number];
  const written = ({ row }: Row, column: (typeof COLUMNS)[number]) => {
    const value = column[1].map((name) => row[name]).find((each) => each !== undefined && each !== "");
    if (value === undefined) return "";
    if (column[0] === "amount") return `${fullAmount(String(value), locale)} ${row.currency ?? ""}`;
    return column[0] === "measure" ? measureWords(String(value), t) : String(value);
  };
  const columns: readonly Column<Row>[] = [
    ...COLUMNS.map((column) => ({
      id: column[0],
      title: t(`money.column.${column[0]}` as MessageId),
      number: column[0] === "amount",
      cell: (row: Row) => written(row, column),
    })),
    {
      id: "place",
      title: t("money.column.place"),
      cell: ({ file, row }) => t("money.place", { file, row: `${row.row ?? ""}` }),
    },
  ];
  return (
    <OpenedRows title={t("money.rowsOf", { what })} onClose={onClose}>
      {error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        error ? null : (
          <Skeletons rows={5} />
        )
      ) : (
        <>
          <p className={`${styles.pad} meta`} role="status">
            {t("money.rowsShown", { shown: rows.length, count: data.pages[0]?.of ?? 0 })}
          </p>
          <DataTable
            caption={t("money.rowsOf", { what })}
            columns={columns}
            rows={rows}
            keyOf={({ holding, row }) => `${holding} ${row.row}`}
          />
          <p className={`${styles.acts} screen-only`}>
            {hasNextPage ? (
              <Action disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t("money.moreRows")}
              </Action>
            ) : null}
            <span className="caption">{t("money.saveAs")}</span>
            {moneyFiles(region.id, "flows", { ...query, what: "rows" }).map(([format, href]) => (
              <Action key={format} look="quiet" href={href} download>
                {format}
              </Action>
            ))}
          </p>
        </>
      )}
    </OpenedRows>
  );
}
