import type { ReactNode } from "react";
import styles from "./day-group.module.css";

export interface DayGroupProps {
  /** "Tuesday 15 December", or why there is no day. */
  readonly title: string;
  /** The distance of a day, or how many lines stand below. */
  readonly note: string | number;
  /** One of a very long list: it is laid out when it comes near. */
  readonly late?: boolean;
  readonly children: ReactNode;
}

/** Lines of one day, or of one reason why they have none, under a heading. */
export function DayGroup({ title, note, late, children }: DayGroupProps) {
  return (
    <div className={`${styles.group} ${late ? styles.late : ""}`}>
      <h3 className={styles.head}>
        {title} <span>{note}</span>
      </h3>
      <ul>{children}</ul>
    </div>
  );
}
