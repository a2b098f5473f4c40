import { resolve } from "node:path";
import { codeFrequencies, interviewAgreement, type ResultInput } from "@kelisim/analysis";
import { type CodedInterview, type InterviewProblem, type Problem, readInterviews } from "@kelisim/model";
import { readText } from "../files/read-text.ts";
import { EXIT, type Io } from "../io.ts";
import { Paper } from "../look/paper.ts";
import { drawProblem } from "../look/problems.ts";
import { lookOf } from "../look/style.ts";
import { json } from "../output/json.ts";
import { isRefusal } from "../refusal.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";

export interface InterviewsOptions {
  readonly json?: boolean;
  readonly plain?: boolean;
  readonly ascii?: boolean;
  readonly words?: boolean;
}

const say = texts.interviews;

/** `kelisim interviews`: a file of coded interviews looked at; agreement of the coders and codes. Nothing of it is kept. */
export async function interviews(io: Io, path: string, options: InterviewsOptions): Promise<Outcome> {
  const text = await readText(resolve(io.folder, path), path);
  if (isRefusal(text)) return text;
  const file = readInterviews(text);
  const problems = file.problems.map((problem) => problemOf(path, problem));
  if (options.json === true) {
    const found = problems.length > 0 ? {} : figuresOf(path, file.interviews);
    await io.print(json("kelisim-interviews", { file: path, problems, ...found }));
  } else
    await io.print(
      problems.length > 0
        ? await refusedPage(io, path, problems, options)
        : await page(io, path, file.interviews, options),
    );
  return problems.length > 0 ? EXIT.problems : EXIT.fine;
}

const problemOf = (file: string, { line, column, message, mend }: InterviewProblem): Problem => ({
  code: "interviews/refused",
  severity: "error",
  file,
  line,
  message: column === undefined ? message : `${column}: ${message}`,
  ...(mend === undefined ? {} : { mend }),
});

function figuresOf(path: string, all: readonly CodedInterview[]) {
  const from: readonly ResultInput[] = [{ of: "interviews", name: path, vintage: "", rows: all.length }];
  return { codes: codeFrequencies(all, from), agreement: interviewAgreement(all, from) };
}

async function refusedPage(
  io: Io,
  path: string,
  problems: readonly Problem[],
  options: InterviewsOptions,
): Promise<string> {
  const paper = new Paper(await lookOf(io, options));
  for (const problem of problems) drawProblem(paper, problem);
  return paper.gap().text(say.severalProblems(path, problems.length), { indent: 0 }).toString();
}

async function page(io: Io, path: string, all: readonly CodedInterview[], options: InterviewsOptions): Promise<string> {
  const paper = new Paper(await lookOf(io, options));
  const { codes, agreement } = figuresOf(path, all);
  const { units, coders, compared, codedByOne, codedByNobody, differences, ...figures } = agreement.value;
  paper.text(say.summary(path, all.length, units, coders), { indent: 0 });
  paper.text(say.compared(compared, codedByOne, codedByNobody), { indent: 0 }).gap();
  paper.raw(say.agreement(figures.agreement));
  paper.raw(say.ofAll(figures.agreementOfAllCoded));
  paper.raw(say.kappa(figures.kappa));
  paper.raw(say.alpha(figures.alpha));
  if (differences.length > 0) paper.gap().text(say.differences, { indent: 0, style: "bold" });
  for (const { interview, unit, codes: given } of differences) paper.text(say.difference(interview, unit, given));
  if (codes.value.length > 0) paper.gap().text(say.codes, { indent: 0, style: "bold" });
  for (const { code, segments, interviews: count } of codes.value) paper.text(say.code(code, segments, count));
  return paper.gap().text(say.kept, { indent: 0, style: "dim" }).toString();
}
