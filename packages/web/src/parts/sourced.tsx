import { Confidence, type ConfidenceLevel } from "./confidence.tsx";
import styles from "./sourced.module.css";
import { Unverified } from "./unverified.tsx";

export interface SourcedProps {
  readonly source: string;
  readonly confidence: ConfidenceLevel;
  /** Nothing but general knowledge stands behind it. */
  readonly unverified: boolean;
}

/** Where a statement comes from and how sure it is; no figure stands without it. */
export function Sourced({ source, confidence, unverified }: SourcedProps) {
  return (
    <span className={styles.sourced}>
      {unverified ? <Unverified>{source}</Unverified> : source}
      {"\u00A0· "}
      <Confidence level={confidence} />
    </span>
  );
}
