import { type Static, Type } from "typebox";
import { LineSchema } from "./line.ts";
import { StandpointSchema } from "./standpoint.ts";

/** A record as a list shows it. */
export const RecordHeadSchema = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  kindName: Type.String(),
  from: Type.String(),
  fromName: Type.String(),
  to: Type.Array(Type.String()),
  toName: Type.String(),
  under: Type.Array(Type.String()),
  channel: Type.Optional(Type.String()),
  marking: Type.Optional(Type.String()),
  occurred: Type.String(),
  recorded: Type.String(),
  known: Type.String(),
  corrects: Type.Optional(Type.String()),
  withdraws: Type.Optional(Type.String()),
  erased: Type.Boolean(),
});
export type RecordHead = Static<typeof RecordHeadSchema>;

/** What came to be known since a person last looked: a record, or a line that stands otherwise than then. */
export const ChangeSchema = Type.Union([
  Type.Object({ kind: Type.Literal("record"), record: RecordHeadSchema }),
  Type.Object({
    kind: Type.Literal("line"),
    line: LineSchema,
    /** The state before; absent: the line was not there. */
    before: Type.Optional(Type.String()),
    beforeDay: Type.Optional(Type.String()),
  }),
]);
export type Change = Static<typeof ChangeSchema>;

/** GET /api/v1/regions/:region/today */
export const TodaySchema = Type.Object({
  standpoint: StandpointSchema,
  /** Duties the asked party owes and is owed, by deadline; undated ones follow. Limits, rights and standing clauses are apart. */
  owes: Type.Array(LineSchema),
  owed: Type.Array(LineSchema),
  rights: Type.Array(LineSchema),
  limits: Type.Array(LineSchema),
  standing: Type.Array(LineSchema),
  left: Type.Object({ earlier: Type.Integer(), later: Type.Integer() }),
  undetermined: Type.Array(
    Type.Object({
      clause: Type.String(),
      instrument: Type.String(),
      subject: Type.String(),
      missing: Type.Array(Type.String()),
    }),
  ),
  cameIn: Type.Array(RecordHeadSchema),
  changed: Type.Array(ChangeSchema),
  /** When this person last looked; absent the first time. */
  lastLooked: Type.Optional(Type.String()),
  meetings: Type.Array(RecordHeadSchema),
  /** Whether records are declared complete for anything in this view. */
  covered: Type.Boolean(),
  /** Instruments signed and not known to bind this party. */
  signedOnly: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
});
export type Today = Static<typeof TodaySchema>;

/** GET /api/v1/regions/:region/explanation?line=KEY */
export const ExplanationSchema = Type.Object({
  standpoint: StandpointSchema,
  line: LineSchema,
  /** The answer: sentences made of stretches; `about` is what a stretch says, `facts` the numbers (from 1) of the facts behind it. */
  sentences: Type.Array(
    Type.Array(
      Type.Object({
        text: Type.String(),
        about: Type.Optional(Type.String()),
        facts: Type.Array(Type.Integer()),
      }),
    ),
  ),
  facts: Type.Array(
    Type.Object({
      topic: Type.String(),
      label: Type.String(),
      text: Type.String(),
      remark: Type.Optional(Type.String()),
      sources: Type.Array(Type.Object({ source: Type.String(), confidence: Type.String() })),
    }),
  ),
  /** The arithmetic of the date, in the order in which it is done; a step with a day stands on the line of time. */
  steps: Type.Array(
    Type.Object({
      kind: Type.String(),
      text: Type.String(),
      day: Type.Optional(Type.String()),
      instant: Type.Optional(Type.String()),
      unsure: Type.Boolean(),
    }),
  ),
  unknown: Type.Array(Type.String()),
  /** Which record, fact, reading or declaration would change the state or the date. */
  change: Type.Array(Type.String()),
  /** Questions on which the sources behind it differ. */
  disputes: Type.Array(Type.Object({ id: Type.String(), question: Type.String() })),
  /** The same clause for other pairs that stand otherwise, in other periods, or because of other records. */
  others: Type.Array(LineSchema),
  /** The records it rests on: what gave rise to it, what discharged it. */
  records: Type.Array(RecordHeadSchema),
});
export type Explanation = Static<typeof ExplanationSchema>;
