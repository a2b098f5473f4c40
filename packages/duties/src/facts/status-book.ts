import {
  ALWAYS,
  BINDING_ACTS,
  type Dated,
  endOfDay,
  type Instant,
  isRefusal,
  NEVER,
  namesClause,
  type Period,
  parseDated,
  type StatusFact,
  startOfDay,
} from "@kelisim/model";

export type Binding = "bound" | "not bound" | "unverified";

/** A value that holds from an instant until the next step's. */
interface Step<T> {
  readonly at: Instant;
  readonly value: T;
}

/** When something may have taken effect, and from when it certainly has. */
interface Effect {
  readonly may: Instant;
  readonly certain: Instant;
  readonly ending: boolean;
  readonly id: string;
  readonly fact: StatusFact;
}

const ENDING: ReadonlySet<StatusFact["act"]> = new Set(["withdrawal", "expiry"] as const);

/** What of an instrument decides how its facts are read: the time zone of its dates, and when it was signed. */
export type Frames = ReadonlyMap<string, { readonly timeZone: string; readonly signed?: string }>;

export const zoneOf = (frames: Frames, instrument: string): string => frames.get(instrument)?.timeZone ?? "UTC";

/** First and last possible first instants of a date, in a time zone. */
export function datedBounds(date: Dated, timeZone: string): { may: Instant; certain: Instant } {
  if (typeof date === "number") {
    const at = startOfDay(date, timeZone);
    return { may: at, certain: at };
  }
  return { may: startOfDay(date.first, timeZone), certain: endOfDay(date.last, timeZone) + 1 };
}

function effectsOf(fact: StatusFact, ending: boolean, timeZone: string): Effect[] {
  const effects: Effect[] = [];
  const add = (may: Instant, certain: Instant, tag: string) =>
    effects.push({ may, certain, ending, id: fact.id + tag, fact });
  if (fact.provisionalFrom !== undefined) {
    const { may, certain } = datedBounds(fact.provisionalFrom, timeZone);
    add(may, certain, "");
  }
  if (fact.effectDate !== undefined) {
    const { may, certain } = datedBounds(fact.effectDate, timeZone);
    add(may, certain, "/effect");
  } else {
    add(fact.actDate === undefined ? ALWAYS : datedBounds(fact.actDate, timeZone).may, NEVER, "/effect");
  }
  return effects;
}

/**
 * Rows of one dispute about the same act are one: it may have taken effect by the earliest, and certainly has by the
 * latest. A row whose dispute has no other about this act is never certain: the others deny it.
 */
function settle(effects: readonly Effect[]): Effect[] {
  const settled: Effect[] = [];
  const disputed = new Map<string, Effect[]>();
  for (const effect of effects) {
    const { dispute, act } = effect.fact;
    if (dispute === undefined) settled.push(effect);
    else {
      const key = `${dispute} ${act}`;
      disputed.set(key, [...(disputed.get(key) ?? []), effect]);
    }
  }
  for (const group of disputed.values()) {
    const first = group.reduce((a, b) => (a.may < b.may || (a.may === b.may && a.id < b.id) ? a : b));
    const facts = new Set(group.map((effect) => effect.fact));
    const certain = facts.size < 2 ? NEVER : Math.max(...group.map((effect) => effect.certain));
    settled.push({ ...first, certain });
  }
  return settled;
}

const byMay = (a: Effect, b: Effect) =>
  a.may - b.may || Number(a.ending) - Number(b.ending) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Folds effects into steps of a three-valued state: off, on, unsure. */
function fold<T>(rows: readonly Effect[], off: T, on: T, unsure: T): Step<T>[] {
  const effects = settle(rows).sort(byMay);
  const instants = new Set<Instant>([ALWAYS]);
  for (const effect of effects) {
    instants.add(effect.may);
    if (effect.certain < NEVER) instants.add(effect.certain);
  }
  const steps: Step<T>[] = [];
  for (const at of [...instants].sort((a, b) => a - b)) {
    let value = off;
    for (const effect of effects) {
      if (effect.may > at) break;
      const certain = effect.certain <= at;
      if (effect.ending) value = certain ? off : value === off ? off : unsure;
      else value = certain ? on : value === on ? on : unsure;
    }
    if (steps.length === 0 || steps[steps.length - 1]!.value !== value) steps.push({ at, value });
  }
  return steps;
}

function valueAt<T>(steps: readonly Step<T>[], t: Instant): T {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (steps[middle]!.at <= t) low = middle;
    else high = middle - 1;
  }
  return steps[low]!.value;
}

const NEVER_SUSPENDED: readonly Step<boolean | undefined>[] = [{ at: ALWAYS, value: false }];

/**
 * Who is bound by what, when: the rules of docs/engine.md, "Who is bound".
 * Built once from the visible status facts; every answer is a search in steps.
 */
export class StatusBook {
  readonly #facts = new Map<string, Map<string, StatusFact[]>>();
  readonly #frames: Frames;
  readonly #bound = new Map<string, readonly Step<Binding>[]>();
  readonly #suspended = new Map<string, readonly Step<boolean | undefined>[]>();
  /** Instruments of which anything was ever suspended: few, and of all others nothing need be looked up. */
  readonly #everSuspended = new Set<string>();

  constructor(facts: Iterable<StatusFact>, frames: Frames) {
    this.#frames = frames;
    for (const fact of facts) {
      if (fact.act === "suspension") this.#everSuspended.add(fact.instrument);
      let parties = this.#facts.get(fact.instrument);
      if (!parties) {
        parties = new Map();
        this.#facts.set(fact.instrument, parties);
      }
      const list = parties.get(fact.party);
      if (list) list.push(fact);
      else parties.set(fact.party, [fact]);
    }
  }

  /** Parties with status rows of their own, in alphabetical order. */
  parties(instrument: string): readonly string[] {
    return [...(this.#facts.get(instrument)?.keys() ?? [])].filter((party) => party !== "*").sort();
  }

  /** The rows about a party, and those about the instrument as a whole. */
  factsOf(instrument: string, party: string): readonly StatusFact[] {
    const parties = this.#facts.get(instrument);
    return [...(parties?.get(party) ?? []), ...(parties?.get("*") ?? [])];
  }

  steps(instrument: string, party: string): readonly Step<Binding>[] {
    const key = `${instrument} ${party}`;
    let steps = this.#bound.get(key);
    if (steps) return steps;
    const zone = zoneOf(this.#frames, instrument);
    const parties = this.#facts.get(instrument);
    const effects: Effect[] = [];
    for (const fact of parties?.get(party) ?? []) {
      if (BINDING_ACTS.has(fact.act)) effects.push(...effectsOf(fact, false, zone));
      else if (ENDING.has(fact.act)) effects.push(...effectsOf(fact, true, zone));
    }
    // Before the instrument was signed, and before its own entry into force, nobody is bound.
    const signed = this.#frames.get(instrument)?.signed;
    const day = signed === undefined ? undefined : parseDated(signed);
    const signedAt = day === undefined || isRefusal(day) ? undefined : datedBounds(day, zone).may;
    let inForce: Instant | undefined;
    for (const fact of parties?.get("*") ?? []) {
      if (ENDING.has(fact.act)) effects.push(...effectsOf(fact, true, zone));
      if (!BINDING_ACTS.has(fact.act) || fact.effectDate === undefined) continue;
      const { may } = datedBounds(fact.effectDate, zone);
      inForce = Math.min(inForce ?? NEVER, may);
    }
    steps = fold<Binding>(effects, "not bound", "bound", "unverified");
    const from = Math.max(inForce ?? ALWAYS, signedAt ?? ALWAYS);
    if (from > ALWAYS) {
      steps = [
        { at: ALWAYS, value: "not bound" },
        { at: from, value: valueAt(steps, from) },
        ...steps.filter((s) => s.at > from),
      ];
    }
    this.#bound.set(key, steps);
    return steps;
  }

  #suspension(instrument: string, party: string, clause: string): readonly Step<boolean | undefined>[] {
    if (!this.#everSuspended.has(instrument)) return NEVER_SUSPENDED;
    const key = `${instrument} ${party} ${clause}`;
    let steps = this.#suspended.get(key);
    if (steps) return steps;
    const zone = zoneOf(this.#frames, instrument);
    const effects: Effect[] = [];
    for (const fact of this.factsOf(instrument, party)) {
      if (fact.clauses && !fact.clauses.some((listed) => namesClause(listed, clause))) continue;
      if (fact.act === "suspension") effects.push(...effectsOf(fact, false, zone));
      else if (fact.act === "resumption") effects.push(...effectsOf(fact, true, zone));
    }
    steps = fold<boolean | undefined>(effects, false, true, undefined);
    this.#suspended.set(key, steps);
    return steps;
  }

  /** Whether the clause is suspended for the party: undefined where that is not verified. */
  suspended(instrument: string, party: string, clause: string, t: Instant): boolean | undefined {
    return valueAt(this.#suspension(instrument, party, clause), t);
  }

  /** The stretches over which the clause is certainly suspended for the party, in order. */
  suspensions(instrument: string, party: string, clause: string): readonly Period[] {
    const steps = this.#suspension(instrument, party, clause);
    const periods: Period[] = [];
    steps.forEach((step, i) => {
      if (step.value === true) periods.push({ from: step.at, to: steps[i + 1]?.at ?? NEVER });
    });
    return periods;
  }

  /** The binding at t for showing a clause that may be suspended: what is certainly suspended counts as bound. */
  bindingEvenSuspended(instrument: string, party: string, clause: string, t: Instant): Binding {
    const bound = this.bindingDespiteSuspension(instrument, party, t);
    return bound === "bound" && this.suspended(instrument, party, clause, t) === undefined ? "unverified" : bound;
  }

  /** The binding at t as if nothing were suspended. */
  bindingDespiteSuspension(instrument: string, party: string, t: Instant): Binding {
    return valueAt(this.steps(instrument, party), t);
  }

  /** Bound, not bound or unverified, for what arises at t under this clause. */
  binding(instrument: string, party: string, clause: string, t: Instant): Binding {
    const bound = valueAt(this.steps(instrument, party), t);
    if (bound === "not bound") return bound;
    const suspended = this.suspended(instrument, party, clause, t);
    if (suspended === true) return "not bound";
    return suspended === undefined ? "unverified" : bound;
  }

  /**
   * The instants at which a party, or the first of several that act as one, became certainly bound.
   * A gap in which none of them is bound makes a new start.
   */
  boundStarts(instrument: string, parties: readonly string[]): readonly Instant[] {
    const all = parties.map((party) => this.steps(instrument, party));
    const turns = [...new Set(all.flatMap((steps) => steps.map((step) => step.at)))].sort((a, b) => a - b);
    const isAnyBound = (t: Instant) => all.some((steps) => valueAt(steps, t) === "bound");
    return turns.filter((at, i) => at > ALWAYS && isAnyBound(at) && !(i > 0 && isAnyBound(turns[i - 1]!)));
  }

  /** The last start at or before t, if the party (or any of several) is certainly bound at t. */
  boundSince(instrument: string, parties: readonly string[], t: Instant): Instant | undefined {
    if (!parties.some((party) => this.bindingDespiteSuspension(instrument, party, t) === "bound")) return undefined;
    return this.boundStarts(instrument, parties).findLast((at) => at <= t);
  }
}
