import type { Agreement } from "@kelisim/api";
import { DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { writeMoment } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./tab.module.css";

/** The number given to each vague term, and who decided it; where none was, that is said. */
export default function Readings({ agreement }: { readonly agreement: Agreement }) {
  const { t, locale } = useText();
  const { region } = useDesk();
  return (
    <>
      <p className={styles.lead}>{t("agreements.readingsLead")}</p>
      <Panel bare title={t("agreements.tab.readings")} count={agreement.readings.length}>
        {agreement.readings.length === 0 ? (
          <Empty>{t("agreements.noReadings")}</Empty>
        ) : (
          <DataTable
            caption={t("agreements.tab.readings")}
            rows={agreement.readings}
            keyOf={({ clause, term }) => clause + term}
            columns={[
              {
                id: "clause",
                title: t("agreements.column.clause"),
                cell: ({ clause, clauseTitle }) => (
                  <a href={`?#${clause}`}>
                    {clause} {clauseTitle}
                  </a>
                ),
                by: ({ clause }) => clause,
              },
              { id: "term", title: t("agreements.column.term"), cell: ({ term }) => t("agreements.quoted", { term }) },
              {
                id: "reading",
                title: t("agreements.column.reading"),
                cell: ({ reading }) => reading ?? <span className={styles.gap}>{t("agreements.noReading")}</span>,
              },
              { id: "by", title: t("agreements.column.decidedBy"), cell: ({ by }) => by ?? "" },
              {
                id: "known",
                title: t("agreements.column.knownOn"),
                cell: ({ known }) => (known === undefined ? "" : writeMoment(known, locale, region.timeZone)),
              },
            ]}
          />
        )}
      </Panel>
    </>
  );
}
