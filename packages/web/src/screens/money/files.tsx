import type { HoldingView } from "@kelisim/api";
import { holdingsQuery } from "../../api/money.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useDesk } from "../../shell/desk-context.ts";
import { writeDay, writeNumber } from "../../state/format.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import { FileProblems } from "./file-tables.tsx";
import { HoldingDetail } from "./holding-detail.tsx";
import styles from "./money.module.css";
import { TakeIn } from "./take-in.tsx";
import { Vintages } from "./vintages.tsx";

/** What was taken in, what was refused of it, and how another file comes in. */
export function Files() {
  const { t, language: lang } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const { data, error, refetch } = useAnswer(holdingsQuery(region.id, lang));
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={6} />;
  const chosen = data.holdings.find(({ id }) => id === address.holding);
  return (
    <div className={styles.stack}>
      <TakeIn holdings={data} />
      <Panel bare title={t("money.holdings")} count={data.holdings.length}>
        {data.holdings.length === 0 ? <Empty>{t("money.noHoldings")}</Empty> : <Holdings holdings={data.holdings} />}
        <FileProblems problems={data.problems} />
      </Panel>
      {chosen ? <HoldingDetail key={chosen.id} holding={chosen} /> : null}
      <Vintages holdings={data.holdings} />
    </div>
  );
}

function Holdings({ holdings }: { readonly holdings: readonly HoldingView[] }) {
  const { t, locale } = useText();
  const change = useChangeAddress();
  const number = (value: number) => writeNumber(value, locale);
  const columns: readonly Column<HoldingView>[] = [
    {
      id: "producer",
      title: t("money.column.dataset"),
      cell: ({ producer, file }) => (
        <>
          <b>{producer.name}</b>
          <span className={styles.second}>{file.name}</span>
        </>
      ),
      by: ({ producer }) => producer.name,
    },
    {
      id: "vintage",
      title: t("money.column.vintage"),
      wide: true,
      cell: ({ vintage, vintageFrom }) => (
        <>
          {vintage}
          <span className={styles.second}>
            {t(`money.vintageFrom.${vintageFrom.replaceAll(" ", "-")}` as MessageId)}
          </span>
        </>
      ),
      by: ({ vintage }) => vintage,
    },
    { id: "years", title: t("money.column.years"), cell: ({ years }) => years?.join("\u2013") ?? "" },
    {
      id: "rows",
      title: t("money.column.taken"),
      number: true,
      cell: ({ rows }) => number(rows.made),
      by: ({ rows }) => rows.made,
    },
    {
      id: "refused",
      title: t("money.column.refused"),
      number: true,
      cell: ({ rows }) => number(rows.refused),
      by: ({ rows }) => rows.refused,
    },
    {
      id: "asked",
      title: t("money.column.asked"),
      cell: ({ asked }) => t(`money.asked.${asked}`),
      by: ({ asked }) => asked,
    },
    {
      id: "when",
      title: t("money.column.when"),
      cell: ({ taken, takenBy }) => (
        <>
          {writeDay(taken.slice(0, 10), locale)}
          <span className={styles.second}>{takenBy}</span>
        </>
      ),
      by: ({ taken }) => taken,
    },
    {
      id: "open",
      title: "",
      cell: ({ id, producer, vintage }) => (
        <button
          type="button"
          className={styles.link}
          aria-label={t("money.openFileOf", { file: `${producer.name}, ${vintage}` })}
          onClick={() => change({ holding: id })}
        >
          {t("money.openFile")}
        </button>
      ),
    },
  ];
  return <DataTable caption={t("money.holdings")} columns={columns} rows={holdings} keyOf={({ id }) => id} />;
}
