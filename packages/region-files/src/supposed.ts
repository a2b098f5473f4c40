import type { Program } from "@kelisim/accord/program";
import { BINDING_ACTS, type Fact, type StatusFact } from "@kelisim/model";

/** Instruments that the party has signed and of which no row may bind it, in the order of the program. */
export function signedOnly(facts: readonly Fact[], program: Program, party: string): readonly string[] {
  const own = facts.filter((fact): fact is StatusFact => fact.kind === "status" && fact.party === party);
  const signed = new Set(own.flatMap((fact) => (fact.act === "signature" ? [fact.instrument] : [])));
  for (const fact of own) if (BINDING_ACTS.has(fact.act)) signed.delete(fact.instrument);
  return program.instruments.flatMap(({ id }) => (signed.has(id) ? [id] : []));
}

/**
 * Suppositions: those who signed an instrument and are not bound by it, as if a binding act of unknown date had followed
 * the signature. Their lines are then shown as unverified, which is what they are.
 */
export function asIfBound(facts: readonly Fact[], program: Program, instrument: string): readonly StatusFact[] {
  return facts.flatMap((fact): readonly StatusFact[] => {
    if (fact.kind !== "status" || fact.act !== "signature" || fact.instrument !== instrument) return [];
    if (!signedOnly(facts, program, fact.party).includes(instrument)) return [];
    const { effectDate: _, ...rest } = fact;
    return [{ ...rest, id: `supposed:${fact.id}`, act: "ratification", confidence: "low" }];
  });
}
