import { type Static, Type } from "typebox";
import { AgreementClauseSchema } from "./agreement-text.ts";
import { CountryProgrammeSchema } from "./country.ts";
import { ProofSchema } from "./proof.ts";
import { ConfidenceSchema, CoverageNoteSchema, NamedSchema, sourced } from "./sourced.ts";
import { InstrumentKind } from "./standing.ts";
import { StandpointQuery, StandpointSchema } from "./standpoint.ts";

/** "none": a complete table has nothing; "none in our table": a partial one has nothing, which says little. */
export const CoverageStateSchema = Type.Union([
  Type.Literal("some"),
  Type.Literal("none"),
  Type.Literal("none in our table"),
  Type.Literal("unknown"),
]);
export type CoverageState = Static<typeof CoverageStateSchema>;

/** What is looked for against a threat. */
export const CoverageAspectSchema = Type.Union([
  Type.Literal("duties"),
  Type.Literal("programmes"),
  Type.Literal("money"),
]);
export type CoverageAspect = Static<typeof CoverageAspectSchema>;

export const CoverageQuery = Type.Object({
  ...StandpointQuery.properties,
  /** Category of threats, as the table has it. */
  category: Type.Optional(Type.String({ maxLength: 120 })),
  /** Id of one of the states the region is about. */
  country: Type.Optional(Type.String({ maxLength: 40 })),
});
export type CoverageQuery = Static<typeof CoverageQuery>;

const Ids = Type.Array(Type.String());
const Sum = Type.Object({ currency: Type.String(), sum: Type.String() });

/** One threat in one country. Ids name what stands in `clauses` and `programmes` of the answer. */
export const CoverageCellSchema = Type.Object({
  threat: Type.String(),
  country: Type.String(),
  /** `perhaps`: whether they bind is not verified. */
  duties: Type.Object({ state: CoverageStateSchema, clauses: Ids, perhaps: Ids }),
  /** `perhaps`: their dates do not say whether they are under way on the day. */
  programmes: Type.Object({ state: CoverageStateSchema, underWay: Ids, perhaps: Ids }),
  /** `own`: budgets for this country alone. `shared`: budgets for several countries, whose parts nobody knows. */
  money: Type.Object({ state: CoverageStateSchema, own: Type.Array(Sum), shared: Ids, budgetUnknown: Ids }),
});
export type CoverageCellView = Static<typeof CoverageCellSchema>;

export const CoverageThreatSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  definition: Type.Optional(Type.String()),
  category: Type.String(),
  categoryName: Type.String(),
  ...sourced,
});
export type CoverageThreat = Static<typeof CoverageThreatSchema>;

export const CoverageClauseSchema = Type.Object({
  id: Type.String(),
  title: Type.String(),
  article: Type.String(),
  articleUnverified: Type.Boolean(),
  instrument: NamedSchema,
  /** What the clause is, and what its agreement is. */
  form: AgreementClauseSchema.properties.form,
  kind: InstrumentKind,
  source: Type.String(),
  confidence: ConfidenceSchema,
});
export type CoverageClause = Static<typeof CoverageClauseSchema>;

/** Where one aspect of a threat has nothing found, and why, in words. A gap is one of our tables or of a text, never a fault of a state. */
export const CoverageGapSchema = Type.Object({
  threat: Type.String(),
  aspect: CoverageAspectSchema,
  countries: Ids,
  reason: Type.String(),
});
export type CoverageGap = Static<typeof CoverageGapSchema>;

/** Programmes on one threat in one country whose donors have nobody in common. */
export const DoubleWorkSchema = Type.Object({
  threat: Type.String(),
  country: Type.String(),
  programmes: Ids,
  donors: Type.Array(NamedSchema),
  /** At least two of them are under way on the day for certain. */
  certain: Type.Boolean(),
});
export type DoubleWorkView = Static<typeof DoubleWorkSchema>;

/** A threat in a country of which all programmes under way have one donor, or one implementer. */
export const DependenceSchema = Type.Object({
  threat: Type.String(),
  country: Type.String(),
  on: Type.Union([Type.Literal("donor"), Type.Literal("implementer")]),
  name: Type.String(),
  programmes: Ids,
  /** Their dates or names are not known: they may show that it is not so. */
  unknown: Ids,
});
export type DependenceView = Static<typeof DependenceSchema>;

/** How the figures of each part were worked out. */
const CoverageProofsSchema = Type.Object({
  matrix: ProofSchema,
  double: ProofSchema,
  dependence: ProofSchema,
  money: ProofSchema,
});

/** GET /api/v1/regions/:region/coverage */
export const CoverageSchema = Type.Object({
  standpoint: StandpointSchema,
  /** What can be chosen, whatever is chosen now. */
  choices: Type.Object({ categories: Type.Array(NamedSchema), countries: Type.Array(NamedSchema) }),
  countries: Type.Array(NamedSchema),
  threats: Type.Array(CoverageThreatSchema),
  cells: Type.Array(CoverageCellSchema),
  clauses: Type.Array(CoverageClauseSchema),
  programmes: Type.Array(CountryProgrammeSchema),
  /** Budgets of all programmes under way in the cells, each once. Sources that differ leave a least and a greatest. */
  money: Type.Array(
    Type.Object({
      currency: Type.String(),
      least: Type.String(),
      greatest: Type.String(),
      counted: Type.Integer(),
    }),
  ),
  gaps: Type.Array(CoverageGapSchema),
  double: Type.Array(DoubleWorkSchema),
  dependence: Type.Array(DependenceSchema),
  proofs: CoverageProofsSchema,
  coverage: Type.Array(CoverageNoteSchema),
});
export type Coverage = Static<typeof CoverageSchema>;
