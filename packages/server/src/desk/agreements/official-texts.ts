import type { OfficialText, OfficialTextBody } from "@kelisim/api";
import type { Store } from "@kelisim/store";
import { textVersion } from "./adopted.ts";
import { articlesOf } from "./official-articles.ts";

/** BCP 47, as far as treaties need it: "zh", "uz-Cyrl". */
export const LANGUAGE = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?$/;

interface KeptText extends OfficialTextBody {
  readonly language: string;
  readonly addedBy: string;
  readonly addedAt: string;
}

type Shelf = Readonly<Record<string, readonly string[]>>;

const shelfName = (region: string) => `official-texts/${region}`;
const textName = (region: string, instrument: string, language: string) =>
  `official-text/${region}/${instrument}/${language}`;

/** Which languages a node holds, by instrument. */
export async function heldLanguages(store: Store, region: string): Promise<Shelf> {
  const shelf = await store.system.settings.get(shelfName(region));
  return typeof shelf === "object" && shelf !== null ? (shelf as Shelf) : {};
}

/** The official texts of one instrument, each cut at its articles, by language. */
export async function officialTexts(
  store: Store,
  region: string,
  instrument: string,
): Promise<readonly OfficialText[]> {
  const languages = (await heldLanguages(store, region))[instrument] ?? [];
  const kept = await Promise.all(
    languages.map((language) => store.system.settings.get(textName(region, instrument, language))),
  );
  return kept.flatMap((each) => (isKept(each) ? [shown(each)] : []));
}

/** Keeps a text in the place of what was held in its language. */
export async function keepOfficialText(
  store: Store,
  about: { readonly region: string; readonly instrument: string; readonly language: string },
  body: OfficialTextBody,
  by: { readonly person: string; readonly name: string; readonly at: string },
): Promise<OfficialText> {
  const { region, instrument, language } = about;
  const kept: KeptText = { ...body, language, addedBy: by.name, addedAt: by.at };
  await store.system.settings.set(textName(region, instrument, language), kept, by.person);
  const shelf = await heldLanguages(store, region);
  const languages = [...new Set([...(shelf[instrument] ?? []), language])].sort();
  await store.system.settings.set(shelfName(region), { ...shelf, [instrument]: languages }, by.person);
  return shown(kept);
}

/** Takes a text away; false where none was held. */
export async function removeOfficialText(
  store: Store,
  about: { readonly region: string; readonly instrument: string; readonly language: string },
  person: string,
): Promise<boolean> {
  const { region, instrument, language } = about;
  const shelf = await heldLanguages(store, region);
  const languages = shelf[instrument] ?? [];
  if (!languages.includes(language)) return false;
  const rest = languages.filter((each) => each !== language);
  await store.system.settings.set(shelfName(region), { ...shelf, [instrument]: rest }, person);
  await store.system.settings.set(textName(region, instrument, language), null, person);
  return true;
}

function isKept(value: unknown): value is KeptText {
  return typeof value === "object" && value !== null && "text" in value && "language" in value;
}

function shown({ text, source, read, authentic, language, addedBy, addedAt }: KeptText): OfficialText {
  const articles = articlesOf(text);
  return { language, authentic, source, read, addedBy, addedAt, sha256: textVersion(text), articles: [...articles] };
}
