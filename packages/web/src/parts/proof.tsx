import type { Proof as ProofData } from "@kelisim/api";
import { writeDated } from "../state/dated.ts";
import { fullAmount } from "../state/money/amounts.ts";
import type { Say } from "../texts/use-text.ts";
import { useText } from "../texts/use-text.ts";
import styles from "./proof.module.css";

/** Source, vintage and licence of a figure in lines, for a picture that leaves the page. */
export function sourceLines({ inputs }: Pick<ProofData, "inputs">, t: Say): readonly string[] {
  return inputs.map(({ name, vintage, citation, licence }) =>
    t(vintage === undefined ? "parts.proof.sourceLineUndated" : "parts.proof.sourceLine", {
      source: citation ?? name,
      vintage: vintage ?? "",
      licence: licence ?? t("parts.proof.licenceUnknown"),
    }),
  );
}

/** How a figure or a list was worked out, one click away: method, what it was made of, what was left out. */
export function Proof({ proof }: { readonly proof: ProofData }) {
  const { t, locale } = useText();
  const { method, inputs, exclusions } = proof;
  return (
    <details className={styles.proof}>
      <summary>{t("parts.proof")}</summary>
      <dl>
        <dt>{t("parts.proof.method")}</dt>
        <dd>
          {method.words} <code>{method.id}</code>
        </dd>
        <dt>{t("parts.proof.madeOf")}</dt>
        <dd>
          <ul>
            {inputs.map((input) => (
              <li key={input.of}>
                <b>{input.name}</b>,{" "}
                {input.vintage === undefined
                  ? t("parts.proof.undatedRows", { count: input.rows })
                  : t("parts.proof.vintageRows", { vintage: writeDated(input.vintage, locale), count: input.rows })}
                <Terms input={input} />
              </li>
            ))}
          </ul>
        </dd>
        <dt>{t("parts.proof.leftOut")}</dt>
        <dd>
          {exclusions.length === 0 ? t("parts.proof.nothingLeftOut") : null}
          <ul>
            {exclusions.map(({ reason, words, rows, amount }) => (
              <li key={`${reason}${amount?.sum ?? ""}${amount?.currency ?? ""}`}>
                {t("parts.proof.leftOutRows", { words, count: rows })}
                {amount === undefined ? null : ` ${fullAmount(amount.sum, locale)} ${amount.currency}.`}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </details>
  );
}

/** Citation, licence and caveats of what a producer published; a table of the region has its sources in its rows. */
function Terms({ input: { citation, licence, caveats } }: { readonly input: ProofData["inputs"][number] }) {
  const { t } = useText();
  if (citation === undefined) return null;
  return (
    <span className={styles.second}>
      {[citation, licence ?? t("parts.proof.licenceUnknown"), ...caveats].join(" · ")}
    </span>
  );
}
