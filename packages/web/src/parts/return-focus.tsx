import { type ReactNode, useEffect, useState } from "react";

/** Around a dialog that is only there while it is open: once it is gone, the focus is again where it was (WCAG 2.2, 2.4.3). */
export function ReturnFocus({ children }: { readonly children: ReactNode }) {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the dialog's own traps have let go; an act of the dialog may have moved the focus on purpose.
      setTimeout(() => {
        const { activeElement } = document;
        const isLost = activeElement === null || activeElement === document.body;
        if (isLost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      });
    },
    [before],
  );
  return children;
}
