import type { OfficialText, OfficialTextBody } from "@kelisim/api";
import type { HeldText, HeldTextName, Store } from "@kelisim/store";
import { articlesOf } from "./official-articles.ts";

/** BCP 47, as far as treaties need it: "zh", "uz-Cyrl". */
export const LANGUAGE = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?$/;

/** Who adds a text or takes one away: login id, and the name as it is shown. */
export interface Keeper {
  readonly person: string;
  readonly name: string;
}

/** Which languages a node holds, by instrument. */
export async function heldLanguages(
  store: Store,
  region: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const held: Record<string, string[]> = {};
  for (const { instrument, language } of await store.system.officialTexts.list(region)) {
    held[instrument] ??= [];
    held[instrument].push(language);
  }
  return held;
}

/** The official texts of one instrument, each cut at its articles, by language. */
export async function officialTexts(
  store: Store,
  region: string,
  instrument: string,
): Promise<readonly OfficialText[]> {
  const { list, get } = store.system.officialTexts;
  const held = await Promise.all((await list(region, instrument)).map(get));
  return held.flatMap((each) => (each === undefined ? [] : [shown(each)]));
}

/** Keeps a text; it takes the place of what was held in its language. Rejects with the store's `WrongEntry`. */
export async function keepOfficialText(
  store: Store,
  name: HeldTextName,
  { text, source, read, authentic }: OfficialTextBody,
  by: Keeper,
): Promise<OfficialText> {
  const { person, name: addedBy } = by;
  return shown(
    await store.system.officialTexts.add({ ...name, text, source, readOn: read, authentic, addedBy, person }),
  );
}

/** Takes a text away; false where none was held. */
export function removeOfficialText(store: Store, name: HeldTextName, by: Keeper): Promise<boolean> {
  return store.system.officialTexts.remove(name, { person: by.person, addedBy: by.name });
}

function shown({ language, authentic, source, readOn, addedBy, at, sha256, text }: HeldText): OfficialText {
  return { language, authentic, source, read: readOn, addedBy, addedAt: at, sha256, articles: [...articlesOf(text)] };
}
