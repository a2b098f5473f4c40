import type { ReactNode } from "react";
import styles from "./link-button.module.css";

export interface LinkButtonProps {
  /** For those who hear it, where the words alone do not say what is opened. */
  readonly label?: string;
  /** Whether what it opens stands open; absent: it opens nothing on this page. */
  readonly isOpen?: boolean;
  readonly onClick: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Words or a figure in a text or a table that open what stands behind them. */
export function LinkButton({ label, isOpen, onClick, className, children }: LinkButtonProps) {
  return (
    <button
      type="button"
      className={className === undefined ? styles.link : `${styles.link} ${className}`}
      aria-label={label}
      aria-expanded={isOpen}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
