import { isGeneralKnowledge, type PartyStanding, type World } from "@kelisim/compare";
import { dayOf, firstDay, type StatusFact } from "@kelisim/model";
import type { Texts } from "../texts/index.ts";
import { datedWords } from "../time.ts";

/** The row that says most about how a party stands now: its latest act that is no signature, else the signature. */
export function decidingFact({ party, facts }: PartyStanding, world: World): StatusFact | undefined {
  const today = dayOf(world.on, "UTC");
  const since = ({ effectDate, provisionalFrom, actDate }: StatusFact) => {
    const date = effectDate ?? provisionalFrom ?? actDate;
    return date === undefined ? Number.NEGATIVE_INFINITY : firstDay(date);
  };
  const own = facts.filter((fact) => fact.party === party).sort((a, b) => since(a) - since(b));
  const acts = own.filter(({ act }) => act !== "signature");
  return acts.findLast((fact) => since(fact) <= today) ?? acts.at(-1) ?? own.at(-1);
}

/** "KAZ KGZ accession, in effect 29 Apr 1997, high": parties that stand alike are named together. */
export function standingsWords(standings: readonly PartyStanding[], world: World, say: Texts): string {
  const alike = new Map<string, string[]>();
  for (const standing of standings) {
    const words = standingWords(standing, world, say);
    alike.set(words, [...(alike.get(words) ?? []), standing.party]);
  }
  return [...alike].map(([words, parties]) => say.compare.standing(parties.join("\u00a0"), words)).join("; ");
}

/** "signed, effect date unknown, med ?" */
export function standingWords(standing: PartyStanding, world: World, say: Texts): string {
  const fact = decidingFact(standing, world);
  const parts: string[] = standing.state === "bound" ? [] : [say.compare.state[standing.state]];
  if (fact !== undefined) {
    parts.push(
      say.compare.since(
        say.acts[fact.act],
        datedWords(fact.effectDate ?? fact.provisionalFrom, say),
        datedWords(fact.actDate, say),
      ),
    );
    const confidence = say.confidence[fact.confidence];
    parts.push(isGeneralKnowledge(world, fact.source) ? say.unsure(confidence) : confidence);
  }
  if (standing.provisional) parts.push(say.compare.provisional);
  parts.push(...standing.doubts.map((doubt) => say.compare.standingDoubt[doubt]));
  return parts.join(", ");
}
