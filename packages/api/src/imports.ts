import { type Static, Type } from "typebox";

/** POST /api/v1/regions/:region/imports, a stream of JSON Lines (application/jsonl). `dry`: only look. */
export const ImportQuery = Type.Object({
  dry: Type.Optional(Type.Literal("1")),
  /** Name of the file, for the report. */
  file: Type.Optional(Type.String({ maxLength: 200 })),
});

/** What became of a file, or would. */
export const ImportReportSchema = Type.Object({
  dry: Type.Boolean(),
  file: Type.Optional(Type.String()),
  /** Lines looked at, empty ones too. */
  lines: Type.Integer(),
  empty: Type.Integer(),
  taken: Type.Integer(),
  /** Held already, word for word. */
  repeated: Type.Integer(),
  refused: Type.Integer(),
  byKind: Type.Array(Type.Object({ kind: Type.String(), title: Type.String(), count: Type.Integer() })),
  problems: Type.Array(
    Type.Object({
      line: Type.Integer(),
      column: Type.Optional(Type.Integer()),
      id: Type.Optional(Type.String()),
      severity: Type.Union([Type.Literal("error"), Type.Literal("warning")]),
      code: Type.String(),
      message: Type.String(),
      mend: Type.Optional(Type.String()),
    }),
  ),
  /** Problems beyond those listed. */
  more: Type.Integer(),
});
export type ImportReport = Static<typeof ImportReportSchema>;
