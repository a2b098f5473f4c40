import type { Binding } from "@kelisim/duties";
import { BINDING_ACTS, dayOf, firstDay, lastDay, type Source, type StatusFact } from "@kelisim/model";
import type { World } from "./world.ts";

/** How a party stands to an instrument on a day, by our tables. "no row" says nothing about the party. */
export interface PartyStanding {
  readonly party: string;
  readonly state: "bound" | "unverified" | "suspended" | "not yet" | "signed" | "ended" | "no row";
  readonly binding: Binding;
  /** Bound by provisional application so far. */
  readonly provisional: boolean;
  /** Clauses suspended for it, where not all are. */
  readonly suspendedClauses: readonly string[];
  /** Why even what is "bound" is not verified. */
  readonly doubts: readonly StandingDoubt[];
  /** Its own rows up to the day, then those of the instrument as a whole. */
  readonly facts: readonly StatusFact[];
}

export type StandingDoubt =
  | "effect date unknown"
  | "coarse date"
  | "general knowledge only"
  | "low confidence"
  | "dispute";

/** How a party stands to an instrument at the moment of the world. */
export function standingOf(world: World, instrument: string, party: string): PartyStanding {
  const { status } = world.book;
  const timeZone = world.instruments.get(instrument)?.timeZone ?? "UTC";
  const today = dayOf(world.on, timeZone);
  const all = status.factsOf(instrument, party);
  const own = all.filter((fact) => fact.party === party);
  const facts = all.filter((fact) => {
    const first = fact.actDate ?? fact.provisionalFrom ?? fact.effectDate;
    return first === undefined || firstDay(first) <= today;
  });
  const clauses = world.instruments.get(instrument)?.clauses ?? [];
  const isSuspended = (clause: string) => status.suspended(instrument, party, clause, world.on) === true;
  const suspendedClauses = clauses.filter(({ id }) => isSuspended(id)).map(({ id }) => id);
  const whole = clauses.length > 0 ? suspendedClauses.length === clauses.length : isSuspended("");
  const despite = status.bindingDespiteSuspension(instrument, party, world.on);
  const binding = whole ? "not bound" : status.bindingEvenSuspended(instrument, party, clauses[0]?.id ?? "", world.on);
  const creating = own.filter((fact) => BINDING_ACTS.has(fact.act));
  const inEffect = creating.filter((fact) => {
    const from = fact.effectDate ?? fact.provisionalFrom ?? fact.actDate;
    return from === undefined || firstDay(from) <= today;
  });
  const has = (act: StatusFact["act"]) => facts.some((fact) => fact.act === act);
  const isAhead = (fact: StatusFact) => {
    const from = fact.effectDate ?? fact.provisionalFrom;
    return from !== undefined && lastDay(from) > today;
  };
  const state =
    despite !== "not bound"
      ? whole
        ? "suspended"
        : binding === "bound"
          ? "bound"
          : "unverified"
      : has("withdrawal") || (has("expiry") && inEffect.length > 0)
        ? "ended"
        : creating.some(isAhead) || inEffect.length > 0
          ? "not yet"
          : own.length > 0
            ? "signed"
            : "no row";
  const provisional =
    despite !== "not bound" &&
    inEffect.length > 0 &&
    inEffect.every(
      (fact) =>
        fact.act === "provisional application" ||
        (fact.provisionalFrom !== undefined && (fact.effectDate === undefined || firstDay(fact.effectDate) > today)),
    );
  return {
    party,
    state,
    binding,
    provisional,
    suspendedClauses: whole ? [] : suspendedClauses,
    doubts: despite === "not bound" ? [] : doubtsOf(world, inEffect),
    facts,
  };
}

/** What is doubtful about every row that could bind. */
function doubtsOf(world: World, facts: readonly StatusFact[]): readonly StandingDoubt[] {
  if (facts.length === 0) return [];
  const doubts: StandingDoubt[] = [];
  if (facts.every((fact) => fact.effectDate === undefined && fact.provisionalFrom === undefined))
    doubts.push("effect date unknown");
  else if (facts.every((fact) => typeof (fact.effectDate ?? fact.provisionalFrom) === "object"))
    doubts.push("coarse date");
  if (facts.every((fact) => isGeneralKnowledge(world, fact.source))) doubts.push("general knowledge only");
  else if (facts.every((fact) => fact.confidence === "low")) doubts.push("low confidence");
  if (facts.some((fact) => fact.dispute !== undefined)) doubts.push("dispute");
  return doubts;
}

/** Whether nothing but general knowledge stands behind a source cell ("General knowledge, not verified here [GK]"). */
export function isGeneralKnowledge(world: World, source: string): boolean {
  const ids = [...source.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1]!);
  const kinds = kindsOf(world.setting.sources ?? []);
  const known = ids.filter((id) => kinds.has(id));
  if (known.length > 0) return known.every((id) => kinds.get(id) === "general knowledge");
  return /^general knowledge\b/i.test(source);
}

/** Tables of sources are read once: every row of a region is asked whether its source counts. */
const kindsRead = new WeakMap<readonly Source[], ReadonlyMap<string, Source["kind"]>>();

function kindsOf(sources: readonly Source[]): ReadonlyMap<string, Source["kind"]> {
  const before = kindsRead.get(sources);
  if (before !== undefined) return before;
  const kinds = new Map(sources.map(({ id, kind }) => [id, kind]));
  kindsRead.set(sources, kinds);
  return kinds;
}
