/** Cells and points kept in all; what was asked for longest ago goes first. */
const MOST_KEPT = 300_000;

/** An answer by its key, worked out once. `sizeOf`: how many cells or points it has. What fails is asked again by the next one. */
export type Remember = <T>(key: string, make: () => Promise<T>, sizeOf: (answer: T) => number) => Promise<T>;

interface Kept {
  readonly answer: Promise<unknown>;
  size: number;
}

/** Remembers answers that hold for ever, as those that name their holdings do: holdings never change. */
export function remember(most = MOST_KEPT): Remember {
  const kept = new Map<string, Kept>();
  let total = 0;
  const drop = (key: string) => {
    total -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  const weigh = (key: string, entry: Kept, size: number) => {
    if (kept.get(key) !== entry) return;
    // One answer may not push out all the others.
    if (size > most / 2) return drop(key);
    entry.size = size;
    total += size;
    while (total > most) drop(kept.keys().next().value!);
  };
  return <T>(key: string, make: () => Promise<T>, sizeOf: (answer: T) => number) => {
    const known = kept.get(key);
    if (known !== undefined) {
      kept.delete(key);
      kept.set(key, known);
      return known.answer as Promise<T>;
    }
    const answer = make();
    const entry: Kept = { answer, size: 0 };
    kept.set(key, entry);
    answer.then(
      (made) => weigh(key, entry, 1 + sizeOf(made)),
      () => void (kept.get(key) === entry && drop(key)),
    );
    return answer;
  };
}
