import type { AgreementClause } from "@kelisim/api";
import { Confidence } from "../../parts/confidence.tsx";
import { Runs } from "../../parts/runs.tsx";
import { useText } from "../../texts/use-text.ts";
import styles from "../agreement/clause.module.css";
import { FORM, LABEL } from "../agreements/words.ts";

/** A clause of a draft: its rule, and nothing about what stands under it, as nothing does yet. */
export function DraftClause({ clause }: { readonly clause: AgreementClause }) {
  const { t } = useText();
  const { id, title, form, rule, confidence } = clause;
  return (
    <article className={styles.card} aria-label={`${id} ${title}`}>
      <header className={styles.top}>
        <code>{id}</code>
        <span>{t(FORM[form])}</span>
        <span className={styles.right}>
          <Confidence level={confidence} />
        </span>
      </header>
      <h3>{title}</h3>
      <dl>
        {rule.map(({ label, runs }) => (
          <div key={label}>
            <dt>{t(LABEL[label])}</dt>
            <dd>{label === "consent" ? t("agreements.unlessConsent") : <Runs runs={runs} />}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
