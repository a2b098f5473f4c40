import type { Instant, KelisimRecord } from "@kelisim/model";

/** Slots of performances, by (moment, subject id). Sorted when asked, so that late arrivals cost little. */
export class Bucket {
  readonly slots: number[] = [];
  sorted = true;
}

/** What a bucket needs to order its slots. */
export interface Moments {
  moment(slot: number): Instant;
  subject(slot: number): string;
}

function before(order: Moments, a: number, b: number): boolean {
  const difference = order.moment(a) - order.moment(b);
  return difference < 0 || (difference === 0 && order.subject(a) < order.subject(b));
}

function sort(bucket: Bucket, order: Moments): void {
  bucket.slots.sort((a, b) => (before(order, a, b) ? -1 : before(order, b, a) ? 1 : 0));
  bucket.sorted = true;
}

/**
 * Performances of one kind, found by sender, addressee and one attribute that ties them to a trigger or period.
 * `addressed` false: whoever they were addressed to. One index serves every clause that looks for the same thing.
 */
export class PerformanceIndex {
  readonly kind: string;
  readonly addressed: boolean;
  readonly attribute: string | undefined;
  readonly actor: string | undefined;
  readonly received: boolean;
  readonly order: Moments;
  /** Sender → addressee → key → bucket. Without addressee or key there is a single one, under 0 and "". */
  readonly #senders: (Bucket | Map<string, Bucket> | undefined)[][] = [];

  constructor(key: Pick<PerformanceIndex, "kind" | "addressed" | "attribute" | "actor" | "received">, order: Moments) {
    this.kind = key.kind;
    this.addressed = key.addressed;
    this.attribute = key.attribute;
    this.actor = key.actor;
    this.received = key.received;
    this.order = order;
  }

  /** Who performed: the event's actor attribute, else the sender. */
  performer(record: KelisimRecord): string | undefined {
    if (this.actor === undefined) return record.from;
    const actor = record.content[this.actor];
    return typeof actor === "string" ? actor : undefined;
  }

  add(slot: number, sender: number, addressee: number, key: string | undefined): Bucket {
    let addressees = this.#senders[sender];
    if (!addressees) this.#senders[sender] = addressees = [];
    let entry = addressees[addressee];
    let bucket: Bucket | undefined;
    if (this.attribute === undefined) {
      bucket = entry as Bucket | undefined;
      if (!bucket) addressees[addressee] = bucket = new Bucket();
    } else {
      if (!entry) addressees[addressee] = entry = new Map();
      bucket = (entry as Map<string, Bucket>).get(key!);
      if (!bucket) (entry as Map<string, Bucket>).set(key!, (bucket = new Bucket()));
    }
    const { slots } = bucket;
    if (bucket.sorted && slots.length > 0 && !before(this.order, slots[slots.length - 1]!, slot)) bucket.sorted = false;
    slots.push(slot);
    return bucket;
  }

  find(sender: number, addressee: number, key: string | undefined): Bucket | undefined {
    const entry = this.#senders[sender]?.[addressee];
    if (!entry) return undefined;
    const bucket = this.attribute === undefined ? (entry as Bucket) : (entry as Map<string, Bucket>).get(key!);
    if (bucket && !bucket.sorted) sort(bucket, this.order);
    return bucket;
  }
}

/** First position in a sorted bucket at or after (moment, subject); subject undefined: from the instant itself. */
export function firstFrom(bucket: Bucket, order: Moments, moment: Instant, after: string | undefined): number {
  const { slots } = bucket;
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const slot = slots[middle]!;
    const at = order.moment(slot);
    const isBefore = at < moment || (at === moment && after !== undefined && order.subject(slot) <= after);
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}
