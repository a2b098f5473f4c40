/** Languages of the screens, each by the name its readers give it. */
export const LANGUAGES = {
  en: "English",
  ru: "Русский",
  kk: "Қазақша",
  ky: "Кыргызча",
  tg: "Тоҷикӣ",
  tk: "Türkmençe",
  uz: "Oʻzbekcha",
} as const satisfies Readonly<Record<WholeLanguage | DraftLanguage, string>>;
export type Language = keyof typeof LANGUAGES;

/** Languages whose catalogues are complete, and in which the node answers. The others are drafts that nobody has reviewed. */
export const WHOLE = ["en", "ru"] as const;
export type WholeLanguage = (typeof WHOLE)[number];
export const DRAFTS = ["kk", "ky", "tg", "tk", "uz"] as const;
export type DraftLanguage = (typeof DRAFTS)[number];

export const isLanguage = (text: string | null | undefined): text is Language =>
  text !== null && text !== undefined && text in LANGUAGES;

export const isWhole = (text: string | null | undefined): text is WholeLanguage => text === "en" || text === "ru";

export const isDraft = (text: string | null | undefined): text is DraftLanguage => DRAFTS.some((each) => each === text);

/**
 * The tag that a page carries as `lang` (BCP 47, RFC 5646). Uzbek names its script, as it is written in two and a page must say in
 * which one; the others are written in one script in their states, and a tag is kept as short as it can be (4.1).
 */
export const TAGS: Readonly<Record<Language, string>> = {
  en: "en",
  ru: "ru",
  kk: "kk",
  ky: "ky",
  tg: "tg",
  tk: "tk",
  uz: "uz-Latn",
};

/** What Intl is asked for: day before month in English, as SCREENS.md writes dates. */
export const LOCALES: Readonly<Record<Language, string>> = {
  en: "en-GB",
  ru: "ru-RU",
  kk: "kk-KZ",
  ky: "ky-KG",
  tg: "tg-TJ",
  tk: "tk-TM",
  uz: "uz-Latn-UZ",
};
