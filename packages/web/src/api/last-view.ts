import { useSyncExternalStore } from "react";

/** What could not be read while the last view of it stays on the page. */
export interface Failure {
  readonly error: unknown;
  readonly again: () => void;
}

let failures: readonly Failure[] = [];
const listeners = new Set<() => void>();

function set(next: readonly Failure[]): void {
  failures = next;
  for (const each of listeners) each();
}

/** Failures of what the open screens ask, for the banner of the shell. */
export const lastView = {
  /** Tells of a failure until the returned function is called. */
  failed(failure: Failure): () => void {
    set([...failures, failure]);
    return () => set(failures.filter((each) => each !== failure));
  },
  current: (): readonly Failure[] => failures,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export const useFailures = (): readonly Failure[] => useSyncExternalStore(lastView.subscribe, lastView.current);
