import { type ReactNode, useId } from "react";
import styles from "./panel.module.css";

export interface PanelProps {
  readonly title?: ReactNode;
  readonly count?: number;
  /** At the right end of the head. */
  readonly aside?: ReactNode;
  /** Below the content, behind a line: usually one quiet action. */
  readonly foot?: ReactNode;
  readonly children?: ReactNode;
  /** Content keeps its own distance from the edge. */
  readonly bare?: boolean;
  readonly className?: string;
}

/** A sheet with a head. */
export function Panel({ title, count, aside, foot, children, bare, className }: PanelProps) {
  const id = useId();
  return (
    <section className={`${styles.panel} ${className ?? ""}`} aria-labelledby={title === undefined ? undefined : id}>
      {title === undefined ? null : (
        <header className={styles.head}>
          <h2 id={id}>{title}</h2>
          {count === undefined ? null : <span className={styles.count}>{count}</span>}
          {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
        </header>
      )}
      {bare ? children : <div className={styles.body}>{children}</div>}
      {foot === undefined ? null : <div className={styles.foot}>{foot}</div>}
    </section>
  );
}
