import { type Static, Type } from "typebox";
import { NamedSchema, sourced } from "./sourced.ts";

export const UndertakingSchema = Type.Object({
  id: Type.String(),
  undertaking: Type.String(),
  decidedAt: Type.String(),
  decidedOn: Type.Optional(Type.String()),
  due: Type.Optional(Type.String()),
  by: Type.Array(NamedSchema),
  to: Type.Array(NamedSchema),
  entry: Type.Optional(Type.String()),
  ...sourced,
});
export type UndertakingView = Static<typeof UndertakingSchema>;
