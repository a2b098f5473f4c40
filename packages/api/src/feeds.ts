import { type Static, Type } from "typebox";
import { LanguageSchema } from "./language.ts";

/** A calendar that a program follows under a secret address. */
export const FeedSchema = Type.Object({
  id: Type.String(),
  label: Type.String(),
  party: Type.String(),
  body: Type.String(),
  created: Type.String(),
});
export type Feed = Static<typeof FeedSchema>;
export const FeedsSchema = Type.Object({ feeds: Type.Array(FeedSchema) });

export const FeedBody = Type.Object({ label: Type.String({ minLength: 1, maxLength: 100 }) });

/** The address is given once: the node keeps only a hash of it. */
export const FeedMadeSchema = Type.Object({ feed: FeedSchema, address: Type.String() });
export type FeedMade = Static<typeof FeedMadeSchema>;

/** What a calendar shows: the party whose duties they are, the language, how far ahead. */
export const FeedQuery = Type.Object({
  as: Type.Optional(Type.String({ maxLength: 40 })),
  lang: Type.Optional(LanguageSchema),
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3653 })),
});
