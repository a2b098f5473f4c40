import type { ReactNode } from "react";
import { useText } from "../texts/use-text.ts";
import styles from "./training-frame.module.css";

export interface TrainingFrameProps {
  /** What is invented: "Four Rivers: invented states, complete records". */
  readonly about: ReactNode;
  readonly more?: ReactNode;
  readonly ground?: "training" | "hypothetical";
  readonly children: ReactNode;
}

/** A ground of its own for what is invented or supposed: a dashed frame under a striped band, never mixed with the rest. */
export function TrainingFrame({ about, more, ground = "training", children }: TrainingFrameProps) {
  const { t } = useText();
  const name = t(ground === "training" ? "parts.training" : "parts.hypothetical");
  return (
    <section className={styles.frame} aria-label={name}>
      <div className={styles.band}>
        <b>{name}</b>
        <span>{about}</span>
        {more ? <span>{more}</span> : null}
      </div>
      {children}
    </section>
  );
}
