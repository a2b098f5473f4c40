import type { Brief, SignBrief } from "@kelisim/api";
import { useState } from "react";
import { Action } from "../../parts/action.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useText } from "../../texts/use-text.ts";
import styles from "./brief.module.css";

export interface SignProps {
  readonly brief: Brief;
  readonly dirty: boolean;
  readonly busy: boolean;
  readonly onSign: (sign: SignBrief) => void;
}

/** Review and approval of the newest version, each with what it means. */
export function Sign({ brief, dirty, busy, onSign }: SignProps) {
  const { t } = useText();
  const [note, setNote] = useState("");
  const { mayReview, mayApprove, fourEyes, versions } = brief;
  if (!mayReview && !mayApprove && !fourEyes) return null;
  const number = versions.length;
  const sign = (act: SignBrief["act"]) => () => onSign({ act, ...(note.trim() === "" ? {} : { note: note.trim() }) });
  return (
    <Panel title={t(`brief.state.${brief.state}`)}>
      <div className={styles.form}>
        {dirty ? <p className={styles.misfit}>{t("brief.unsavedFirst")}</p> : null}
        <label>
          <span>{t("brief.signNote")}</span>
          <input value={note} maxLength={400} onChange={({ target }) => setNote(target.value)} />
        </label>
        {mayReview ? (
          <div>
            <Action disabled={busy || dirty} onClick={sign("reviewed")}>
              {t("brief.review")}
            </Action>
            <p className="meta">{t("brief.reviewMeans", { number })}</p>
          </div>
        ) : null}
        {mayApprove ? (
          <div>
            <Action disabled={busy || dirty} onClick={sign("approved")}>
              {t("brief.approve")}
            </Action>
            <p className="meta">{t("brief.approveMeans", { number })}</p>
          </div>
        ) : null}
        {fourEyes ? <p className="meta">{t("brief.fourEyes")}</p> : null}
      </div>
    </Panel>
  );
}
