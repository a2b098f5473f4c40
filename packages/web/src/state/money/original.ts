/**
 * The language of a text that the node may not have in the reader's: "en" where a Russian page shows a producer's own words, undefined
 * where the text is in the language of the page (WCAG 2.2, 3.1.2).
 */
export function originalLanguage(text: string, language: string): "en" | undefined {
  if (language === "en" || /\p{Script=Cyrillic}/u.test(text) || !/\p{Script=Latin}{2}/u.test(text)) return undefined;
  return "en";
}
