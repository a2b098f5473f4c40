import type { Situation } from "@kelisim/api";
import { type CSSProperties, useMemo } from "react";
import { Panel } from "../../parts/panel.tsx";
import { writeDated } from "../../state/dated.ts";
import { useText } from "../../texts/use-text.ts";
import { binsOf, isNamed } from "./bins.ts";
import styles from "./situation.module.css";

export interface TimeLineProps {
  readonly situation: Situation;
  /** Id of the chosen event. */
  readonly chosen: string | undefined;
  /** Asks for one column only: a year, a month or a day. */
  readonly onTime: (time: string) => void;
}

/** One dot for each event, in columns by when it happened. */
export function TimeLine({ situation, chosen, onTime }: TimeLineProps) {
  const { t, locale } = useText();
  const { unit, columns, wide } = useMemo(() => binsOf(situation.marks), [situation.marks]);
  if (columns.length === 0) return null;
  const most = Math.max(...columns.map(({ dots }) => dots.length));
  return (
    <Panel title={t("situation.time")}>
      <ol className={styles.time} style={{ "--most": most } as CSSProperties}>
        {columns.map(({ id, dots }, index) => (
          <li key={id}>
            <button
              type="button"
              disabled={dots.length === 0}
              aria-label={t("situation.bin", { when: writeDated(id, locale), count: dots.length })}
              title={t("situation.bin", { when: writeDated(id, locale), count: dots.length })}
              onClick={() => onTime(id)}
            >
              {dots.map((dot) => (
                <i
                  key={dot.id}
                  className={`${dot.unverified ? styles.dotOpen : styles.dot} ${dot.id === chosen ? styles.dotChosen : ""}`}
                />
              ))}
            </button>
            <span aria-hidden="true">{isNamed(id, unit, index, columns.length) ? writeDated(id, locale) : null}</span>
          </li>
        ))}
      </ol>
      <p className={styles.note}>
        {t("situation.timeNote")} {wide.length > 0 ? t("situation.wide", { count: wide.length }) : null}
      </p>
    </Panel>
  );
}
