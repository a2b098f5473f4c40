import { type Static, Type } from "typebox";
import { LanguageSchema } from "./language.ts";

/**
 * From where a question is asked; all of it stands in the address of a screen.
 * `as`: party id. `on`: as-of, a date (its last instant counts) or an RFC 3339 moment; default now.
 * `known`: as known on; default now. `days`: how many days ahead; `back`: how many days before.
 */
export const StandpointQuery = Type.Object({
  as: Type.Optional(Type.String({ maxLength: 40 })),
  on: Type.Optional(Type.String({ maxLength: 40 })),
  known: Type.Optional(Type.String({ maxLength: 40 })),
  days: Type.Optional(Type.Integer({ minimum: 0, maximum: 3660 })),
  back: Type.Optional(Type.Integer({ minimum: 0, maximum: 3660 })),
  lang: Type.Optional(LanguageSchema),
});
export type StandpointQuery = Static<typeof StandpointQuery>;

/** The standpoint as the answer understood it; instants are RFC 3339 UTC, `today` a civil date in the region's zone. */
export const StandpointSchema = Type.Object({
  region: Type.String(),
  party: Type.Optional(Type.String()),
  partyName: Type.Optional(Type.String()),
  asOf: Type.String(),
  knownAt: Type.String(),
  from: Type.String(),
  until: Type.String(),
  today: Type.String(),
  timeZone: Type.String(),
});
export type Standpoint = Static<typeof StandpointSchema>;

export const RegionParams = Type.Object({ region: Type.String({ maxLength: 60 }) });
