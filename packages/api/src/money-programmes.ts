import { type Static, Type } from "typebox";
import { LanguageQuery } from "./language.ts";
import { MoneyNamesSchema } from "./money-points.ts";
import { figureOf } from "./proof.ts";

const List = Type.Optional(Type.String({ maxLength: 2000 }));

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
  names: MoneyNamesSchema,
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
