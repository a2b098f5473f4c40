import { type I18n, setupI18n } from "@lingui/core";
import { isLanguage, type Language, LOCALES } from "./languages.ts";

/** The one catalogue of the page; screens read it through `useText`. */
export const i18n: I18n = setupI18n();

const LOADERS: Readonly<Record<Language, () => Promise<{ messages: import("@lingui/core").Messages }>>> = {
  en: () => import("virtual:catalogue/en"),
  ru: () => import("virtual:catalogue/ru"),
};

const KEY = "kelisim.language";

/** The language chosen before, else the one of the browser where we have it, else English. */
export function startLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang");
  if (isLanguage(asked)) return asked;
  try {
    const kept = localStorage.getItem(KEY);
    if (isLanguage(kept)) return kept;
  } catch {
    // A browser that keeps nothing still shows the page.
  }
  return navigator.language.startsWith("ru") ? "ru" : "en";
}

/** Loads a language and shows the page in it. */
export async function showLanguage(language: Language): Promise<void> {
  const { messages } = await LOADERS[language]();
  i18n.load(language, messages);
  i18n.activate(language, [LOCALES[language]]);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // See startLanguage.
  }
}
