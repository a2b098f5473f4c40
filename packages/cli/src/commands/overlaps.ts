import { overlapsOf, thresholdGapsOf } from "@kelisim/compare";
import { overlapsData } from "@kelisim/words";
import { readFormat } from "../arguments/format.ts";
import { openComparison } from "../compare/open.ts";
import { drawOverlaps } from "../compare/overlaps-page.ts";
import { EXIT, type Io } from "../io.ts";
import { Paper } from "../look/paper.ts";
import { lookOf } from "../look/style.ts";
import { json } from "../output/json.ts";
import type { Options } from "../program.ts";
import { isRefusal } from "../refusal.ts";
import type { Outcome } from "../run.ts";

/** `kelisim overlaps`: duties of several agreements that one act performs, and thresholds that differ. */
export async function overlaps(io: Io, options: Options): Promise<Outcome> {
  const format = readFormat(options, "overlaps", ["table", "json"]);
  if (isRefusal(format)) return format;
  const comparison = await openComparison(io, options, options.between);
  if (isRefusal(comparison)) return comparison;
  const { world, pair } = comparison;
  const found = { answer: overlapsOf(world, pair), thresholds: thresholdGapsOf(world, pair) };
  if (format === "json") await io.print(json("kelisim-overlaps", overlapsData(found, comparison)));
  else {
    const paper = new Paper(await lookOf(io, options));
    drawOverlaps(paper, found, comparison, { why: options.why === true, all: options.all === true });
    await io.print(paper.toString());
  }
  return comparison.problems > 0 ? EXIT.problems : EXIT.fine;
}
