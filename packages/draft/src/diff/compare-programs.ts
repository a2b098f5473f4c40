import type { Instrument, Kind, Program } from "@kelisim/accord/program";
import type { ClauseChange } from "./change.ts";
import { compareClauses } from "./compare-clause.ts";
import { type PartyConcern, whomItConcerns } from "./concern.ts";
import { pairClauses } from "./pair-clauses.ts";
import { same } from "./plain.ts";

/** A line of an instrument's head that became another. */
export interface HeadChange {
  readonly instrument: string;
  readonly field:
    | "kind"
    | "title"
    | "signed"
    | "place"
    | "timeZone"
    | "monthEnd"
    | "workingCalendar"
    | "sides"
    | "zones";
  readonly before: unknown;
  readonly after: unknown;
}

export interface KindChange {
  readonly kind: "added" | "removed" | "changed";
  readonly before?: Kind;
  readonly now?: Kind;
}

export interface ProgramDiff {
  readonly instruments: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly heads: readonly HeadChange[];
  /** In the order of the new text, what was removed last. Clauses of the same version are left out. */
  readonly clauses: readonly ClauseChange[];
  /** How many clauses are the same: only words around them may differ. */
  readonly unchanged: number;
  readonly kinds: readonly KindChange[];
  readonly concerns: readonly PartyConcern[];
}

export interface DiffOptions {
  /** Ids of the instruments that are compared. */
  readonly before: readonly string[];
  readonly now: readonly string[];
  /** The parties that an instrument may bind, as far as the status table says; empty: unknown. */
  readonly parties: (instrument: string) => readonly string[];
}

const HEAD = ["kind", "title", "signed", "place", "timeZone", "monthEnd", "workingCalendar", "sides", "zones"] as const;

/**
 * What differs between two versions of agreements: clause by clause, what it means to who owes, whom it concerns, and which
 * kinds of records changed. Prose is not compared, and clauses of the same version (the hash of their content) are equal.
 */
export function comparePrograms(before: Program, now: Program, options: DiffOptions): ProgramDiff {
  const old = before.instruments.filter(({ id }) => options.before.includes(id));
  const next = now.instruments.filter(({ id }) => options.now.includes(id));
  const { pairs, added, removed } = pairClauses(old, next);
  const compared = {
    before: before.instruments.flatMap(({ clauses }) => clauses),
    now: now.instruments.flatMap(({ clauses }) => clauses),
    ids: new Map(pairs.map((pair) => [pair.before.clause.id, pair.now.clause.id])),
    kinds: newest(now.vocabulary),
  };
  const changes: ClauseChange[] = added.map((placed) => ({ kind: "added", now: placed }));
  for (const pair of pairs) {
    const found = compareClauses(pair.before, pair.now, compared);
    if (found.length === 0) continue;
    const moved = found.every(({ aspect }) => ["id", "instrument", "article", "title", "source"].includes(aspect));
    const renamed = found.some(({ aspect }) => aspect === "id" || aspect === "instrument");
    changes.push({ kind: moved && renamed ? "moved" : "changed", ...pair, changes: found });
  }
  const order = new Map(next.flatMap(({ clauses }) => clauses).map(({ id }, index) => [id, index]));
  const rank = (change: ClauseChange) => (change.kind === "removed" ? 0 : (order.get(change.now.clause.id) ?? 0));
  changes.sort((a, b) => rank(a) - rank(b));
  for (const placed of removed) changes.push({ kind: "removed", before: placed });
  const differing = changes.filter((change) => change.kind === "changed" || change.kind === "moved").length;
  return {
    instruments: {
      added: next.flatMap(({ id }) => (old.some((each) => each.id === id) ? [] : [id])),
      removed: old.flatMap(({ id }) => (next.some((each) => each.id === id) ? [] : [id])),
    },
    heads: headsOf(old, next),
    clauses: changes,
    unchanged: pairs.length - differing,
    kinds: kindsOf(before.vocabulary, now.vocabulary),
    concerns: whomItConcerns(changes, options.parties),
  };
}

function headsOf(old: readonly Instrument[], next: readonly Instrument[]): readonly HeadChange[] {
  return next.flatMap((now) => {
    const before = old.find(({ id }) => id === now.id);
    if (before === undefined) return [];
    return HEAD.flatMap((field) => {
      const [was, is] = [before[field] ?? null, now[field] ?? null];
      return same(was, is) ? [] : [{ instrument: now.id, field, before: was, after: is }];
    });
  });
}

function kindsOf(before: readonly Kind[], now: readonly Kind[]): readonly KindChange[] {
  const key = ({ name, version }: Kind) => `${name} ${version}`;
  const [old, next] = [before, now].map((kinds) => new Map(kinds.map((kind) => [key(kind), kind]))) as [
    Map<string, Kind>,
    Map<string, Kind>,
  ];
  const changes: KindChange[] = [];
  for (const [name, kind] of next) {
    const was = old.get(name);
    if (was === undefined) changes.push({ kind: "added", now: kind });
    else if (!same(was, kind)) changes.push({ kind: "changed", before: was, now: kind });
  }
  for (const [name, kind] of old) if (!next.has(name)) changes.push({ kind: "removed", before: kind });
  return changes;
}

function newest(kinds: readonly Kind[]): ReadonlyMap<string, Kind> {
  const found = new Map<string, Kind>();
  for (const kind of kinds) if ((found.get(kind.name)?.version ?? 0) <= kind.version) found.set(kind.name, kind);
  return found;
}
