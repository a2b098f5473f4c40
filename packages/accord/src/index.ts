export { type Compilation, compile, type SourceFile } from "./compile.ts";
export { format } from "./format/format.ts";
export { clauseHash } from "./hash.ts";
export type { CompileContext } from "./lower/world.ts";
export { checkPublished, declarationText, readPublished, writePublished } from "./published.ts";
export { contextOf } from "./region-context.ts";
export type { Witness, WitnessGap } from "./witness/witness.ts";
export { createWorkspace, type Workspace } from "./workspace.ts";
