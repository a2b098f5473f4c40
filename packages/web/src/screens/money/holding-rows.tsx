import type { HoldingView } from "@kelisim/api";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { holdingFiles, holdingRowsQuery } from "../../api/money.ts";
import { Action } from "../../parts/action.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { columnsInUse } from "../../state/money/preview.ts";
import type { Address } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import { FileLinks } from "./file-links.tsx";
import styles from "./money.module.css";

/** What was taken of a file, of whatever table: flows, figures, memberships, acts, events, trainings. Asked only once it is opened. */
export function HoldingRows({ holding }: { readonly holding: HoldingView }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.fold} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("money.takenRows", { count: holding.rows.made })}</summary>
      {open ? <Rows holding={holding} /> : null}
    </details>
  );
}

function Rows({ holding }: { readonly holding: HoldingView }) {
  const { t } = useText();
  const { region } = useDesk();
  const [column, setColumn] = useState("");
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState<Address>({});
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...holdingRowsQuery(region.id, holding.id, asked),
    placeholderData: undefined,
  });
  const [first] = data?.pages ?? [];
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const used = new Set(columnsInUse(rows));
  const shown = ["row", ...(first?.columns.map(({ name }) => name) ?? [])].filter((name) => used.has(name));
  return (
    <>
      <form
        className={`${styles.form} ${styles.inset}`}
        aria-label={t("money.onlyRows")}
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(column === "" || typed.trim() === "" ? {} : { column, value: typed.trim() });
        }}
      >
        <label>
          <span>{t("money.onlyColumn")}</span>
          <select value={column} onChange={({ target }) => setColumn(target.value)}>
            <option value="">{t("money.anyColumn")}</option>
            {first?.columns
              .filter(({ asked: may }) => may)
              .map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
          </select>
        </label>
        <label>
          <span>{t("money.onlyValue")}</span>
          <input value={typed} maxLength={300} onChange={({ target }) => setTyped(target.value)} />
        </label>
        <Action type="submit">{t("money.show")}</Action>
      </form>
      {error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        error ? null : (
          <Skeletons rows={5} />
        )
      ) : (
        <>
          <p className={`${styles.pad} meta`} role="status">
            {t("money.rowsShown", { shown: rows.length, count: first?.of ?? 0 })}
          </p>
          <DataTable
            caption={t("money.takenRows", { count: holding.rows.made })}
            rows={rows.map((row, at) => ({ row, at }))}
            keyOf={({ at }) => `${at}`}
            columns={shown.map((name) => ({
              id: name,
              title: name === "row" ? t("money.column.row") : name,
              cell: ({ row }: { readonly row: Readonly<Record<string, string | number>> }) => row[name] ?? "",
            }))}
          />
          {hasNextPage ? (
            <p className={styles.acts}>
              <Action disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t("money.moreRows")}
              </Action>
            </p>
          ) : null}
        </>
      )}
      <FileLinks files={holdingFiles(region.id, holding.id, asked)} />
    </>
  );
}
