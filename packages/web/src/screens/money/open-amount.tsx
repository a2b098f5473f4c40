import { fullAmount } from "../../state/money/amounts.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./money.module.css";

/** An amount that opens its rows; an absent one is unknown and has none. */
export function Amount({
  sum,
  what,
  onOpen,
}: {
  readonly sum: string | undefined;
  readonly what: string;
  readonly onOpen: () => void;
}) {
  const { t, locale } = useText();
  if (sum === undefined) return t("money.noAmount");
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={t("money.openRowsOf", { what: `${what}: ${fullAmount(sum, locale)}` })}
      onClick={onOpen}
    >
      {fullAmount(sum, locale)}
    </button>
  );
}
