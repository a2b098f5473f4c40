import type { Situation } from "@kelisim/api";
import type { ReactNode } from "react";
import type { TableFiles } from "../../api/table-files.ts";
import { Confidence } from "../../parts/confidence.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ExportMenu } from "../../parts/export-menu.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useText } from "../../texts/use-text.ts";
import styles from "./situation.module.css";

export interface ThreatsProps {
  readonly situation: Situation;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
  readonly note: ReactNode;
  readonly files: TableFiles;
}

/** The threats that papers on the region name, with what answers them; the chosen one opens. */
export function Threats({ situation, chosen, onChoose, note, files }: ThreatsProps) {
  const { t } = useText();
  const { threats } = situation;
  return (
    <Panel
      bare
      title={t("situation.threatsTitle")}
      count={threats.length}
      aside={<ExportMenu hrefs={files} />}
      className={styles.threats}
    >
      {threats.length === 0 ? <Empty>{t("situation.threatNone")}</Empty> : null}
      <ul>
        {threats.map((threat) => {
          const open = threat.id === chosen;
          const { instruments, programmes, duties } = threat;
          return (
            <li key={threat.id} className={styles.threat}>
              <button type="button" aria-expanded={open} onClick={() => onChoose(open ? undefined : threat.id)}>
                <b>{threat.name}</b>
                <span>{t("situation.threatEvents", { count: threat.events })}</span>
              </button>
              {open ? (
                <div className={styles.threatMore}>
                  {threat.definition ? <p>{threat.definition}</p> : null}
                  <p className={styles.muted}>
                    {t("situation.threatRows", {
                      instruments: instruments.length,
                      programmes: programmes.length,
                      duties: duties.length,
                    })}
                  </p>
                  {instruments.length > 0 ? (
                    <p className={styles.muted}>{instruments.map(({ name }) => name).join("; ")}</p>
                  ) : null}
                  <p className={styles.muted}>
                    <Confidence level={threat.confidence} /> · {threat.source}
                  </p>
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
      {note}
    </Panel>
  );
}
