import { type Static, type TSchema, Type } from "typebox";
import { LanguageQuery } from "./language.ts";

const List = Type.Optional(Type.String({ maxLength: 2000 }));
const Word = Type.Optional(Type.String({ maxLength: 120 }));

/** Columns by which money can be asked. */
export const MONEY_KEYS = ["year", "recipient", "donor", "purpose", "agency", "channel", "flow", "activity"] as const;
export type MoneyKey = (typeof MONEY_KEYS)[number];

/**
 * What of the flows is asked. Lists stand between commas without a space behind ("Central Asia, regional" is one name); an empty
 * text asks for rows that do not say it ("donor="). `holdings` names the files asked (the frozen link); without it the newest
 * vintage of each year is asked, and the answer names what that was.
 */
export const MoneyQuery = Type.Object({
  ...LanguageQuery.properties,
  holdings: List,
  dataset: Word,
  /** Of `MONEY_KEYS`. */
  by: Type.Optional(Type.String({ maxLength: 200 })),
  measure: Word,
  currency: Word,
  /** "current": prices of the year itself; a year: constant prices of it; "0": constant prices of a year that is not known. */
  price: Type.Optional(Type.String({ pattern: "^(current|0|\\d{4})$" })),
  recipient: List,
  donor: List,
  /** Beginnings of codes. */
  purpose: List,
  agency: List,
  channel: List,
  flow: List,
  activity: List,
  from: Type.Optional(Type.Integer({ minimum: 1800, maximum: 2200 })),
  to: Type.Optional(Type.Integer({ minimum: 1800, maximum: 2200 })),
});
export type MoneyQuery = Static<typeof MoneyQuery>;

/** Purpose sets: conflict, peace and security (DAC sector 152); border management by titles. */
export const PurposeSetName = Type.Union([Type.Literal("152"), Type.Literal("border-management")]);

export const ShareQuery = Type.Object({ ...MoneyQuery.properties, set: Type.Optional(PurposeSetName) });
export type ShareQuery = Static<typeof ShareQuery>;

/** Two holdings of one table side by side. */
export const VintagesQuery = Type.Object({
  ...MoneyQuery.properties,
  earlier: Type.String({ maxLength: 120 }),
  later: Type.String({ maxLength: 120 }),
  /** The greatest difference that still counts as the same. */
  tolerance: Type.Optional(Type.String({ pattern: "^\\d{1,15}(\\.\\d{1,6})?$" })),
});
export type VintagesQuery = Static<typeof VintagesQuery>;

/** What a figure was made of: a holding, or a table of the region. */
const InputSchema = Type.Object({
  of: Type.String(),
  name: Type.String(),
  vintage: Type.String(),
  rows: Type.Integer(),
  citation: Type.Optional(Type.String()),
  licence: Type.Optional(Type.String()),
  caveats: Type.Array(Type.String()),
});

/** What was left out of a figure, why, and how much. */
const ExclusionSchema = Type.Object({
  reason: Type.String(),
  words: Type.String(),
  rows: Type.Integer(),
  amount: Type.Optional(Type.Object({ sum: Type.String(), currency: Type.String() })),
});

/** A figure with its method (`words`: the formula in the reader's language), what it was made of, and what was left out. */
const resultOf = <V extends TSchema>(value: V) =>
  Type.Object({
    value,
    method: Type.Object({ id: Type.String(), formula: Type.String(), words: Type.String() }),
    inputs: Type.Array(InputSchema),
    exclusions: Type.Array(ExclusionSchema),
  });
export type Figure<Value> = Omit<Static<ReturnType<typeof resultOf>>, "value"> & { readonly value: Value };

/** Values of the columns asked by; null: the file gives none. */
const Keys = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()]));

const BasisSchema = Type.Object({
  measure: Type.String(),
  currency: Type.String(),
  /** null: prices of the year itself; 0: constant prices of a year that is not known. */
  priceYear: Type.Union([Type.Integer(), Type.Null()]),
});
export type MoneyBasisView = Static<typeof BasisSchema>;

const point = { keys: Keys, basis: BasisSchema };

/** A sum is an exact decimal as text; absent: no row of the group gives an amount. */
export const SeriesPointSchema = Type.Object({ ...point, sum: Type.Optional(Type.String()), rows: Type.Integer() });
export type MoneyPoint = Static<typeof SeriesPointSchema>;

export const SharePointSchema = Type.Object({
  ...point,
  part: Type.String(),
  whole: Type.String(),
  /** Part of the whole between 0 and 1, six places; absent: something is undecided, or the whole is zero. */
  share: Type.Optional(Type.String()),
  /** Of which nobody can say whether it belongs to the set. */
  undecided: Type.Object({ sum: Type.String(), rows: Type.Integer() }),
  /** The share if nothing, or all, that is undecided belonged to the set. */
  between: Type.Optional(Type.Array(Type.String(), { minItems: 2, maxItems: 2 })),
  rows: Type.Integer(),
});
export type SharePoint = Static<typeof SharePointSchema>;

export const ConcentrationPointSchema = Type.Object({
  ...point,
  donors: Type.Array(Type.Object({ donor: Type.String(), sum: Type.String(), share: Type.String() })),
  whole: Type.String(),
  index: Type.String(),
  effective: Type.String(),
});
export type ConcentrationPoint = Static<typeof ConcentrationPointSchema>;

export const GrowthPointSchema = Type.Object({
  ...point,
  year: Type.Integer(),
  sum: Type.Optional(Type.String()),
  /** 0.25: a quarter more than the year before; absent where `why` says. */
  change: Type.Optional(Type.String()),
  why: Type.Optional(
    Type.Union([
      Type.Literal("first year"),
      Type.Literal("year before not there"),
      Type.Literal("no amount"),
      Type.Literal("year before not above zero"),
    ]),
  ),
});
export type GrowthPoint = Static<typeof GrowthPointSchema>;

/** Which files an answer rests on, and the address part that asks them again ("holdings=id,id"). */
const asked = {
  holdings: Type.Array(
    Type.Object({
      id: Type.String(),
      dataset: Type.String(),
      name: Type.String(),
      vintage: Type.String(),
      file: Type.String(),
      /** Absent: all of its years. */
      years: Type.Optional(Type.Array(Type.Integer())),
    }),
  ),
  frozen: Type.String(),
  /** Whether the question named its holdings. */
  named: Type.Boolean(),
  passedOver: Type.Array(
    Type.Object({
      id: Type.String(),
      for: Type.String(),
      because: Type.String(),
      years: Type.Optional(Type.Array(Type.Integer())),
    }),
  ),
  /** Names of the values of columns: names.recipient.KAZ. What is not there is shown as it is. */
  names: Type.Record(Type.String(), Type.Record(Type.String(), Type.String())),
};

/** One answer for each data set: data sets tell of the same money, so they stand side by side and are never added up. */
const answersOf = <P extends TSchema>(value: P) =>
  Type.Object({
    ...asked,
    answers: Type.Array(
      Type.Object({ dataset: Type.String(), name: Type.String(), result: resultOf(Type.Array(value)) }),
    ),
  });

/** GET /api/v1/regions/:region/money/series */
export const SeriesSchema = answersOf(SeriesPointSchema);
export type MoneySeries = Static<typeof SeriesSchema>;

/** GET /api/v1/regions/:region/money/share */
export const ShareSchema = Type.Object({
  ...answersOf(SharePointSchema).properties,
  set: Type.Object({
    id: Type.String(),
    name: Type.String(),
    rules: Type.Array(Type.Object({ codes: Type.Array(Type.String()), words: Type.Array(Type.String()) })),
  }),
});
export type MoneyShare = Static<typeof ShareSchema>;

/** GET /api/v1/regions/:region/money/concentration */
export const ConcentrationSchema = answersOf(ConcentrationPointSchema);
export type MoneyConcentration = Static<typeof ConcentrationSchema>;

/** GET /api/v1/regions/:region/money/growth */
export const GrowthSchema = answersOf(GrowthPointSchema);
export type MoneyGrowth = Static<typeof GrowthSchema>;

/** GET /api/v1/regions/:region/money/vintages */
export const VintagesSchema = Type.Object({
  names: asked.names,
  result: resultOf(
    Type.Object({
      pairs: Type.Array(
        Type.Object({
          keys: Keys,
          earlier: Type.Optional(Type.String()),
          later: Type.Optional(Type.String()),
          difference: Type.Optional(Type.String()),
          change: Type.Optional(Type.String()),
          state: Type.Union([
            Type.Literal("same"),
            Type.Literal("moved"),
            Type.Literal("only in the earlier"),
            Type.Literal("only in the later"),
            Type.Literal("value came"),
            Type.Literal("value went"),
            Type.Literal("none"),
          ]),
        }),
      ),
      movedYears: Type.Array(Type.Integer()),
    }),
  ),
});
export type MoneyVintages = Static<typeof VintagesSchema>;

/** GET /api/v1/regions/:region/money/choices: what can be asked for, in the files asked. */
export const ChoicesSchema = Type.Object({
  ...asked,
  choices: Type.Array(
    Type.Object({
      dataset: Type.String(),
      name: Type.String(),
      bases: Type.Array(Type.Object({ ...BasisSchema.properties, rows: Type.Integer() })),
      years: Type.Array(Type.Integer()),
      /** Columns of `MONEY_KEYS` that hold something. */
      keys: Type.Array(Type.String()),
      recipients: Type.Array(Type.String()),
      donors: Type.Array(Type.String()),
    }),
  ),
});
export type MoneyChoices = Static<typeof ChoicesSchema>;

/** GET /api/v1/regions/:region/money/rows: the rows behind a figure. The filters of the figure, and its keys as filters. */
export const MoneyRowsQuery = Type.Object({
  ...MoneyQuery.properties,
  /** Rows before it. */
  start: Type.Optional(Type.Integer({ minimum: 0 })),
  rows: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
});
export type MoneyRowsQuery = Static<typeof MoneyRowsQuery>;

export const MoneyRowsSchema = Type.Object({
  ...asked,
  rows: Type.Array(
    Type.Object({
      holding: Type.String(),
      file: Type.String(),
      /** `row.row` is the place in the file; what is absent is not given. */
      row: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
    }),
  ),
  of: Type.Integer(),
});
export type MoneyRows = Static<typeof MoneyRowsSchema>;

/** GET /api/v1/regions/:region/money/files/flows.csv (.xlsx, .parquet). `what=rows`: the rows instead of sums by `by`. */
export const MoneyFileParams = Type.Object({
  region: Type.String({ maxLength: 60 }),
  file: Type.String({ pattern: "^flows\\.(csv|xlsx|parquet)$" }),
});
export const MoneyFileQuery = Type.Object({
  ...MoneyQuery.properties,
  what: Type.Optional(Type.Union([Type.Literal("sums"), Type.Literal("rows")])),
});
export type MoneyFileQuery = Static<typeof MoneyFileQuery>;

const PhaseSchema = Type.Object({
  numbers: Type.Array(Type.Integer()),
  extension: Type.Boolean(),
  programmes: Type.Array(Type.String()),
});

export const ProgrammesQuery = Type.Object({
  ...LanguageQuery.properties,
  /** What ends from this day to that; absent: from today on, within two years. */
  from: Type.Optional(Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" })),
  by: Type.Optional(Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" })),
  /** How far apart end and beginning may lie. */
  within: Type.Optional(Type.Integer({ minimum: 0, maximum: 3650 })),
  recipient: List,
  donor: List,
});
export type ProgrammesQuery = Static<typeof ProgrammesQuery>;

/** GET /api/v1/regions/:region/money/programmes: what the region's own table of programmes says. */
export const ProgrammesSchema = Type.Object({
  from: Type.String(),
  by: Type.String(),
  within: Type.Integer(),
  programmes: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      donors: Type.Array(Type.String()),
      implementers: Type.Optional(Type.String()),
      start: Type.Optional(Type.String()),
      end: Type.Optional(Type.String()),
      /** Absent: not known. */
      budget: Type.Optional(Type.Object({ amount: Type.String(), currency: Type.String() })),
      countries: Type.Array(Type.String()),
      /** Who says so, and what backs dates and budget where that is another source. */
      source: Type.String(),
      confidence: Type.String(),
      budgetSource: Type.Optional(Type.String()),
      datesSource: Type.Optional(Type.String()),
      dispute: Type.Optional(Type.String()),
    }),
  ),
  names: asked.names,
  chains: resultOf(
    Type.Array(
      Type.Object({
        family: Type.String(),
        phases: Type.Array(PhaseSchema),
        totals: Type.Array(PhaseSchema),
        /** Days without either, least and most that the dates allow; negative: they overlap; absent: a date is not known. */
        gaps: Type.Array(
          Type.Object({ after: PhaseSchema, before: PhaseSchema, days: Type.Optional(Type.Array(Type.Integer())) }),
        ),
      }),
    ),
  ),
  ends: resultOf(
    Type.Object({
      endings: Type.Array(
        Type.Object({
          programme: Type.String(),
          end: Type.String(),
          certain: Type.Boolean(),
          successors: Type.Array(
            Type.Object({
              programme: Type.String(),
              why: Type.Union([
                Type.Literal("later phase"),
                Type.Literal("declared"),
                Type.Literal("theme and country"),
              ]),
              begins: Type.Optional(Type.String()),
            }),
          ),
          state: Type.Union([
            Type.Literal("followed"),
            Type.Literal("named without dates"),
            Type.Literal("none in our table"),
          ]),
          implementers: Type.Optional(Type.String()),
        }),
      ),
      withoutOwner: Type.Array(
        Type.Object({ currency: Type.String(), sum: Type.String(), programmes: Type.Array(Type.String()) }),
      ),
    }),
  ),
  totals: resultOf(
    Type.Array(
      Type.Object({
        currency: Type.String(),
        least: Type.String(),
        greatest: Type.String(),
        counted: Type.Integer(),
        alternatives: Type.Array(
          Type.Object({
            rows: Type.Array(Type.Object({ programme: Type.String(), amount: Type.String(), source: Type.String() })),
            difference: Type.String(),
          }),
        ),
      }),
    ),
  ),
});
export type Programmes = Static<typeof ProgrammesSchema>;
