import type { Coverage, CoverageProof } from "@kelisim/api";
import { writeDated } from "../../state/dated.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./coverage.module.css";
import { useAmount } from "./programme-item.tsx";

/** How figures were worked out, one click away: method, tables with their state, what was left out. */
export function Proof({ data, of }: { readonly data: Coverage; readonly of: CoverageProof["of"] }) {
  const { t, locale } = useText();
  const amount = useAmount();
  const proof = data.proofs.find((each) => each.of === of);
  if (!proof) return null;
  return (
    <details className={styles.proof}>
      <summary>{t("coverage.proof")}</summary>
      <dl>
        <dt>{t("coverage.method")}</dt>
        <dd>
          {proof.method.words} <code>{proof.method.id}</code>
        </dd>
        <dt>{t("coverage.inputs")}</dt>
        {proof.inputs.map(({ of: table, name, rows, vintage }) => (
          <dd key={table}>
            {t(vintage === undefined ? "coverage.inputUndated" : "coverage.input", {
              name,
              rows,
              vintage: vintage === undefined ? "" : writeDated(vintage, locale),
            })}
          </dd>
        ))}
        <dt>{t("coverage.exclusions")}</dt>
        {proof.exclusions.length === 0 ? <dd>{t("coverage.nothingLeftOut")}</dd> : null}
        {proof.exclusions.map(({ reason, rows, amount: left }) => (
          <dd key={`${reason} ${left?.currency ?? ""}`}>
            {t("coverage.exclusion", { reason, rows })}
            {left ? `, ${amount(left.sum, left.currency)}` : null}
          </dd>
        ))}
      </dl>
    </details>
  );
}
