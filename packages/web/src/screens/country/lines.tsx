import type { Country, Line as LineOf } from "@kelisim/api";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Action } from "../../parts/action.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Line } from "../../parts/line.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { lineData } from "../../state/line-data.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./country.module.css";

/** Shown before the rest is asked for. */
const FEW = 8;

export interface LinesProps {
  readonly title: string;
  readonly lines: readonly LineOf[];
  readonly country: Country;
}

/** Duties of the country in the window, dated ones first. */
export function Lines({ title, lines, country }: LinesProps) {
  const { t, locale } = useText();
  const address = useAddress();
  const changeAddress = useChangeAddress();
  const navigate = useNavigate();
  const [all, setAll] = useState(false);
  const { timeZone, today } = country.standpoint;
  const shown = all ? lines : lines.slice(0, FEW);
  return (
    <Panel bare title={title} count={lines.length}>
      {lines.length === 0 ? <Empty>{t("country.noLines")}</Empty> : null}
      <ul>
        {shown.map((line) => (
          <Line
            key={line.key}
            line={lineData(line, { t, locale, timeZone, today }, false)}
            chosen={line.key === address.line}
            onChoose={() => changeAddress({ line: line.key === address.line ? undefined : line.key }, true)}
            actions={
              <Action
                look="quiet"
                onClick={() =>
                  void navigate({
                    to: "/explain",
                    search: { ...carried({ ...address, as: country.party.id }), line: line.key } as never,
                  })
                }
              >
                {t("today.explain")}
              </Action>
            }
          />
        ))}
      </ul>
      {shown.length < lines.length ? (
        <p className={styles.note}>
          <Action look="quiet" onClick={() => setAll(true)}>
            {t("country.allLines")}
          </Action>
        </p>
      ) : null}
    </Panel>
  );
}
