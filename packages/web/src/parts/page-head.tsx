import type { ReactNode } from "react";
import styles from "./page-head.module.css";

export interface PageHeadProps {
  readonly title: ReactNode;
  /** The answer: one or two sentences that would do on the telephone. */
  readonly answer?: ReactNode;
  readonly actions?: ReactNode;
  /** What it is a part of, above the title. */
  readonly above?: ReactNode;
}

/** The head of every screen: the answer first. */
export function PageHead({ title, answer, actions, above }: PageHeadProps) {
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        {above ? <p className={styles.above}>{above}</p> : null}
        <h1>{title}</h1>
        {answer ? <p className={styles.answer}>{answer}</p> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
