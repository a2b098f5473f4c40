import type { ReactNode } from "react";
import type { StateToken } from "../state/states.ts";
import styles from "./state-words.module.css";
import tokens from "./tokens.module.css";

export interface StateWordsProps {
  readonly token: StateToken;
  /** Over a dashed line: they rest on a number that no source confirms. */
  readonly dashed?: boolean;
  readonly children: ReactNode;
}

/** The words of a state in its colour; they say all that the mark beside them says. */
export function StateWords({ token, dashed = false, children }: StateWordsProps) {
  return <span className={`${styles.words} ${tokens[token]} ${dashed ? styles.dashed : ""}`}>{children}</span>;
}
