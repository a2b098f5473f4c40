import type {
  Clause,
  Declarations,
  DutyClause,
  Kind,
  LimitClause,
  RightClause,
  Scalar,
  Trigger,
} from "@kelisim/accord/program";
import { parseDecimal } from "@kelisim/model";
import type { Aspect, Change, Effect, Order, Placed } from "./change.ts";
import { compareConditions, thresholdChanges } from "./conditions.ts";
import { compareGuarded } from "./deadlines.ts";
import { plain, same } from "./plain.ts";
import { compareRoles } from "./roles.ts";

/** What the comparison of clauses may know. */
export interface Compared {
  readonly before: readonly Clause[];
  readonly now: readonly Clause[];
  /** Clause ids of the old text that have another one now. */
  readonly ids: ReadonlyMap<string, string>;
  /** The newest kinds of the new text. */
  readonly kinds: ReadonlyMap<string, Kind>;
}

type ActClause = DutyClause | RightClause;

/** More of it asks more of who owes, and gives more to who holds a right. */
const STRICT: Readonly<Record<Order, Effect>> = {
  more: "stricter",
  less: "looser",
  same: "none",
  other: "other",
  unknown: "unknown",
};
const LOOSE: Readonly<Record<Order, Effect>> = { ...STRICT, more: "looser", less: "stricter" };
const WIDE: Readonly<Record<Order, Effect>> = { ...STRICT, more: "wider", less: "narrower" };

/** In which respects two versions of a clause differ, what is computed first. Nothing: the same to the letter that counts. */
export function compareClauses(was: Placed, is: Placed, compared: Compared): readonly Change[] {
  const [written, rewritten] = [was.clause, is.clause];
  if (written.hash === rewritten.hash && was.instrument.id === is.instrument.id) return [];
  const changes: Change[] = [];
  const note = (aspect: Aspect, effect: Effect, before: unknown, after: unknown, more: Partial<Change> = {}) => {
    const exact = effect !== "other" && effect !== "unknown";
    if (!same(before, after))
      changes.push({ aspect, effect, exact, before: before ?? null, after: after ?? null, ...more });
  };
  const old = plain(written, compared.before, compared.ids);
  const now = plain(rewritten, compared.now);
  if (formOf(old) !== formOf(now)) {
    note("form", formEffect(old, now), formOf(old), formOf(now));
  }
  if (isAct(old) && isAct(now)) compareActs(old, now, was, is, compared, note);
  else if (old.kind === "limit" && now.kind === "limit") compareLimits(old, now, compared, note);
  else if (old.kind === "standing" && now.kind === "standing") {
    note("debtor", STRICT[compareRoles(old.debtor, now.debtor, was.instrument, is.instrument)], old.debtor, now.debtor);
    note(
      "creditor",
      STRICT[compareRoles(old.creditor, now.creditor, was.instrument, is.instrument)],
      old.creditor,
      now.creditor,
    );
  }
  note("priority", "other", [...old.subjectTo].sort(), [...now.subjectTo].sort());
  note("channel", "other", old.channel, now.channel);
  const [assumed, confirmed] = [assumptionsOf(written), assumptionsOf(rewritten)];
  if (!same(assumed, confirmed)) note("assumption", "none", assumed, confirmed);
  note("confidence", "none", old.confidence, now.confidence);
  note("source", "none", old.source ?? was.instrument.source, now.source ?? is.instrument.source);
  note("article", "none", old.article, now.article);
  note("title", "none", old.title, now.title);
  note("id", "none", written.id, rewritten.id);
  note("instrument", "other", was.instrument.id, is.instrument.id);
  return changes;
}

type Note = (aspect: Aspect, effect: Effect, before: unknown, after: unknown, more?: Partial<Change>) => void;

function compareActs(old: ActClause, now: ActClause, was: Placed, is: Placed, compared: Compared, note: Note): void {
  const right = now.kind === "right";
  const [asks, gives] = right ? [WIDE, WIDE] : [STRICT, LOOSE];
  compareTriggers(old.trigger, now.trigger, declarationsOf(now, compared.kinds), asks, note);
  const [a, b] = [was.instrument, is.instrument];
  const jointly = old.jointly === now.jointly;
  const debtor = compareRoles(old.debtor, now.debtor, a, b);
  note("debtor", jointly ? asks[debtor] : "other", [old.debtor, old.jointly], [now.debtor, now.jointly]);
  note("creditor", asks[compareRoles(old.creditor, now.creditor, a, b)], old.creditor, now.creditor);
  note("act", "other", [old.act.verb, old.act.record, old.act.total], [now.act.verb, now.act.record, now.act.total]);
  const counted = compareConditions(old.act.where, now.act.where, declarationsOf(now, compared.kinds));
  const counts = old.act.counts === now.act.counts ? gives[counted] : "other";
  note("which acts count", counts, [old.act.where, old.act.counts], [now.act.where, now.act.counts]);
  note("deadline", gives[compareGuarded(old.deadlines, now.deadlines)], old.deadlines, now.deadlines);
  note("opening", "other", old.notBefore, now.notBefore);
  if (old.kind === "duty" && now.kind === "duty") note("silence", "other", old.silence, now.silence);
}

function compareTriggers(
  old: Trigger,
  now: Trigger,
  declared: Declarations,
  asks: Readonly<Record<Order, Effect>>,
  note: Note,
): void {
  if (old.kind !== "record" || now.kind !== "record" || old.record !== now.record) {
    note("trigger", "other", old, now);
    return;
  }
  if (old.under !== now.under) note("trigger", asks[now.under ? "less" : "more"], old, now);
  const order = compareConditions(old.where, now.where, declared);
  const thresholds = thresholdChanges(old.where, now.where);
  note("condition", asks[order], old.where, now.where, thresholds.length > 0 ? { thresholds } : {});
}

function compareLimits(old: LimitClause, now: LimitClause, compared: Compared, note: Note): void {
  note("act", "other", [old.record, old.aggregate], [now.record, now.aggregate]);
  note("amount", LOOSE[compareAmounts(old.amount, now.amount)], old.amount, now.amount);
  const order = compareConditions(old.where, now.where, declarationsOf(now, compared.kinds));
  const thresholds = thresholdChanges(old.where, now.where);
  const under = old.under === now.under ? STRICT[order] : "other";
  note("condition", under, [old.under, old.where], [now.under, now.where], thresholds.length > 0 ? { thresholds } : {});
  const counting = ({ window, time, bearer, groups }: LimitClause) => [window, time, bearer, groups];
  note("counting", "other", counting(old), counting(now));
  note(
    "excess",
    old.excess === undefined ? "looser" : now.excess === undefined ? "stricter" : "other",
    old.excess,
    now.excess,
  );
  note("consent", now.unlessConsent ? "looser" : "stricter", old.unlessConsent, now.unlessConsent);
}

function compareAmounts(before: Scalar, now: Scalar): Order {
  if (before.type !== now.type || !("value" in before)) return "unknown";
  if (before.type === "amount" && now.type === "amount" && before.unit !== now.unit) return "unknown";
  const [a, b] = [parseDecimal(String(before.value)), parseDecimal(String(now.value))];
  if (!("cmp" in a) || !("cmp" in b)) return "unknown";
  const order = b.cmp(a);
  return order > 0 ? "more" : order < 0 ? "less" : "same";
}

export function formOf(clause: Clause): string {
  return clause.kind === "limit" && clause.form === "prohibition" ? "prohibition" : clause.kind;
}

/** A right that becomes a duty asks more, a duty that becomes a right less; a principle computes nothing. */
function formEffect(old: Clause, now: Clause): Effect {
  const rank = { standing: 0, right: 1, duty: 2, limit: 3 };
  if (old.kind === "limit" || now.kind === "limit") return old.kind === now.kind ? "none" : "other";
  return rank[now.kind] > rank[old.kind] ? "stricter" : "looser";
}

function isAct(clause: Clause): clause is ActClause {
  return clause.kind === "duty" || clause.kind === "right";
}

/** Types and bounds of what a clause reads, by the names of its plain form. */
function declarationsOf(clause: Clause, kinds: ReadonlyMap<string, Kind>): Declarations {
  const variables = new Map<string, string>();
  if (clause.kind === "limit") variables.set(clause.variable, clause.record);
  if (isAct(clause)) {
    if (clause.trigger.kind === "record") variables.set(clause.trigger.variable, clause.trigger.record);
    variables.set(clause.act.variable, clause.act.record);
  }
  return (variable, name) => kinds.get(variables.get(variable) ?? "")?.attributes.find((each) => each.name === name);
}

/** How many marks of each source there are in a clause. */
function assumptionsOf(clause: Clause): readonly string[] {
  const found: string[] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    for (const [key, value] of Object.entries(part)) {
      if (/^(a|\w+A)ssumed$/.test(key)) found.push(`${(value as { source: string }).source}`);
      else visit(value);
    }
  };
  visit(clause);
  return found.sort();
}
