import type { ReactNode } from "react";
import styles from "./action.module.css";

export interface ActionProps {
  readonly children: ReactNode;
  /** "main" is the one act of a screen; "quiet" stands in a row of others. */
  readonly look?: "main" | "plain" | "quiet";
  /** The single key that does the same. */
  readonly keys?: string;
  readonly href?: string;
  readonly download?: boolean;
  readonly disabled?: boolean;
  readonly type?: "button" | "submit";
  readonly onClick?: () => void;
}

/** A button, or a link that looks like one. */
export function Action({ children, look = "plain", keys, href, download, disabled, type, onClick }: ActionProps) {
  const content = (
    <>
      {children}
      {keys ? (
        <span aria-hidden="true">
          <kbd>{keys}</kbd>
        </span>
      ) : null}
    </>
  );
  const className = `${styles.action} ${styles[look]}`;
  if (href !== undefined) {
    return (
      <a className={className} href={href} download={download} onClick={onClick} aria-keyshortcuts={keys}>
        {content}
      </a>
    );
  }
  return (
    <button
      type={type ?? "button"}
      className={className}
      onClick={onClick}
      disabled={disabled}
      aria-keyshortcuts={keys}
    >
      {content}
    </button>
  );
}
