import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import {
  answerCall,
  asksHoldings,
  type BoundBrief,
  type Brief,
  bindBrief,
  callKey,
  callsOf,
  type Answer as FigureAnswer,
  type FigureSources,
  flowsOf,
  readBrief,
  recordFigures,
} from "@kelisim/brief";
import { compileBrief, OUTPUTS, type Output } from "@kelisim/brief/compile";
import { dayOf, type Problem, type Region } from "@kelisim/model";
import { fileRefusal, readText } from "../files/read-text.ts";
import { writeNew } from "../files/write-new.ts";
import { withHoldings } from "../holdings/open.ts";
import { EXIT, type Io } from "../io.ts";
import { Paper } from "../look/paper.ts";
import { drawProblem } from "../look/problems.ts";
import { lookOf } from "../look/style.ts";
import { json } from "../output/json.ts";
import { type Answer, isRefusal, type Refusal, refuse } from "../refusal.ts";
import { readRegionFolder } from "../region/open.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";
import { agreementsOf } from "./brief-agreements.ts";

export interface BriefOptions {
  readonly region: string;
  readonly out?: readonly string[];
  readonly record?: boolean;
  readonly force?: boolean;
  readonly data?: string;
  readonly json?: boolean;
  readonly plain?: boolean;
  readonly ascii?: boolean;
  readonly words?: boolean;
}

const say = texts.brief;

/** `kelisim brief`: a brief set beside the data of now; printed, and its figures recorded, where that is asked for. */
export async function brief(io: Io, path: string, options: BriefOptions): Promise<Outcome> {
  const outputs = outputsOf(options.out ?? []);
  if (isRefusal(outputs)) return outputs;
  const written = await readText(resolve(io.folder, path), path, { keepMark: true });
  if (isRefusal(written)) return written;
  const opened = await readRegionFolder(io, options.region);
  if (isRefusal(opened)) return opened;
  const { region } = opened;
  const answers = await answersOf(io, readBrief(written).brief, region, options);
  if (isRefusal(answers)) return answers;

  let bound = bind(path, written, answers, region);
  const sound = !bound.problems.some(({ severity }) => severity === "error");
  const done: string[] = [];
  if (sound && options.record === true) {
    const text = recordFigures(written, bound.brief.figures);
    if (text !== written) {
      const failed = await writeOver(io, path, text);
      if (failed !== undefined) return failed;
      const moved = bound.brief.figures.filter(({ state }) => state !== "current").length;
      done.push(say.recorded(path, moved));
      bound = bind(path, text, answers, region);
    }
  }
  for (const { file, output } of sound ? outputs : []) {
    const made = await compileBrief(bound.brief, output);
    if ("problems" in made) {
      const problems = made.problems.map((problem) => ({ ...problem, file: path }));
      bound = { ...bound, problems: [...bound.problems, ...problems] };
      continue;
    }
    const failed = await writeNew(io, file, Readable.from([made]), options.force === true);
    if (failed !== undefined)
      return failed.message === texts.draft.alreadyThere(file) ? { ...failed, mend: [texts.draft.forceMend] } : failed;
    done.push(say.written(file));
  }
  await print(io, path, bound, done, options);
  const toMend = bound.problems.some(({ severity, code }) => severity === "error" || code === "brief/stale");
  return toMend ? EXIT.problems : EXIT.fine;
}

interface Bound {
  readonly brief: BoundBrief;
  readonly problems: readonly Problem[];
}

function bind(path: string, text: string, answers: ReadonlyMap<string, FigureAnswer>, region: Region): Bound {
  const read = readBrief(text);
  const { bound, problems } = bindBrief(read.brief, answers, region.sources);
  const placed = [...read.problems, ...problems].map((problem) => ({ ...problem, file: path }));
  return { brief: bound, problems: placed.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

/**
 * Every calculation of the brief, worked out once. What was taken in is opened only where it is asked for, agreements only for duties
 * and for what powers from outside do.
 */
async function answersOf(
  io: Io,
  read: Brief,
  region: Region,
  options: BriefOptions,
): Promise<Answer<ReadonlyMap<string, FigureAnswer>>> {
  const calls = callsOf(read);
  const today = dayOf(io.now, region.timeZone);
  const agreements = calls.some(({ calculation }) => /^(coverage|powers)/.test(calculation))
    ? await agreementsOf(io, options.region, today)
    : undefined;
  if (isRefusal(agreements)) return agreements;
  const sources: FigureSources = {
    region,
    today,
    language: read.front.language,
    ...agreements,
  };
  const work = async (from: FigureSources) => {
    const answers = new Map<string, FigureAnswer>();
    for (const call of calls) answers.set(callKey(call), await answerCall(call, from));
    return answers;
  };
  if (!calls.some(asksHoldings)) return work(sources);
  return withHoldings(
    io,
    options,
    (holdings) => work({ ...sources, flows: flowsOf(holdings, say.takeOne) }),
    async () => work(sources),
  );
}

function outputsOf(files: readonly string[]): Answer<readonly { readonly file: string; readonly output: Output }[]> {
  const outputs = files.map((file) => ({
    file,
    output: OUTPUTS.find((each) => file.toLowerCase().endsWith(`.${each}`)),
  }));
  const wrong = outputs.find(({ output }) => output === undefined);
  if (wrong !== undefined) return refuse(say.ending(wrong.file), say.endings);
  return outputs as readonly { readonly file: string; readonly output: Output }[];
}

async function writeOver(io: Io, path: string, text: string): Promise<Refusal | undefined> {
  try {
    await writeFile(resolve(io.folder, path), text);
    return undefined;
  } catch (error) {
    return refuse(texts.notWritten(path, fileRefusal(error, path).message));
  }
}

async function print(
  io: Io,
  path: string,
  { brief: { figures, citations }, problems }: Bound,
  done: readonly string[],
  options: BriefOptions,
): Promise<void> {
  if (options.json === true) {
    await io.print(json("kelisim-brief", { figures, citations, problems, done }));
    return;
  }
  const paper = new Paper(await lookOf(io, options));
  for (const problem of problems) drawProblem(paper, problem);
  const stale = figures.filter(({ state }) => state === "stale").length;
  const unknown = problems.filter(({ code }) => code === "brief/unknown-value").length;
  paper.gap().text(say.summary(path, figures.length, stale, unknown, citations.length), { indent: 0 });
  for (const line of done) paper.text(line, { indent: 0 });
  const errors = problems.some(({ severity }) => severity === "error");
  if (errors && (options.record === true || (options.out ?? []).length > 0)) paper.text(say.notPrinted, { indent: 0 });
  await io.print(paper.toString());
}
