import { gapsOf } from "@kelisim/compare";
import { gapsData } from "@kelisim/words";
import { readFormat } from "../arguments/format.ts";
import { drawGaps } from "../compare/gaps-page.ts";
import { openComparison } from "../compare/open.ts";
import { EXIT, type Io } from "../io.ts";
import { Paper } from "../look/paper.ts";
import { lookOf } from "../look/style.ts";
import { json } from "../output/json.ts";
import type { Options } from "../program.ts";
import { isRefusal } from "../refusal.ts";
import type { Outcome } from "../run.ts";

/** `kelisim gaps`: what the texts and tables leave open. */
export async function gaps(io: Io, options: Options): Promise<Outcome> {
  const format = readFormat(options, "gaps", ["table", "json"]);
  if (isRefusal(format)) return format;
  const comparison = await openComparison(io, options, undefined);
  if (isRefusal(comparison)) return comparison;
  const answer = gapsOf(comparison.world);
  if (format === "json") await io.print(json("kelisim-gaps", gapsData(answer, comparison)));
  else {
    const paper = new Paper(await lookOf(io, options));
    drawGaps(paper, answer, comparison, options.why === true);
    await io.print(paper.toString());
  }
  return comparison.problems > 0 ? EXIT.problems : EXIT.fine;
}
