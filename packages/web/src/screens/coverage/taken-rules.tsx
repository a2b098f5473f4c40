import type { Coverage, PurposeRuleView } from "@kelisim/api";
import { Sourced } from "../../parts/sourced.tsx";
import { originalLanguage } from "../../state/money/original.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./coverage.module.css";

export interface TakenRulesProps {
  readonly rules: readonly PurposeRuleView[];
  readonly threats: Coverage["threats"];
}

/** Which purposes were declared to speak to which threat: a reading that can be argued with. */
export function TakenRules({ rules, threats }: TakenRulesProps) {
  const { t, language } = useText();
  const shown = rules.filter(({ threat }) => threats.some(({ id }) => id === threat));
  if (shown.length === 0) return <p className="caption">{t("coverage.taken.noRules")}</p>;
  return (
    <details className={styles.rules}>
      <summary>{t("coverage.taken.rules", { count: shown.length })}</summary>
      <p className="caption">{t("coverage.taken.rulesNote")}</p>
      <ul>
        {shown.map((rule) => (
          <li key={`${rule.threat} ${rule.codes.join()} ${rule.words.join()}`}>
            <b>{threats.find(({ id }) => id === rule.threat)?.name}</b>:{" "}
            {t("coverage.taken.rule", {
              codes: rule.codes.join(", "),
              words: rule.words.join(", "),
              count: rule.words.length,
            })}
            <small>
              <Sourced {...rule} />
              {rule.note === undefined ? null : (
                <span lang={originalLanguage(rule.note, language)}> · {rule.note}</span>
              )}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}
