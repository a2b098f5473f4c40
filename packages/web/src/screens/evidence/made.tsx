import type { Made as MadeData } from "@kelisim/api";
import { writeDated } from "../../state/dated.ts";
import { REASONS } from "../../state/evidence/words.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./evidence.module.css";

const TABLES: Readonly<Record<string, MessageId>> = {
  claims: "evidence.table.claims",
  indicators: "evidence.table.indicators",
  printed: "evidence.table.printed",
  programmes: "evidence.table.programmes",
  sources: "evidence.table.sources",
  threats: "evidence.table.threats",
  undertakings: "evidence.table.undertakings",
};

/** How a list was made: its rule and what the rule cannot say, the tables with their vintage, what was left out. */
export function Made({ made, rule }: { readonly made: MadeData; readonly rule: MessageId }) {
  const { t, locale } = useText();
  return (
    <details className={styles.made}>
      <summary>{t("evidence.made")}</summary>
      <p>{t(rule)}</p>
      <ul>
        {made.inputs.map(({ of, rows, vintage }) => (
          <li key={of}>
            {t("evidence.made.input", { table: TABLES[of] === undefined ? of : t(TABLES[of]), count: rows })}{" "}
            {vintage === undefined
              ? t("evidence.made.noVintage")
              : t("evidence.made.vintage", { date: writeDated(vintage, locale) })}
          </li>
        ))}
        {made.exclusions.map(({ reason, rows }) => (
          <li key={reason}>
            {t("evidence.made.excluded", {
              reason: REASONS[reason] === undefined ? reason : t(REASONS[reason]),
              count: rows,
            })}
          </li>
        ))}
        {made.exclusions.length === 0 ? <li>{t("evidence.made.nothingExcluded")}</li> : null}
      </ul>
      <p className="caption">{t("evidence.made.id", { id: made.method.id })}</p>
    </details>
  );
}
