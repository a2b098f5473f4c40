import type { Kind } from "@kelisim/model";
import type { Instrument } from "./instrument.ts";

/** A compiled set of agreements: plain data, the only thing the engine reads. */
export interface Program {
  readonly format: "kelisim-program";
  readonly formatVersion: 1;
  readonly vocabulary: readonly Kind[];
  readonly instruments: readonly Instrument[];
}
