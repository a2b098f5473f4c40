import { useText } from "../texts/use-text.ts";
import styles from "./marking-badge.module.css";

/** A marking in words, always outlined: the TLP label (FIRST, TLP 2.0) and whom it is released to. */
export function MarkingBadge({ marking }: { readonly marking: string }) {
  const { t } = useText();
  const [label = marking, ...rest] = marking.trim().split(/\s+/);
  const who = rest.join(" ");
  return <span className={styles.badge}>{who === "" ? label : t("parts.marking.to", { label, who })}</span>;
}
