import type { Line as LineOf, Today } from "@kelisim/api";
import { type ReactNode, useState } from "react";
import { Line } from "../../parts/line.tsx";
import { Panel } from "../../parts/panel.tsx";
import { lineData } from "../../state/line-data.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./today.module.css";

export interface BoundProps {
  readonly today: Today;
  readonly chosen?: string;
  readonly onChoose: (key: string | undefined) => void;
  readonly actionsOf: (line: LineOf) => ReactNode;
}

/** Rights, limits and standing duties: they bind every day and have no day of their own. Closed until asked for. */
export function Bound({ today, chosen, onChoose, actionsOf }: BoundProps) {
  const { t, locale } = useText();
  const [open, setOpen] = useState(false);
  const lines = [...today.limits, ...today.rights, ...today.standing];
  const wording = { t, locale, timeZone: today.standpoint.timeZone, today: today.standpoint.today };
  if (lines.length === 0 && today.signedOnly.length === 0) return null;
  return (
    <Panel bare className={styles.bound}>
      {lines.length > 0 ? (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>
            {t("today.bound")} <span>{lines.length}</span>
          </summary>
          <ul>
            {open
              ? lines.map((line) => (
                  <Line
                    key={line.key}
                    line={lineData(line, wording, false)}
                    chosen={line.key === chosen}
                    onChoose={() => onChoose(line.key === chosen ? undefined : line.key)}
                    actions={line.key === chosen ? actionsOf(line) : undefined}
                  />
                ))
              : null}
          </ul>
        </details>
      ) : null}
      {today.signedOnly.length > 0 ? (
        <p className={styles.note}>
          <b>{t("today.signedOnly", { party: today.standpoint.partyName ?? "" })}</b>:{" "}
          {today.signedOnly.map((each) => each.name).join("; ")}
        </p>
      ) : null}
    </Panel>
  );
}
