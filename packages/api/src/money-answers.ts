import { type Static, type TSchema, Type } from "typebox";
import {
  ConcentrationPointSchema,
  DeliveryPointSchema,
  FragmentationPointSchema,
  GrowthPointSchema,
  MoneyBasisSchema,
  MoneyFindingSchema,
  MoneyKeysSchema,
  MoneyNamesSchema,
  PricePointSchema,
  SeriesPointSchema,
  SharePointSchema,
} from "./money-points.ts";
import { figureOf } from "./proof.ts";

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
  names: MoneyNamesSchema,
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
  names: MoneyNamesSchema,
  result: figureOf(
    Type.Object({
      pairs: Type.Array(
        Type.Object({
          keys: MoneyKeysSchema,
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
      bases: Type.Array(Type.Object({ ...MoneyBasisSchema.properties, rows: Type.Integer() })),
      years: Type.Array(Type.Integer()),
      /** Columns of `MONEY_KEYS` that hold something. */
      keys: Type.Array(Type.String()),
      /** Whether purposes are told by codes of the DAC, and not by names of groups alone. */
      coded: Type.Boolean(),
      recipients: Type.Array(Type.String()),
      donors: Type.Array(Type.String()),
    }),
  ),
});
export type MoneyChoices = Static<typeof ChoicesSchema>;

/** GET /api/v1/regions/:region/money/rows */
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
