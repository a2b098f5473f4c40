import { type ReactNode, useState } from "react";
import type { StateEntry } from "../state/states.ts";
import { useText } from "../texts/use-text.ts";
import { Action } from "./action.tsx";
import styles from "./clause-card.module.css";
import { Confidence, type ConfidenceLevel } from "./confidence.tsx";
import { StateWords } from "./state-words.tsx";
import { StatusMark } from "./status-mark.tsx";

export interface ClauseCardProps {
  readonly id: string;
  readonly title: string;
  readonly who?: ReactNode;
  readonly when?: ReactNode;
  readonly channel?: ReactNode;
  /** How it stands now, for whom: one entry a state. */
  readonly now?: readonly { readonly state: StateEntry; readonly words: string }[];
  readonly confidence: ConfidenceLevel;
  /** The clause in the agreement language: the card and the code are two views of one thing. */
  readonly code?: string;
  readonly actions?: ReactNode;
}

/** A clause beside its article. */
export function ClauseCard(props: ClauseCardProps) {
  const { id, title, who, when, channel, now = [], confidence, code, actions } = props;
  const { t } = useText();
  const [asCode, setAsCode] = useState(false);
  return (
    <article className={styles.card} id={id}>
      <header className={styles.head}>
        <code>{id}</code>
        {code === undefined ? null : (
          <Action look="quiet" onClick={() => setAsCode((was) => !was)}>
            {t(asCode ? "parts.clause.card" : "parts.clause.code")}
          </Action>
        )}
      </header>
      <h3>{title}</h3>
      {asCode ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and the keyboard must reach them
        <pre className={styles.code} tabIndex={0}>
          {code}
        </pre>
      ) : (
        <dl>
          <Entry term={t("parts.clause.who")}>{who}</Entry>
          <Entry term={t("parts.clause.when")}>{when}</Entry>
          <Entry term={t("parts.clause.channel")}>{channel}</Entry>
          <Entry term={t("parts.line.confidence")}>
            <Confidence level={confidence} />
          </Entry>
          {now.length === 0 ? null : (
            <Entry term={t("parts.clause.now")}>
              {now.map((each) => (
                <span key={each.words} className={styles.state}>
                  <StatusMark state={each.state} size={14} />
                  <StateWords token={each.state.token} dashed={each.state.dashed}>
                    {each.words}
                  </StateWords>
                </span>
              ))}
            </Entry>
          )}
        </dl>
      )}
      {actions ? <footer className={styles.foot}>{actions}</footer> : null}
    </article>
  );
}

function Entry({ term, children }: { readonly term: string; readonly children?: ReactNode }) {
  return children === undefined || children === "" ? null : (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
