import { type Static, Type } from "typebox";
import { LanguageSchema } from "./language.ts";

/** GET /api/v1/regions/:region/tables */
export const TablesSchema = Type.Object({
  tables: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      rows: Type.Optional(Type.Integer()),
      columns: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), description: Type.String() })),
    }),
  ),
});
export type Tables = Static<typeof TablesSchema>;

/**
 * GET /api/v1/regions/:region/tables/NAME.csv (.json, .xlsx, .parquet). Filters of a screen pass through: a column's name narrows the
 * table to the rows whose cell holds that value.
 */
export const TableQuery = Type.Object(
  {
    as: Type.Optional(Type.String({ maxLength: 40 })),
    on: Type.Optional(Type.String({ maxLength: 40 })),
    known: Type.Optional(Type.String({ maxLength: 40 })),
    days: Type.Optional(Type.Integer({ minimum: 0, maximum: 36525 })),
    back: Type.Optional(Type.Integer({ minimum: 0, maximum: 36525 })),
    lang: Type.Optional(LanguageSchema),
  },
  { additionalProperties: true },
);

export const TableParams = Type.Object({
  region: Type.String({ maxLength: 60 }),
  file: Type.String({ pattern: "^[a-z-]{1,40}\\.(csv|json|xlsx|parquet|csv-metadata\\.json)$" }),
});
