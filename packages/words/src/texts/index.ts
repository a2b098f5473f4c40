import { english } from "./english.ts";
import { russian } from "./russian.ts";

/** Every text that screens, files and the command share. */
export type Texts = typeof english;

export const LANGUAGES = ["en", "ru"] as const;
/** BCP 47. */
export type Language = (typeof LANGUAGES)[number];

const TEXTS: Readonly<Record<Language, Texts>> = { en: english, ru: russian };

export function textsOf(language: Language): Texts {
  return TEXTS[language];
}
