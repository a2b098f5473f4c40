import type { Problem } from "@kelisim/model";
import type { Code } from "../codes.ts";
import { leafOf } from "../lower/conditions.ts";
import type { Sight } from "../lower/sight.ts";
import { report } from "../lower/world.ts";
import { headMark, type Mark } from "../parse/places.ts";
import {
  alwaysHolds,
  type Clause,
  type Condition,
  canHold,
  type Declarations,
  HEADER_ATTRIBUTES,
  negate,
} from "../program/index.ts";
import type { ClauseCheck } from "./check.ts";

/** Warns of conditions that can never be true, of parts that always are, and of deadlines never reached. */
export function checkConditions(check: ClauseCheck): void {
  const { clause } = check;
  const declared = declarationsOf(check.sight, clause);
  const at = (condition: Condition) => placeOf(check, condition);
  const say = (severity: Problem["severity"], code: Code, mark: Mark, message: string, why: string, mend: string) =>
    report(check, severity, code, mark, { message, why, mend });
  const judge = (condition: Condition | undefined, why: string): boolean => {
    if (!condition) return true;
    const part = neverHolds(condition, declared);
    if (part) {
      say("warning", "never-holds", at(part), "This can never be true.", why, "Correct one of the numbers or words.");
      return false;
    }
    const always = [...leavesOf(condition)].filter((leaf) => leaf.kind === "compare" && alwaysHolds(leaf, declared));
    if (always.length === 0 && alwaysHolds(condition, declared)) always.push(condition);
    for (const part of always) {
      say("warning", "always-holds", at(part), "This is always true.", "It decides nothing.", "Correct or remove it.");
    }
    return true;
  };

  if (clause.kind === "limit") {
    judge(clause.where, "Nothing would ever be counted.");
    return;
  }
  if (clause.kind === "standing") return;
  const trigger = clause.trigger.kind === "record" ? clause.trigger.where : undefined;
  const sound = judge(trigger, "The clause would never arise.");
  if (judge(clause.act.where, "No act could ever count.") && sound && trigger && clause.act.where) {
    if (!canHold({ kind: "and", all: [trigger, clause.act.where] }, declared)) {
      say(
        "warning",
        "never-holds",
        at(clause.act.where),
        "This contradicts the condition under which the clause arises.",
        "No act could ever count.",
        "Correct one of the two.",
      );
    }
  }
  if (sound) checkGuards(check, clause, trigger, declared);
}

function checkGuards(
  check: ClauseCheck,
  clause: Extract<Clause, { kind: "duty" | "right" }>,
  trigger: Condition | undefined,
  declared: Declarations,
): void {
  const before: Condition[] = trigger ? [trigger] : [];
  for (const { when, deadline } of clause.deadlines) {
    if (!when && before.length === (trigger ? 1 : 0)) return;
    const all = when ? [...before, when] : before;
    if (!canHold({ kind: "and", all }, declared)) {
      report(check, "warning", "deadline-never-reached", check.places.get(deadline) ?? headMark(check.text.source), {
        message: "This deadline is never reached: where it could apply, one before it already does.",
        mend: "Correct the conditions, or remove it.",
      });
    }
    if (!when) return;
    before.push(negate(when));
  }
}

/** The smallest part that makes a condition impossible; undefined where it is possible. */
function neverHolds(condition: Condition, declared: Declarations): Condition | undefined {
  if (canHold(condition, declared)) {
    // A branch of an "or" that can never hold is dead even where the whole is alive.
    const dead = branchesOf(condition).find((branch) => !canHold(branch, declared));
    return dead;
  }
  const parts = condition.kind === "and" ? condition.all : [];
  return parts.find((part) => !canHold(part, declared)) ?? condition;
}

function branchesOf(condition: Condition): readonly Condition[] {
  if (condition.kind === "or") return condition.any;
  if (condition.kind === "and") return condition.all.flatMap((part) => (part.kind === "or" ? part.any : []));
  return [];
}

function* leavesOf(condition: Condition): Generator<Condition> {
  if (condition.kind === "and") for (const part of condition.all) yield* leavesOf(part);
  else if (condition.kind === "or") for (const part of condition.any) yield* leavesOf(part);
  else if (condition.kind === "not") yield* leavesOf(condition.condition);
  else yield condition;
}

function placeOf(check: ClauseCheck, condition: Condition): Mark {
  for (const leaf of leavesOf(condition)) {
    const mark = check.places.get(leafOf(leaf));
    if (mark) return mark;
  }
  return headMark(check.text.source);
}

/** What the vocabulary says of the attributes of the records that a clause names. */
export function declarationsOf(sight: Sight, clause: Clause): Declarations {
  const kinds = new Map<string, string>();
  for (const [variable, kind] of variablesOf(sight, clause)) kinds.set(variable, kind);
  return (variable, name) => {
    const header = Object.hasOwn(HEADER_ATTRIBUTES, name) ? HEADER_ATTRIBUTES[name] : undefined;
    if (header) return { type: header };
    const kind = sight.kind(kinds.get(variable) ?? "")?.kind;
    return kind?.attributes.find((attribute) => attribute.name === name);
  };
}

/** The records a clause names by a variable: trigger (through misses), act or counted record. */
export function* variablesOf(sight: Sight, clause: Clause): Generator<readonly [string, string]> {
  if (clause.kind === "standing") return;
  if (clause.kind === "limit") {
    yield [clause.variable, clause.record];
    return;
  }
  yield [clause.act.variable, clause.act.record];
  let trigger = clause.trigger;
  for (let step = 0; trigger.kind === "miss" && step < 100; step++) {
    const missed = sight.compiled(trigger.clause);
    if (missed?.kind !== "duty") return;
    trigger = missed.trigger;
  }
  if (trigger.kind === "record") yield [trigger.variable, trigger.record];
}
