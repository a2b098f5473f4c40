export { type Compilation, compile, type SourceFile } from "./compile.ts";
export { format } from "./format/format.ts";
export { clauseHash } from "./hash.ts";
export type { CompileContext } from "./lower/workspace.ts";
export type { Witness, WitnessGap } from "./witness/witness.ts";
