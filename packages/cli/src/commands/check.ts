import { resolve } from "node:path";
import type { Clause, Program } from "@kelisim/accord/program";
import type { Problem } from "@kelisim/model";
import { placedIn } from "@kelisim/region-files";
import { compileRegion, draftContext, regionProblems } from "@kelisim/region-files/compile";
import { readFormat } from "../arguments/format.ts";
import { readText } from "../files/read-text.ts";
import { EXIT, type Io } from "../io.ts";
import { Paper } from "../look/paper.ts";
import { drawProblem } from "../look/problems.ts";
import { lookOf } from "../look/style.ts";
import { json } from "../output/json.ts";
import type { Options } from "../program.ts";
import { type Answer, isRefusal } from "../refusal.ts";
import { readRegionFolder } from "../region/open.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";

interface Checked {
  readonly name: string;
  readonly files: readonly string[];
  readonly program: Program;
  readonly problems: readonly Problem[];
}

/** `kelisim check`: every problem of a region, or of the files given, with its place, its reason and its mend. */
export async function check(io: Io, files: readonly string[], options: Options): Promise<Outcome> {
  const format = readFormat(options, "check", ["table", "json"]);
  if (isRefusal(format)) return format;
  const checked =
    files.length === 0 ? await checkRegion(io, options.region) : await checkFiles(io, files, options.region);
  if (isRefusal(checked)) return checked;
  const count = (severity: Problem["severity"]) =>
    checked.problems.filter((problem) => problem.severity === severity).length;
  const counts = { errors: count("error"), warnings: count("warning"), remarks: count("info") };
  const instruments = checked.program.instruments;
  const clauses = instruments.flatMap((instrument) => instrument.clauses);
  const unverified = clauses.filter(isUnverified).length;

  if (format === "json") {
    await io.print(
      json("kelisim-check", {
        region: options.region,
        files: checked.files,
        counts: { ...counts, instruments: instruments.length, clauses: clauses.length, unverified },
        problems: checked.problems,
      }),
    );
  } else {
    const paper = new Paper(await lookOf(io, options));
    const shown = checked.problems.filter((problem) => problem.severity !== "info" || options.all === true);
    for (const problem of shown) drawProblem(paper, problem);
    if (shown.length > 0) paper.gap();
    paper.text(texts.checkHead(checked.name), { indent: 0, style: "bold" });
    paper.text(texts.checkedFiles(checked.files.length, instruments.length, clauses.length), { indent: 0 });
    if (unverified > 0) paper.text(texts.unverifiedCount(unverified), { indent: 0 });
    paper.text(texts.problemCounts(counts.errors, counts.warnings, counts.remarks), { indent: 0 });
    if (counts.remarks > 0 && options.all !== true)
      paper.text(texts.infosHidden(counts.remarks), { indent: 0, style: "dim" });
    await io.print(paper.toString());
  }
  // Warnings and remarks are for people to judge; only errors leave a clause out.
  return counts.errors > 0 ? EXIT.problems : EXIT.fine;
}

async function checkRegion(io: Io, name: string): Promise<Answer<Checked>> {
  const read = await readRegionFolder(io, name);
  if (isRefusal(read)) return read;
  const { program, problems } = compileRegion(read.region, read.region.accordFiles);
  return {
    name: read.region.name,
    files: read.region.accordFiles.map((file) => `${read.shown}/${file.path}`),
    program,
    problems: [...read.problems, ...placedIn(read.shown, [...problems, ...regionProblems(read.region, program)])],
  };
}

/**
 * Files by themselves, against the parties and places of the region. Those files of its vocabulary stand beside them that
 * declare none of the kinds they bring themselves.
 */
async function checkFiles(io: Io, paths: readonly string[], name: string): Promise<Answer<Checked>> {
  const given: { path: string; text: string }[] = [];
  for (const path of paths) {
    const text = await readText(resolve(io.folder, path), path);
    if (isRefusal(text)) return text;
    given.push({ path, text });
  }
  const read = await readRegionFolder(io, name);
  if (isRefusal(read)) return read;
  const own = new Set(given.flatMap(({ text }) => kindsDeclared(text)));
  const beside = read.region.accordFiles.filter(
    ({ text }) => !/^[ \t]*instrument[ \t]+\w+/m.test(text) && !kindsDeclared(text).some((kind) => own.has(kind)),
  );
  const { program, problems } = compileRegion(read.region, [...beside, ...given], draftContext(read.region));
  const known = new Set(given.map((file) => file.path));
  return {
    name: paths.join(", "),
    files: paths,
    program,
    problems: problems.filter((problem) => problem.file === undefined || known.has(problem.file)),
  };
}

/** Names of the kinds that a text declares. */
function kindsDeclared(text: string): readonly string[] {
  return [...text.matchAll(/^[ \t]*(?:notice|event)[ \t]+(\w+)/gm)].map((found) => found[1]!);
}

/** Whether anything in the clause is marked as assumed. */
export function isUnverified(clause: Clause): boolean {
  return /"(?:\w+A|a)ssumed":/.test(JSON.stringify(clause));
}
