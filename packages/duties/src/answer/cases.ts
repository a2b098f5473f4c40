import type { Deadline } from "@kelisim/accord/program";
import type { Instant } from "@kelisim/model";
import { dayOf, formatDated, startOfDay } from "@kelisim/model";

import type { ClauseRow } from "../plan/clause-row.ts";
import { chooseDeadline, type DueDate } from "../plan/deadlines.ts";
import { type Actor, NOBODY_ACTOR } from "../plan/roles.ts";
import type { Scope } from "../plan/scope.ts";
import { UNKNOWN } from "../plan/values.ts";
import type { Question } from "../question.ts";
import { type Pair, pairsOf, reservationOf, tryTrigger } from "../records/arising.ts";
import { dueOf, extended } from "../records/due.ts";
import {
  ANY_TIME,
  BASE_MAY_BE_AHEAD,
  GONE,
  IS_DAY,
  LEAD_PASSED,
  NOT_APPLICABLE,
  TIED_AHEAD,
  UNVERIFIED,
} from "../records/duty-table.ts";
import type { View } from "../records/view.ts";
import { type Case, emptyCase } from "./case.ts";
import { Judge } from "./judge.ts";
import { Performances } from "./performances.ts";

export type Visit = (at: Case) => void;

/** Chooses the pairs that somebody asked for, before they are judged. */
export type Wanted = (debtor: Actor, creditor: Actor) => boolean;

export const EVERYONE_WANTED: Wanted = () => true;

/** Tied to a date ahead, rather than counted from something that has happened. */
const isTied = (rule: Deadline | undefined) =>
  rule?.kind === "before" || rule?.kind === "date" || rule?.kind === "calendar date";

/** Walks over all duties and rights that exist for a question, judged. */
export class Cases {
  readonly view: View;
  readonly question: Question;
  readonly performances: Performances;
  readonly judge: Judge;
  readonly #displaced = new Map<string, Set<string>>();
  readonly #computing = new Set<string>();

  constructor(view: View, question: Question) {
    this.view = view;
    this.question = question;
    this.performances = new Performances(view);
    this.judge = new Judge(view, question, this.performances, (at) => this.#displacedBy(at));
  }

  #identity(at: Case): string {
    const { actors } = this.view;
    const subject = at.slot < 0 ? "" : this.view.subjectOf(at.slot);
    return `${actors.id(at.debtor)} ${actors.id(at.creditor)} ${subject} ${at.label ?? ""}`;
  }

  #displacedBy(at: Case): string | undefined {
    for (const id of at.row.clause.subjectTo) {
      if (this.#standingOf(id).has(this.#identity(at))) return `displaced by ${id}`;
    }
    return undefined;
  }

  /** Identities of the cases of a clause that stand. A circle of priorities displaces nothing. */
  #standingOf(clause: string): ReadonlySet<string> {
    let set = this.#displaced.get(clause);
    if (set) return set;
    set = new Set();
    if (this.#computing.has(clause)) return set;
    this.#computing.add(clause);
    const found = set;
    for (const row of this.view.plan.rows) {
      if (row.clause.id !== clause) continue;
      this.eachOf(row, (at) => {
        if (at.state !== "not applicable") found.add(this.#identity(at));
      });
    }
    this.#computing.delete(clause);
    this.#displaced.set(clause, set);
    return set;
  }

  /** Fills a case from the table; false if it does not exist for this question. */
  load(duty: number, at: Case): boolean {
    const { duties, plan, occurred } = this.view;
    const marks = duties.marks.values[duty]!;
    if (marks & GONE) return false;
    const slot = duties.slot.values[duty]!;
    let arises = occurred.values[slot]!;
    at.notApplicable = undefined;
    if (marks & NOT_APPLICABLE) {
      const why = duties.reasons.get(duty)!;
      at.notApplicable = why.reason;
      arises = why.arises;
    }
    if (arises > this.question.asOf) return false;
    const row = duties.row.values[duty]!;
    at.row = plan.rows[row]!;
    at.traits = plan.traits[row]!;
    at.index = row;
    at.debtor = duties.debtor.values[duty]!;
    at.creditor = duties.creditor.values[duty]!;
    at.slot = slot;
    at.period = undefined;
    at.label = undefined;
    at.arises = arises;
    at.deadline = duties.deadline.values[duty]!;
    at.deadlineIsDay = (marks & IS_DAY) !== 0;
    at.unverified = (marks & UNVERIFIED) !== 0;
    at.leadPassed = (marks & LEAD_PASSED) !== 0;
    at.tied = (marks & TIED_AHEAD) !== 0;
    at.base = marks & BASE_MAY_BE_AHEAD ? this.#baseOf(at) : Number.NaN;
    at.opens = marks & ANY_TIME ? "any time" : "after trigger";
    at.opensAt = arises;
    at.closesAt = Number.POSITIVE_INFINITY;
    return true;
  }

  /** How many of these duties exist for this question, without judging them. */
  countExisting(duties: Iterable<number>): number {
    const { marks, slot } = this.view.duties;
    let count = 0;
    for (const duty of duties) {
      if (marks.values[duty]! & GONE) continue;
      if (this.view.occurred.values[slot.values[duty]!]! <= this.question.asOf) count++;
    }
    return count;
  }

  #baseOf(at: Case): number {
    const scope = this.performances.scopeOf(at);
    scope.debtor = this.performances.partiesOf(at.debtor);
    return chooseDeadline(at.row.deadlines, scope)?.compute(scope, at.row.clause.id)?.base ?? Number.NaN;
  }

  /** Every case that records gave rise to at once: the bulk of a ledger. */
  eachInTable(visit: Visit): void {
    this.#eachListedDuty(undefined, visit);
  }

  #eachListedDuty(isWanted: ((row: ClauseRow) => boolean) | undefined, visit: Visit): void {
    const { duties, plan } = this.view;
    const first = plan.rows[0];
    if (!first) return;
    const at = emptyCase(first);
    for (let duty = 0; duty < duties.length; duty++) {
      if (isWanted && !isWanted(plan.rows[duties.row.values[duty]!]!)) continue;
      if (!this.load(duty, at)) continue;
      this.judge.judge(at);
      visit(at);
    }
  }

  /** Every case in the table that one subject gave rise to. */
  eachOfSlot(slot: number, visit: Visit): void {
    const { dutyStart, duties, plan } = this.view;
    const first = plan.rows[0];
    if (!first) return;
    const at = emptyCase(first);
    const end = slot + 1 < dutyStart.length ? dutyStart.values[slot + 1]! : duties.length;
    for (let duty = dutyStart.values[slot]!; duty < end; duty++) {
      if (!this.load(duty, at)) continue;
      this.judge.judge(at);
      visit(at);
    }
  }

  /** Every case that is not in the table: recurring, on becoming bound, after a miss, and those decided when asked. */
  eachElsewhere(
    visit: Visit,
    wanted: Wanted = EVERYONE_WANTED,
    isAsked: (row: ClauseRow) => boolean = () => true,
  ): void {
    for (const row of this.view.plan.rows) {
      if (!isAsked(row)) continue;
      if (row.clause.trigger.kind !== "record" || row.lazy) this.eachOf(row, visit, wanted);
    }
  }

  /** Every case of some rows. */
  eachOfRows(rows: ReadonlySet<ClauseRow>, visit: Visit): void {
    this.#eachListedDuty((row) => rows.has(row), visit);
    for (const row of rows) if (row.clause.trigger.kind !== "record" || row.lazy) this.eachOf(row, visit);
  }

  each(visit: Visit): void {
    this.eachInTable(visit);
    this.eachElsewhere(visit);
  }

  /** Every case of one row. */
  eachOf(row: ClauseRow, visit: Visit, wanted: Wanted = EVERYONE_WANTED): void {
    switch (row.clause.trigger.kind) {
      case "calendar":
        this.#eachPeriod(row, visit, wanted);
        return;
      case "bound":
        this.#eachBound(row, visit, wanted);
        return;
      case "miss":
        this.#eachMiss(row, visit, wanted);
        return;
      case "record":
        if (row.lazy) this.#eachLazy(row, visit, wanted);
        else this.#eachListed(row, visit);
    }
  }

  #eachListed(row: ClauseRow, visit: Visit): void {
    const at = emptyCase(row);
    for (const duty of this.view.dutiesOf.get(row.index) ?? []) {
      if (!this.load(duty, at)) continue;
      this.judge.judge(at);
      visit(at);
    }
  }

  #fill(at: Case, row: ClauseRow, pair: Pair, arises: Instant, due: DueDate | undefined): void {
    const { actors } = this.view;
    at.row = row;
    at.traits = this.view.plan.traits[row.index]!;
    at.index = row.index;
    at.debtor = actors.number(pair.debtor.id);
    at.creditor = actors.number(pair.creditor.id);
    at.arises = arises;
    at.deadline = due?.at ?? Number.NaN;
    at.deadlineIsDay = due?.isDay ?? false;
    at.base = due?.base ?? Number.NaN;
    at.unverified = pair.debtor.unverified || pair.creditor.unverified;
    at.leadPassed = false;
    at.notApplicable = reservationOf(this.view.book, row, pair, arises);
    if (at.notApplicable !== undefined) at.deadline = Number.NaN;
    at.closesAt = Number.POSITIVE_INFINITY;
  }

  /** Periods of a recurring row whose deadline lies in the asked window; without a date, the one that holds as-of. */
  #eachPeriod(row: ClauseRow, visit: Visit, wanted: Wanted): void {
    const recurrence = row.recurrence!;
    const { timeZone } = row.calendar;
    const { asOf, from, until } = this.question;
    const margin = Math.ceil(this.#reachMonths(row) / recurrence.months) + 2;
    const now = recurrence.indexOf(dayOf(asOf, timeZone));
    const first = Math.max(recurrence.firstIndex, Math.min(recurrence.indexOf(dayOf(from, timeZone)) - margin, now));
    const last = Math.max(recurrence.indexOf(dayOf(until, timeZone)) + margin, now);
    const at = emptyCase(row);
    for (let index = first; index <= last; index++) {
      const scope = this.view.scope(row.instrument.id, recurrence.startInstant(index));
      scope.period = { recurrence, index };
      const chosen = chooseDeadline(row.deadlines, scope);
      const rule = chosen?.rule;
      const base =
        rule?.kind === "after" || rule?.kind === "before" || rule?.kind === "vague" ? rule.base.kind : undefined;
      // What is due before the period's end arises with it too, but may be done from the period's start.
      const fromEnd = base === "period end" && rule?.kind !== "before";
      if (base === "period end") scope.moment = recurrence.startInstant(index + 1);
      let due = chosen?.compute(scope, row.clause.id);
      if (rule?.kind === "calendar date" && due) scope.moment = startOfDay(dayOf(due.at, timeZone), timeZone);
      // A base that depends on the debtor (bound since) is computed a pair.
      if (base === "bound since") due = undefined;
      else if (due ? due.at < from || due.at > until : index !== now) continue;
      if (scope.moment < row.from || scope.moment >= row.to) continue;
      const bound = recurrence.startInstant(fromEnd ? index + 1 : index);
      const next = recurrence.startInstant(fromEnd ? index + 2 : index + 1);
      for (const pair of pairsOf(row, scope, undefined) ?? []) {
        if (!wanted(pair.debtor, pair.creditor)) continue;
        let own = due;
        if (base === "bound since") {
          scope.debtor = pair.debtor.parties;
          own = chosen?.compute(scope, row.clause.id);
          if (own ? own.at < from || own.at > until : index !== now) continue;
        }
        this.#fill(at, row, pair, scope.moment, own);
        at.slot = -1;
        at.period = scope.period;
        at.label = recurrence.label(index);
        at.tied = own !== undefined;
        if (rule?.kind === "before") at.base = Number.NaN;
        if (row.act.byPeriod) at.opens = "any time";
        else {
          at.opens = "from";
          at.opensAt = bound;
          at.closesAt = next;
        }
        this.judge.judge(at);
        visit(at);
      }
    }
  }

  /** How many months a recurring row's deadline can lie away from its period, at the most. */
  #reachMonths(row: ClauseRow): number {
    let most = 0;
    for (const { rule } of row.deadlines) {
      if (rule.kind === "calendar date") most = Math.max(most, (rule.years + 1) * 12);
      if (rule.kind !== "after" && rule.kind !== "before" && rule.kind !== "vague") continue;
      const durations = rule.kind === "vague" ? (rule.reading ? [rule.reading.duration] : []) : [rule.duration];
      if (rule.kind === "vague") {
        const fact = this.view.book.reading(row.clause.id, this.question.until);
        if (fact) durations.push({ value: fact.value, unit: fact.unit });
      }
      for (const { value, unit } of durations) {
        const months = {
          minute: 1 / 43_200,
          hour: 1 / 720,
          day: 1 / 28,
          week: 1 / 4,
          "working day": 1 / 4,
          month: 1,
          year: 12,
        };
        most = Math.max(most, value * months[unit]);
      }
    }
    return most;
  }

  /** Once for each debtor, from the instant it became certainly bound. */
  #eachBound(row: ClauseRow, visit: Visit, wanted: Wanted): void {
    const { status } = this.view.book;
    const { asOf } = this.question;
    const at = emptyCase(row);
    const { instrument } = row;
    const actors = [
      ...status.parties(instrument.id).map((party) => [party]),
      ...instrument.sides.map((s) => s.members),
    ];
    const moments = new Set(actors.flatMap((parties) => status.boundStarts(instrument.id, parties)));
    for (const since of moments) {
      if (since > asOf || since < row.from || since >= row.to) continue;
      const scope = this.view.scope(instrument.id, since);
      for (const pair of pairsOf(row, scope, undefined) ?? []) {
        if (!wanted(pair.debtor, pair.creditor)) continue;
        if (!status.boundStarts(instrument.id, pair.debtor.parties).includes(since)) continue;
        scope.debtor = pair.debtor.parties;
        const chosen = chooseDeadline(row.deadlines, scope);
        this.#fill(at, row, pair, since, chosen?.compute(scope, row.clause.id));
        at.slot = -1;
        at.period = undefined;
        at.label = formatDated(dayOf(since, row.calendar.timeZone));
        at.tied = isTied(chosen?.rule);
        if (at.tied) at.base = Number.NaN;
        at.opens = "from";
        at.opensAt = since;
        this.judge.judge(at);
        visit(at);
      }
    }
  }

  /** What follows duties that were concluded not performed. The same follow-up of two misses arises once, with the first. */
  #eachMiss(row: ClauseRow, visit: Visit, wanted: Wanted): void {
    const missed = new Map<string, Case>();
    if (this.#computing.has(`miss ${row.clause.id}`)) return;
    this.#computing.add(`miss ${row.clause.id}`);
    const scratch = emptyCase(row);
    for (const base of this.view.plan.rows) {
      if (base.clause.id !== row.follows) continue;
      this.eachOf(base, (found) => {
        if (!this.judge.isMissed(found)) return;
        if (found.deadline < row.from || found.deadline >= row.to) return;
        const scope = this.view.scope(row.instrument.id, found.deadline);
        scope.trigger = found.slot < 0 ? undefined : this.view.records[found.slot];
        scope.period = found.period;
        const pairBefore = {
          debtor: this.#actorOf(found.debtor, found),
          creditor: this.#actorOf(found.creditor, found),
        };
        for (const pair of pairsOf(row, scope, pairBefore) ?? []) {
          if (!wanted(pair.debtor, pair.creditor)) continue;
          scope.debtor = pair.debtor.parties;
          const chosen = chooseDeadline(row.deadlines, scope);
          const due = chosen?.compute(scope, row.clause.id);
          this.#fill(scratch, row, pair, found.deadline, due);
          if (due && chosen && scratch.notApplicable === undefined) {
            scratch.deadline = extended(this.view.book, row, pair, found.deadline, due, chosen.rule) ?? Number.NaN;
          }
          // What follows from an unverified duty is unverified too.
          scratch.unverified ||= found.unverified;
          scratch.slot = found.slot;
          scratch.period = found.period;
          scratch.label = found.label;
          scratch.tied = isTied(chosen?.rule);
          if (scratch.tied) scratch.base = Number.NaN;
          scratch.opens = "after";
          scratch.opensAt = found.deadline;
          const identity = this.#identity(scratch);
          const known = missed.get(identity);
          const earlier = known ? scratch.arises - known.arises : -1;
          if (earlier < 0 || (earlier === 0 && known?.unverified && !scratch.unverified)) {
            missed.set(identity, { ...scratch });
          }
        }
      });
    }
    this.#computing.delete(`miss ${row.clause.id}`);
    for (const at of missed.values()) {
      this.judge.judge(at);
      visit(at);
    }
  }

  /** An actor of a case as it stood when the case arose. */
  #actorOf(actor: number, at: Case): Actor {
    const id = this.view.actors.id(actor);
    if (id === "") return NOBODY_ACTOR;
    const members = this.performances.members(actor, at).map((n) => this.view.actors.id(n));
    return { id, parties: this.performances.partiesOf(actor), members, unverified: at.unverified };
  }

  /** Rows whose condition looks at other records: decided when asked. */
  #eachLazy(row: ClauseRow, visit: Visit, wanted: Wanted): void {
    const { trigger } = row.clause;
    if (trigger.kind !== "record") return;
    const at = emptyCase(row);
    for (const slot of this.view.slotsOfSubjects(trigger.record)) {
      for (const found of this.lazyPairs(row, slot)) {
        if (found.arises > this.question.asOf || !wanted(found.pair.debtor, found.pair.creditor)) continue;
        const due = found.due;
        this.#fill(at, row, found.pair, found.arises, undefined);
        at.slot = slot;
        at.period = undefined;
        at.label = undefined;
        if (found.reason !== undefined) at.notApplicable = found.reason;
        else if (at.notApplicable === undefined) {
          at.deadline = due.deadline;
          at.deadlineIsDay = (due.marks & IS_DAY) !== 0;
          at.leadPassed = (due.marks & LEAD_PASSED) !== 0;
        }
        at.tied = (due.marks & TIED_AHEAD) !== 0;
        at.base = due.marks & BASE_MAY_BE_AHEAD ? this.#baseOf(at) : Number.NaN;
        at.opens = due.marks & ANY_TIME ? "any time" : "after trigger";
        at.opensAt = found.arises;
        this.judge.judge(at);
        visit(at);
      }
    }
  }

  /** What a subject gives rise to under a row that is decided when asked. */
  *lazyPairs(row: ClauseRow, slot: number) {
    const view = this.view;
    const standing = new Set<string>();
    const key = (pair: Pair) => `${pair.debtor.id} ${pair.creditor.id}`;
    const current = view.records[slot]!;
    const withdrawn = view.isWithdrawn(slot);
    if (!withdrawn) {
      for (const other of view.plan.rows) {
        if (other === row || other.clause.id !== row.clause.id) continue;
        for (const pair of tryTrigger(view, other, current).pairs) standing.add(key(pair));
      }
      const { scope, pairs } = tryTrigger(view, row, current);
      for (const pair of pairs) {
        standing.add(key(pair));
        const due = dueOf(view, row, scope, pair, view.versionsOf(slot));
        yield { pair, due, arises: current.occurred, reason: undefined };
      }
    }
    const earlier = view.versionsOf(slot).filter((version) => version.withdraws === undefined);
    for (const version of [...earlier].reverse()) {
      if (version === current && !withdrawn) continue;
      for (const pair of tryTrigger(view, row, version).pairs) {
        if (standing.has(key(pair))) continue;
        standing.add(key(pair));
        const reason = withdrawn ? "trigger withdrawn" : "trigger corrected";
        yield { pair, due: { deadline: Number.NaN, marks: 0 }, arises: version.occurred, reason };
      }
    }
  }

  /** Triggers about which we cannot say whether a clause applies. */
  *undetermined(): Iterable<{ readonly row: ClauseRow; readonly slot: number; readonly scope: Scope }> {
    const { view } = this;
    const give = (row: ClauseRow, slot: number) => {
      const record = view.records[slot]!;
      const scope = view.scope(row.instrument.id, record.occurred);
      scope.trigger = record;
      return { row, slot, scope };
    };
    for (let i = 0; i < view.undeterminedRow.length; i++) {
      const slot = view.undeterminedSlot.values[i]!;
      if (view.gone.has(slot) || view.occurred.values[slot]! > this.question.asOf) continue;
      yield give(view.plan.rows[view.undeterminedRow.values[i]!]!, slot);
    }
    for (const row of view.plan.rows) {
      const { trigger } = row.clause;
      if (!row.lazy || trigger.kind !== "record") continue;
      for (const slot of view.slotsOf(trigger.record)) {
        const record = view.records[slot]!;
        if (record.occurred > this.question.asOf) continue;
        if (tryTrigger(view, row, record).truth === UNKNOWN) yield give(row, slot);
      }
    }
  }
}
