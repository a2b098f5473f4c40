import type { Interview } from "@kelisim/api";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { eraseInterview } from "../../api/evidence.ts";
import { Action } from "../../parts/action.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { writeDated } from "../../state/dated.ts";
import { useText } from "../../texts/use-text.ts";
import { languageName } from "../agreement/language-name.ts";
import styles from "./evidence.module.css";

export interface InterviewListProps {
  readonly interviews: readonly Interview[];
  readonly mayErase: boolean;
}

/** Interviews, each opened to its segments; one can be erased for ever. */
export function InterviewList({ interviews, mayErase }: InterviewListProps) {
  const { t } = useText();
  if (interviews.length === 0) return <p className={styles.note}>{t("evidence.interviews.noneFound")}</p>;
  return (
    <ul className={styles.claims} aria-label={t("evidence.tab.interviews")}>
      {interviews.map((interview) => (
        <Item key={interview.id} interview={interview} mayErase={mayErase} />
      ))}
    </ul>
  );
}

function Item({ interview, mayErase }: { readonly interview: Interview; readonly mayErase: boolean }) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>();
  const { id, label, city, country, sector, date, language, segments } = interview;
  const state = region.parties.find((party) => party.id === country)?.name ?? country;
  const spoken = language === undefined ? undefined : languageName(language, locale);
  const erase = async () => {
    try {
      await eraseInterview(region.id, id);
      await client.invalidateQueries({ queryKey: ["region", region.id, "/evidence/interviews"] });
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <li className={styles.interview}>
      <details>
        <summary>
          <b>{label}</b> {[city, state, sector, writeDated(date, locale), spoken].filter(Boolean).join(", ")}
          <small className={styles.small}>{t("evidence.interviews.segmentCount", { count: segments.length })}</small>
        </summary>
        <ul>
          {segments.map(({ unit, excerpt, codes }) => (
            <li key={unit}>
              <b>{unit}</b>{" "}
              {codes.length === 0
                ? t("evidence.interviews.uncoded")
                : codes.map(({ coder, code }) => `${coder}: ${code ?? t("evidence.interviews.noCode")}`).join("; ")}
              {excerpt === undefined ? null : (
                <small className={styles.small} lang={language}>
                  {excerpt}
                </small>
              )}
            </li>
          ))}
        </ul>
        {error === undefined ? null : <ErrorPanel error={error} what={t("evidence.interviews.eraseBroken")} />}
        {!mayErase ? null : asking ? (
          <p className={styles.acts} role="status">
            {t("evidence.interviews.eraseSure", { label })}{" "}
            <Action onClick={() => void erase()}>{t("evidence.interviews.eraseYes")}</Action>
            <Action look="quiet" onClick={() => setAsking(false)}>
              {t("evidence.close")}
            </Action>
          </p>
        ) : (
          <p className="screen-only">
            <Action look="quiet" onClick={() => setAsking(true)}>
              {t("evidence.interviews.erase")}
            </Action>
          </p>
        )}
      </details>
    </li>
  );
}
