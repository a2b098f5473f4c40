import type { ReactNode } from "react";
import styles from "./side-item.module.css";

export interface SideItemProps {
  readonly mark?: ReactNode;
  readonly title: ReactNode;
  readonly children?: ReactNode;
}

/** A row of a side panel: mark, what it is, one line about it. */
export function SideItem({ mark, title, children }: SideItemProps) {
  return (
    <div className={styles.item}>
      <span className={styles.mark}>{mark}</span>
      <div>
        <div className={styles.title}>{title}</div>
        {children ? <div className={styles.note}>{children}</div> : null}
      </div>
    </div>
  );
}
