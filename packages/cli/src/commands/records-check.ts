import { resolve } from "node:path";
import { ProblemList, readerOptions, streamRecords } from "@kelisim/region-files";
import { readFormat } from "../arguments/format.ts";
import { answerOf } from "../files/obstacle-words.ts";
import { EXIT, type Io } from "../io.ts";
import { Paper } from "../look/paper.ts";
import { drawProblem } from "../look/problems.ts";
import { lookOf } from "../look/style.ts";
import { json } from "../output/json.ts";
import type { Options } from "../program.ts";
import { isRefusal, refuse } from "../refusal.ts";
import { openRegion } from "../region/open.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";

const MOST_PROBLEMS = 100_000;

/** `kelisim records check FILE`: streams the file; prints the first problems, then how many were taken and refused. */
export async function recordsCheck(io: Io, file: string, options: Options): Promise<Outcome> {
  const format = readFormat(options, "records check", ["table", "json"]);
  if (isRefusal(format)) return format;
  const most = /^\d{1,6}$/.test(options.problems ?? "") ? Number(options.problems) : Number.NaN;
  if (!(most <= MOST_PROBLEMS))
    return refuse(texts.notACount("--problems", options.problems ?? ""), texts.daysForms(MOST_PROBLEMS));
  const open = await openRegion(io, options.region);
  if (isRefusal(open)) return open;
  const problems = new ProblemList(most);
  const path = file === "-" ? file : resolve(io.folder, file);
  const counts = answerOf(
    await streamRecords(path === "-" ? io.input : path, file, open.program.vocabulary, readerOptions(open, io.now), {
      problem: problems.add,
    }),
  );
  if (isRefusal(counts)) return counts;
  if (format === "json") {
    const { bytes, lines, taken, refused, empty } = counts;
    const { errors, warnings } = problems;
    const all = { bytes, lines, taken, refused, empty, errors, warnings };
    await io.print(json("kelisim-records-check", { file, counts: all, problems: problems.first, more: problems.more }));
  } else {
    const paper = new Paper(await lookOf(io, options));
    for (const problem of problems.first) drawProblem(paper, problem);
    if (problems.more > 0) paper.text(texts.moreProblems(problems.more), { indent: 0 });
    if (counts.lines === 0) paper.text(texts.emptyFile(file), { indent: 0 });
    else if (problems.errors + problems.warnings === 0) paper.text(texts.problemCounts(0, 0, 0), { indent: 0 });
    await io.print(paper.toString());
    io.warn(`${texts.recordsCounts(file, counts.taken, counts.refused, counts.empty)}\n`);
  }
  return counts.refused > 0 ? EXIT.problems : EXIT.fine;
}
