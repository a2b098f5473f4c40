import { namesOf } from "../../state/locale-names.ts";

/** "Chinese", "узбекский": a language by the name that readers of `locale` give it; its code where there is none. */
export function languageName(language: string, locale: string): string {
  const name =
    namesOf(locale)?.languages[language] ??
    new Intl.DisplayNames(locale, { type: "language" }).of(language) ??
    language;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
