import { useText } from "../texts/use-text.ts";
import styles from "./skeletons.module.css";

/** Rows in place of a first answer; later answers keep what stood there. */
export function Skeletons({ rows = 4 }: { readonly rows?: number }) {
  const { t } = useText();
  return (
    <div className={styles.rows} aria-busy="true">
      <span className="unseen">{t("parts.loading")}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without content
        <i key={`row-${row + 1}`} style={{ width: `${72 - ((row * 28) % 50)}%` }} />
      ))}
    </div>
  );
}
