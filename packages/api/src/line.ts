import { type Static, Type } from "typebox";

/** One line as every screen shows it: worded in the asked language, with the ids behind the words. */
export const LineSchema = Type.Object({
  /** Names the line in an address: clause~debtor~creditor~subject~period~group, each part percent-encoded. */
  key: Type.String(),
  form: Type.Union([Type.Literal("duty"), Type.Literal("right"), Type.Literal("limit"), Type.Literal("standing")]),
  /**
   * State as the engine says it; screens word and draw it from their one list. What would exceed a number that no source
   * we hold confirms is in the state "number unverified".
   */
  state: Type.String(),
  reason: Type.Optional(Type.String()),
  /** The binding of debtor or creditor is not verified. */
  unverified: Type.Boolean(),
  /** The date rests on a number no source we hold confirms. */
  unsureDate: Type.Boolean(),
  act: Type.String(),
  instrument: Type.String(),
  instrumentName: Type.String(),
  clause: Type.String(),
  article: Type.String(),
  articleUnverified: Type.Boolean(),
  version: Type.String(),
  debtors: Type.Array(Type.String()),
  creditors: Type.Array(Type.String()),
  /** The other end in words: "56 other participating States", "China". */
  who: Type.String(),
  debtorName: Type.String(),
  standpoint: Type.Union([Type.Literal("owes"), Type.Literal("owed"), Type.Literal("neither")]),
  bothWays: Type.Boolean(),
  doubtful: Type.Array(Type.String()),
  /** Civil day of the deadline in the instrument's time zone; absent where no date can be computed. */
  day: Type.Optional(Type.String()),
  deadline: Type.Optional(Type.String()),
  deadlineIsDay: Type.Boolean(),
  arises: Type.Optional(Type.String()),
  notBefore: Type.Optional(Type.String()),
  channel: Type.Optional(Type.String()),
  channelUnverified: Type.Boolean(),
  confidence: Type.Union([Type.Literal("high"), Type.Literal("medium"), Type.Literal("low")]),
  subject: Type.Optional(Type.String()),
  period: Type.Optional(Type.String()),
  group: Type.Optional(Type.String()),
  performedAt: Type.Optional(Type.String()),
  performance: Type.Optional(Type.String()),
  value: Type.Optional(Type.String()),
  amount: Type.Optional(Type.String()),
  /** The limit rests on a number that no source we hold confirms. */
  amountUnverified: Type.Optional(Type.Boolean()),
});
export type Line = Static<typeof LineSchema>;
