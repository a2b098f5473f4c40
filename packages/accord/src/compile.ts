import type { Problem } from "@kelisim/model";
import type { CompileContext, World } from "./lower/world.ts";
import { parseFile } from "./parse/file.ts";
import type { Instrument, Program } from "./program/index.ts";
import { noMemories, survey } from "./survey.ts";
import type { Witness, WitnessGap } from "./witness/witness.ts";
import { makeWitnesses } from "./witness/witnesses.ts";

export interface SourceFile {
  /** Shown in problems; not opened. */
  readonly path: string;
  readonly text: string;
}

export interface Compilation {
  /** Whatever was sound. */
  readonly program: Program;
  /** Sorted by file (in the order given), line and column. */
  readonly problems: readonly Problem[];
  /** For each deadline with a date: hypothetical records, or the reason why none could be made. Made when first read. */
  readonly witnesses: readonly (Witness | WitnessGap)[];
}

/**
 * Compiles agreements. Takes the texts of `.accord.md` files (kinds and clauses are shared over all of them) and what
 * the region knows: its parties, zones, calendars. Gives the program, every problem found, and witnesses.
 *
 * Wrong text is never an exception: a clause with an error is left out of the program, and its problem says so. Where
 * the texts go on changing, `createWorkspace` gives the same and keeps what it has read.
 */
export function compile(files: readonly SourceFile[], context: CompileContext): Compilation {
  const parsed = files.map(({ path, text }) => parseFile(path, text));
  return compilationOf(
    survey(parsed, context, noMemories()).world,
    files.map((file) => file.path),
  );
}

/** What a survey of the files with these paths found. */
export function compilationOf(world: World, paths: readonly string[]): Compilation {
  const program = programOf(world);
  let witnesses: Compilation["witnesses"] | undefined;
  return {
    program,
    problems: sorted(world.problems, paths),
    // Made when first asked for: checking a text does not need them, and looking for places in zones takes time.
    get witnesses() {
      witnesses ??= makeWitnesses(program, world.context);
      return witnesses;
    },
  };
}

function programOf(world: World): Program {
  const instruments = [...world.instruments.values()].map((entry): Instrument => {
    const { assumption: _assumption, ...head } = entry.facts.head;
    const clauses = entry.clauses.flatMap((clause) => (clause.clause ? [clause.clause] : []));
    return { id: entry.id, ...head, clauses, file: entry.source.file };
  });
  const vocabulary = world.allKinds.filter(({ facts }) => !facts.faulty).map(({ facts }) => facts.kind);
  return { format: "kelisim-program", formatVersion: 1, vocabulary, instruments };
}

function sorted(problems: readonly Problem[], files: readonly string[]): readonly Problem[] {
  const order = new Map(files.map((path, index) => [path, index]));
  const rank = (problem: Problem) => order.get(problem.file ?? "") ?? files.length;
  return [...problems].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}
