import { AWAY, apiPath } from "./client.ts";
import { connection } from "./connection.ts";

/** How long after a lost connection the node is asked again, in milliseconds: soon at first, then less often. */
const WAITS = [1500, 3000, 5000, 10_000];

/**
 * Keeps what the page says about the connection true, until the returned function is called. The browser's own "offline"
 * is only a reason to ask: a node on the same computer answers without any network. While the node does not answer it
 * is asked again and again; `onBack` is called once it does.
 */
export function watchConnection(onBack: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  let wasUp = connection.current().up;

  const ask = async () => {
    try {
      // Any answer counts but those that say that the node, or the database behind it, is away.
      const { status } = await fetch(apiPath("/session"), { method: "GET", cache: "no-store" });
      if (AWAY.includes(status)) connection.lost();
      else connection.reached();
    } catch {
      connection.lost();
    }
    if (!connection.current().up) later();
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), WAITS[Math.min(asked++, WAITS.length - 1)]);
  };
  const now = () => void ask();
  const changed = () => {
    const { up } = connection.current();
    if (up === wasUp) return;
    wasUp = up;
    clearTimeout(timer);
    asked = 0;
    if (up) onBack();
    else later();
  };
  const stop = connection.subscribe(changed);
  const stopDoubts = connection.onDoubt(now);
  window.addEventListener("offline", now);
  window.addEventListener("online", now);
  return () => {
    stop();
    stopDoubts();
    clearTimeout(timer);
    window.removeEventListener("offline", now);
    window.removeEventListener("online", now);
  };
}
