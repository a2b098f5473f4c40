import type { Deadline } from "@kelisim/accord/program";
import { type Instant, type KelisimRecord, NEVER } from "@kelisim/model";
import type { FactBook } from "../facts/fact-book.ts";
import type { ClauseRow } from "../plan/clause-row.ts";
import { chooseDeadline, countsBackwards, type DueDate } from "../plan/deadlines.ts";
import type { Scope, World } from "../plan/scope.ts";
import { type Pair, tryTrigger } from "./arising.ts";
import { isWithdrawal } from "./chains.ts";
import { ANY_TIME, BASE_MAY_BE_AHEAD, IS_DAY, LEAD_PASSED, TIED_AHEAD } from "./duty-table.ts";

/** A pair as far as it is needed to find it again in another version of its trigger. */
interface PairIds {
  readonly debtor: { readonly id: string };
  readonly creditor: { readonly id: string };
}

/** What is due for one pair: a deadline (NaN: none) and the table's marks. */
export interface Due {
  readonly deadline: number;
  readonly marks: number;
}

/** The deadline of one pair, with suspended time added, and whether its lead time had passed. */
export function dueOf(world: World, row: ClauseRow, scope: Scope, pair: Pair, versions: readonly KelisimRecord[]): Due {
  scope.debtor = pair.debtor.parties;
  const chosen = chooseDeadline(row.deadlines, scope);
  if (!chosen) return { deadline: Number.NaN, marks: 0 };
  const { rule } = chosen;
  const due = chosen.compute(scope, row.clause.id);
  const tied = rule.kind === "before" || rule.kind === "calendar date" || rule.kind === "date";
  let marks = (countsBackwards(rule) ? ANY_TIME : 0) | (tied ? TIED_AHEAD : 0) | (due?.isDay ? IS_DAY : 0);
  if (!due) return { deadline: Number.NaN, marks };
  if (!tied && due.base !== undefined && due.base > scope.moment) marks |= BASE_MAY_BE_AHEAD;
  const deadline = extended(world.book, row, pair, scope.moment, due, rule);
  if (deadline === undefined) return { deadline: Number.NaN, marks };
  const first = plannableFrom(world, row, pair, versions, due.at);
  if (first && due.at < first.from && (countsBackwards(rule) || !first.isFirst)) marks |= LEAD_PASSED;
  return { deadline, marks };
}

/** The deadline that a version of the trigger, taken alone, gives this pair. */
function unextended(world: World, row: ClauseRow, version: KelisimRecord, pair: PairIds): Instant | undefined {
  const { scope, pairs } = tryTrigger(world, row, version);
  const own = pairs.find((p) => p.debtor.id === pair.debtor.id && p.creditor.id === pair.creditor.id);
  if (!own) return undefined;
  scope.debtor = own.debtor.parties;
  return chooseDeadline(row.deadlines, scope)?.compute(scope, row.clause.id)?.at;
}

/** Adds the time in which debtor or creditor was suspended; undefined while that has no end. */
export function extended(
  book: FactBook,
  row: ClauseRow,
  pair: Pair,
  arises: Instant,
  due: DueDate,
  rule: Deadline,
): Instant | undefined {
  if (rule.kind !== "after" && rule.kind !== "vague") return due.at;
  const { base } = rule;
  const fromRecord = base.kind === "attribute" || (base.kind === "moment" && row.clause.trigger.kind === "record");
  if (!fromRecord) return due.at;
  const stretches = [pair.debtor, pair.creditor]
    .filter((actor) => actor.members.length === 1 && actor.members[0] === actor.id)
    .flatMap((actor) => book.status.suspensions(row.instrument.id, actor.id, row.clause.id))
    .sort((a, b) => a.from - b.from);
  let at = due.at;
  let counted = arises;
  for (const { from, to } of stretches) {
    const begin = Math.max(from, counted);
    // The deadline's last instant still counts, so a suspension that begins with it leaves that instant to come.
    if (begin > at || to <= begin) continue;
    if (to >= NEVER) return undefined;
    at += to - begin;
    counted = to;
  }
  return at;
}

/**
 * From when a plan could be acted on: the first version from which on every version gives the same deadline;
 * of the first version its own moment, of a later one the moment it became known.
 */
export function plannableFrom(
  world: World,
  row: ClauseRow,
  pair: PairIds,
  versions: readonly KelisimRecord[],
  deadline: Instant,
): { readonly from: Instant; readonly isFirst: boolean } | undefined {
  const same = (version: KelisimRecord) => unextended(world, row, version, pair) === deadline;
  if (versions.length === 1) return { from: versions[0]!.occurred, isFirst: true };
  let k = versions.length;
  while (k > 0 && !isWithdrawal(versions[k - 1]!) && same(versions[k - 1]!)) k--;
  const version = versions[k];
  if (!version) return undefined;
  return k === 0 ? { from: version.occurred, isFirst: true } : { from: version.known, isFirst: false };
}
