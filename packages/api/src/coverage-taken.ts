import { type Static, Type } from "typebox";
import { LanguageQuery } from "./language.ts";
import { ProofSchema } from "./proof.ts";
import { NamedSchema, sourced } from "./sourced.ts";

/** GET /api/v1/regions/:region/coverage/taken: money taken in whose purpose speaks to a threat. */
export const CoverageTakenQuery = Type.Object({
  ...LanguageQuery.properties,
  dataset: Type.Optional(Type.String({ maxLength: 200 })),
  holdings: Type.Optional(Type.String({ maxLength: 4000 })),
  /** Absent: the newest whose purposes have five digits, else the newest. */
  year: Type.Optional(Type.Integer({ minimum: 1000, maximum: 2200 })),
  /** Absent: disbursements where there are any. */
  measure: Type.Optional(Type.String({ maxLength: 60 })),
});
export type CoverageTakenQuery = Static<typeof CoverageTakenQuery>;

const Basis = Type.Object({
  measure: Type.String(),
  currency: Type.String(),
  /** Absent: prices of the year itself; 0: constant prices of a year that is not known. */
  priceYear: Type.Optional(Type.Integer()),
});

/** A row of `purposes.csv`: a reading that can be argued with. */
const PurposeRuleSchema = Type.Object({
  threat: Type.String(),
  codes: Type.Array(Type.String()),
  words: Type.Array(Type.String()),
  ...sourced,
});
export type PurposeRuleView = Static<typeof PurposeRuleSchema>;

const Money = {
  /** Exact decimal; absent: no row of the purposes has an amount. */
  sum: Type.Optional(Type.String()),
  rows: Type.Integer(),
};

export const CoverageTakenSchema = Type.Object({
  sets: Type.Array(NamedSchema),
  dataset: Type.Optional(Type.String()),
  year: Type.Optional(Type.Integer()),
  years: Type.Array(Type.Integer()),
  basis: Type.Optional(Basis),
  measures: Type.Array(Type.String()),
  /** Threats and countries of which the file has rows that belong, or may belong. */
  cells: Type.Array(
    Type.Object({
      threat: Type.String(),
      country: Type.String(),
      ...Money,
      undecided: Type.Object(Money),
      /** Who gives it, where the file says so; one alone: it rests on one donor in this file. */
      donors: Type.Array(NamedSchema),
    }),
  ),
  rules: Type.Array(PurposeRuleSchema),
  frozen: Type.String(),
  made: Type.Optional(ProofSchema),
});
export type CoverageTaken = Static<typeof CoverageTakenSchema>;
