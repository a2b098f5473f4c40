/** Languages of the screens, each by the name its readers give it. */
export const LANGUAGES = { en: "English", ru: "Русский" } as const;
export type Language = keyof typeof LANGUAGES;

export const isLanguage = (text: string | null | undefined): text is Language =>
  text !== null && text !== undefined && text in LANGUAGES;

/** What Intl is asked for: day before month in English, as SCREENS.md writes dates. */
export const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", ru: "ru-RU" };
