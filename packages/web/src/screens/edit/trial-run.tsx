import type { Agreement, Trial } from "@kelisim/api";
import { useState } from "react";
import { tryText } from "../../api/agreements.ts";
import { Action } from "../../parts/action.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Line } from "../../parts/line.tsx";
import { Panel } from "../../parts/panel.tsx";
import { StateWords } from "../../parts/state-words.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { lineData } from "../../state/line-data.ts";
import { stateOf } from "../../state/states.ts";
import { useText } from "../../texts/use-text.ts";
import { Difference } from "../agreement/difference.tsx";
import { ProblemList } from "../agreement/problem-list.tsx";
import styles from "./edit.module.css";

/** The draft run over past records: what would stand under it, and what differs from the version in force. */
export function TrialRun({ agreement, text }: { readonly agreement: Agreement; readonly text: string }) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const [from, setFrom] = useState("");
  const [trial, setTrial] = useState<{ readonly of: string; readonly answer: Trial }>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await tryText(region.id, agreement.head.id, asked, { text, ...(from === "" ? {} : { from }) });
      setTrial({ of: text, answer });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const answer = trial?.answer;
  return (
    <Panel className={styles.next} title={t("editor.trial")}>
      <p className={styles.lead}>{t("editor.trialLead")}</p>
      <div className={styles.bar}>
        <DayField label={t("editor.trialFrom")} value={from} onChange={setFrom} />
        <Action look="main" disabled={busy} onClick={() => void run()}>
          {t(busy ? "editor.running" : "editor.run")}
        </Action>
      </div>
      {problem === undefined ? null : <ErrorPanel error={problem} safe={t("editor.textIsHere")} />}
      {trial === undefined || answer === undefined ? null : (
        <section aria-label={t("editor.trialResult")}>
          {trial.of === text ? null : <p role="status">{t("editor.trialOld")}</p>}
          <ProblemList problems={answer.problems.filter(({ severity }) => severity === "error")} />
          <p>{t("editor.wouldStand", { count: answer.lines.length + answer.more })}</p>
          <ul className={styles.states}>
            {answer.states.map(({ state, count }) => {
              const entry = stateOf({ state });
              return (
                <li key={state}>
                  <StatusMark state={entry} size={14} />
                  <StateWords token={entry.token}>
                    {t("editor.stateCount", { state: t(entry.text, { reason: "none" }), count })}
                  </StateWords>
                </li>
              );
            })}
          </ul>
          <details>
            <summary>{t("editor.showLines")}</summary>
            <ul>
              {answer.lines.map((line) => (
                <Line
                  key={line.key}
                  articleOnly
                  line={lineData(
                    line,
                    { t, locale, timeZone: answer.standpoint.timeZone, today: answer.standpoint.today },
                    false,
                  )}
                />
              ))}
            </ul>
          </details>
          <h3 className={styles.next}>{t("editor.differs")}</h3>
          <Difference diff={answer.diff} />
        </section>
      )}
    </Panel>
  );
}
