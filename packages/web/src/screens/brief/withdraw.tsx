import type { BriefWithdrawal, WithdrawBrief } from "@kelisim/api";
import { useState } from "react";
import { Action } from "../../parts/action.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { writeMoment } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./brief.module.css";

export interface WithdrawProps {
  readonly number: number;
  readonly busy: boolean;
  readonly onWithdraw: (withdraw: WithdrawBrief) => void;
}

/** Says of an approved version that it does not hold any more; the reason is asked for before it is done. */
export function Withdraw({ number, busy, onWithdraw }: WithdrawProps) {
  const { t } = useText();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState("");
  if (!asked)
    return (
      <Action look="quiet" disabled={busy} onClick={() => setAsked(true)}>
        {`${t("brief.withdraw")}: ${number}`}
      </Action>
    );
  return (
    <form
      className={styles.save}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(false);
        onWithdraw({ number, reason: reason.trim() });
      }}
    >
      <label>
        <span>{t("brief.withdrawReason")}</span>
        <input value={reason} maxLength={400} required onChange={({ target }) => setReason(target.value)} />
        <small>{t("brief.withdrawMeans", { number })}</small>
      </label>
      <Action type="submit" disabled={busy || reason.trim() === ""}>
        {t("brief.withdraw")}
      </Action>
      <Action onClick={() => setAsked(false)}>{t("node.leave")}</Action>
    </form>
  );
}

/** That a version was withdrawn, by whom, when and why. */
export function Withdrawn({ withdrawal }: { readonly withdrawal: BriefWithdrawal }) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const { number, by, at, reason } = withdrawal;
  return (
    <p className={styles.misfit}>
      {t("brief.withdrawnBy", { number, by, date: writeMoment(at, locale, region.timeZone) })}{" "}
      <span lang="und">{reason}</span>
    </p>
  );
}
