import type { BoundBrief } from "@kelisim/api";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { framed } from "../../state/brief/printed.ts";
import { useText } from "../../texts/use-text.ts";
import { nonce } from "../../theme/nonce.ts";
import styles from "./brief.module.css";

export interface PreviewProps {
  readonly bound: BoundBrief | undefined;
  readonly error: Error | null;
  readonly busy?: boolean;
  readonly onRetry: () => void;
}

/** The brief as it is printed, in a frame that runs nothing and reaches nowhere. */
export function Preview({ bound, error, busy, onRetry }: PreviewProps) {
  const { t } = useText();
  return (
    <Panel
      bare
      title={t("brief.preview")}
      aside={busy ? <span className="caption">{t("brief.working")}</span> : undefined}
      className={styles.preview}
    >
      {error && bound === undefined ? (
        <ErrorPanel error={error} onRetry={onRetry} />
      ) : bound === undefined ? (
        <Skeletons rows={6} />
      ) : bound.html === undefined ? (
        <p className={styles.told}>{t("brief.previewNone")}</p>
      ) : (
        <iframe
          title={t("brief.previewFrame")}
          className={styles.frame}
          sandbox=""
          srcDoc={framed(bound.html, nonce())}
        />
      )}
    </Panel>
  );
}
