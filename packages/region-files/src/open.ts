import type { Program } from "@kelisim/accord/program";
import { type MappedGeography, type Problem, type Region, readRegion } from "@kelisim/model";
import { findRegion, type RegionFolder, shownPath } from "./find.ts";
import { geographyOf } from "./geography.ts";
import { isObstacle, type Obstacle } from "./obstacle.ts";
import { readRegionFiles } from "./read-files.ts";

/** A region's folder as it was read, its agreements not yet compiled. */
export interface ReadRegion {
  readonly folder: RegionFolder;
  /** The folder as a person would write it from where they are. */
  readonly shown: string;
  readonly region: Region;
  readonly problems: readonly Problem[];
  /** Path inside the folder → text. */
  readonly files: ReadonlyMap<string, string>;
}

/** A region as others work with it: its tables read, its agreements compiled, its problems kept as data. */
export interface OpenRegion extends ReadRegion {
  readonly program: Program;
  /** The region's places as answers about zones; undefined where it has none. Read when first asked for. */
  readonly geography: MappedGeography | undefined;
}

/** Reads a region's folder without compiling its agreements. `from`: the folder that a path is relative to. */
export async function readRegionFolder(name: string, from: string): Promise<ReadRegion | Obstacle> {
  const folder = await findRegion(name, from);
  if (isObstacle(folder)) return folder;
  const shown = shownPath(folder.path, from);
  const files = await readRegionFiles(folder.path, shown);
  if (isObstacle(files)) return files;
  const { region, problems } = readRegion(files);
  return { folder, shown, region, problems: placedIn(shown, problems), files };
}

/**
 * Reads and compiles a region: a name under regions/ or the path of a folder. Problems of its files are data; in the way
 * may stand that there is no such region, or a file of it that cannot be read.
 */
export async function openRegion(name: string, from: string = process.cwd()): Promise<OpenRegion | Obstacle> {
  const read = await readRegionFolder(name, from);
  if (isObstacle(read)) return read;
  return opened(read, await compiled(read.region));
}

/** What the compiler makes of a region: its program, and what is wrong with it and between its files. */
export interface Compiled {
  readonly program: Program;
  readonly problems: readonly Problem[];
}

/** The compiler is loaded here and nowhere else: an answer from the cache does without it. */
export async function compiled(region: Region): Promise<Compiled> {
  const { compileRegion, regionProblems } = await import("./compile-region.ts");
  const { program, problems } = compileRegion(region);
  return { program, problems: [...problems, ...regionProblems(region, program)] };
}

export function opened(read: ReadRegion, { program, problems }: Compiled): OpenRegion {
  return {
    ...read,
    program,
    problems: [...read.problems, ...placedIn(read.shown, problems)],
    get geography() {
      return geographyOf(read.region);
    },
  };
}

/** Problems whose files are named from the region's folder, named from where the person is. */
export function placedIn(shown: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) =>
    problem.file === undefined ? problem : { ...problem, file: `${shown}/${problem.file}` },
  );
}
