import { type Static, Type } from "typebox";
import { madeList } from "./proof.ts";
import { ConfidenceSchema, CoverageNoteSchema, DisputeSchema, NamedSchema, sourced } from "./sourced.ts";
import { StandpointQuery, StandpointSchema } from "./standpoint.ts";

/** What stands behind a statement. "nothing that counts": machine-written text and general knowledge alone say so. */
export const SupportStateSchema = Type.Union([
  Type.Literal("supported"),
  Type.Literal("contradicted"),
  Type.Literal("nothing that counts"),
]);
export type SupportState = Static<typeof SupportStateSchema>;

export const SourceWeightSchema = Type.Union([
  Type.Literal("counts"),
  Type.Literal("machine-written"),
  Type.Literal("general knowledge"),
  Type.Literal("not in the table of sources"),
]);
export type SourceWeight = Static<typeof SourceWeightSchema>;

/** Filters of the list of statements; all must hold. */
export const ClaimFilters = {
  q: Type.Optional(Type.String({ maxLength: 200 })),
  /** Id of a source. */
  source: Type.Optional(Type.String({ maxLength: 40 })),
  subject: Type.Optional(Type.String({ maxLength: 200 })),
  /** Id of a threat. */
  threat: Type.Optional(Type.String({ maxLength: 40 })),
  state: Type.Optional(SupportStateSchema),
};
export const EvidenceQuery = Type.Object({ ...StandpointQuery.properties, ...ClaimFilters });
export type EvidenceQuery = Static<typeof EvidenceQuery>;

const statement = {
  id: Type.String(),
  claim: Type.String(),
  /** Where in the source. */
  location: Type.Optional(Type.String()),
  /** What the statement is about: a year or stretch, as written. */
  period: Type.Optional(Type.String()),
  ...sourced,
};

/** One statement of a source, with what else says the same and what says otherwise. */
export const ClaimEvidenceSchema = Type.Object({
  ...statement,
  subject: Type.Optional(Type.String()),
  assessment: Type.Optional(Type.String()),
  /** What a look at other sources gave. */
  check: Type.Optional(Type.String()),
  state: SupportStateSchema,
  /** Independent sources that count. */
  independent: Type.Integer(),
  sources: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      kind: Type.Optional(Type.String()),
      address: Type.Optional(Type.String()),
      weight: SourceWeightSchema,
    }),
  ),
  same: Type.Array(Type.Object(statement)),
  against: Type.Array(Type.Object({ ...statement, independent: Type.Integer() })),
  threats: Type.Array(NamedSchema),
});
export type ClaimEvidence = Static<typeof ClaimEvidenceSchema>;

/** "agree as printed": equal where the one with more decimals is rounded to those of the other. */
export const FigureStateSchema = Type.Union([
  Type.Literal("one"),
  Type.Literal("agree"),
  Type.Literal("agree as printed"),
  Type.Literal("differ"),
  Type.Literal("no value"),
]);
export type FigureState = Static<typeof FigureStateSchema>;

/** All figures of one indicator, party and period beside each other. */
export const FigureEvidenceSchema = Type.Object({
  indicator: Type.String(),
  party: NamedSchema,
  period: Type.String(),
  state: FigureStateSchema,
  figures: Type.Array(
    Type.Object({
      id: Type.String(),
      /** As written; absent: unknown. */
      value: Type.Optional(Type.String()),
      unit: Type.Optional(Type.String()),
      ...sourced,
    }),
  ),
});
export type FigureEvidence = Static<typeof FigureEvidenceSchema>;

/** What became of a recommendation: a row of the region's table, or what the asking body recorded itself. */
export const DecisionViewSchema = Type.Object({
  of: Type.Union([Type.Literal("region"), Type.Literal("own body")]),
  /** The institution that recorded it. */
  by: Type.Optional(Type.String()),
  state: Type.Union([Type.Literal("done"), Type.Literal("rejected"), Type.Literal("open")]),
  date: Type.String(),
  /** Instant at which it was recorded. */
  recorded: Type.Optional(Type.String()),
  location: Type.Optional(Type.String()),
  source: Type.String(),
  confidence: Type.Optional(ConfidenceSchema),
  unverified: Type.Boolean(),
  note: Type.Optional(Type.String()),
  /** Whether the state rests on it. */
  counts: Type.Boolean(),
});
export type DecisionView = Static<typeof DecisionViewSchema>;

/** POST /api/v1/regions/:region/evidence/decisions: a body says what became of a recommendation. Nothing is ever changed. */
export const DecisionSchema = Type.Object(
  {
    claim: Type.String({ minLength: 1, maxLength: 60 }),
    state: Type.Union([Type.Literal("done"), Type.Literal("rejected"), Type.Literal("open")]),
    date: Type.String({ minLength: 4, maxLength: 10 }),
    source: Type.String({ minLength: 1, maxLength: 500 }),
    note: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  { additionalProperties: false },
);
export type DecisionRequest = Static<typeof DecisionSchema>;

export const RecommendationSchema = Type.Object({
  ...statement,
  /** To whom or of what it speaks. */
  subject: Type.Optional(Type.String()),
  check: Type.Optional(Type.String()),
  /** "nothing known": no decision is recorded here; it may have been carried out all the same. */
  state: Type.Union([
    Type.Literal("open"),
    Type.Literal("done"),
    Type.Literal("rejected"),
    Type.Literal("sources disagree"),
    Type.Literal("nothing known"),
  ]),
  /** Newest first. */
  decisions: Type.Array(DecisionViewSchema),
});
export type Recommendation = Static<typeof RecommendationSchema>;

export const MoneyBehindStateSchema = Type.Union([
  Type.Literal("budget known"),
  Type.Literal("budget not known"),
  Type.Literal("dates not known"),
  Type.Literal("none in our table"),
  Type.Literal("none"),
  Type.Literal("no threat named"),
]);
export type MoneyBehindState = Static<typeof MoneyBehindStateSchema>;

/** An undertaking or a duty, and the money that the table of programmes has for its threats. */
export const TaskEvidenceSchema = Type.Object({
  of: Type.Union([Type.Literal("undertaking"), Type.Literal("duty")]),
  id: Type.String(),
  text: Type.String(),
  /** The clause that says it, and its agreement. */
  clause: Type.Optional(Type.String()),
  agreement: Type.Optional(NamedSchema),
  due: Type.Optional(Type.String()),
  by: Type.Array(NamedSchema),
  threats: Type.Array(NamedSchema),
  /** Whether these threats name the clause itself or only its agreement. */
  through: Type.Optional(Type.Union([Type.Literal("clause"), Type.Literal("agreement")])),
  withBudget: Type.Array(NamedSchema),
  budgetUnknown: Type.Array(NamedSchema),
  perhaps: Type.Array(NamedSchema),
  state: MoneyBehindStateSchema,
  source: Type.String(),
  confidence: ConfidenceSchema,
  unverified: Type.Boolean(),
});
export type TaskEvidence = Static<typeof TaskEvidenceSchema>;

/** A programme that is over on the day asked or within a year, and who goes on with its work. */
export const EndingEvidenceSchema = Type.Object({
  programme: NamedSchema,
  end: Type.String(),
  /** false: its coarse end allows later days. */
  certain: Type.Boolean(),
  state: Type.Union([Type.Literal("followed"), Type.Literal("named without dates"), Type.Literal("none in our table")]),
  successors: Type.Array(
    Type.Object({
      ...NamedSchema.properties,
      why: Type.Union([Type.Literal("later phase"), Type.Literal("declared"), Type.Literal("theme and country")]),
      begins: Type.Optional(Type.String()),
    }),
  ),
  donors: Type.Array(NamedSchema),
  countries: Type.Array(NamedSchema),
  /** Exact decimal; absent: unknown. */
  amount: Type.Optional(Type.String()),
  currency: Type.Optional(Type.String()),
  ...sourced,
});
export type EndingEvidence = Static<typeof EndingEvidenceSchema>;

/** Figures that a source prints and that were judged by each other, with what cannot all be right. */
export const PrintedEvidenceSchema = Type.Object({
  id: Type.String(),
  kind: Type.Union([
    Type.Literal("growth"),
    Type.Literal("parts"),
    Type.Literal("some parts"),
    Type.Literal("list"),
    Type.Literal("series"),
  ]),
  figures: Type.Array(Type.Object({ name: Type.String(), value: Type.String() })),
  unit: Type.Optional(Type.String()),
  location: Type.Optional(Type.String()),
  claim: Type.Optional(Type.String()),
  findings: Type.Array(
    Type.Object({
      kind: Type.Union([
        Type.Literal("part above whole"),
        Type.Literal("parts do not add up"),
        Type.Literal("total among parts"),
        Type.Literal("growth does not follow"),
        Type.Literal("out of line"),
      ]),
      /** The figure that is said of, as printed. */
      printed: Type.String(),
      /** What follows from the other figures, where something does. */
      follows: Type.Optional(Type.String()),
    }),
  ),
  ...sourced,
});
export type PrintedEvidence = Static<typeof PrintedEvidenceSchema>;

/** GET /api/v1/regions/:region/evidence */
export const EvidenceSchema = Type.Object({
  standpoint: StandpointSchema,
  claims: Type.Object({
    ...madeList(ClaimEvidenceSchema).properties,
    /** Statements of the table; `items` are those that pass the filters. */
    total: Type.Integer(),
    states: Type.Array(Type.Object({ value: SupportStateSchema, count: Type.Integer() })),
    choices: Type.Object({
      sources: Type.Array(Type.Object({ ...NamedSchema.properties, count: Type.Integer() })),
      subjects: Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() })),
      threats: Type.Array(Type.Object({ ...NamedSchema.properties, count: Type.Integer() })),
    }),
  }),
  indicators: madeList(FigureEvidenceSchema),
  printed: madeList(PrintedEvidenceSchema),
  recommendations: Type.Object({
    ...madeList(RecommendationSchema).properties,
    /** Whether the asking body may record a decision. */
    mayDecide: Type.Boolean(),
  }),
  tasks: madeList(TaskEvidenceSchema),
  endings: Type.Object({
    ...madeList(EndingEvidenceSchema).properties,
    /** The last day looked at. */
    by: Type.String(),
    /** Budgets of what nobody is known to go on with, by currency; rows that disagree give the least and the greatest. */
    withoutOwner: Type.Array(Type.Object({ currency: Type.String(), least: Type.String(), greatest: Type.String() })),
  }),
  disputes: Type.Array(DisputeSchema),
  coverage: Type.Array(CoverageNoteSchema),
});
export type Evidence = Static<typeof EvidenceSchema>;
