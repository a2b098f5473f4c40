import { useState } from "react";
import { useEvents } from "../../api/events.ts";
import { Action } from "../../parts/action.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { announce } from "../../shell/live-region.tsx";
import { useText } from "../../texts/use-text.ts";
import styles from "./today.module.css";

const EVERY_MS = 60_000;

/** What came while the page was read: one line at the top, and nothing jumps. */
export function Fresh({ onShow }: { readonly onShow: () => void }) {
  const { t } = useText();
  const { region } = useDesk();
  const [count, setCount] = useState(0);
  const [told, setTold] = useState(0);
  useEvents(region.id, (event) => {
    if (event.kind === "reset") onShow();
    if (event.kind !== "record" && event.kind !== "duty") return;
    setCount((was) => was + 1);
    const now = Date.now();
    if (now - told < EVERY_MS) return;
    setTold(now);
    announce(t("today.fresh", { count: count + 1 }));
  });
  if (count === 0) return null;
  return (
    <div className={styles.fresh}>
      {t("today.fresh", { count })}
      <Action
        look="quiet"
        onClick={() => {
          setCount(0);
          onShow();
        }}
      >
        {t("today.showFresh")}
      </Action>
    </div>
  );
}
