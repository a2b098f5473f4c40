import type {
  Condition,
  Declarations,
  DutyClause,
  LimitClause,
  RightClause,
  Term,
  Trigger,
} from "@kelisim/accord/program";
import { HEADER_ATTRIBUTES } from "@kelisim/accord/program";
import { ACT, ALWAYS_TRUE, both, type Renaming, renamed, renamedTerm, TRIGGER } from "./conditions.ts";
import type { PlacedClause, World } from "./world.ts";

export type ActClause = DutyClause | RightClause;
export type RootTrigger = Exclude<Trigger, { kind: "miss" }>;

/** A duty or right in words that clauses of other instruments share: the trigger is `trigger`, the act is `act`. */
export interface Situation {
  readonly placed: PlacedClause;
  readonly clause: ActClause;
  /** What began it; of a clause that follows a miss: what the missed duty began with. */
  readonly trigger: RootTrigger;
  /** The duty whose miss it follows. */
  readonly follows: ActClause | undefined;
  /** When it arises. */
  readonly arises: Condition;
  /** Which acts count. */
  readonly counts: Condition;
  /** Only records made under the instrument begin it. */
  readonly isUnder: boolean;
  readonly names: Renaming;
}

/** Steps through misses before a circle is taken for granted. */
const MOST_MISSES = 20;

/** Undefined: the clause follows the miss of one that is not here. */
export function situationOf(world: World, placed: PlacedClause): Situation | undefined {
  const { clause } = placed;
  if (clause.kind !== "duty" && clause.kind !== "right") return undefined;
  let { trigger } = clause;
  let follows: ActClause | undefined;
  for (let step = 0; trigger.kind === "miss"; step++) {
    const missed = world.clauses.get(trigger.clause)?.clause;
    if (missed?.kind !== "duty" || step > MOST_MISSES) return undefined;
    follows ??= missed;
    trigger = missed.trigger;
  }
  const root = trigger;
  const names: Renaming = (variable) => {
    if (variable === clause.act.variable) return ACT;
    return root.kind === "record" && variable === root.variable ? TRIGGER : variable;
  };
  return {
    placed,
    clause,
    trigger: root,
    follows,
    arises: root.kind === "record" && root.where ? renamed(root.where, names) : ALWAYS_TRUE,
    counts: clause.act.where ? renamed(clause.act.where, names) : ALWAYS_TRUE,
    isUnder: root.kind === "record" && root.under,
    names,
  };
}

/** Which records a limit counts, in the words of an act. */
export function countedBy(limit: LimitClause): { readonly where: Condition; readonly bearer: Term } {
  const names: Renaming = (variable) => (variable === limit.variable ? ACT : variable);
  return {
    where: limit.where ? renamed(limit.where, names) : ALWAYS_TRUE,
    bearer: renamedTerm(limit.bearer.term, names),
  };
}

/** What the vocabulary says of the attributes of `trigger` and `act`. */
export function declarationsFor(
  world: World,
  kinds: { readonly trigger?: string; readonly act?: string },
): Declarations {
  return (variable, name) => {
    const header = Object.hasOwn(HEADER_ATTRIBUTES, name) ? HEADER_ATTRIBUTES[name] : undefined;
    if (header) return { type: header };
    const kind = variable === TRIGGER ? kinds.trigger : variable === ACT ? kinds.act : undefined;
    return world.kinds.get(kind ?? "")?.attributes.find((attribute) => attribute.name === name);
  };
}

/** The declarations for clauses that share trigger and act. */
export function declarationsOf(world: World, { trigger, clause }: Situation): Declarations {
  return declarationsFor(world, {
    act: clause.act.record,
    ...(trigger.kind === "record" ? { trigger: trigger.record } : {}),
  });
}

/** The situation in which all of the clauses arise and one act counts for all. */
export function together(situations: readonly Situation[]): Condition {
  return both(...situations.flatMap(({ arises, counts }) => [arises, counts]));
}
