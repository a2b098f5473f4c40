import type { ReactNode } from "react";
import styles from "./empty.module.css";

/** What would appear here, and how. Never an illustration, never praise. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className={styles.empty}>{children}</p>;
}
