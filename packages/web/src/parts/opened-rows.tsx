import { type ReactNode, useEffect, useRef } from "react";
import { useText } from "../texts/use-text.ts";
import { Action } from "./action.tsx";
import styles from "./opened-rows.module.css";
import { Panel } from "./panel.tsx";
import { ReturnFocus } from "./return-focus.tsx";

export interface OpenedRowsProps {
  /** What was opened, in words. */
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * The rows behind a mark or a figure, below what they were opened from: they take the focus and come into sight, and closing them
 * gives the focus back. Another mark is another key.
 */
export function OpenedRows({ title, onClose, children }: OpenedRowsProps) {
  const { t } = useText();
  const place = useRef<HTMLDivElement>(null);
  // What was opened is where one reads on.
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <ReturnFocus>
      <div ref={place} tabIndex={-1} className={styles.opened}>
        <Panel
          bare
          title={title}
          aside={
            <Action look="quiet" onClick={onClose}>
              {t("shell.close")}
            </Action>
          }
        >
          {children}
        </Panel>
      </div>
    </ReturnFocus>
  );
}
