import type { Brief } from "@kelisim/api";
import { Action } from "../../parts/action.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useText } from "../../texts/use-text.ts";
import styles from "./brief.module.css";

export interface ConflictProps {
  readonly mine: string;
  readonly theirs: Brief;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

/** Somebody saved a version meanwhile: both texts side by side; a person decides. */
export function Conflict({ mine, theirs, onMine, onTheirs }: ConflictProps) {
  const { t } = useText();
  const last = theirs.versions.at(-1);
  return (
    <Panel title={t("brief.conflict")}>
      <p role="alert">{t("brief.conflictWhy")}</p>
      <div className={styles.pair}>
        <label>
          <span>{t("brief.mine")}</span>
          <textarea readOnly rows={12} value={mine} />
        </label>
        <label>
          <span>{t("brief.theirs", { version: last?.number ?? 0, by: last?.by ?? "" })}</span>
          <textarea readOnly rows={12} value={theirs.text} />
        </label>
      </div>
      <p className={styles.row}>
        <Action onClick={onMine}>{t("brief.keepMine")}</Action>
        <Action onClick={onTheirs}>{t("brief.takeTheirs")}</Action>
      </p>
    </Panel>
  );
}
