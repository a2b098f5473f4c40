import { useState } from "react";
import { useText } from "../texts/use-text.ts";
import { Action } from "./action.tsx";
import styles from "./confirm.module.css";

export interface ConfirmProps {
  /** What is done: "Remove". */
  readonly label: string;
  /** What follows from it, asked before it is done. */
  readonly question: string;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
}

/** An act that is asked for twice, in its own place: nothing covers the page. */
export function Confirm({ label, question, busy, onConfirm }: ConfirmProps) {
  const { t } = useText();
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <Action look="quiet" disabled={busy} onClick={() => setAsked(true)}>
        {label}
      </Action>
    );
  return (
    <fieldset className={styles.asked} aria-label={question}>
      <p className="meta">{question}</p>
      <div>
        <Action
          look="quiet"
          disabled={busy}
          onClick={() => {
            setAsked(false);
            onConfirm();
          }}
        >
          {label}
        </Action>
        <Action look="quiet" onClick={() => setAsked(false)}>
          {t("node.leave")}
        </Action>
      </div>
    </fieldset>
  );
}
