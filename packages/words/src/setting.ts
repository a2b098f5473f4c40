import type { Program } from "@kelisim/accord/program";
import type { Region } from "@kelisim/model";
import type { ClauseIndex } from "./clause-index.ts";
import type { Names } from "./names.ts";

/** A region as answers about it are worded: its tables, its agreements, and the names of both in one language. */
export interface Setting {
  readonly region: Region;
  readonly program: Program;
  readonly clauses: ClauseIndex;
  readonly names: Names;
}
