import type { BriefLanguage } from "../read/front-matter.ts";
import { drafts } from "./drafts.ts";
import { type BriefTexts, english } from "./english.ts";
import { russian } from "./russian.ts";

export type { BriefTexts } from "./english.ts";

const TEXTS: Readonly<Record<BriefLanguage, BriefTexts>> = { en: english, ru: russian, ...drafts };

/** Our own words in the language of a brief. */
export const textsIn = (language: BriefLanguage): BriefTexts => TEXTS[language];
