import type { Instant } from "@kelisim/model";
import { Big } from "big.js";
import { BARE } from "../plan/plan.ts";
import { partyActor } from "../plan/roles.ts";
import type { Scope } from "../plan/scope.ts";
import { keyOf, TRUE } from "../plan/values.ts";
import { EVERYONE, NOBODY, sideId } from "../records/actors.ts";
import { type Bucket, firstFrom, type Order } from "../records/performance-index.ts";
import type { View } from "../records/view.ts";
import type { Case } from "./case.ts";

const ONLY_NOBODY: readonly number[] = [NOBODY];

/** Finds what discharges a case. Holds no state of its own beyond the view. */
export class Performances {
  readonly #view: View;
  readonly #single: number[][] = [];

  constructor(view: View) {
    this.#view = view;
  }

  /** Numbers of the parties that an actor consists of at a moment: a party alone, or members of a side or group. */
  members(actor: number, at: Case): readonly number[] {
    if (this.#view.actors.isSingle(actor)) {
      let single = this.#single[actor];
      if (!single) {
        single = [actor];
        this.#single[actor] = single;
      }
      return single;
    }
    const context = this.#view.plan.contexts.get(at.row.instrument.id)!;
    const scope = this.#view.scope(at.row.instrument.id, at.arises);
    const isSide = this.#view.actors.id(actor).includes(":");
    return this.partiesOf(actor)
      .filter((party) => !isSide || partyActor(party, { scope, clause: at.row.clause.id }, context))
      .map((party) => this.#view.actors.number(party));
  }

  /** Ids of all parties that an actor lists, bound or not. */
  partiesOf(actor: number): readonly string[] {
    const id = this.#view.actors.id(actor);
    if (id === "") return [];
    // What follows a miss can be owed by a side of another instrument.
    const instrument = this.#view.plan.instruments.get(id.slice(0, Math.max(0, id.indexOf(":"))));
    const side = instrument?.sides.find((s) => sideId(instrument.id, s.name) === id);
    return side?.members ?? id.split("+");
  }

  /** The variables of a case's clause. */
  scopeOf(at: Case): Scope {
    const scope = this.#view.scope(at.row.instrument.id, at.arises);
    scope.trigger = at.slot < 0 ? undefined : this.#view.records[at.slot];
    scope.period = at.period;
    return scope;
  }

  #keys(at: Case, scope: Scope): readonly (string | undefined)[] {
    const join = at.row.act.join;
    if (!join) return [undefined];
    const value = join.value(scope);
    if (join.reference) return typeof value === "string" ? this.#view.aliasesOf(value) : [];
    const key = keyOf(value);
    return key === undefined ? [] : [key];
  }

  #counts(slot: number, at: Case, scope: Scope | undefined): boolean {
    const view = this.#view;
    if (slot === at.slot || (view.gone.size > 0 && view.gone.has(slot))) return false;
    if (view.free.values[slot] === 1 && (at.traits & BARE || !at.row.act.rest)) return true;
    const record = view.records[slot]!;
    const instrument = at.row.instrument.id;
    if (record.under && !record.under.includes(instrument)) return false;
    if (record.channel === "kelisim" && !view.book.arranged(instrument, "kelisim", record.occurred)) return false;
    const rest = at.row.act.rest;
    if (!rest) return true;
    const full = scope ?? this.scopeOf(at);
    full.act = record;
    return rest(full) === TRUE;
  }

  #buckets(at: Case, scope: Scope | undefined): Bucket[] {
    const index = this.#view.dispatch.performances[at.row.index]!;
    const anybody = !index.addressed || at.creditor === NOBODY;
    const addressees = anybody ? ONLY_NOBODY : [...this.members(at.creditor, at), EVERYONE];
    const keys = at.row.act.join ? this.#keys(at, scope!) : [undefined];
    const buckets: Bucket[] = [];
    for (const sender of this.members(at.debtor, at)) {
      for (const addressee of addressees) {
        for (const key of keys) {
          const bucket = index.find(sender, addressee, key);
          if (bucket) buckets.push(bucket);
        }
      }
    }
    return buckets;
  }

  /**
   * Fills in the first performance at or before as-of, by (moment, subject id); with a total, the one at which the
   * running sum reaches it.
   */
  find(at: Case, asOf: Instant): void {
    at.performance = -1;
    at.performedAt = Number.NaN;
    const view = this.#view;
    const index = view.dispatch.performances[at.index]!;
    const order = index.order;
    if (at.traits & BARE && view.actors.isSingle(at.debtor)) {
      // The common case, without allocating.
      const bucket = index.findDirect(at.debtor);
      if (bucket) this.#firstIn(bucket, order, at, undefined, asOf);
      return;
    }
    const scope = this.scopeOf(at);
    const buckets = this.#buckets(at, scope);
    if (at.row.clause.act.total) this.#findTotal(buckets, order, at, scope, asOf);
    else for (const bucket of buckets) this.#firstIn(bucket, order, at, scope, asOf);
  }

  #start(bucket: Bucket, order: Order, at: Case): number {
    switch (at.opens) {
      case "any time":
        return 0;
      case "after trigger":
        return firstFrom(bucket, order, at.arises, at.slot);
      case "from":
        return firstFrom(bucket, order, at.opensAt, -1);
      case "after":
        return firstFrom(bucket, order, at.opensAt + 1, -1);
    }
  }

  /** Looks for an earlier performance in one more bucket. */
  #firstIn(bucket: Bucket, order: Order, at: Case, scope: Scope | undefined, asOf: Instant): void {
    const { slots, moments } = bucket;
    for (let i = this.#start(bucket, order, at); i < slots.length; i++) {
      const slot = slots[i]!;
      const moment = moments[i]!;
      if (moment > asOf || moment >= at.closesAt) return;
      if (moment < at.notBefore || !this.#counts(slot, at, scope)) continue;
      const earlier =
        at.performance < 0 ||
        moment < at.performedAt ||
        (moment === at.performedAt && order.subject(slot) < order.subject(at.performance));
      if (earlier) {
        at.performance = slot;
        at.performedAt = moment;
      }
      return;
    }
  }

  #findTotal(buckets: readonly Bucket[], order: Order, at: Case, scope: Scope, asOf: Instant): void {
    const last = this.#running(buckets, order, at, scope, asOf).at(-1);
    if (last?.reached !== true) return;
    at.performance = last.slot;
    at.performedAt = order.moments.values[last.slot]!;
  }

  /** The records that count towards a total, as far as it takes to reach it, and what they come to; of every other act none. */
  towardsTotal(at: Case, asOf: Instant): { readonly slots: readonly number[]; readonly sum: Big } | undefined {
    if (!at.row.clause.act.total) return undefined;
    const scope = this.scopeOf(at);
    const { order } = this.#view.dispatch.performances[at.index]!;
    const steps = this.#running(this.#buckets(at, scope), order, at, scope, asOf);
    return { slots: steps.map(({ slot }) => slot), sum: steps.at(-1)?.sum ?? new Big(0) };
  }

  /** The running sum, record by record, up to the one that reaches the total. */
  #running(
    buckets: readonly Bucket[],
    order: Order,
    at: Case,
    scope: Scope,
    asOf: Instant,
  ): readonly { readonly slot: number; readonly sum: Big; readonly reached: boolean }[] {
    const total = at.row.clause.act.total!;
    if (total.amount.type !== "amount" && total.amount.type !== "count" && total.amount.type !== "money") return [];
    const found = new Set<number>();
    for (const bucket of buckets) {
      for (let i = this.#start(bucket, order, at); i < bucket.slots.length; i++) {
        const slot = bucket.slots[i]!;
        const moment = order.moments.values[slot]!;
        if (moment > asOf || moment >= at.closesAt) break;
        if (!(moment < at.notBefore) && this.#counts(slot, at, scope)) found.add(slot);
      }
    }
    const wanted = new Big(total.amount.value);
    let sum = new Big(0);
    const inOrder = [...found].sort(
      (a, b) => order.moments.values[a]! - order.moments.values[b]! || (order.subject(a) < order.subject(b) ? -1 : 1),
    );
    const steps: { slot: number; sum: Big; reached: boolean }[] = [];
    for (const slot of inOrder) {
      const value = this.#view.records[slot]!.content[total.attribute];
      if (typeof value === "number" || value instanceof Big) sum = sum.plus(value);
      else if (typeof value === "object" && "currency" in value && total.amount.type === "money") {
        if (value.currency === total.amount.currency) sum = sum.plus(value.amount);
      }
      const reached = sum.gte(wanted);
      steps.push({ slot, sum, reached });
      if (reached) break;
    }
    return steps;
  }
}
