import type { TakenList } from "@kelisim/api";
import { Empty } from "../../parts/empty.tsx";
import { Panel } from "../../parts/panel.tsx";
import { StateTable } from "../../parts/state-table.tsx";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { countTable } from "../../state/evidence/taken.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./evidence.module.css";

export interface CountMatrixProps {
  readonly data: TakenList;
  readonly title: string;
  /** A figure was chosen: what it counts is shown. */
  readonly onChoose: () => void;
}

/** How many rows name which state in which year; a figure narrows the lists below to its state and year. */
export function CountMatrix({ data, title, onChoose }: CountMatrixProps) {
  const { t } = useText();
  const { who, from, to } = useAddress();
  const change = useChangeAddress();
  const { years, count } = countTable(data);
  return (
    <Panel bare title={title}>
      <p className={styles.note}>{t("evidence.counts.note")}</p>
      {years.length === 0 ? (
        <Empty>{t("evidence.taken.noneFound")}</Empty>
      ) : (
        <StateTable caption={title} rowsOf={t("evidence.year")} states={data.parties} className={styles.counts}>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {data.parties.map(({ id, name }) => {
                const { taken, curated } = count(id, year) ?? {};
                const isChosen = who === id && from === String(year) && to === String(year);
                return (
                  <td key={id}>
                    {taken === undefined && curated === undefined ? null : (
                      <button
                        type="button"
                        aria-pressed={isChosen}
                        onClick={() => {
                          if (!isChosen) onChoose();
                          change(
                            isChosen
                              ? { who: undefined, from: undefined, to: undefined, start: undefined }
                              : { who: id, from: String(year), to: String(year), start: undefined },
                          );
                        }}
                      >
                        <span className="unseen">{t("evidence.counts.cell", { state: name, year: String(year) })}</span>
                        {taken === undefined ? null : (
                          <b>
                            {taken}
                            <span className="unseen"> {t("evidence.counts.taken", { count: taken })}</span>
                          </b>
                        )}
                        {curated === undefined ? null : <i> {t("evidence.counts.ours", { count: curated })}</i>}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </StateTable>
      )}
    </Panel>
  );
}
