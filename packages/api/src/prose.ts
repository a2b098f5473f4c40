import { type Static, Type } from "typebox";

/** Words in which what no source we hold confirms is marked. */
export const RunSchema = Type.Object({
  text: Type.String(),
  mark: Type.Optional(
    Type.Union([Type.Literal("strong"), Type.Literal("emphasis"), Type.Literal("code"), Type.Literal("unverified")]),
  ),
});
export type Run = Static<typeof RunSchema>;
export const Runs = Type.Array(RunSchema);

/** Prose as data: a screen draws it, nobody parses HTML. */
export const ProseSchema = Type.Union([
  Type.Object({ kind: Type.Literal("paragraph"), runs: Runs }),
  Type.Object({ kind: Type.Literal("heading"), runs: Runs }),
  Type.Object({ kind: Type.Literal("list"), ordered: Type.Boolean(), items: Type.Array(Runs) }),
  Type.Object({ kind: Type.Literal("code"), text: Type.String() }),
  Type.Object({ kind: Type.Literal("table"), head: Type.Array(Runs), rows: Type.Array(Type.Array(Runs)) }),
]);
export type Prose = Static<typeof ProseSchema>;
