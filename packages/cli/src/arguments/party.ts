import type { Party } from "@kelisim/model";
import { type Answer, isRefusal, refuse } from "../refusal.ts";
import { texts } from "../texts/index.ts";
import { nearest } from "./nearest.ts";

/** The party meant by an id or a name in any case; refused with the nearest names and the list. */
export function readParty(text: string, parties: readonly Party[], region: string): Answer<Party> {
  const wanted = text.trim().toLowerCase();
  const byId = parties.find((party) => party.id.toLowerCase() === wanted);
  if (byId !== undefined) return byId;
  const byName = parties.filter((party) => namesOf(party).some((name) => name.toLowerCase() === wanted));
  if (byName.length === 1) return byName[0]!;
  if (byName.length > 1)
    return refuse(texts.ambiguousParty(text, region), texts.didYouMean(byName.map((party) => party.id)));
  const owners = new Map(
    parties.flatMap((party) => [party.id, ...namesOf(party)].map((name) => [name, party] as const)),
  );
  const close = nearest(text, owners.keys()).map((name) => described(owners.get(name)!));
  return refuse(
    texts.unknownParty(text, region),
    ...(close.length > 0 ? [texts.didYouMean([...new Set(close)])] : []),
    texts.partiesAre(parties.map((party) => party.id)),
  );
}

export function readParties(
  given: readonly string[],
  parties: readonly Party[],
  region: string,
): Answer<readonly Party[]> {
  const found: Party[] = [];
  for (const text of given.flatMap((each) => each.split(","))) {
    const party = readParty(text, parties, region);
    if (isRefusal(party)) return party;
    if (!found.includes(party)) found.push(party);
  }
  return found;
}

function namesOf(party: Party): readonly string[] {
  const short = "shortName" in party && typeof party.shortName === "string" ? [party.shortName] : [];
  return [party.name, ...short];
}

function described(party: Party): string {
  return `${party.id} (${party.name})`;
}
