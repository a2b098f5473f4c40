import type { Instant, KelisimRecord } from "@kelisim/model";

/**
 * Slots of performances and their moments, by (moment, subject id). Sorted when asked, so that late arrivals cost
 * little. The moments stand beside the slots because every search reads them.
 */
export class Bucket {
  slots: number[] = [];
  moments: number[] = [];
  sorted = true;

  remove(slot: number): void {
    const i = this.slots.indexOf(slot);
    this.slots.splice(i, 1);
    this.moments.splice(i, 1);
  }
}

/** What a bucket needs to order its slots. */
export interface Moments {
  /** By slot. */
  readonly values: Float64Array;
}

/** The moments that performances of an index are ordered by, and the subjects that break ties. */
export interface Order {
  readonly moments: Moments;
  subject(slot: number): string;
}

function compare(order: Order, a: number, b: number): number {
  const { values } = order.moments;
  const difference = values[a]! - values[b]!;
  if (difference !== 0) return difference;
  const [x, y] = [order.subject(a), order.subject(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function sort(bucket: Bucket, order: Order): void {
  bucket.slots.sort((a, b) => compare(order, a, b));
  bucket.moments = bucket.slots.map((slot) => order.moments.values[slot]!);
  bucket.sorted = true;
}

/**
 * Performances of one kind, found by sender, addressee and one attribute that ties them to a trigger or period.
 * `addressed` false: whoever they were addressed to. One index serves every clause that looks for the same thing.
 */
export class PerformanceIndex {
  readonly kind: string;
  readonly addressed: boolean;
  /** Also found whoever they were addressed to, for duties that turn out to be owed to nobody in particular. */
  readonly alsoToNobody: boolean;
  readonly attribute: string | undefined;
  readonly actor: string | undefined;
  readonly received: boolean;
  readonly order: Order;
  /** Sender → bucket, where neither addressee nor key matters. */
  readonly direct: (Bucket | undefined)[] = [];
  /** Sender → addressee → key → bucket. Without addressee or key there is a single one, under 0 and "". */
  readonly #senders: (Bucket | Map<string, Bucket> | undefined)[][] = [];

  constructor(
    key: Pick<PerformanceIndex, "kind" | "addressed" | "alsoToNobody" | "attribute" | "actor" | "received">,
    order: Order,
  ) {
    this.kind = key.kind;
    this.addressed = key.addressed;
    this.alsoToNobody = key.alsoToNobody;
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
    const bucket = this.#bucket(sender, addressee, key);
    const { slots, moments } = bucket;
    const moment = this.order.moments.values[slot]!;
    const last = slots.length - 1;
    if (last >= 0 && moment <= moments[last]! && compare(this.order, slots[last]!, slot) > 0) bucket.sorted = false;
    slots.push(slot);
    moments.push(moment);
    return bucket;
  }

  #bucket(sender: number, addressee: number, key: string | undefined): Bucket {
    if (this.isDirect) {
      let bucket = this.direct[sender];
      if (!bucket) {
        bucket = new Bucket();
        this.direct[sender] = bucket;
      }
      return bucket;
    }
    let addressees = this.#senders[sender];
    if (!addressees) {
      addressees = [];
      this.#senders[sender] = addressees;
    }
    let entry = addressees[addressee];
    if (!entry) {
      entry = this.attribute === undefined ? new Bucket() : new Map<string, Bucket>();
      addressees[addressee] = entry;
    }
    if (entry instanceof Bucket) return entry;
    let bucket = entry.get(key!);
    if (!bucket) {
      bucket = new Bucket();
      entry.set(key!, bucket);
    }
    return bucket;
  }

  get isDirect(): boolean {
    return !this.addressed && this.attribute === undefined;
  }

  /** The bucket of a sender, sorted, where neither addressee nor key matters. */
  findDirect(sender: number): Bucket | undefined {
    const bucket = this.direct[sender];
    if (bucket && !bucket.sorted) sort(bucket, this.order);
    return bucket;
  }

  find(sender: number, addressee: number, key: string | undefined): Bucket | undefined {
    if (this.isDirect) return this.findDirect(sender);
    const entry = this.#senders[sender]?.[addressee];
    if (!entry) return undefined;
    const bucket = this.attribute === undefined ? (entry as Bucket) : (entry as Map<string, Bucket>).get(key!);
    if (bucket && !bucket.sorted) sort(bucket, this.order);
    return bucket;
  }
}

/** First position in a sorted bucket at or after an instant; with a subject, after (instant, subject). */
export function firstFrom(bucket: Bucket, order: Order, moment: Instant, after: number): number {
  const { slots, moments } = bucket;
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = moments[middle]!;
    const isBefore =
      at < moment || (at === moment && after >= 0 && order.subject(slots[middle]!) <= order.subject(after));
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}
