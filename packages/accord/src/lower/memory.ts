/** The questions that a piece of work asked on its way, with the answers it got. */
export class Trace<S> {
  readonly #answers = new Map<string, { readonly question: (source: S) => unknown; readonly answer: unknown }>();

  /** Asks, and remembers the answer. `key` names the question; a question asked twice is remembered once. */
  ask<T>(key: string, source: S, question: (source: S) => T): T {
    const known = this.#answers.get(key);
    if (known) return known.answer as T;
    const answer = question(source);
    this.#answers.set(key, { question, answer });
    return answer;
  }

  /** Whether every question would get the same answer today (the same object, or an equal text or number). */
  holds(source: S): boolean {
    for (const { question, answer } of this.#answers.values()) {
      if (!Object.is(question(source), answer)) return false;
    }
    return true;
  }
}

interface Remembered<S, T> {
  readonly given: readonly unknown[];
  readonly trace: Trace<S>;
  readonly result: T;
}

/**
 * Results of work on things, each kept as long as its thing lives. A result is used again while what was given is the
 * same and everything that the work asked on its way would be answered the same: so it is the result that doing the
 * work again would give.
 */
export class Memory<K extends object, S, T> {
  readonly #known = new WeakMap<K, Remembered<S, T>>();

  recall(thing: K, given: readonly unknown[], source: S, work: (trace: Trace<S>) => T): T {
    const known = this.#known.get(thing);
    if (known?.given.every((value, index) => Object.is(value, given[index])) && known.trace.holds(source)) {
      return known.result;
    }
    const trace = new Trace<S>();
    const result = work(trace);
    this.#known.set(thing, { given, trace, result });
    return result;
  }
}
