import type { CoverageFact, Instant } from "@kelisim/model";

interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
}

const matches = (list: readonly string[], value: string) => list.includes(value) || list.includes("*");

/** What coverage facts let us conclude from absence. */
export class CoverageBook {
  readonly #facts: readonly CoverageFact[];
  readonly #everything: readonly Stretch[];
  readonly #merged = new Map<string, readonly Stretch[]>();

  constructor(facts: readonly CoverageFact[]) {
    this.#facts = facts;
    this.#everything = merge(
      facts.filter((f) => f.kinds.includes("*") && f.parties.includes("*") && f.to.includes("*")),
    );
  }

  get empty(): boolean {
    return this.#facts.length === 0;
  }

  /** The coverage facts about these records; `receiver` undefined: to anybody. */
  about(kind: string, sender: string, receiver: string | undefined): readonly CoverageFact[] {
    return this.#facts.filter(
      (fact) =>
        matches(fact.kinds, kind) &&
        matches(fact.parties, sender) &&
        (receiver === undefined || matches(fact.to, receiver)),
    );
  }

  /** Whether records of the kind, sender and receiver are complete at every instant from `a` to `b`, both inclusive. */
  covers(kind: string, sender: string, receiver: string | undefined, a: Instant, b: Instant): boolean {
    if (this.#facts.length === 0) return false;
    for (const stretch of this.#everything) if (stretch.from <= a && b < stretch.until) return true;
    const key = `${kind} ${sender} ${receiver ?? ""}`;
    let merged = this.#merged.get(key);
    if (!merged) {
      merged = merge(this.about(kind, sender, receiver));
      this.#merged.set(key, merged);
    }
    for (const stretch of merged) if (stretch.from <= a && b < stretch.until) return true;
    return false;
  }
}

function merge(facts: readonly CoverageFact[]): readonly Stretch[] {
  const sorted = [...facts].sort((a, b) => a.from - b.from);
  const merged: { from: Instant; until: Instant }[] = [];
  for (const { from, until } of sorted) {
    if (until <= from) continue;
    const last = merged[merged.length - 1];
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else merged.push({ from, until });
  }
  return merged;
}
