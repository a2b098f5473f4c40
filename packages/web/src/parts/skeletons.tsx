import { useConnection } from "../api/connection.ts";
import { useText } from "../texts/use-text.ts";
import { Empty } from "./empty.tsx";
import styles from "./skeletons.module.css";

/** Rows in place of a first answer; later answers keep what stood there. While the node is away nothing is on its way. */
export function Skeletons({ rows = 4 }: { readonly rows?: number }) {
  const { t } = useText();
  const { up } = useConnection();
  if (!up) return <Empty>{t("parts.waits")}</Empty>;
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
