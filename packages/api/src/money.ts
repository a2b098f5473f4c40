import { type Static, type TSchema, Type } from "typebox";
import { LanguageQuery } from "./language.ts";
import { figureOf } from "./proof.ts";

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
  /** Whole codes of purposes: "152" without 15210. */
  code: List,
  /** Columns of `MONEY_KEYS` that the rows asked do not give. */
  absent: List,
  agency: List,
  channel: List,
  flow: List,
  activity: List,
  from: Type.Optional(Type.Integer({ minimum: 1800, maximum: 2200 })),
  to: Type.Optional(Type.Integer({ minimum: 1800, maximum: 2200 })),
});
export type MoneyQuery = Static<typeof MoneyQuery>;

/** Purpose sets: conflict, peace and security (DAC sector 152); border management by titles; one that the reader defines. */
export const PurposeSetName = Type.Union([Type.Literal("152"), Type.Literal("border-management"), Type.Literal("own")]);

/**
 * Which purposes are taken together. Of the reader's own set `rules` holds the ways into it between semicolons, each with beginnings
 * of codes and, behind a colon, beginnings of words of the title: "15210;15110,99810:border,customs". `called` is its name.
 */
const purposeSet = {
  set: Type.Optional(PurposeSetName),
  rules: Type.Optional(Type.String({ maxLength: 1000 })),
  called: Type.Optional(Type.String({ maxLength: 120 })),
};

export const ShareQuery = Type.Object({ ...MoneyQuery.properties, ...purposeSet });
export type ShareQuery = Static<typeof ShareQuery>;

/** Donors that each give less than `limit` of a group. */
export const FragmentationQuery = Type.Object({
  ...MoneyQuery.properties,
  limit: Type.Optional(Type.String({ pattern: "^0\\.\\d{1,6}$" })),
});
export type FragmentationQuery = Static<typeof FragmentationQuery>;

/** Two holdings of one table side by side. */
export const VintagesQuery = Type.Object({
  ...MoneyQuery.properties,
  earlier: Type.String({ maxLength: 120 }),
  later: Type.String({ maxLength: 120 }),
  /** The greatest difference that still counts as the same. */
  tolerance: Type.Optional(Type.String({ pattern: "^\\d{1,15}(\\.\\d{1,6})?$" })),
});
export type VintagesQuery = Static<typeof VintagesQuery>;

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

const DonorShareSchema = Type.Object({ donor: Type.String(), sum: Type.String(), share: Type.String() });

export const ConcentrationPointSchema = Type.Object({
  ...point,
  donors: Type.Array(DonorShareSchema),
  whole: Type.String(),
  index: Type.String(),
  effective: Type.String(),
});
export type ConcentrationPoint = Static<typeof ConcentrationPointSchema>;

export const FragmentationPointSchema = Type.Object({
  ...point,
  limit: Type.String(),
  /** All donors of the group. */
  donors: Type.Integer(),
  below: Type.Array(DonorShareSchema),
  shareBelow: Type.String(),
});
export type FragmentationPoint = Static<typeof FragmentationPointSchema>;

const PriceYearSchema = Type.Union([Type.Integer(), Type.Null()]);

export const DeliveryPointSchema = Type.Object({
  keys: Keys,
  currency: Type.String(),
  priceYear: PriceYearSchema,
  /** Absent: no row says it. */
  commitment: Type.Optional(Type.String()),
  disbursement: Type.Optional(Type.String()),
  ratio: Type.Optional(Type.String()),
  /** From the first year on, while both are known in each year. */
  cumulative: Type.Optional(
    Type.Object({ commitment: Type.String(), disbursement: Type.String(), ratio: Type.Optional(Type.String()) }),
  ),
});
export type DeliveryPoint = Static<typeof DeliveryPointSchema>;

export const PricePointSchema = Type.Object({
  keys: Keys,
  measure: Type.String(),
  currency: Type.String(),
  current: Type.Optional(Type.String()),
  constant: Type.Optional(Type.String()),
  priceYear: Type.Integer(),
  /** 100 in the year of the prices. */
  deflator: Type.Optional(Type.String()),
});
export type PricePoint = Static<typeof PricePointSchema>;

/** Figures that cannot all be right, or rows that stand twice; which of them is wrong is for a person to find. */
export const MoneyFindingSchema = Type.Object({
  ...point,
  kind: Type.Union([Type.Literal("out of line"), Type.Literal("total among parts"), Type.Literal("rows alike")]),
  /** What stands out: a sum, or the amount that each of the rows gives. */
  value: Type.Optional(Type.String()),
  /** The middle of its neighbours. */
  neighbours: Type.Optional(Type.String()),
  /** By which step of units it would be in line: "1000": about a thousand times too large. */
  factor: Type.Optional(Type.String()),
  /** Rows that say the same, by their places in the file. */
  file: Type.Optional(Type.String()),
  rows: Type.Optional(Type.Array(Type.Integer())),
});
export type MoneyFinding = Static<typeof MoneyFindingSchema>;

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
      Type.Object({ dataset: Type.String(), name: Type.String(), result: figureOf(Type.Array(value)) }),
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

/** GET /api/v1/regions/:region/money/fragmentation */
export const FragmentationSchema = answersOf(FragmentationPointSchema);
export type MoneyFragmentation = Static<typeof FragmentationSchema>;

/** GET /api/v1/regions/:region/money/delivery: commitments against disbursements. */
export const DeliverySchema = answersOf(DeliveryPointSchema);
export type MoneyDelivery = Static<typeof DeliverySchema>;

/** GET /api/v1/regions/:region/money/prices: prices of each year against constant ones. */
export const PricesSchema = answersOf(PricePointSchema);
export type MoneyPrices = Static<typeof PricesSchema>;

/** GET /api/v1/regions/:region/money/checks: what looks like a misprint. */
export const ChecksSchema = answersOf(MoneyFindingSchema);
export type MoneyChecks = Static<typeof ChecksSchema>;

/** GET /api/v1/regions/:region/money/growth */
export const GrowthSchema = answersOf(GrowthPointSchema);
export type MoneyGrowth = Static<typeof GrowthSchema>;

/** GET /api/v1/regions/:region/money/vintages */
export const VintagesSchema = Type.Object({
  names: asked.names,
  result: figureOf(
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

/**
 * GET /api/v1/regions/:region/money/rows: the rows behind a figure. The filters of the figure, and its keys as filters. With `part` those
 * that a purpose set takes, or of which it cannot be said.
 */
export const MoneyRowsQuery = Type.Object({
  ...MoneyQuery.properties,
  ...purposeSet,
  part: Type.Optional(Type.Union([Type.Literal("in"), Type.Literal("undecided")])),
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

/**
 * GET /api/v1/regions/:region/money/files/share.csv (.xlsx, .parquet): an answer of that name as a file. `flows`: sums by `by`, or
 * with `what=rows` the rows.
 */
export const MoneyFileParams = Type.Object({
  region: Type.String({ maxLength: 60 }),
  file: Type.String({
    pattern: "^(flows|share|donors|small-donors|delivery|prices|growth|checks|vintages)\\.(csv|xlsx|parquet)$",
  }),
});
export const MoneyFileQuery = Type.Object({
  ...MoneyRowsQuery.properties,
  what: Type.Optional(Type.Union([Type.Literal("sums"), Type.Literal("rows")])),
  limit: FragmentationQuery.properties.limit,
  earlier: Type.Optional(VintagesQuery.properties.earlier),
  later: Type.Optional(VintagesQuery.properties.later),
  tolerance: VintagesQuery.properties.tolerance,
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

/** GET /api/v1/regions/:region/money/programmes/files/ends.csv (.xlsx, .parquet) */
export const ProgrammesFileParams = Type.Object({
  region: Type.String({ maxLength: 60 }),
  file: Type.String({ pattern: "^(programmes|ends|phases|budgets)\\.(csv|xlsx|parquet)$" }),
});

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
  chains: figureOf(
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
  ends: figureOf(
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
  totals: figureOf(
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
