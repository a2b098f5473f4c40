import type { HoldingView } from "@kelisim/api";
import { useInfiniteQuery } from "@tanstack/react-query";
import { refusedQuery } from "../../api/money.ts";
import { Action } from "../../parts/action.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useChangeAddress, useDesk } from "../../shell/desk-context.ts";
import { writeNumber } from "../../state/format.ts";
import { fullAmount } from "../../state/money/amounts.ts";
import { originalLanguage } from "../../state/money/original.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import { MappingTable, RefusedTable } from "./file-tables.tsx";
import { HoldingRows } from "./holding-rows.tsx";
import styles from "./money.module.css";

/** One file: on what terms, which column became which, what was taken, what it leaves out and what was refused. */
export function HoldingDetail({ holding }: { readonly holding: HoldingView }) {
  const { t, locale, language } = useText();
  const { region } = useDesk();
  const change = useChangeAddress();
  const { data, error, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    ...refusedQuery(region.id, holding.id, language),
    placeholderData: undefined,
  });
  const refused = data?.pages.flatMap((page) => page.refused) ?? [];
  const { producer, rows } = holding;
  const said = [producer.citation, producer.licence, ...producer.caveats].filter((text) => text !== undefined);
  return (
    <Panel
      bare
      title={t("money.fileTitle", { name: producer.name, vintage: holding.vintage })}
      aside={
        <Action look="quiet" onClick={() => change({ holding: undefined })}>
          {t("money.close")}
        </Action>
      }
    >
      <div className={styles.pad}>
        <p>
          {t("money.fileRows", {
            read: rows.read,
            made: rows.made,
            refused: rows.refused,
            cells: holding.cellsLeftOut,
          })}
        </p>
        {holding.totals > 0 ? <p>{t("money.fileTotals", { count: holding.totals })}</p> : null}
        {holding.ignored.map(({ because, rows: count }) => (
          <p key={because} className="meta">
            {t("parts.proof.leftOutRows", { words: because, count })}
          </p>
        ))}
        {said.map((text) => (
          <p key={text} className="meta" lang={originalLanguage(text, language)}>
            {text}
          </p>
        ))}
        {producer.licence === undefined ? <p className="meta">{t("parts.proof.licenceUnknown")}</p> : null}
        <p className="caption">
          {t("money.fileIs", {
            bytes: writeNumber(holding.file.bytes, locale),
            sha256: holding.file.sha256.slice(0, 16),
            layout: holding.layout.id,
          })}
        </p>
      </div>
      {holding.reconciled.length === 0 ? null : <Reconciled totals={holding.reconciled} />}
      <MappingTable columns={holding.columns} leftOut={holding.leftOut} />
      <HoldingRows holding={holding} />
      {error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : null}
      {refused.length > 0 ? <RefusedTable refused={refused} /> : null}
      {hasNextPage ? (
        <p className={styles.acts}>
          <Action onClick={() => void fetchNextPage()}>{t("money.moreRefused")}</Action>
        </p>
      ) : null}
    </Panel>
  );
}

/** Totals that the file prints of itself beside what its rows give. Which of the two is wrong nobody knows. */
function Reconciled({ totals }: { readonly totals: HoldingView["reconciled"] }) {
  const { t, locale } = useText();
  const differ = totals.filter(({ state }) => state !== "agrees").length;
  const amount = (text: string | undefined) =>
    text === undefined || text === "" ? t("money.noAmount") : fullAmount(text, locale);
  return (
    <details className={styles.fold} open={differ > 0}>
      <summary>{t("money.reconciled", { count: totals.length, differ })}</summary>
      <DataTable
        caption={t("money.reconciled", { count: totals.length, differ })}
        rows={totals}
        keyOf={({ what }) => what}
        columns={[
          { id: "what", title: t("money.column.what"), cell: ({ what }) => what },
          { id: "printed", title: t("money.column.printed"), number: true, cell: ({ printed }) => amount(printed) },
          { id: "summed", title: t("money.column.summed"), number: true, cell: ({ summed }) => amount(summed) },
          {
            id: "difference",
            title: t("money.column.difference"),
            number: true,
            cell: ({ difference }) => (difference === undefined ? "" : fullAmount(difference, locale)),
          },
          {
            id: "state",
            title: t("money.column.state"),
            cell: ({ state }) => t(`money.total.${state.replaceAll(" ", "-")}` as MessageId),
            by: ({ state }) => state,
          },
        ]}
      />
    </details>
  );
}
