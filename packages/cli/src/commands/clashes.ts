import { clashesOf } from "@kelisim/compare";
import { clashesData } from "@kelisim/words";
import { readFormat } from "../arguments/format.ts";
import { drawClashes } from "../compare/clashes-page.ts";
import { openComparison } from "../compare/open.ts";
import { EXIT, type Io } from "../io.ts";
import { Paper } from "../look/paper.ts";
import { lookOf } from "../look/style.ts";
import { json } from "../output/json.ts";
import type { Options } from "../program.ts";
import { isRefusal } from "../refusal.ts";
import type { Outcome } from "../run.ts";

/** `kelisim clashes`: what one agreement asks and another forbids, and dates that exclude each other. */
export async function clashes(io: Io, options: Options): Promise<Outcome> {
  const format = readFormat(options, "clashes", ["table", "json"]);
  if (isRefusal(format)) return format;
  const comparison = await openComparison(io, options, options.between);
  if (isRefusal(comparison)) return comparison;
  const answer = clashesOf(comparison.world, comparison.pair);
  if (format === "json") await io.print(json("kelisim-clashes", clashesData(answer, comparison)));
  else {
    const paper = new Paper(await lookOf(io, options));
    drawClashes(paper, answer, comparison, options.why === true);
    await io.print(paper.toString());
  }
  return comparison.problems > 0 ? EXIT.problems : EXIT.fine;
}
