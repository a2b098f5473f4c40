import { type Static, Type } from "typebox";

/** Values of the columns asked by; null: the file gives none. */
export const MoneyKeysSchema = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()]));

/** Names of the values of columns: names.recipient.KAZ. What is not there is shown as it is. */
export const MoneyNamesSchema = Type.Record(Type.String(), Type.Record(Type.String(), Type.String()));

export const MoneyBasisSchema = Type.Object({
  measure: Type.String(),
  currency: Type.String(),
  /** null: prices of the year itself; 0: constant prices of a year that is not known. */
  priceYear: Type.Union([Type.Integer(), Type.Null()]),
});
export type MoneyBasisView = Static<typeof MoneyBasisSchema>;

const point = { keys: MoneyKeysSchema, basis: MoneyBasisSchema };

/** A sum is an exact decimal as text; absent: no row of the group gives an amount. */
export const SeriesPointSchema = Type.Object({ ...point, sum: Type.Optional(Type.String()), rows: Type.Integer() });
export type MoneyPoint = Static<typeof SeriesPointSchema>;

export const SharePointSchema = Type.Object({
  ...point,
  part: Type.String(),
  whole: Type.String(),
  /** Part of the whole, six places; absent: something is undecided, or the whole is not above zero. */
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
  keys: MoneyKeysSchema,
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
  keys: MoneyKeysSchema,
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
