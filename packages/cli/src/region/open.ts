import { relative } from "node:path";
import { type Compilation, type CompileContext, checkPublished, compile, readPublished } from "@kelisim/accord";
import type { Program } from "@kelisim/accord/program";
import { checkCitations, type Problem, type Region, readRegion } from "@kelisim/model";
import type { Io } from "../io.ts";
import { type Answer, isRefusal } from "../refusal.ts";
import { ClauseIndex } from "../words/clause-index.ts";
import { Names } from "../words/names.ts";
import { compileContext } from "./compile-context.ts";
import { findRegion, type RegionFolder } from "./find.ts";
import { readRegionFiles } from "./read-files.ts";

/** A region as a command works with it: its tables read, its agreements compiled, its problems kept as data. */
export interface OpenRegion {
  readonly folder: RegionFolder;
  /** The folder as a person would write it from here. */
  readonly shown: string;
  readonly region: Region;
  readonly program: Program;
  readonly problems: readonly Problem[];
  readonly clauses: ClauseIndex;
  readonly names: Names;
}

/** Reads and compiles a region. Refused: no such region, or a file of it that cannot be read. */
export async function openRegion(io: Io, name: string): Promise<Answer<OpenRegion>> {
  const read = await readRegionFolder(io, name);
  if (isRefusal(read)) return read;
  const { program, problems } = compileRegion(read.region, read.region.accordFiles);
  const clauses = new ClauseIndex(program);
  return {
    ...read,
    program,
    problems: [...read.problems, ...placedIn(read.shown, [...problems, ...regionProblems(read.region, program)])],
    clauses,
    names: new Names(read.region.parties, clauses.instruments),
  };
}

/** What is wrong between the files of a region: tables against agreements, vocabulary against records kept. */
export function regionProblems(region: Region, program: Program): readonly Problem[] {
  return [...publishedProblems(region, program), ...citationProblems(region, program)];
}

/** Kept records that the vocabulary as it stands would orphan. */
export function publishedProblems({ vocabularyLock: lock }: Region, program: Program): readonly Problem[] {
  if (lock === undefined) return [];
  const { kinds, problems } = readPublished(lock.path, lock.text);
  return [...problems, ...checkPublished(kinds, program.vocabulary, lock.path)];
}

function citationProblems(region: Region, program: Program): readonly Problem[] {
  return checkCitations(region.citations, {
    instruments: program.instruments.map((instrument) => instrument.id),
    clauses: program.instruments.flatMap((instrument) => instrument.clauses.map((clause) => clause.id)),
  });
}

/** Reads a region's folder without compiling its agreements. */
export async function readRegionFolder(
  io: Io,
  name: string,
): Promise<Answer<{ folder: RegionFolder; shown: string; region: Region; problems: readonly Problem[] }>> {
  const folder = await findRegion(name, io.folder);
  if (isRefusal(folder)) return folder;
  const shown = shownPath(folder.path, io.folder);
  const files = await readRegionFiles(folder.path, shown);
  if (isRefusal(files)) return files;
  const { region, problems } = readRegion(files);
  return { folder, shown, region, problems: placedIn(shown, problems) };
}

export function compileRegion(
  region: Region,
  files: readonly { readonly path: string; readonly text: string }[],
  context: CompileContext = compileContext(region),
): Compilation {
  return compile([...files], context);
}

/** Problems whose files are named from the region's folder, named from where the person is. */
export function placedIn(shown: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) =>
    problem.file === undefined ? problem : { ...problem, file: `${shown}/${problem.file}` },
  );
}

/** A path from the current folder where that is shorter than the whole. */
export function shownPath(path: string, folder: string): string {
  const near = relative(folder, path);
  return near !== "" && near.length < path.length ? near : path;
}
