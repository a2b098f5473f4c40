import { type Static, Type } from "typebox";

/** Languages in which answers are worded. */
export const LanguageSchema = Type.Union([Type.Literal("en"), Type.Literal("ru")]);
export type Language = Static<typeof LanguageSchema>;

/**
 * Languages that the screens have as drafts, and in which nothing is worded here. A question that asks for one is answered in the
 * language behind it: of English and Russian the one that Accept-Language names first, else English; Content-Language says which.
 */
export const DRAFT_LANGUAGES = ["kk", "ky", "tg", "tk", "uz"] as const;
export type DraftLanguage = (typeof DRAFT_LANGUAGES)[number];

/** A question of which only the words depend on something. */
export const LanguageQuery = Type.Object({ lang: Type.Optional(LanguageSchema) });
