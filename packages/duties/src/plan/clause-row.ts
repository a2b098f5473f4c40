import type {
  Condition,
  DutyClause,
  Instrument,
  Kind,
  LimitClause,
  RightClause,
  StandingClause,
} from "@kelisim/accord/program";
import { type CivilDay, type Instant, parseDated } from "@kelisim/model";
import { type Recurrence, recurrence } from "../calendar/periods.ts";
import { exactMs, wholeDays } from "../calendar/steps.ts";
import { type CalendarRules, compileDeadlines, compileOpening, type DeadlinePlan } from "./deadlines.ts";
import { type ActPlan, planAct } from "./joins.ts";
import { compileRole, type ResolveRole, type RoleContext } from "./roles.ts";
import type { Scope } from "./scope.ts";
import { compileCondition, looksAround, type Names, type Test } from "./terms.ts";

/** A duty or right, made ready to run. One row a clause version. */
export interface ClauseRow {
  readonly index: number;
  readonly clause: DutyClause | RightClause;
  readonly instrument: Instrument;
  /** From when to when this version is the one that applies, by the moment a duty arises. */
  readonly from: Instant;
  readonly to: Instant;
  readonly names: Names;
  readonly calendar: CalendarRules;
  /** The trigger's condition without its leading threshold, where that was taken out for dispatch. */
  readonly condition: Test | undefined;
  readonly whole: Test | undefined;
  readonly threshold: Threshold | undefined;
  /** The condition or a deadline looks at other records, so the clause is worked out when asked. */
  readonly lazy: boolean;
  readonly debtor: ResolveRole;
  readonly creditor: ResolveRole;
  readonly deadlines: readonly DeadlinePlan[];
  readonly opening: ((scope: Scope) => Instant | undefined) | undefined;
  /** A single unguarded "so many exact milliseconds after the trigger's moment". */
  readonly fixedMs: number | undefined;
  readonly act: ActPlan;
  /** Whatever the debtor does of the kind performs: no join, no condition, no total, no addressee. */
  readonly actIsBare: boolean;
  readonly actActor: string | undefined;
  readonly addressed: boolean;
  readonly received: boolean;
  readonly recurrence: Recurrence | undefined;
  /** A role that reads one party straight from the trigger, for the common case. */
  readonly directDebtor: string | undefined;
  readonly directCreditor: string | undefined;
  /** The clause whose miss it follows. */
  readonly follows: string | undefined;
}

/** The first comparison of a condition with a whole number: `e.personnel >= 9000`. */
export interface Threshold {
  readonly attribute: string;
  /** The smallest whole number that passes. */
  readonly least: number;
}

export interface LimitRow {
  readonly clause: LimitClause;
  readonly instrument: Instrument;
  readonly from: Instant;
  readonly to: Instant;
  readonly names: Names;
  readonly calendar: CalendarRules;
  readonly test: Test | undefined;
  /** Who bears it, where the clause names them; else each party or side that is bound. */
  readonly who: ResolveRole | undefined;
}

export interface StandingRow {
  readonly clause: StandingClause;
  readonly instrument: Instrument;
  readonly from: Instant;
  readonly to: Instant;
  readonly debtor: ResolveRole;
  readonly creditor: ResolveRole;
}

function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === "and" ? condition.all.flatMap(conjuncts) : [condition];
}

/** Takes a leading threshold on a count out of a condition, so that clauses above it are never looked at. */
function splitThreshold(
  condition: Condition | undefined,
  variable: string,
  kind: Kind | undefined,
): { threshold?: Threshold; rest?: Condition } {
  if (!condition) return {};
  const parts = conjuncts(condition);
  for (const part of parts) {
    if (part.kind !== "compare" || (part.op !== ">" && part.op !== ">=")) continue;
    const { left, right } = part;
    if (left.kind !== "attribute" || left.variable !== variable) continue;
    if (right.kind !== "constant" || right.value.type !== "count") continue;
    if (kind?.attributes.find((a) => a.name === left.name)?.type.type !== "count") continue;
    const rest = parts.filter((p) => p !== part);
    const threshold = { attribute: left.name, least: right.value.value + (part.op === ">" ? 1 : 0) };
    return rest.length === 0 ? { threshold } : { threshold, rest: { kind: "and", all: rest } };
  }
  return { rest: condition };
}

function fixedMsOf(clause: DutyClause | RightClause, timeZone: string): number | undefined {
  const [only, ...more] = clause.deadlines;
  if (!only || more.length > 0 || only.when || only.deadline.kind !== "after") return undefined;
  const { duration, base } = only.deadline;
  const trigger = clause.trigger;
  if (trigger.kind !== "record") return undefined;
  const isMoment =
    base.kind === "moment" ||
    (base.kind === "attribute" &&
      base.variable === trigger.variable &&
      (base.name === "sent" || base.name === "occurred"));
  if (!isMoment) return undefined;
  const exact = exactMs(duration.unit);
  if (exact !== undefined) return exact * duration.value;
  const days = wholeDays(duration.unit);
  return days !== undefined && timeZone === "UTC" ? days * 86_400_000 * duration.value : undefined;
}

function readDay(text: string | undefined): CivilDay | undefined {
  if (text === undefined) return undefined;
  const day = parseDated(text);
  return typeof day === "number" ? day : undefined;
}

/** The trigger's variable and kind; of a clause that follows a miss, those of the clause it follows. */
export function triggerNames(
  clause: DutyClause | RightClause,
  find: (id: string) => DutyClause | RightClause | undefined,
  seen: ReadonlySet<string> = new Set(),
): Names["trigger"] {
  const { trigger } = clause;
  if (trigger.kind === "record") return { variable: trigger.variable, kind: trigger.record };
  if (trigger.kind !== "miss" || seen.has(clause.id)) return undefined;
  const followed = find(trigger.clause);
  return followed && triggerNames(followed, find, new Set([...seen, clause.id]));
}

/** Makes a duty or right ready to run. */
export function planClause(
  index: number,
  clause: DutyClause | RightClause,
  context: RoleContext,
  period: { readonly from: Instant; readonly to: Instant },
  names: Omit<Names, "act">,
  calendar: CalendarRules,
): ClauseRow {
  const { trigger, act } = clause;
  const full: Names = { ...names, act: { variable: act.variable, kind: act.record } };
  const condition = trigger.kind === "record" ? trigger.where : undefined;
  // A deadline's guard may count other records as well.
  const lazy = looksAround(condition) || looksAround(clause.deadlines);
  const kind = trigger.kind === "record" ? names.kinds.get(trigger.record) : undefined;
  const { threshold, rest } = lazy
    ? { threshold: undefined, rest: condition }
    : splitThreshold(condition, trigger.kind === "record" ? trigger.variable : "", kind);
  const actKind = names.kinds.get(act.record);
  const direct = (role: DutyClause["debtor"]): string | undefined => {
    if (role.kind !== "term" || role.term.kind !== "attribute") return undefined;
    const { variable, name } = role.term;
    if (trigger.kind !== "record" || variable !== trigger.variable) return undefined;
    const isParty = name === "from" || kind?.attributes.some((a) => a.name === name && a.type.type === "party");
    return isParty ? name : undefined;
  };
  const actPlan = planAct(act.where, act.variable, full);
  const addressed = actKind?.form === "notice" && clause.creditor.kind !== "nobody";
  return {
    index,
    clause,
    instrument: context.instrument,
    ...period,
    names: full,
    calendar,
    condition: rest && compileCondition(rest, names),
    whole: condition && compileCondition(condition, names),
    threshold,
    lazy,
    debtor: compileRole(clause.debtor, names, context),
    creditor: compileRole(clause.creditor, names, context),
    deadlines: compileDeadlines(clause.deadlines, names, calendar),
    opening: compileOpening(clause.notBefore, names, calendar),
    fixedMs: fixedMsOf(clause, calendar.timeZone),
    act: actPlan,
    actIsBare: !actPlan.join && !actPlan.rest && !act.total && !addressed,
    actActor: actKind?.form === "event" ? actKind.actor : undefined,
    addressed,
    received: act.counts === "received",
    recurrence:
      trigger.kind === "calendar"
        ? recurrence(trigger.count, trigger.unit, readDay(trigger.from), calendar.timeZone)
        : undefined,
    directDebtor: clause.jointly ? undefined : direct(clause.debtor),
    directCreditor:
      clause.creditor.kind === "nobody" ? "" : clause.creditor.kind === "party" ? clause.creditor.id : undefined,
    follows: trigger.kind === "miss" ? trigger.clause : undefined,
  };
}
