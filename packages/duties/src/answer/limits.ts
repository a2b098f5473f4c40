import { dayOf, type Instant, NEVER, type Value } from "@kelisim/model";
import { Big } from "big.js";
import { recurrence } from "../calendar/periods.ts";
import { stepInstant } from "../calendar/steps.ts";
import type { LimitRow } from "../plan/clause-row.ts";
import { type Actor, partyActor, type RoleContext, sideActor } from "../plan/roles.ts";
import { compileTerm, instantOf, isDateTerm, type ReadTerm } from "../plan/terms.ts";
import { FALSE, keyOf, TRUE, UNKNOWN } from "../plan/values.ts";
import type { LimitState, Question } from "../question.ts";
import { sideId } from "../records/actors.ts";
import type { View } from "../records/view.ts";

/** One instance of a limit: a bearer, a group, a window. */
export interface LimitCase {
  readonly row: LimitRow;
  readonly bearer: string;
  /** Parties for which it stands: of a side those that are bound. */
  readonly members: readonly string[];
  readonly unverified: boolean;
  readonly group: string | undefined;
  readonly label: string | undefined;
  readonly from: Instant;
  readonly state: LimitState;
  readonly value: string | undefined;
  readonly amount: string;
  /** Slots of the records counted. */
  readonly counted: readonly number[];
  /** Slots of records about which it cannot be said whether or how they count. */
  readonly unknown: readonly number[];
}

interface Member {
  readonly slot: number;
  /** Undefined: not known, so that it may count for any. */
  readonly bearer: string | undefined;
  readonly group: string | undefined;
  readonly moment: Instant;
  /** The moment that places it in a window; NaN if missing. */
  readonly time: number;
  readonly value: Big | undefined;
  /** Whether, for whom or when it counts is not known. */
  readonly unknown: boolean;
}

/** A stretch that a limit is read over; `from` inclusive, `to` exclusive. */
interface Window {
  readonly from: Instant;
  readonly to: Instant;
  readonly label: string | undefined;
  /** Of a rolling window: as-of less its length. */
  readonly back?: Instant;
  /** Of a rolling window: the first instant that any window looked at can hold. */
  readonly reach?: Instant;
}

/** A whole number or an exact decimal as a decimal; money and what is missing have none. */
const bigOf = (value: Value | undefined): Big | undefined =>
  typeof value === "number" ? new Big(value) : value instanceof Big ? value : undefined;

/** Of which limits the cases are asked for: all, or some; of everybody, or of one party. */
export interface LimitsAsked {
  readonly only?: ReadonlySet<LimitRow> | undefined;
  readonly party?: string | undefined;
}

/** Limits, as they stand for a question. docs/engine.md, "Limits". */
export function* limitCases(view: View, question: Question, { only, party }: LimitsAsked = {}): Iterable<LimitCase> {
  for (const row of only ?? view.plan.limits) {
    if (question.asOf < row.from || question.asOf >= row.to) continue;
    yield* casesOf(view, question, row, party);
  }
}

/** The amount as an exact decimal. */
function amountOf(row: LimitRow): Big {
  const { amount } = row.clause;
  return amount.type === "count" || amount.type === "amount" || amount.type === "money"
    ? new Big(amount.value)
    : new Big(0);
}

function bearerAt(view: View, row: LimitRow, party: string, t: Instant) {
  const context: RoleContext = view.plan.contexts.get(row.instrument.id)!;
  const at = { scope: view.scope(row.instrument.id, t), clause: row.clause.id };
  if (!row.clause.bearer.side) return partyActor(party, at, context);
  const side = row.instrument.sides.find((s) => s.members.includes(party));
  const actor = side && sideActor(side.name, at, context);
  return actor?.members.includes(party) ? actor : undefined;
}

/** Parties or sides that bear the limit at a moment. */
function bearers(view: View, row: LimitRow, t: Instant) {
  const context: RoleContext = view.plan.contexts.get(row.instrument.id)!;
  const at = { scope: view.scope(row.instrument.id, t), clause: row.clause.id };
  if (row.who) return row.who({ ...at, debtor: undefined, missed: undefined }) ?? [];
  if (row.clause.bearer.side) return row.instrument.sides.flatMap((side) => sideActor(side.name, at, context) ?? []);
  return view.book.status.parties(row.instrument.id).flatMap((party) => partyActor(party, at, context) ?? []);
}

/** Organs and organisations that did what the limit is about. No row need bind them; without a record there is no line. */
function organsOf(view: View, question: Question, row: LimitRow, members: readonly Member[]) {
  const context: RoleContext = view.plan.contexts.get(row.instrument.id)!;
  const at = { scope: view.scope(row.instrument.id, question.asOf), clause: row.clause.id };
  const named = new Set(members.flatMap(({ bearer }) => bearer ?? []));
  const organs = [...named].filter((id) => context.partyKinds.has(id) && context.partyKinds.get(id) !== "state");
  return organs.flatMap((id) => partyActor(id, at, context) ?? []);
}

function membersOf(view: View, question: Question, row: LimitRow): Member[] {
  const { clause, names, calendar } = row;
  const bearerTerm = compileTerm(clause.bearer.term, names);
  const groupTerms = clause.groups.map((term) => compileTerm(term, names));
  const time: ReadTerm | undefined = clause.time && compileTerm(clause.time, names);
  const timeIsDate = clause.time !== undefined && isDateTerm(clause.time, names);
  const members: Member[] = [];
  for (const slot of view.slotsOf(clause.record)) {
    const record = view.records[slot]!;
    if (record.occurred > question.asOf) continue;
    const scope = view.scope(row.instrument.id, record.occurred);
    scope.act = record;
    if (clause.under && !record.under?.includes(row.instrument.id)) continue;
    const truth = row.test ? row.test(scope) : TRUE;
    if (truth === FALSE) continue;
    const party = bearerTerm(scope);
    const actor = typeof party === "string" ? bearerAt(view, row, party, record.occurred) : undefined;
    if (typeof party === "string") {
      if (!actor) continue;
      if (clause.unlessConsent && consented(view, row, actor.id, slot)) continue;
    }
    const { aggregate } = clause;
    const isCount = aggregate.kind === "count" || aggregate.kind === "simultaneous";
    const value = isCount ? new Big(1) : bigOf(record.content[aggregate.attribute]);
    const placed = time ? instantOf(time(scope), timeIsDate, calendar.timeZone) : record.occurred;
    const groups = groupTerms.map((term) => keyOf(term(scope)));
    const group = groups.includes(undefined) ? undefined : groups.join(", ");
    members.push({
      slot,
      bearer: actor?.id,
      group,
      moment: record.occurred,
      time: placed ?? Number.NaN,
      value,
      unknown:
        truth === UNKNOWN ||
        !actor ||
        placed === undefined ||
        group === undefined ||
        (aggregate.kind === "sum" && value === undefined),
    });
  }
  return members;
}

function consented(view: View, row: LimitRow, bearer: string, slot: number): boolean {
  const moment = view.occurred.values[slot]!;
  return view.book
    .consents(row.clause.id, bearer)
    .some(
      (fact) =>
        fact.occurred <= moment && (fact.about === undefined || view.rootOf(fact.about) === view.subjectOf(slot)),
    );
}

/** First and last day of an event, both inclusive. */
function spanOf(content: Readonly<Record<string, Value | undefined>>, { start, end }: { start: string; end: string }) {
  const from = content[start];
  const to = content[end];
  return typeof from === "number" && typeof to === "number" ? { from, to } : undefined;
}

function windowsOf(row: LimitRow, { asOf, until }: Question): readonly Window[] {
  const { window } = row.clause;
  const { timeZone } = row.calendar;
  if (window.kind === "always") return [{ from: Number.NEGATIVE_INFINITY, to: NEVER, label: undefined }];
  if (window.kind === "rolling") {
    const start = stepInstant(asOf, -1, window, timeZone, row.calendar.monthEnd) ?? asOf;
    // The windows that are looked at begin up to twice their length before as-of.
    const reach = stepInstant(start, -1, window, timeZone, row.calendar.monthEnd) ?? start;
    return [{ from: Number.NEGATIVE_INFINITY, to: NEVER, label: undefined, back: start, reach }];
  }
  const periods = recurrence(1, window.unit, undefined, timeZone);
  const first = periods.indexOf(dayOf(asOf, timeZone));
  const last = Math.max(first, periods.indexOf(dayOf(until, timeZone)));
  const windows: Window[] = [];
  for (let k = first; k <= last; k++) {
    windows.push({ from: periods.startInstant(k), to: periods.startInstant(k + 1), label: periods.label(k) });
  }
  return windows;
}

/** A bearer with its group, before anything is counted. */
type Instance = Pick<LimitCase, "bearer" | "members" | "unverified" | "group">;

const instanceOf = ({ id, members, unverified }: Pick<Actor, "id" | "members" | "unverified">) => ({
  bearer: id,
  members,
  unverified,
});

function* casesOf(view: View, question: Question, row: LimitRow, party: string | undefined): Iterable<LimitCase> {
  const members = membersOf(view, question, row);
  const grouped = row.clause.groups.length > 0;
  const instances = new Map<string, Instance>();
  const now = [...bearers(view, row, question.asOf), ...(row.who ? [] : organsOf(view, question, row, members))];
  if (!grouped) for (const actor of now) instances.set(actor.id, { ...instanceOf(actor), group: undefined });
  else {
    for (const { bearer, group } of members) {
      if (bearer === undefined || group === undefined) continue;
      const actor = now.find(({ id }) => id === bearer) ?? { id: bearer, members: [bearer], unverified: false };
      instances.set(`${bearer} ${group}`, { ...instanceOf(actor), group });
    }
  }
  for (const instance of instances.values()) {
    if (party !== undefined && !instance.members.includes(party)) continue;
    const mine = members.filter(
      (m) =>
        (m.bearer === undefined || m.bearer === instance.bearer) &&
        (!grouped || m.group === undefined || m.group === instance.group),
    );
    for (const window of windowsOf(row, question)) yield judge(view, question, row, instance, mine, window);
  }
}

function judge(
  view: View,
  question: Question,
  row: LimitRow,
  instance: Instance,
  mine: readonly Member[],
  window: Window,
): LimitCase {
  const amount = amountOf(row);
  const inWindow = mine.filter((m) => Number.isNaN(m.time) || (m.time >= window.from && m.time < window.to));
  const known = inWindow.filter((m) => !m.unknown).sort(byTime(view));
  const { back } = window;
  const recent = (m: Member) => back === undefined || Number.isNaN(m.time) || m.time > back;
  const unknown = inWindow.filter((m) => m.unknown && recent(m));
  const { value, exceeded } = measure(view, question, row, known, amount, back);
  const covered = isCovered(view, question, row, instance.bearer, window);
  const state: LimitState = exceeded
    ? "exceeded"
    : unknown.length > 0 || value === undefined || !covered
      ? "unknown"
      : "within";
  return {
    row,
    ...instance,
    label: window.label,
    from: window.from,
    state,
    value: value?.toFixed(),
    amount: amount.toFixed(),
    counted: known.map((m) => m.slot),
    unknown: unknown.map((m) => m.slot),
  };
}

const byTime = (view: View) => (a: Member, b: Member) =>
  a.time - b.time || (view.subjectOf(a.slot) < view.subjectOf(b.slot) ? -1 : 1);

/** The sum of known members. One without a value is an unknown member: what is known is shown. */
const total = (members: readonly Member[]): Big => members.reduce((sum, m) => sum.plus(m.value!), new Big(0));

function measure(
  view: View,
  question: Question,
  row: LimitRow,
  members: readonly Member[],
  amount: Big,
  back: Instant | undefined,
): { value: Big | undefined; exceeded: boolean } {
  const { aggregate, window } = row.clause;
  if (aggregate.kind === "level") return measureLevel(question, row, members, amount);
  let value: Big | undefined;
  if (aggregate.kind === "simultaneous") value = mostAtOnce(view, question, row, members, aggregate);
  else if (window.kind === "rolling") {
    value = new Big(0);
    for (const last of members) {
      if (last.time <= back!) continue;
      const start = stepInstant(last.time, -1, window, row.calendar.timeZone, row.calendar.monthEnd) ?? last.time;
      const sum = total(members.filter((m) => m.time > start && m.time <= last.time));
      if (sum.gt(value)) value = sum;
    }
  } else value = total(members);
  return { value, exceeded: value?.gt(amount) ?? false };
}

/** The greatest number on one day, from as-of's day on; undefined where an event's start or end is missing. */
function mostAtOnce(
  view: View,
  question: Question,
  row: LimitRow,
  members: readonly Member[],
  aggregate: { start: string; end: string },
): Big | undefined {
  const today = dayOf(question.asOf, row.calendar.timeZone);
  const spans = members.flatMap((m) => spanOf(view.records[m.slot]!.content, aggregate) ?? []);
  if (spans.length < members.length) return undefined;
  // The greatest number is reached on as-of's day or where a later span starts.
  const days = [today, ...spans.map((s) => s.from).filter((day) => day > today)];
  return new Big(Math.max(0, ...days.map((day) => spans.filter((s) => s.from <= day && day <= s.to).length)));
}

/** A stock: the latest figure, with what temporary excess the clause allows. */
function measureLevel(
  question: Question,
  row: LimitRow,
  members: readonly Member[],
  amount: Big,
): { value: Big | undefined; exceeded: boolean } {
  const value = members[members.length - 1]?.value;
  const { excess } = row.clause;
  if (!excess) return { value, exceeded: value?.gt(amount) ?? false };
  if (value?.gt(amount.times(100 + excess.percent).div(100))) return { value, exceeded: true };
  const runs: Instant[] = [];
  let above = false;
  for (const member of members) {
    if (!member.value) continue;
    const over = member.value.gt(amount);
    if (over && !above) runs.push(member.time);
    above = over;
  }
  if (value?.gt(amount)) {
    const { timeZone, monthEnd, works } = row.calendar;
    const end = stepInstant(runs[runs.length - 1]!, 1, excess.forAtMost, timeZone, monthEnd, works);
    if (end !== undefined && question.asOf > end) return { value, exceeded: true };
  }
  if (excess.times) {
    const periods = recurrence(1, excess.times.unit, undefined, row.calendar.timeZone);
    const index = periods.indexOf(dayOf(question.asOf, row.calendar.timeZone));
    const begun = runs.filter((at) => at >= periods.startInstant(index) && at < periods.startInstant(index + 1));
    if (begun.length > excess.times.value) return { value, exceeded: true };
  }
  return { value, exceeded: false };
}

/** Whether what the bearer did is known for the window, so far as it has passed; of a window ahead, as of now. */
function isCovered(view: View, question: Question, row: LimitRow, bearer: string, window: Window): boolean {
  const { status, coverage } = view.book;
  if (coverage.empty) return false;
  const side = row.instrument.sides.find((s) => sideId(row.instrument.id, s.name) === bearer);
  const parties = side?.members ?? [bearer];
  const until = Math.min(question.asOf, window.to - 1);
  const first = status.boundStarts(row.instrument.id, parties)[0];
  const from = window.reach ?? (Number.isFinite(window.from) ? window.from : first);
  if (from === undefined) return false;
  const now = bearers(view, row, question.asOf).find((actor) => actor.id === bearer)?.members ?? parties;
  return now.every((party) => coverage.covers(row.clause.record, party, undefined, Math.min(from, until), until));
}
