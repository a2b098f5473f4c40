import type { Agreement, StatusRow } from "@kelisim/api";
import { Confidence } from "../../parts/confidence.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useTableFiles } from "../../shell/use-table-files.ts";
import { useText } from "../../texts/use-text.ts";
import { DateWords } from "../agreements/dates.tsx";
import { PartyPanel } from "./party-panel.tsx";
import styles from "./tab.module.css";

interface Row extends StatusRow {
  readonly key: string;
  readonly party: string;
  readonly side: string;
}

/** Every act of every party as the tables have it, with its source; sources that differ stand beside each other. */
export default function Parties({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useText();
  const { tracks, disputes, remarks, speakers, head } = agreement;
  const rows = tracks.flatMap((track): readonly Row[] =>
    track.acts.map((act, at) => ({
      ...act,
      key: `${track.id} ${at}`,
      party: track.id === "*" ? t("agreements.forAll") : track.name,
      side: track.side ?? "",
    })),
  );
  const questions = new Map(disputes.map(({ id, question }) => [id, question]));
  const sided = rows.some(({ side }) => side !== "");
  const files = useTableFiles("status", { instrument: head.id });
  const date = (text: string | undefined, unverified: boolean) =>
    text === undefined ? null : <DateWords date={text} unverified={unverified} />;
  return (
    <>
      <PartyPanel agreement={agreement} all />
      <Panel bare title={t("agreements.acts")}>
        <DataTable
          caption={t("agreements.acts")}
          rows={rows}
          keyOf={({ key }) => key}
          exports={files}
          empty={<p className={styles.note}>{t("agreements.noParties")}</p>}
          columns={[
            {
              id: "party",
              title: t("agreements.column.party"),
              cell: ({ party }) => <b>{party}</b>,
              by: ({ party }) => party,
            },
            ...(sided
              ? [
                  {
                    id: "side",
                    title: t("agreements.column.side"),
                    cell: ({ side }: Row) => side,
                    by: ({ side }: Row) => side,
                  },
                ]
              : []),
            {
              id: "act",
              title: t("agreements.column.act"),
              cell: ({ actName }) => actName,
              by: ({ actName }) => actName,
            },
            {
              id: "done",
              title: t("agreements.column.done"),
              cell: ({ actDate, unverified, effectDate }) => date(actDate, unverified && effectDate === undefined),
              by: ({ actDate }) => actDate,
            },
            {
              id: "effect",
              title: t("agreements.column.effect"),
              cell: ({ effectDate, provisionalFrom, unverified, act }) =>
                effectDate !== undefined ? (
                  date(effectDate, unverified)
                ) : provisionalFrom === undefined ? (
                  act === "signature" ? null : (
                    <span className={styles.gap}>{t("agreements.noEffectDate")}</span>
                  )
                ) : (
                  <>
                    {t("agreements.provisionally")} {date(provisionalFrom, unverified)}
                  </>
                ),
              by: ({ effectDate }) => effectDate,
            },
            {
              id: "source",
              title: t("agreements.column.source"),
              cell: ({ source, note, dispute, clauses, confidence }) => (
                <>
                  <span className={styles.source} lang="en">
                    {source}
                  </span>
                  {dispute === undefined ? null : (
                    <span className={styles.dispute}>
                      {t("agreements.sourcesDiffer", { question: questions.get(dispute) ?? dispute })}
                    </span>
                  )}
                  {clauses.length === 0 ? null : (
                    <span className={styles.second}>
                      {t("agreements.onlyClauses", { clauses: clauses.join(", ") })}
                    </span>
                  )}
                  {note === undefined ? null : (
                    <span className={styles.second} lang="en">
                      {note}
                    </span>
                  )}
                  <span className={styles.second}>
                    <Confidence level={confidence} as="sentence" />
                  </span>
                </>
              ),
            },
          ]}
        />
      </Panel>
      {speakers.length === 0 ? null : (
        <Panel className={styles.next} title={t("agreements.whoSpeaks")}>
          <ul className={styles.list}>
            {speakers.map(({ side, whoSpeaks, source }) => (
              <li key={side}>
                <b>{side}</b>: <span lang="en">{whoSpeaks}</span>{" "}
                <span className={styles.second} lang="en">
                  {source}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {remarks.length === 0 ? null : (
        <Panel className={styles.next} title={t("agreements.remarks")} count={remarks.length}>
          <ul className={styles.list}>
            {remarks.map((remark) => (
              <li key={remark.effect + remark.parties.join()}>
                <b>{remark.parties.map((party) => (party === "*" ? t("agreements.forAll") : party)).join(", ")}</b>:{" "}
                {remark.kind}
                {remark.from === undefined ? null : (
                  <>
                    {" ("}
                    <DateWords date={remark.from} />)
                  </>
                )}
                : {remark.effect}
                <span className={styles.second}>
                  {remark.source} · <Confidence level={remark.confidence} as="sentence" />
                  {remark.note === undefined ? null : ` · ${remark.note}`}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
