import type { PlacedError } from "../../state/records/places-of-errors.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./form.module.css";

/** What the node says of one field: what needs another value, and how to mend it. */
export function FieldErrors({ errors }: { readonly errors: readonly PlacedError[] | undefined }) {
  const { t } = useText();
  return (errors ?? []).map(({ detail, mend }) =>
    detail === "is missing" ? (
      <span key={detail} className={styles.error}>
        {t("records.missing")}
      </span>
    ) : (
      // The node words these in English.
      <span key={detail} className={styles.error} lang="en">
        {detail}
        {mend === undefined ? "" : `: ${mend}`}
      </span>
    ),
  );
}
