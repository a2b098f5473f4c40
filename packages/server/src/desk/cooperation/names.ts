import type { Named } from "@kelisim/api";
import type { Words } from "@kelisim/words";
import type { Desk } from "../desk.ts";

/** Short name of an organisation in the language of `words`, else as the region writes it, else its id. */
export function organisationName(desk: Desk, words: Words, id: string): string {
  const translated = words.names.organisation(id);
  if (translated !== id) return translated;
  const known = desk.region.organisations.find((organisation) => organisation.id === id);
  return known === undefined ? id : (known.shortName ?? known.name);
}

/** A party or an organisation: tables of money and decisions name both. */
export function actorNamed(desk: Desk, words: Words, id: string): Named {
  const party = desk.region.parties.some((each) => each.id === id);
  return { id, name: party ? words.names.party(id) : organisationName(desk, words, id) };
}

export const instrumentNamed = (words: Words, id: string): Named => ({ id, name: words.names.instrument(id) });
