import type { BriefProblem } from "@kelisim/api";
import { Action } from "../../parts/action.tsx";
import { Panel } from "../../parts/panel.tsx";
import { keyed } from "../../state/keyed.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./brief.module.css";

export interface ProblemsProps {
  readonly problems: readonly BriefProblem[];
  /** Moves the caret there; absent: the text is not shown. */
  readonly onShow?: (line: number, column: number) => void;
}

/** Errors and warnings of a text, each with its place. What moved or has no record stands among the figures. */
export function Problems({ problems, onShow }: ProblemsProps) {
  const { t, language } = useText();
  const shown = problems.filter(({ code }) => code !== "brief/stale" && code !== "brief/not-recorded");
  return (
    <Panel bare title={t("brief.problems")} count={shown.length}>
      {shown.length === 0 ? (
        <p className={styles.told}>{t("brief.noProblems")}</p>
      ) : (
        <>
          {language === "en" || !shown.some(({ message }) => englishOnly(message)) ? null : (
            <p className={styles.told}>{t("brief.problemsEnglish")}</p>
          )}
          <ul className={styles.problems}>
            {keyed(shown).map(({ key, item: { severity, message, mend, line, column } }) => (
              <li key={key} className={severity === "error" ? styles.error : undefined}>
                <p>
                  <span className={styles.severity}>{t(`brief.severity.${severity}`)}</span>{" "}
                  {line === undefined ? null : (
                    <span className="meta">{t("brief.at", { line, column: column ?? 1 })}</span>
                  )}
                </p>
                <p lang={englishOnly(message) ? "en" : undefined}>{message}</p>
                {mend === undefined ? null : (
                  <p lang={englishOnly(mend) ? "en" : undefined} className="meta">
                    {mend}
                  </p>
                )}
                {onShow === undefined || line === undefined ? null : (
                  <Action look="quiet" onClick={() => onShow(line, column ?? 1)}>
                    {t("brief.show")}
                  </Action>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

/** A sentence that the node has in English only. */
export const englishOnly = (text: string): boolean => !/[\u0400-\u04ff]/.test(text);
