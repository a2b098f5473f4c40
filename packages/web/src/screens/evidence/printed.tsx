import type { PrintedEvidence } from "@kelisim/api";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { FINDING_WORDS, NO_FINDING } from "../../state/evidence/words.ts";
import { writeNumber } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./evidence.module.css";
import type { ListProps } from "./sheet.tsx";
import { ShownState } from "./shown-state.tsx";

/** Figures that a source prints, judged by each other: what cannot all be right. */
export function Printed({ data }: Pick<ListProps, "data">) {
  const { t, locale } = useText();
  const { items, made } = data.printed;
  const number = (text: string) => writeNumber(Number(text), locale, { maximumFractionDigits: 2 });
  const columns: readonly Column<PrintedEvidence>[] = [
    {
      id: "figures",
      title: t("evidence.printed.figures"),
      cell: (row) => (
        <>
          {row.figures.map(({ name, value }) => `${name}: ${writeNumber(value, locale)}`).join("; ")}
          {row.unit === undefined ? null : <small className={styles.small}>{row.unit}</small>}
        </>
      ),
    },
    { id: "kind", title: t("evidence.printed.kind"), cell: (row) => t(`evidence.printed.${row.kind}`) },
    {
      id: "finding",
      title: t("evidence.printed.finding"),
      cell: (row) =>
        row.findings.length === 0 ? (
          <ShownState state={NO_FINDING} />
        ) : (
          row.findings.map((finding) => (
            <ShownState
              key={`${finding.kind} ${finding.printed}`}
              state={FINDING_WORDS[finding.kind]}
              values={{
                printed: number(finding.printed),
                follows: finding.follows === undefined ? undefined : number(finding.follows),
              }}
            />
          ))
        ),
      by: (row) => row.findings.length,
    },
    {
      id: "source",
      title: t("cooperation.source"),
      cell: (row) => (
        <>
          <Sourced {...row} source={row.location ? `${row.source}, ${row.location}` : row.source} />
          {row.note === undefined ? null : <small className={styles.small}>{row.note}</small>}
        </>
      ),
    },
  ];
  if (items.length === 0) return null;
  return (
    <Panel bare title={t("evidence.printed")} count={items.length}>
      <p className={styles.note}>
        {t("evidence.printed.note", { count: items.filter(({ findings }) => findings.length > 0).length })}
      </p>
      <DataTable caption={t("evidence.printed")} columns={columns} rows={items} keyOf={({ id }) => id} />
      <Proof proof={made} />
    </Panel>
  );
}
