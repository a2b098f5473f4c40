import type {
  AdoptionFact,
  ArrangementFact,
  ConsentFact,
  CoverageFact,
  Fact,
  Instant,
  MembershipFact,
  ReadingFact,
  ReservationFact,
  StatusFact,
  ThresholdFact,
  WaiverFact,
} from "@kelisim/model";
import { namesClause } from "@kelisim/model";
import { CoverageBook } from "./coverage-book.ts";
import { datedBounds, type Frames, StatusBook, zoneOf } from "./status-book.ts";

interface Kinds {
  status: StatusFact[];
  reservation: ReservationFact[];
  threshold: ThresholdFact[];
  membership: MembershipFact[];
  reading: ReadingFact[];
  coverage: CoverageFact[];
  waiver: WaiverFact[];
  consent: ConsentFact[];
  adoption: AdoptionFact[];
  arrangement: ArrangementFact[];
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Facts that decide which duties exist. A new one of these means that a view is built anew. */
export const SHAPING: ReadonlySet<Fact["kind"]> = new Set([
  "status",
  "reservation",
  "threshold",
  "membership",
  "reading",
  "adoption",
  "arrangement",
] as const);

/** All visible facts, sorted into books. The order in which they came does not matter. */
export class FactBook {
  readonly status: StatusBook;
  readonly coverage: CoverageBook;
  readonly #kinds: Kinds;
  readonly #memberships = new Map<string, MembershipFact[]>();
  readonly #waivers = new Map<string, WaiverFact[]>();
  readonly #readings = new Map<string, ReadingFact[]>();
  readonly #arrangements = new Map<string, Instant>();

  readonly #frames: Frames;

  constructor(facts: Iterable<Fact>, frames: Frames) {
    this.#frames = frames;
    const kinds: Kinds = {
      status: [],
      reservation: [],
      threshold: [],
      membership: [],
      reading: [],
      coverage: [],
      waiver: [],
      consent: [],
      adoption: [],
      arrangement: [],
    };
    for (const fact of facts) (kinds[fact.kind] as Fact[]).push(fact);
    for (const list of Object.values(kinds) as Fact[][]) list.sort(byId);
    this.#kinds = kinds;
    this.status = new StatusBook(kinds.status, frames);
    this.coverage = new CoverageBook(kinds.coverage);
    const group = <T>(list: readonly T[], map: Map<string, T[]>, key: (fact: T) => string) => {
      for (const fact of list) {
        const bucket = map.get(key(fact));
        if (bucket) bucket.push(fact);
        else map.set(key(fact), [fact]);
      }
    };
    group(kinds.membership, this.#memberships, (fact) => fact.organisation);
    group(kinds.waiver, this.#waivers, (fact) => `${fact.clause} ${fact.debtor} ${fact.creditor}`);
    group(kinds.reading, this.#readings, (fact) => fact.clause);
    for (const list of this.#readings.values()) list.sort((a, b) => a.occurred - b.occurred || byId(a, b));
    for (const list of this.#waivers.values()) list.sort((a, b) => a.occurred - b.occurred || byId(a, b));
    for (const { instrument, channel, from } of kinds.arrangement) {
      const key = `${instrument} ${channel}`;
      this.#arrangements.set(key, Math.min(from, this.#arrangements.get(key) ?? Number.POSITIVE_INFINITY));
    }
  }

  /** The reservation to this clause that the party has in force at t. A missing date counts as in force. */
  reservation(instrument: string, party: string, clause: string, t: Instant): ReservationFact | undefined {
    const zone = zoneOf(this.#frames, instrument);
    return this.#kinds.reservation.find(
      (fact) =>
        fact.instrument === instrument &&
        fact.party === party &&
        fact.clauses.some((listed) => namesClause(listed, clause)) &&
        (fact.from === undefined || datedBounds(fact.from, zone).may <= t),
    );
  }

  /** The party's own threshold of that name, the latest in effect at t; "unknown" where it may or may not be yet. */
  threshold(instrument: string, party: string, name: string, t: Instant): number | "unknown" | undefined {
    const zone = zoneOf(this.#frames, instrument);
    let best: { may: Instant; certain: Instant; value: number } | undefined;
    for (const fact of this.#kinds.threshold) {
      if (fact.instrument !== instrument || fact.party !== party || fact.name !== name) continue;
      const always = { may: Number.NEGATIVE_INFINITY, certain: Number.NEGATIVE_INFINITY };
      const bounds = fact.from === undefined ? always : datedBounds(fact.from, zone);
      if (bounds.may <= t && (!best || bounds.may >= best.may)) best = { ...bounds, value: fact.value };
    }
    return best && best.certain > t ? "unknown" : best?.value;
  }

  /**
   * Members of an organisation at t (status "member"), alphabetically; dates are read in a time zone, and where they,
   * or rows that disagree, leave it open whether it was one then, it is unverified.
   */
  members(
    organisation: string,
    t: Instant,
    timeZone: string,
  ): readonly { readonly party: string; readonly unverified: boolean }[] {
    const found = new Map<string, boolean>();
    // By party and dispute: how many rows there are, and how many of them are certain of t.
    const disputed = new Map<string, { party: string; rows: number; certain: number }>();
    for (const fact of this.#memberships.get(organisation) ?? []) {
      if (fact.status !== "member") continue;
      const key = `${fact.dispute} ${fact.party}`;
      const group = disputed.get(key) ?? { party: fact.party, rows: 0, certain: 0 };
      if (fact.dispute !== undefined) disputed.set(key, { ...group, rows: group.rows + 1 });
      const from = fact.from === undefined ? undefined : datedBounds(fact.from, timeZone);
      const to = fact.to === undefined ? undefined : datedBounds(fact.to, timeZone);
      if (from && t < from.may) continue;
      if (to && t >= to.certain) continue;
      const unverified = !from || t < from.certain || (to !== undefined && t >= to.may);
      const isDoubtful = unverified || fact.dispute !== undefined;
      found.set(fact.party, (found.get(fact.party) ?? true) && isDoubtful);
      if (fact.dispute !== undefined && !unverified) disputed.get(key)!.certain += 1;
    }
    for (const { party, rows, certain } of disputed.values()) if (rows > 1 && certain === rows) found.set(party, false);
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([party, unverified]) => ({ party, unverified }));
  }

  /** The reading of the clause's vague term that applies to what arises at t. */
  reading(clause: string, t: Instant): ReadingFact | undefined {
    return this.#readings.get(clause)?.findLast((fact) => fact.occurred <= t);
  }

  /** Waivers of this creditor for this debtor under this clause, earliest first. */
  waivers(clause: string, debtor: string, creditor: string): readonly WaiverFact[] {
    return this.#waivers.get(`${clause} ${debtor} ${creditor}`) ?? [];
  }

  get anyWaiver(): boolean {
    return this.#waivers.size > 0;
  }

  consents(clause: string, to: string): readonly ConsentFact[] {
    return this.#kinds.consent.filter((fact) => fact.clause === clause && fact.to === to);
  }

  /** Whether a channel is arranged as valid for an instrument at t. */
  arranged(instrument: string, channel: string, t: Instant): boolean {
    return (this.#arrangements.get(`${instrument} ${channel}`) ?? Number.POSITIVE_INFINITY) <= t;
  }

  adoptions(clause: string): readonly AdoptionFact[] {
    return this.#kinds.adoption.filter((fact) => fact.clause === clause);
  }
}
