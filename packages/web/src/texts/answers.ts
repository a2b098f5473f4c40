import { isDraft, isLanguage, isWhole, type Language, type WholeLanguage } from "./languages.ts";

/** The languages of the page: the one chosen, and the one that stands behind a draft. */
let shown: { readonly language: Language; readonly behind: WholeLanguage } = { language: "en", behind: "en" };

export const showAnswersIn = (language: Language, behind: WholeLanguage): void => {
  shown = { language, behind };
};

/** The language in which the node is asked to answer: that of the page, or the one behind a draft. */
export const answersIn = (): WholeLanguage => (isWhole(shown.language) ? shown.language : shown.behind);

/** The same for a language that is asked for: a draft stands for the one behind it, any other for itself. */
export const askedIn = (language: string): string => (isDraft(language) ? shown.behind : language);

/** What stands behind a draft before somebody chooses: of English and Russian what the browser's reader names first, else English. */
export function firstBehind(preferred: readonly string[]): WholeLanguage {
  return preferred.map((tag) => tag.slice(0, 2)).find(isWhole) ?? "en";
}

/** The language that the browser's reader names first among those we have, else English. */
export function firstLanguage(preferred: readonly string[]): Language {
  return preferred.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? "en";
}
