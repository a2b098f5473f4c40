import { type Static, Type } from "typebox";
import { StandpointQuery } from "./standpoint.ts";

/** GET /api/v1/regions/:region/find */
export const FindQuery = Type.Object({
  ...StandpointQuery.properties,
  q: Type.String({ minLength: 1, maxLength: 200 }),
});

/** What has the words in its name or id, those that begin with them first; at most a handful of each kind. */
export const FoundSchema = Type.Object({
  results: Type.Array(
    Type.Object({
      kind: Type.Union([
        Type.Literal("instrument"),
        Type.Literal("clause"),
        Type.Literal("party"),
        Type.Literal("record"),
      ]),
      id: Type.String(),
      title: Type.String(),
      note: Type.Optional(Type.String()),
      /** Of a clause: where it stands. */
      instrument: Type.Optional(Type.String()),
    }),
  ),
});
export type Found = Static<typeof FoundSchema>;
