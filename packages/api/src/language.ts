import { type Static, Type } from "typebox";

/** Languages in which answers are worded. */
export const LanguageSchema = Type.Union([Type.Literal("en"), Type.Literal("ru")]);
export type Language = Static<typeof LanguageSchema>;

/** A question of which only the words depend on something. */
export const LanguageQuery = Type.Object({ lang: Type.Optional(LanguageSchema) });
