import { figuresEnglish } from "./texts/figures-english.ts";
import { figuresRussian } from "./texts/figures-russian.ts";
import type { Language } from "./texts/index.ts";

/** A calculation brings English words along; here stand those that say it better, and other languages. */
const FIGURES: Partial<Readonly<Record<Language, typeof figuresEnglish>>> = { en: figuresEnglish, ru: figuresRussian };

/** The name of a set of purposes. */
export const purposeSetWords = (language: Language, { id, name }: { readonly id: string; readonly name: string }) =>
  FIGURES[language]?.purposeSets[id] ?? name;

/** What a method does, in the language of who reads it; its formula where there are no words. */
export const methodWords = (language: Language, { id, formula }: { readonly id: string; readonly formula: string }) =>
  FIGURES[language]?.methods[id] ?? formula;

/** Why rows were left out of a figure, in the language of who reads it; English where there are no words. */
export const exclusionWords = (language: Language, reason: string): string =>
  FIGURES[language]?.excluded[reason] ?? reason;
