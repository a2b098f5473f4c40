import type { PlacedError } from "../../state/records/places-of-errors.ts";
import styles from "./form.module.css";

/** What the node says of one field: what needs another value, and how to mend it. */
export function FieldErrors({ errors }: { readonly errors: readonly PlacedError[] | undefined }) {
  return (errors ?? []).map(({ detail, mend }) => (
    <span key={detail} className={styles.error}>
      {detail}
      {mend === undefined ? "" : `: ${mend}`}
    </span>
  ));
}
