import type { Io } from "../io.ts";
import { DEFAULT_REGION } from "../program.ts";
import { texts } from "../texts/index.ts";
import type { OpenRegion } from "./open.ts";

/** One line on standard error where a region's own files have errors; `kelisim check` lists them. Gives their number. */
export function noticeProblems(io: Io, open: OpenRegion, asked: string): number {
  const errors = open.problems.filter((problem) => problem.severity === "error").length;
  if (errors > 0) io.warn(`${texts.regionHasErrors(errors)}${asked === DEFAULT_REGION ? "" : ` --region ${asked}`}\n`);
  if (open.program.instruments.length === 0) io.warn(`${texts.noRegionPrograms(open.region.name)}\n`);
  return errors;
}
