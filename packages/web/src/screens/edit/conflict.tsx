import type { AgreementDraft } from "@kelisim/api";
import { Action } from "../../parts/action.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useText } from "../../texts/use-text.ts";
import styles from "./edit.module.css";

export interface ConflictProps {
  readonly mine: string;
  readonly theirs: AgreementDraft;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

/** Somebody saved this draft meanwhile: both texts side by side; a person decides. */
export function Conflict({ mine, theirs, onMine, onTheirs }: ConflictProps) {
  const { t } = useText();
  return (
    <Panel title={t("editor.conflict")} className={styles.conflict}>
      <p role="alert">{t("editor.conflictWhy")}</p>
      <div className={styles.pair}>
        <label>
          <span>{t("editor.mine")}</span>
          <textarea readOnly rows={14} value={mine} lang="en" />
        </label>
        <label>
          <span>{t("editor.theirs", { version: theirs.version })}</span>
          <textarea readOnly rows={14} value={theirs.text} lang="en" />
        </label>
      </div>
      <p className={styles.actions}>
        <Action onClick={onMine}>{t("editor.keepMine")}</Action>
        <Action onClick={onTheirs}>{t("editor.takeTheirs")}</Action>
      </p>
    </Panel>
  );
}
