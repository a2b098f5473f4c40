import { useSyncExternalStore } from "react";

/** Whether the node answers. `since`: when it last did, while it does not. */
export interface Connection {
  readonly up: boolean;
  readonly since?: string;
}

let now: Connection = { up: true };
let lastReached = new Date().toISOString();
const listeners = new Set<() => void>();
const doubters = new Set<() => void>();

function set(next: Connection): void {
  if (next.up === now.up) return;
  now = next;
  for (const each of listeners) each();
}

/** What requests and the event stream report. */
export const connection = {
  reached(): void {
    lastReached = new Date().toISOString();
    set({ up: true });
  },
  lost(): void {
    set({ up: false, since: lastReached });
  },
  /** Something ended that may have ended for another reason: whoever watches asks the node. */
  doubt(): void {
    for (const each of doubters) each();
  },
  onDoubt(listener: () => void): () => void {
    doubters.add(listener);
    return () => doubters.delete(listener);
  },
  current: (): Connection => now,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** The connection as the page sees it; a change draws the banner. */
export const useConnection = (): Connection => useSyncExternalStore(connection.subscribe, connection.current);
