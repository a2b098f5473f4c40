import type { Figure } from "@kelisim/api";
import { fullAmount } from "../../state/money/amounts.ts";
import type { Say } from "../../texts/use-text.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./money.module.css";

type Proven = Pick<Figure<unknown>, "method" | "inputs" | "exclusions">;

/** Source, vintage and licence of a figure in lines, for a picture that leaves the page. */
export function sourceLines({ inputs }: Proven, t: Say): readonly string[] {
  return inputs.map(({ name, vintage, citation, licence }) =>
    t("money.sourceLine", {
      source: citation ?? name,
      vintage,
      licence: licence ?? t("money.licenceUnknown"),
    }),
  );
}

/** How a figure was worked out: method, what it was made of, what was left out. */
export function Proof({ figure }: { readonly figure: Proven }) {
  const { t, locale } = useText();
  const { method, inputs, exclusions } = figure;
  const left = exclusions.filter(({ rows }) => rows > 0);
  return (
    <details className={styles.proof}>
      <summary>{t("money.proof")}</summary>
      <dl>
        <dt>{t("money.method")}</dt>
        <dd>
          {method.words} <code>{method.id}</code>
        </dd>
        <dt>{t("money.madeOf")}</dt>
        <dd>
          <ul>
            {inputs.map((input) => (
              <li key={input.of}>
                <b>{input.name}</b>, {t("money.vintageRows", { vintage: input.vintage, count: input.rows })}
                <span className={styles.second}>
                  {[input.citation, input.licence ?? t("money.licenceUnknown"), ...input.caveats]
                    .filter((each) => each !== undefined)
                    .join(" · ")}
                </span>
              </li>
            ))}
          </ul>
        </dd>
        <dt>{t("money.leftOut")}</dt>
        <dd>
          {left.length === 0 ? t("money.nothingLeftOut") : null}
          <ul>
            {left.map(({ reason, words, rows, amount }) => (
              <li key={`${reason}${amount?.sum ?? ""}${amount?.currency ?? ""}`}>
                {t("money.leftOutRows", { words, count: rows })}
                {amount === undefined ? null : ` ${fullAmount(amount.sum, locale)} ${amount.currency}.`}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </details>
  );
}
