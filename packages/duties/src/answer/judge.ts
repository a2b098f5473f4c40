import type { CoverageBook } from "../facts/coverage-book.ts";
import { DISPLACEABLE, OPENS, RIGHT, SILENT } from "../plan/plan.ts";
import type { Question } from "../question.ts";
import { NOBODY } from "../records/actors.ts";
import type { View } from "../records/view.ts";
import type { Case } from "./case.ts";
import type { Performances } from "./performances.ts";

/** A date tied to something ahead counts as near from this long before it; until then it is upcoming. */
export const NEAR_MS = 14 * 86_400_000;

/** Gives cases their states: the rules of docs/engine.md, "State of a duty" and "State of a right". */
export class Judge {
  readonly #view: View;
  readonly #question: Question;
  readonly #performances: Performances;
  readonly #us: ReadonlySet<string>;
  readonly #coverage: CoverageBook;
  /** Whether a case is displaced by a clause that goes before it. */
  readonly #displacedBy: (at: Case) => string | undefined;

  constructor(
    view: View,
    question: Question,
    performances: Performances,
    displacedBy: (at: Case) => string | undefined,
  ) {
    this.#view = view;
    this.#question = question;
    this.#performances = performances;
    this.#us = new Set(view.setting.us ?? []);
    this.#coverage = view.book.coverage;
    this.#displacedBy = displacedBy;
  }

  /** Whether an actor is the node's own: every member of it. */
  #isUs(actor: number, at: Case): boolean {
    if (this.#us.size === 0) return false;
    const members = this.#performances.members(actor, at);
    return members.length > 0 && members.every((member) => this.#us.has(this.#view.actors.id(member)));
  }

  /** Whether the node's own party is one of an actor's members. */
  #includesUs(actor: number, at: Case): boolean {
    if (this.#us.size === 0) return false;
    return this.#performances.members(actor, at).some((member) => this.#us.has(this.#view.actors.id(member)));
  }

  /** No coverage and no own party: absence can never be concluded, so nothing of the past is overdue. */
  get concludesNothing(): boolean {
    return this.#us.size === 0 && this.#coverage.empty;
  }

  /** Whether nothing recorded means that nothing happened, until the deadline. */
  absenceConcluded(at: Case): boolean {
    if (this.#isUs(at.debtor, at)) return true;
    if (this.#coverage.empty) return false;
    const from = Math.min(this.coverageNeededFrom(at), at.deadline);
    const kind = at.row.clause.act.record;
    const id = (n: number) => this.#view.actors.id(n);
    const addressees = at.row.addressed && at.creditor !== NOBODY ? this.#performances.members(at.creditor, at) : [];
    for (const sender of this.#performances.members(at.debtor, at)) {
      if (addressees.length === 0) {
        if (!this.#coverage.covers(kind, id(sender), undefined, from, at.deadline)) return false;
      }
      for (const to of addressees) {
        if (!this.#coverage.covers(kind, id(sender), id(to), from, at.deadline)) return false;
      }
    }
    return true;
  }

  /** The first instant for which coverage is needed: when a performance begins to count. */
  coverageNeededFrom(at: Case): number {
    const from = this.#countsFrom(at);
    if (Number.isNaN(at.notBefore)) return from;
    return at.opens === "any time" ? at.notBefore : Math.max(from, at.notBefore);
  }

  #countsFrom(at: Case): number {
    if (at.opens === "from" || at.opens === "after") return at.opensAt;
    if (at.period) return at.period.recurrence.startInstant(at.period.index);
    return at.arises;
  }

  #findWaiver(at: Case): void {
    at.waivedAt = Number.NaN;
    if (!this.#view.book.anyWaiver) return;
    const { actors } = this.#view;
    const waivers = this.#view.book.waivers(at.row.clause.id, actors.id(at.debtor), actors.id(at.creditor));
    for (const waiver of waivers) {
      if (waiver.occurred > this.#question.asOf) return;
      const subject = at.slot < 0 ? undefined : this.#view.subjectOf(at.slot);
      if (waiver.subject !== undefined && this.#view.rootOf(waiver.subject) !== subject) continue;
      if (waiver.period !== undefined && waiver.period !== at.label) continue;
      if (waiver.subject === undefined && waiver.period === undefined && waiver.occurred < at.arises) continue;
      at.waivedAt = waiver.occurred;
      return;
    }
  }

  /** Fills in state, reason, performance and waiver. */
  judge(at: Case): void {
    at.reason = undefined;
    at.performance = -1;
    at.performedAt = Number.NaN;
    at.waivedAt = Number.NaN;
    at.notBefore = Number.NaN;
    const why = at.notApplicable ?? (at.traits & DISPLACEABLE ? this.#displacedBy(at) : undefined);
    if (why !== undefined) {
      at.state = "not applicable";
      at.reason = why;
      return;
    }
    if (at.traits & OPENS) {
      const scope = this.#performances.scopeOf(at);
      scope.debtor = this.#performances.partiesOf(at.debtor);
      at.notBefore = at.row.opening!(scope) ?? Number.NaN;
    }
    this.#performances.find(at, this.#question.asOf);
    if (at.traits & RIGHT) this.#judgeRight(at);
    else this.#judgeDuty(at);
  }

  #judgeRight(at: Case): void {
    const { deadline } = at;
    const dated = !Number.isNaN(deadline);
    if (at.performance >= 0 && (!dated || at.performedAt <= deadline)) at.state = "used";
    else if (dated && (this.#question.asOf > deadline || at.leadPassed)) at.state = "expired";
    else if (this.#question.asOf < at.notBefore) at.state = "upcoming";
    else at.state = "available";
  }

  #judgeDuty(at: Case): void {
    this.#findWaiver(at);
    const { asOf } = this.#question;
    const { deadline, waivedAt } = at;
    const dated = !Number.isNaN(deadline);
    const performed = at.performance >= 0;
    const silence = at.traits & SILENT && at.row.clause.kind === "duty" ? at.row.clause.silence : undefined;
    if (!Number.isNaN(waivedAt) && !(dated && waivedAt > deadline) && !(performed && at.performedAt <= waivedAt)) {
      at.state = "waived by creditor";
    } else if (performed) {
      if (at.leadPassed) at.state = "lead time already passed";
      else if (!dated || at.performedAt <= deadline) at.state = "met";
      else if (silence && this.absenceConcluded(at)) this.#closeBySilence(at, silence.means);
      else at.state = "met late";
    } else if (at.leadPassed) {
      at.state = "lead time already passed";
    } else if (!dated) {
      at.state = asOf < at.notBefore ? "upcoming" : "open";
    } else if (asOf <= deadline) {
      const ahead = asOf < at.notBefore || (at.tied && deadline - asOf > NEAR_MS) || at.base > asOf;
      at.state = ahead ? "upcoming" : "open";
    } else if (this.absenceConcluded(at)) {
      if (silence) this.#closeBySilence(at, silence.means);
      else if (this.#includesUs(at.creditor, at) && !this.#includesUs(at.debtor, at)) at.state = "not received by us";
      else at.state = "overdue";
    } else {
      at.state = "date passed, nothing recorded here";
    }
  }

  #closeBySilence(at: Case, means: string): void {
    at.state = "closed by silence";
    at.reason = means;
  }

  /** Whether a judged duty was concluded not performed by its deadline. docs/engine.md, "A miss". */
  isMissed(at: Case): boolean {
    if (at.row.clause.kind !== "duty" || at.row.clause.silence || at.state === "not applicable") return false;
    if (Number.isNaN(at.deadline) || this.#question.asOf <= at.deadline || at.leadPassed) return false;
    if (at.performedAt <= at.deadline || at.waivedAt <= at.deadline) return false;
    return this.absenceConcluded(at);
  }
}
