import { problemWords } from "./problems/problem-words.ts";
import { MAPPINGS } from "./problems/russian-mappings.ts";
import { CAVEATS_RUSSIAN, DATASETS_RUSSIAN } from "./texts/datasets-russian.ts";
import type { Language } from "./texts/index.ts";

/** The name of a data set in the reader's language; as its layout names it where there are no words. */
export const datasetWords = (language: Language, dataset: string, name: string): string =>
  language === "ru" ? (DATASETS_RUSSIAN[dataset] ?? name) : name;

/** What must be known of a data set, in the reader's language; as written where there are no words. */
export const caveatWords = (language: Language, caveat: string): string =>
  language === "ru" ? (CAVEATS_RUSSIAN[caveat] ?? caveat) : caveat;

/** `"1" is "member"`, as layouts tell of a table of words. */
const WORD = /"([^"]*)" is "([^"]*)"/g;

/**
 * What was done to the text of a column, in the reader's language. A layout tells it in parts between semicolons.
 *
 * @example mappingWords("ru", "a count; \"$\": not given") // "целое количество; «$»: не указано"
 */
export function mappingWords(language: Language, how: string): string {
  if (language !== "ru") return how;
  if (WORD.test(how)) {
    WORD.lastIndex = 0;
    return how.replaceAll(WORD, "«$1»: «$2»");
  }
  const whole = MAPPINGS.find(([english]) => english === how)?.[1];
  const parts = () => how.split("; ").map((part) => problemWords(language, part));
  return (whole ?? parts().join("; ")).replaceAll(/"([^"]*)"/g, "«$1»").replaceAll("» and «", "» и «");
}
