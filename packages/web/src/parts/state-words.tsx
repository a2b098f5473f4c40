import type { ReactNode } from "react";
import type { StateToken } from "../state/states.ts";
import styles from "./state-words.module.css";

/** The words of a state in its colour; they say all that the mark beside them says. */
export function StateWords({ token, children }: { readonly token: StateToken; readonly children: ReactNode }) {
  return <span className={`${styles.words} ${styles[token]}`}>{children}</span>;
}
