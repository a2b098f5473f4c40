import { type Static, Type } from "typebox";

const Open = Type.Record(Type.String(), Type.Unknown());
const Place = Type.Object({
  pointer: Type.String(),
  /** Of an attribute of the content: its name in the reader's language. */
  field: Type.Optional(Type.String()),
  detail: Type.String(),
  mend: Type.Optional(Type.String()),
});

/** POST and PUT of /api/v1/regions/:region/drafts. */
export const DraftBody = Type.Object({
  /** Header fields and content, as far as they are written. `kind` says which. */
  record: Open,
  /** What belongs to the draft and not to the record: the line it answers, the plan it came from. */
  context: Type.Optional(Open),
});
export type DraftBody = Static<typeof DraftBody>;

export const DraftSchema = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  kindName: Type.String(),
  title: Type.String(),
  record: Open,
  context: Open,
  draftedBy: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), you: Type.Boolean() })),
  created: Type.String(),
  changed: Type.String(),
  version: Type.Integer(),
  /** What still keeps it from being released, each with its place. */
  errors: Type.Array(Place),
  /** What may stand, and should be looked at. */
  warnings: Type.Array(Place),
  /** Whether the person who asks may release it now; if not, why. */
  release: Type.Union([Type.Literal("yes"), Type.Literal("role"), Type.Literal("four-eyes"), Type.Literal("errors")]),
});
export type Draft = Static<typeof DraftSchema>;

export const DraftsSchema = Type.Object({ drafts: Type.Array(DraftSchema) });

export const DraftParams = Type.Object({
  region: Type.String({ maxLength: 60 }),
  draft: Type.String({ maxLength: 80 }),
});
