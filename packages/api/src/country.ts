import { type Static, Type } from "typebox";
import { StandingSchema } from "./between.ts";
import { LineSchema } from "./line.ts";
import { SpellSchema, YearsSchema } from "./memberships.ts";
import { ConfidenceSchema, CoverageNoteSchema, DisputeSchema, NamedSchema, sourced } from "./sourced.ts";
import { StandpointSchema } from "./standpoint.ts";
import { UndertakingSchema } from "./undertaking.ts";

export const CountryAgreementSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  form: Type.Optional(Type.String()),
  standing: StandingSchema,
});
export type CountryAgreement = Static<typeof CountryAgreementSchema>;

/** Money and projects in a country; the amount is that of the whole programme, as its source gives it. */
export const CountryProgrammeSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  donors: Type.Array(NamedSchema),
  implementers: Type.Optional(Type.String()),
  start: Type.Optional(Type.String()),
  end: Type.Optional(Type.String()),
  amount: Type.Optional(Type.String()),
  currency: Type.Optional(Type.String()),
  amountSource: Type.Optional(Type.String()),
  amountConfidence: Type.Optional(ConfidenceSchema),
  countries: Type.Array(NamedSchema),
  themes: Type.Optional(Type.String()),
  ...sourced,
});
export type CountryProgramme = Static<typeof CountryProgrammeSchema>;

/** A threat of the region's table, with what of it reaches this country: its agreements, programmes and duties. */
export const CountryThreatSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  category: Type.String(),
  definition: Type.Optional(Type.String()),
  agreements: Type.Array(NamedSchema),
  programmes: Type.Array(NamedSchema),
  duties: Type.Array(Type.String()),
  ...sourced,
});
export type CountryThreat = Static<typeof CountryThreatSchema>;

export const CountryIndicatorSchema = Type.Object({
  id: Type.String(),
  indicator: Type.String(),
  period: Type.String(),
  value: Type.Optional(Type.String()),
  unit: Type.Optional(Type.String()),
  ...sourced,
});
export type CountryIndicator = Static<typeof CountryIndicatorSchema>;

export const CountryClaimSchema = Type.Object({
  id: Type.String(),
  claim: Type.String(),
  location: Type.Optional(Type.String()),
  period: Type.Optional(Type.String()),
  assessment: Type.Optional(Type.String()),
  contradicts: Type.Array(Type.String()),
  check: Type.Optional(Type.String()),
  ...sourced,
});
export type CountryClaim = Static<typeof CountryClaimSchema>;

/** GET /api/v1/regions/:region/countries/:id */
export const CountrySchema = Type.Object({
  standpoint: StandpointSchema,
  party: Type.Object({
    id: Type.String(),
    name: Type.String(),
    kind: Type.String(),
    iso: Type.Optional(Type.String()),
  }),
  years: YearsSchema,
  memberships: Type.Array(Type.Object({ organisation: NamedSchema, spells: Type.Array(SpellSchema) })),
  owes: Type.Array(LineSchema),
  owed: Type.Array(LineSchema),
  agreements: Type.Array(CountryAgreementSchema),
  programmes: Type.Array(CountryProgrammeSchema),
  threats: Type.Array(CountryThreatSchema),
  indicators: Type.Array(CountryIndicatorSchema),
  claims: Type.Array(CountryClaimSchema),
  undertakings: Type.Array(UndertakingSchema),
  disputes: Type.Array(DisputeSchema),
  /** Whether records are declared complete for anything in this view: without it silence says nothing. */
  covered: Type.Boolean(),
  coverage: Type.Array(CoverageNoteSchema),
});
export type Country = Static<typeof CountrySchema>;
