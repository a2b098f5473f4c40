import type { ReactNode } from "react";
import styles from "./differing.module.css";

export interface DifferingProps {
  readonly values: readonly { readonly value: ReactNode; readonly source: ReactNode }[];
}

/** Sources that differ stand side by side, none before the other. */
export function Differing({ values }: DifferingProps) {
  return (
    <div className={styles.both}>
      {values.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order is that of the answer and never changes
        <div key={`value-${index + 1}`}>
          <b>{each.value}</b>
          {each.source}
        </div>
      ))}
    </div>
  );
}
