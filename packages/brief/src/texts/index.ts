import type { BriefLanguage } from "../read/front-matter.ts";
import { type BriefTexts, english } from "./english.ts";
import { russian } from "./russian.ts";

export type { BriefTexts } from "./english.ts";
export const textsIn = (language: BriefLanguage): BriefTexts => (language === "ru" ? russian : english);
