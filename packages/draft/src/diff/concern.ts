import type { Change, ClauseChange, Placed } from "./change.ts";
import { actorsOf, mayBe } from "./roles.ts";

/** What a new version means to a party: ids of the clauses by which ... */
export const CONCERNS = [
  "owes more",
  "owes less",
  "owes otherwise",
  "is owed more",
  "is owed less",
  "is owed otherwise",
  "may more",
  "may less",
  "may otherwise",
  "is limited more",
  "is limited less",
  "is limited otherwise",
] as const;
export type Concern = (typeof CONCERNS)[number];

export interface PartyConcern {
  /** Parties that it concerns in the same way; empty: whoever is bound, as no row of the status table says who is. */
  readonly parties: readonly string[];
  readonly clauses: Readonly<Partial<Record<Concern, readonly string[]>>>;
}

type Direction = "more" | "less" | "otherwise";

/**
 * Whom the changes concern. A party is concerned by a clause if it may owe or be owed under it: who a record will name is
 * open, so that everybody counts there.
 */
export function whomItConcerns(
  changes: readonly ClauseChange[],
  partiesOf: (instrument: string) => readonly string[],
): readonly PartyConcern[] {
  const parties = new Map<string, Map<Concern, string[]>>();
  const tell = (party: string, concern: Concern, clause: string) => {
    const mine = parties.get(party) ?? new Map<Concern, string[]>();
    const clauses = mine.get(concern) ?? [];
    if (!clauses.includes(clause)) clauses.push(clause);
    parties.set(party, mine.set(concern, clauses));
  };
  for (const change of changes) {
    const [before, now] = ["before" in change ? change.before : undefined, "now" in change ? change.now : undefined];
    const id = (now ?? before)!.clause.id;
    const known = partiesOf((now ?? before)!.instrument.id);
    const sides = (now ?? before)!.instrument.sides.flatMap(({ members }) => members);
    for (const party of known.length + sides.length > 0 ? new Set([...known, ...sides]) : [""]) {
      const [was, is] = [standing(before, party), standing(now, party)];
      const direction = "changes" in change ? directionOf(change.changes) : undefined;
      for (const part of ["owes", "is owed", "may", "is limited"] as const) {
        if (was[part] && is[part]) {
          if (direction !== undefined) tell(party, `${part} ${direction}`, id);
        } else if ((was[part] || is[part]) && !(part === "may" && is.owes)) {
          // What one might do and now must is said by what is owed.
          tell(party, `${part} ${is[part] ? "more" : "less"}`, id);
        }
      }
    }
  }
  const groups = new Map<string, { parties: string[]; clauses: PartyConcern["clauses"] }>();
  for (const [party, concerns] of [...parties].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const clauses: Partial<Record<Concern, readonly string[]>> = {};
    for (const concern of CONCERNS) if (concerns.has(concern)) clauses[concern] = concerns.get(concern)!;
    const key = JSON.stringify(clauses);
    const group = groups.get(key) ?? { parties: [], clauses };
    if (party !== "") group.parties.push(party);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Where a party may stand in a clause. */
function standing(placed: Placed | undefined, party: string) {
  const none = { owes: false, "is owed": false, may: false, "is limited": false };
  if (placed === undefined) return none;
  const { clause, instrument } = placed;
  if (clause.kind === "limit") return { ...none, "is limited": true };
  const is = (role: "debtor" | "creditor") => party === "" || mayBe(actorsOf(clause[role], instrument), party);
  if (clause.kind === "right") return { ...none, may: is("debtor") };
  return { ...none, owes: is("debtor"), "is owed": is("creditor") && clause.creditor.kind !== "nobody" };
}

/** Where all effects point one way, that way. Undefined: nothing is computed differently. */
function directionOf(changes: readonly Change[]): Direction | undefined {
  const effects = changes.map(({ effect }) => effect).filter((effect) => effect !== "none");
  if (effects.length === 0) return undefined;
  if (effects.every((effect) => effect === "stricter" || effect === "wider")) return "more";
  return effects.every((effect) => effect === "looser" || effect === "narrower") ? "less" : "otherwise";
}
