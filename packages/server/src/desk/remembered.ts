import type { View } from "./views.ts";

/** Answers kept a view; the one made longest ago goes first. */
const KEPT = 64;

interface Kept {
  readonly seq: number;
  readonly made: number;
  readonly answer: unknown;
}

const answers = new WeakMap<View, Map<string, Kept>>();

/**
 * An answer of a view, worked out once for everybody who asks the same of it. It is made anew as soon as the view has
 * taken in a record, and after `freshMs` in any case: time passes too. Nothing of one view is ever given to another.
 */
export function remembered<T>(view: View, key: string, now: number, freshMs: number, make: () => T): T {
  let own = answers.get(view);
  if (own === undefined) {
    own = new Map();
    answers.set(view, own);
  }
  const kept = own.get(key);
  if (kept !== undefined && kept.seq === view.seq && Math.abs(now - kept.made) < freshMs) return kept.answer as T;
  const answer = make();
  own.delete(key);
  const entry: Kept = { seq: view.seq, made: now, answer };
  own.set(key, entry);
  // What could not be worked out is asked again by the next one.
  if (answer instanceof Promise)
    answer.catch(() => {
      if (own.get(key) === entry) own.delete(key);
    });
  while (own.size > KEPT) own.delete(own.keys().next().value!);
  return answer;
}
