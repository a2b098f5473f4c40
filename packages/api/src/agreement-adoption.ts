import { type Static, Type } from "typebox";

/** A version of an agreement's text on this node. */
export const AgreementVersionSchema = Type.Object({
  /** "region": the text of the region's folder; else the number of the decision. */
  id: Type.String(),
  version: Type.String(),
  decidedBy: Type.Optional(Type.String()),
  /** Civil day from which it applies; absent: always, until another one does. */
  from: Type.Optional(Type.String()),
  note: Type.Optional(Type.String()),
  at: Type.Optional(Type.String()),
  inForce: Type.Boolean(),
});
export type AgreementVersion = Static<typeof AgreementVersionSchema>;
export const AgreementVersionsSchema = Type.Object({ versions: Type.Array(AgreementVersionSchema) });
export const AgreementVersionTextSchema = Type.Object({ version: AgreementVersionSchema, text: Type.String() });

/** POST /api/v1/regions/:region/agreements/:id/drafts/:draft/adopt */
export const AdoptBody = Type.Object({
  /** The body or office that decided, as it is to be shown. */
  decidedBy: Type.String({ minLength: 2, maxLength: 200 }),
  /** The first day on which it applies. */
  from: Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }),
  note: Type.String({ minLength: 1, maxLength: 2000 }),
});
export type AdoptBody = Static<typeof AdoptBody>;
