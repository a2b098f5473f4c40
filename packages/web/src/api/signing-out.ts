import { useSyncExternalStore } from "react";
import { AWAY, forgetAnswers } from "./client.ts";
import { connection } from "./connection.ts";
import { queryClient } from "./queries.ts";

/** How the page looks and which keys work: nothing that was read while signed in. */
const PREFERENCES: readonly string[] = ["kelisim.language", "kelisim.behind", "kelisim.scheme", "kelisim.keys"];

/** Says, over a reload and to the other windows of the browser, that the node has yet to be told. */
const MARK = "kelisim.signing-out";

const listeners = new Set<() => void>();
let begun = marked();

function marked(): boolean {
  try {
    return localStorage.getItem(MARK) !== null;
  } catch {
    return false;
  }
}

/** Empties all that this browser holds of the session: answers in memory, storage, caches, the body one spoke for. */
async function clearAll(): Promise<void> {
  forgetAnswers();
  queryClient.clear();
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = "kelisim-body=; path=/; samesite=strict; max-age=0";
  try {
    sessionStorage.clear();
    for (const key of Object.keys(localStorage))
      if (key !== MARK && !PREFERENCES.includes(key)) localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to clear.
  }
  if (typeof caches === "undefined") return;
  for (const name of await caches.keys()) await caches.delete(name);
}

function begin(): void {
  begun = true;
  for (const each of listeners) each();
  // Once the screens are gone: an open one would ask for its answer anew.
  setTimeout(() => void clearAll());
}

/**
 * Signs out. What the browser holds is cleared at once, with or without a connection (OWASP ASVS 5.0, 14.3.1), in every
 * window of it; the page then shows only that it is signing out, and `tellNode` ends the session at the node.
 */
export function signOut(): void {
  try {
    localStorage.setItem(MARK, "1");
  } catch {
    // This window signs out by itself.
  }
  begin();
}

/** Ends the session at the node. False: the node does not answer, and is to be told later. */
export async function tellNode(): Promise<boolean> {
  try {
    const { status } = await fetch("/api/auth/sign-out", {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    if (AWAY.includes(status)) throw new Error(`${status}`);
  } catch {
    connection.lost();
    return false;
  }
  try {
    localStorage.removeItem(MARK);
  } catch {
    // Nothing was kept.
  }
  return true;
}

if (begun) setTimeout(() => void clearAll());
addEventListener("storage", ({ key, newValue }) => {
  if (key === MARK && newValue !== null && !begun) begin();
});

/** Whether this browser is signing out. */
export const useSigningOut = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => begun,
  );
