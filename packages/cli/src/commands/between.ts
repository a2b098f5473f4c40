import { betweenOf } from "@kelisim/compare";
import { betweenData } from "@kelisim/words";
import { readFormat } from "../arguments/format.ts";
import { drawBetween } from "../compare/between-page.ts";
import { openComparison } from "../compare/open.ts";
import { EXIT, type Io } from "../io.ts";
import { Paper } from "../look/paper.ts";
import { lookOf } from "../look/style.ts";
import { json } from "../output/json.ts";
import type { Options } from "../program.ts";
import { isRefusal, refuse } from "../refusal.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";

/** `kelisim between`: what binds two parties on a day, and what they belong to together. */
export async function between(io: Io, party: string, other: string, options: Options): Promise<Outcome> {
  const format = readFormat(options, "between", ["table", "json"]);
  if (isRefusal(format)) return format;
  const comparison = await openComparison(io, options, [party, other]);
  if (isRefusal(comparison)) return comparison;
  if (comparison.pair === undefined) return refuse(texts.compare.twoPartiesNeeded);
  const answer = betweenOf(comparison.world, comparison.pair);
  if (format === "json") await io.print(json("kelisim-between", betweenData(answer, comparison)));
  else {
    const paper = new Paper(await lookOf(io, options));
    drawBetween(paper, answer, comparison, options.why === true);
    await io.print(paper.toString());
  }
  return comparison.problems > 0 ? EXIT.problems : EXIT.fine;
}
