import type { Pair, PartyStanding, World } from "@kelisim/compare";
import { type Dated, type Fact, formatDated, type Instant } from "@kelisim/model";
import { instantText } from "../board/line-data.ts";
import type { Setting } from "../setting.ts";

/** A question about agreements side by side: the region in words, the day, and the parties asked about, where two were. */
export interface Compared {
  readonly open: Pick<Setting, "region" | "clauses" | "names">;
  readonly standpoint: { readonly asOf: Instant; readonly knownAt: Instant };
  readonly world: World;
  readonly pair: Pair | undefined;
}

/** What every answer in JSON begins with. */
export function questionData({ open, standpoint, pair }: Compared): object {
  const { region } = open;
  return {
    region: { id: region.id, name: region.name, fictional: region.fictional, timeZone: region.timeZone },
    question: {
      on: instantText(standpoint.asOf),
      knownAt: instantText(standpoint.knownAt),
      between: pair ?? null,
    },
  };
}

const dateText = (date: Dated | undefined): string | null => (date === undefined ? null : formatDated(date));

/** A fact with its dates as text; what is absent is null. */
export function factData(fact: Fact): object {
  const dates =
    fact.kind === "status"
      ? {
          party: fact.party,
          act: fact.act,
          actDate: dateText(fact.actDate),
          effectDate: dateText(fact.effectDate),
          provisionalFrom: dateText(fact.provisionalFrom),
        }
      : fact.kind === "membership"
        ? { party: fact.party, status: fact.status, from: dateText(fact.from), to: dateText(fact.to) }
        : fact.kind === "reservation"
          ? { party: fact.party, from: dateText(fact.from), effect: fact.effect }
          : {};
  const { id, source, confidence, note } = fact;
  return { id, kind: fact.kind, ...dates, source, confidence, note: note ?? null, dispute: fact.dispute ?? null };
}

export function standingData(standing: PartyStanding): object {
  const { party, state, provisional, suspendedClauses, doubts, facts } = standing;
  return { party, state, provisional, suspendedClauses, doubts, facts: facts.map(factData) };
}
