import type { Fact, Geography, Instant, KelisimRecord } from "@kelisim/model";
import { FactBook } from "../facts/fact-book.ts";
import type { ClauseRow } from "../plan/clause-row.ts";
import { type LedgerSetting, makePlan, type Plan } from "../plan/plan.ts";
import { newScope, type Scope, type World } from "../plan/scope.ts";
import { FALSE, keyOf, UNKNOWN } from "../plan/values.ts";
import { Actors, NOBODY } from "./actors.ts";
import { concerns, type Pair, pairsOf, reservationOf, tryTrigger } from "./arising.ts";
import { type Chain, gatherChain, isWithdrawal, linkOf, rootIdOf } from "./chains.ts";
import { type Alike, type Dispatch, makeDispatch } from "./dispatch.ts";
import { type Due, dueOf } from "./due.ts";
import { DutyTable, GONE, NOT_APPLICABLE, UNVERIFIED } from "./duty-table.ts";
import { Float64Column, Int32Column, Uint8Column } from "./growing.ts";
import type { Bucket, Order, PerformanceIndex } from "./performance-index.ts";

/** A clause and a pair: versions of one clause mean the same duty. */
const pairKey = (row: ClauseRow, { debtor, creditor }: Pair) => `${row.clause.id}\n${debtor.id}\n${creditor.id}`;

/** What holds for an instrument as a whole while a view stands. */
interface Standing {
  /** No reservations and no suspensions, so that being bound is all that matters. */
  readonly plain: boolean;
  /** By actor: first instant from which it is bound without end. */
  readonly boundFrom: number[];
}

/**
 * Everything that one known-at can see, indexed: current versions of subjects in slots, the duties they gave
 * rise to, and performances by what ties them to a trigger. Records may come in any order.
 */
export class View implements World {
  readonly setting: LedgerSetting;
  readonly facts: readonly Fact[];
  book: FactBook;
  readonly plan: Plan;
  readonly dispatch: Dispatch;
  readonly actors = new Actors();
  readonly geography: Geography | undefined;
  readonly duties = new DutyTable();

  /** By slot: the current version it holds, its moment, and where its duties begin in the table. */
  readonly records: KelisimRecord[] = [];
  readonly occurred = new Float64Column();
  readonly dutyStart = new Int32Column();
  /** By slot: 1 where the record names no instrument and no channel of ours. */
  readonly free = new Uint8Column();
  /** Slots whose subject was restated since. */
  readonly gone = new Set<number>();
  /** Slot → chain, for subjects of more than one record. */
  readonly chains = new Map<number, Chain>();
  /** Triggers about which nothing can be said yet: row and slot, side by side. */
  readonly undeterminedRow = new Int32Column();
  readonly undeterminedSlot = new Int32Column();
  /** By row of clauses that another clause looks back to: their duties. */
  readonly dutiesOf = new Map<number, number[]>();

  /** By slot: when the receiver had it; infinite where that is not recorded. */
  readonly receivedAt = new Float64Column();
  /** Subject → slot. Made when first asked for: many ledgers never need it. */
  #slotsBySubject: Map<string, number> | undefined;
  readonly #kinds = new Map<string, number[]>();
  readonly #roots = new Map<string, string>();
  /** Linked id → records that correct or withdraw it. */
  readonly #links = new Map<string, KelisimRecord[]>();
  /** Records of chains; all others are found by their slot. */
  readonly #linked = new Map<string, KelisimRecord>();
  /** Rises whenever a performance found before may no longer be one. */
  restated = 0;
  /** By row: what holds for its instrument. */
  readonly #standings: Standing[] = [];
  readonly #standingByInstrument = new Map<string, Standing>();
  #usesReceived = false;
  #undo: (() => void)[] | undefined;

  constructor(setting: LedgerSetting, facts: readonly Fact[]) {
    this.setting = setting;
    this.facts = facts;
    this.geography = setting.geography;
    const instruments = setting.programs.flatMap((program) => program.instruments);
    this.book = new FactBook(facts, new Map(instruments.map((instrument) => [instrument.id, instrument])));
    this.plan = makePlan(setting, this.book);
    const subject = (slot: number) => this.subjectOf(slot);
    const sent: Order = { moments: this.occurred, subject };
    const received: Order = { moments: this.receivedAt, subject };
    this.dispatch = makeDispatch(this.plan.rows, this.plan.limits, sent, received);
    const lookedBackTo = new Set(this.plan.rows.flatMap((row) => [row.follows, ...row.clause.subjectTo]));
    for (const row of this.plan.rows) {
      if (lookedBackTo.has(row.clause.id)) this.dutiesOf.set(row.index, []);
      if (row.received) this.#usesReceived = true;
      this.#standings.push(this.#standingOf(row.instrument.id));
    }
  }

  /** Takes facts that do not decide which duties exist (coverage, waivers, consents) without building anew. */
  replaceBook(facts: readonly Fact[]): void {
    this.book = new FactBook(facts, this.plan.instruments);
  }

  rootOf(id: string): string {
    return this.#roots.get(id) ?? id;
  }

  subjectOf(slot: number): string {
    return this.chains.get(slot)?.root ?? this.records[slot]!.id;
  }

  /** The versions of a slot's subject, first to current. */
  versionsOf(slot: number): readonly KelisimRecord[] {
    return this.chains.get(slot)?.versions ?? [this.records[slot]!];
  }

  aliasesOf(subject: string): readonly string[] {
    if (this.chains.size === 0) return [subject];
    const slot = this.#slots.get(subject);
    return (slot !== undefined && this.chains.get(slot)?.aliases) || [subject];
  }

  get #slots(): Map<string, number> {
    if (!this.#slotsBySubject) {
      this.#slotsBySubject = new Map();
      for (let slot = 0; slot < this.records.length; slot++) {
        if (!this.gone.has(slot)) this.#slotsBySubject.set(this.subjectOf(slot), slot);
      }
    }
    return this.#slotsBySubject;
  }

  slotOf(subject: string): number | undefined {
    return this.#slots.get(subject);
  }

  /** Slots of this kind's subjects, one each, also of those withdrawn. */
  *slotsOfSubjects(kind: string): Iterable<number> {
    for (const slot of this.#kinds.get(kind) ?? []) if (!this.gone.has(slot)) yield slot;
  }

  /** Slots that hold a current version of this kind, not withdrawn. */
  *slotsOf(kind: string): Iterable<number> {
    for (const slot of this.slotsOfSubjects(kind)) if (!this.isWithdrawn(slot)) yield slot;
  }

  *currentOf(kind: string): Iterable<KelisimRecord> {
    for (const slot of this.slotsOf(kind)) yield this.records[slot]!;
  }

  isWithdrawn(slot: number): boolean {
    const versions = this.chains.get(slot)?.versions;
    return versions !== undefined && isWithdrawal(versions[versions.length - 1]!);
  }

  scope(instrument: string, moment: Instant): Scope {
    return newScope(this, instrument, moment);
  }

  /** Takes one visible record in. The caller has seen to it that each id comes once. */
  add(record: KelisimRecord): void {
    const link = linkOf(record);
    if (link === undefined && (this.#links.size === 0 || !this.#links.has(record.id))) {
      this.#contribute(record, undefined);
    } else this.#addLinked(record, link);
  }

  /** A visible record by its id. */
  recordOf(id: string): KelisimRecord | undefined {
    const linked = this.#linked.get(id);
    if (linked) return linked;
    const slot = this.#slots.get(id);
    return slot === undefined || this.chains.has(slot) ? undefined : this.records[slot];
  }

  #link(record: KelisimRecord): void {
    if (this.#linked.has(record.id)) return;
    this.#linked.set(record.id, record);
    this.#undo?.push(() => this.#linked.delete(record.id));
  }

  #addLinked(record: KelisimRecord, link: string | undefined): void {
    const before = new Set<string>();
    const byId = (id: string) => this.recordOf(id);
    // Subjects that stand now and may merge: those of the link and of what links to this record.
    if (link !== undefined) before.add(this.rootOf(link));
    before.add(this.rootOf(record.id));
    for (const child of this.#links.get(record.id) ?? []) before.add(this.rootOf(child.id));
    this.#link(record);
    if (link !== undefined) {
      const list = this.#links.get(link);
      if (list) list.push(record);
      else this.#links.set(link, [record]);
      this.#undo?.push(() => {
        const rest = this.#links.get(link)!.filter((r) => r !== record);
        if (rest.length > 0) this.#links.set(link, rest);
        else this.#links.delete(link);
      });
    }
    const touched = new Set<string | undefined>([rootIdOf(record, byId)]);
    for (const root of before) {
      const rootRecord = byId(root);
      // From here on it is a record of a chain, and no longer found by its slot.
      if (rootRecord) this.#link(rootRecord);
      touched.add(rootRecord ? rootIdOf(rootRecord, byId) : root);
      this.#retract(root);
    }
    for (const root of touched) {
      // A circle of links has no root: its records count for nothing.
      if (root === undefined) continue;
      this.#retract(root);
      const chain = gatherChain(root, byId, (id) => this.#links.get(id) ?? []);
      for (const alias of chain.aliases) this.#setRoot(alias, root);
      this.#contributeChain(chain);
    }
  }

  #setRoot(alias: string, root: string): void {
    const was = this.#roots.get(alias);
    this.#roots.set(alias, root);
    this.#undo?.push(() => (was === undefined ? this.#roots.delete(alias) : this.#roots.set(alias, was)));
  }

  /** Takes a subject out: its duties, performances and aliases no longer stand. */
  #retract(root: string): void {
    const slot = this.#slots.get(root);
    if (slot === undefined) return;
    this.gone.add(slot);
    this.restated++;
    this.#slots.delete(root);
    for (const alias of this.chains.get(slot)?.aliases ?? []) this.#setRoot(alias, alias);
    const end = slot + 1 < this.dutyStart.length ? this.dutyStart.values[slot + 1]! : this.duties.length;
    const start = this.dutyStart.values[slot]!;
    for (let duty = start; duty < end; duty++) this.duties.marks.values[duty]! |= GONE;
    this.#undo?.push(() => {
      this.gone.delete(slot);
      this.#slots.set(root, slot);
      for (let duty = start; duty < end; duty++) this.duties.marks.values[duty]! &= ~GONE;
    });
  }

  #contributeChain(chain: Chain): void {
    const spoken = chain.versions.filter((version) => !isWithdrawal(version));
    const last = spoken[spoken.length - 1];
    if (!last) return;
    this.#contribute(last, chain);
  }

  #contribute(record: KelisimRecord, chain: Chain | undefined): void {
    const slot = this.records.length;
    const subject = chain?.root ?? record.id;
    this.records.push(record);
    this.occurred.push(record.occurred);
    if (this.#usesReceived) this.receivedAt.push(record.received ?? Number.POSITIVE_INFINITY);
    this.dutyStart.push(this.duties.length);
    this.free.push(record.under === undefined && record.channel !== "kelisim" ? 1 : 0);
    this.#slotsBySubject?.set(subject, slot);
    if (chain) this.chains.set(slot, chain);
    const kinds = this.#kinds.get(record.kind);
    if (kinds) kinds.push(slot);
    else this.#kinds.set(record.kind, [slot]);
    if (this.#undo) this.#undoContribution(subject, slot, record.kind);
    const concerned = this.dispatch.kinds.get(record.kind);
    if (!concerned) return;
    const withdrawn = chain !== undefined && this.isWithdrawn(slot);
    if (chain && chain.versions.length > 1) {
      this.#triggersOfChain(slot, chain, withdrawn);
    } else {
      for (const group of concerned.thresholds) {
        const value = record.content[group.attribute];
        if (typeof value === "number") {
          if (group.alike && this.#triggerAlike(group.alike, value, slot, record)) continue;
          const { least, rows } = group;
          for (let i = 0; i < least.length && least[i]! <= value; i++) this.#trigger(rows[i]!, slot, record);
        } else {
          for (const row of group.rows) this.#triggerInDoubt(row, slot, record);
        }
      }
      for (const row of concerned.rows) this.#trigger(row, slot, record);
    }
    if (!withdrawn) for (const index of concerned.performs) this.#perform(index, slot, record);
  }

  // Kept apart so that taking a record in for good makes no closures.
  #undoContribution(subject: string, slot: number, kind: string): void {
    this.#undo!.push(() => {
      this.#slotsBySubject?.delete(subject);
      this.chains.delete(slot);
      this.#kinds.get(kind)!.pop();
    });
  }

  #perform(index: PerformanceIndex, slot: number, record: KelisimRecord): void {
    const performer = index.performer(record);
    if (performer === undefined || (index.received && record.received === undefined)) return;
    let key: string | undefined;
    if (index.attribute !== undefined) {
      key = keyOf(record.content[index.attribute]);
      if (key === undefined) return;
    }
    const sender = this.actors.number(performer);
    if (!index.addressed || index.alsoToNobody) this.#put(index, slot, sender, NOBODY, key);
    if (index.addressed)
      for (const to of new Set(record.to)) this.#put(index, slot, sender, this.actors.number(to), key);
  }

  #put(index: PerformanceIndex, slot: number, sender: number, addressee: number, key: string | undefined): void {
    const bucket = index.add(slot, sender, addressee, key);
    if (this.#undo) this.#undoPerformance(bucket, slot);
  }

  #undoPerformance(bucket: Bucket, slot: number): void {
    this.#undo!.push(() => bucket.remove(slot));
  }

  /** A clause whose leading threshold cannot be compared: unknown, unless the rest is false. */
  #triggerInDoubt(row: ClauseRow, slot: number, record: KelisimRecord): void {
    if (!concerns(row, record)) return;
    const scope = this.scope(row.instrument.id, record.occurred);
    scope.trigger = record;
    if (row.whole!(scope) === UNKNOWN) this.#undetermined(row, slot);
  }

  #undetermined(row: ClauseRow, slot: number): void {
    this.undeterminedRow.push(row.index);
    this.undeterminedSlot.push(slot);
  }

  #standingOf(instrument: string): Standing {
    let standing = this.#standingByInstrument.get(instrument);
    if (!standing) {
      const plain = !this.facts.some(
        (fact) =>
          (fact.kind === "reservation" || fact.kind === "status") &&
          fact.instrument === instrument &&
          (fact.kind === "reservation" || fact.act === "suspension" || fact.act === "resumption"),
      );
      standing = { plain, boundFrom: [] };
      this.#standingByInstrument.set(instrument, standing);
    }
    return standing;
  }

  /** First instant from which an actor is bound by an instrument without end; infinite if there is none. */
  #boundForGood(instrument: string, { boundFrom }: Standing, actor: number): number {
    let from = boundFrom[actor];
    if (from === undefined) {
      const id = this.actors.id(actor);
      if ((this.plan.contexts.get(instrument)!.partyKinds.get(id) ?? "state") !== "state") {
        from = Number.NEGATIVE_INFINITY;
      } else {
        const steps = this.book.status.steps(instrument, id);
        const last = steps[steps.length - 1]!;
        from = last.value === "bound" ? last.at : Number.POSITIVE_INFINITY;
      }
      boundFrom[actor] = from;
    }
    return from;
  }

  #trigger(row: ClauseRow, slot: number, record: KelisimRecord): void {
    if (!concerns(row, record)) return;
    if (row.condition) {
      const scope = this.scope(row.instrument.id, record.occurred);
      scope.trigger = record;
      const truth = row.condition(scope);
      if (truth === FALSE) return;
      if (truth === UNKNOWN) {
        this.#undetermined(row, slot);
        return;
      }
    }
    // The common case, without allocating: one party owes one actor, so long after the moment.
    if (row.fixedMs !== undefined && row.directDebtor !== undefined && row.directCreditor !== undefined) {
      const instrument = row.instrument.id;
      const standing = this.#standings[row.index]!;
      const party = row.directDebtor === "from" ? record.from : record.content[row.directDebtor];
      if (typeof party === "string" && standing.plain) {
        const debtor = this.actors.number(party);
        const creditor = row.directCreditor === "" ? NOBODY : this.actors.number(row.directCreditor);
        const at = record.occurred;
        if (
          debtor !== creditor &&
          at >= this.#boundForGood(instrument, standing, debtor) &&
          (creditor === NOBODY || at >= this.#boundForGood(instrument, standing, creditor))
        ) {
          this.#push(row, debtor, creditor, slot, at + row.fixedMs, 0);
          return;
        }
      }
    }
    const scope = this.scope(row.instrument.id, record.occurred);
    scope.trigger = record;
    const pairs = pairsOf(row, scope, undefined);
    if (!pairs) this.#undetermined(row, slot);
    for (const pair of pairs ?? []) this.#pushPair(row, slot, pair, dueOf(this, row, scope, pair, [record]));
  }

  /** Many clauses at once that differ only in threshold, length and act; false if they must be taken one by one. */
  #triggerAlike({ likeness, start, end }: Alike, value: number, slot: number, record: KelisimRecord): boolean {
    const at = record.occurred;
    if (at < likeness.from || at >= likeness.to) return true;
    if (this.dutiesOf.size > 0) return false;
    const standing = this.#standings[likeness.row.index]!;
    const party = likeness.debtor === "from" ? record.from : record.content[likeness.debtor];
    if (typeof party !== "string" || !standing.plain) return false;
    const debtor = this.actors.number(party);
    const creditor = likeness.creditor === "" ? NOBODY : this.actors.number(likeness.creditor);
    const instrument = likeness.row.instrument.id;
    if (debtor === creditor || at < this.#boundForGood(instrument, standing, debtor)) return false;
    if (creditor !== NOBODY && at < this.#boundForGood(instrument, standing, creditor)) return false;
    const { least, rows, ms } = this.dispatch.alike;
    for (let i = start; i < end && least[i]! <= value; i++) {
      this.duties.push(rows[i]!, debtor, creditor, slot, at + ms[i]!, 0);
    }
    return true;
  }

  #push(row: ClauseRow, debtor: number, creditor: number, slot: number, deadline: number, marks: number): number {
    const duty = this.duties.push(row.index, debtor, creditor, slot, deadline, marks);
    if (this.dutiesOf.size > 0) {
      const list = this.dutiesOf.get(row.index);
      list?.push(duty);
      if (list && this.#undo) this.#undoListed(list);
    }
    return duty;
  }

  #undoListed(list: number[]): void {
    this.#undo!.push(() => list.pop());
  }

  #pushPair(row: ClauseRow, slot: number, { debtor, creditor }: Pair, due: Due): void {
    const reservation = reservationOf(this.book, row, { debtor, creditor }, this.occurred.values[slot]!);
    const unverified = debtor.unverified || creditor.unverified ? UNVERIFIED : 0;
    const marks = due.marks | unverified | (reservation === undefined ? 0 : NOT_APPLICABLE);
    const deadline = reservation === undefined ? due.deadline : Number.NaN;
    const duty = this.#push(row, this.actors.number(debtor.id), this.actors.number(creditor.id), slot, deadline, marks);
    if (reservation !== undefined) {
      this.duties.reasons.set(duty, { reason: reservation, arises: this.occurred.values[slot]! });
    }
  }

  /** Duties of a subject with several versions: those of the current one, and what earlier ones gave rise to. */
  #triggersOfChain(slot: number, chain: Chain, withdrawn: boolean): void {
    const current = this.records[slot]!;
    const concerned = this.dispatch.kinds.get(current.kind);
    const rows = [...(concerned?.rows ?? []), ...(concerned?.thresholds.flatMap((group) => group.rows) ?? [])];
    const standing = new Set<string>();
    if (!withdrawn) {
      for (const row of rows) {
        const { truth, scope, pairs } = tryTrigger(this, row, current);
        if (truth === UNKNOWN) this.#undetermined(row, slot);
        for (const pair of pairs) {
          standing.add(pairKey(row, pair));
          this.#pushPair(row, slot, pair, dueOf(this, row, scope, pair, chain.versions));
        }
      }
    }
    const reason = withdrawn ? "trigger withdrawn" : "trigger corrected";
    for (const version of this.#earlierVersions(chain, withdrawn ? undefined : current)) {
      for (const row of rows) {
        for (const pair of tryTrigger(this, row, version).pairs) {
          if (standing.has(pairKey(row, pair))) continue;
          standing.add(pairKey(row, pair));
          const unverified = pair.debtor.unverified || pair.creditor.unverified ? UNVERIFIED : 0;
          const debtor = this.actors.number(pair.debtor.id);
          const creditor = this.actors.number(pair.creditor.id);
          const duty = this.#push(row, debtor, creditor, slot, Number.NaN, NOT_APPLICABLE | unverified);
          this.duties.reasons.set(duty, { reason, arises: version.occurred });
        }
      }
    }
  }

  /** Versions that were replaced, the latest first. */
  #earlierVersions(chain: Chain, current: KelisimRecord | undefined): readonly KelisimRecord[] {
    return chain.versions.filter((version) => !isWithdrawal(version) && version !== current).reverse();
  }

  /** Runs something with further records taken in, and leaves the view as it was. */
  hypothetically<T>(records: readonly KelisimRecord[], run: () => T): T {
    if (this.#undo) throw new Error("a hypothesis within a hypothesis");
    const marks = {
      records: this.records.length,
      duties: this.duties.length,
      undetermined: this.undeterminedRow.length,
    };
    this.#undo = [];
    try {
      for (const record of records) this.add(record);
      return run();
    } finally {
      const undo = this.#undo;
      this.#undo = undefined;
      this.restated++; // what was learned under the hypothesis is void
      for (const step of undo.reverse()) step();
      this.records.length = marks.records;
      this.occurred.length = marks.records;
      if (this.#usesReceived) this.receivedAt.length = marks.records;
      this.dutyStart.length = marks.records;
      this.free.length = marks.records;
      this.duties.truncate(marks.duties);
      this.undeterminedRow.length = marks.undetermined;
      this.undeterminedSlot.length = marks.undetermined;
    }
  }
}
