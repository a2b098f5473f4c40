import type { ReactNode } from "react";
import { useText } from "../texts/use-text.ts";
import styles from "./unverified.module.css";

/** A number, date or article that no source we hold confirms: a dashed line under it and the word behind it. */
export function Unverified({ children }: { readonly children: ReactNode }) {
  const { t } = useText();
  return (
    <span className={styles.unverified}>
      {children}
      <i>{t("state.unverified")}</i>
    </span>
  );
}
