import { NOBODY } from "./actors.ts";
import { Int32Column } from "./growing.ts";
import type { View } from "./view.ts";

/** Duties of one actor, by deadline; those without one behind the others. */
interface ActorDuties {
  readonly duties: Int32Column;
  /** How many are in order. */
  sorted: number;
  /** By place in the order: from when on it is known to be performed; infinite: not known. */
  settledAt: Float64Array;
  /** Of the view, when `settledAt` was begun. */
  generation: number;
}

/** Finds the duties of an actor, as debtor or creditor, by deadline. Grows with the table, sorts when asked. */
export class ActorIndex {
  readonly #view: View;
  readonly #actors: (ActorDuties | undefined)[] = [];
  #indexed = 0;

  constructor(view: View) {
    this.#view = view;
  }

  #put(actor: number, duty: number): void {
    let list = this.#actors[actor];
    if (!list) {
      list = { duties: new Int32Column(), sorted: 0, settledAt: new Float64Array(0), generation: -1 };
      this.#actors[actor] = list;
    }
    list.duties.push(duty);
  }

  /** Takes in what the table gained since. */
  catchUp(): void {
    const { duties } = this.#view;
    for (; this.#indexed < duties.length; this.#indexed++) {
      this.#put(duties.debtor.values[this.#indexed]!, this.#indexed);
      const creditor = duties.creditor.values[this.#indexed]!;
      if (creditor !== NOBODY) this.#put(creditor, this.#indexed);
    }
  }

  /** Duties of an actor whose deadline lies in [from, until], then those without a deadline. */
  *within(actor: number, from: number, until: number): Iterable<number> {
    const list = this.#sorted(actor);
    if (!list) return;
    const { values, length } = list.duties;
    const deadline = this.#view.duties.deadline.values;
    for (let i = this.#first(list, from); i < length; i++) {
      const at = deadline[values[i]!]!;
      if (at > until || Number.isNaN(at)) break;
      yield values[i]!;
    }
    for (let i = length - 1; i >= 0 && Number.isNaN(deadline[values[i]!]!); i--) yield values[i]!;
  }

  /**
   * Judges the duties of an actor whose deadline lies before an instant, except those known from an earlier question
   * to have been performed by as-of; gives how many these are. `judge` gives the moment of the performance, or NaN.
   */
  eachBefore(actor: number, from: number, asOf: number, judge: (duty: number) => number): number {
    const list = this.#sorted(actor);
    if (!list) return 0;
    if (list.generation !== this.#view.restated || list.settledAt.length < list.duties.length) {
      list.generation = this.#view.restated;
      list.settledAt = new Float64Array(list.duties.values.length).fill(Number.POSITIVE_INFINITY);
    }
    const end = this.#first(list, from);
    const { settledAt } = list;
    const { values } = list.duties;
    let settled = 0;
    for (let i = 0; i < end; i++) {
      if (settledAt[i]! <= asOf) settled++;
      else {
        const at = judge(values[i]!);
        if (at <= asOf) settledAt[i] = at;
      }
    }
    return settled;
  }

  /** Duties of an actor whose deadline lies before an instant. */
  *before(actor: number, from: number): Iterable<number> {
    const list = this.#sorted(actor);
    if (!list) return;
    const end = this.#first(list, from);
    for (let i = 0; i < end; i++) yield list.duties.values[i]!;
  }

  /** How many dated duties of an actor lie after an instant. */
  countAfter(actor: number, until: number): number {
    const list = this.#sorted(actor);
    if (!list) return 0;
    const deadline = this.#view.duties.deadline.values;
    let dated = list.duties.length;
    while (dated > 0 && Number.isNaN(deadline[list.duties.values[dated - 1]!]!)) dated--;
    return Math.max(0, dated - this.#first(list, until + 1));
  }

  /** Position of the first duty whose deadline is not before an instant. */
  #first(list: ActorDuties, from: number): number {
    const { values, length } = list.duties;
    const deadline = this.#view.duties.deadline.values;
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (deadline[values[middle]!]! < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #sorted(actor: number): ActorDuties | undefined {
    this.catchUp();
    const list = this.#actors[actor];
    if (!list) return undefined;
    const { duties } = list;
    if (list.sorted < duties.length) {
      const deadline = this.#view.duties.deadline.values;
      const key = (duty: number) => {
        const at = deadline[duty]!;
        return Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
      };
      duties.values.subarray(0, duties.length).sort((a, b) => key(a) - key(b) || a - b);
      list.sorted = duties.length;
      list.generation = -1;
    }
    return list;
  }

  /** Forgets duties from a number on, after a hypothesis. */
  truncate(length: number): void {
    if (this.#indexed <= length) return;
    for (const list of this.#actors) {
      if (!list) continue;
      const { duties } = list;
      let kept = 0;
      for (let i = 0; i < duties.length; i++) {
        if (duties.values[i]! < length) duties.values[kept++] = duties.values[i]!;
      }
      duties.length = kept;
      list.sorted = Math.min(list.sorted, kept);
    }
    this.#indexed = length;
  }
}
