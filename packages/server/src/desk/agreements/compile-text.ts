import type { Program } from "@kelisim/accord/program";
import type { Problem, Region, RegionFile } from "@kelisim/model";

/** What a text compiles to beside the region: its own instruments and its own problems. */
export interface CompiledText {
  readonly program: Program;
  /** Of this text only, in its order. */
  readonly problems: readonly Problem[];
}

/** The file in which an instrument stands. */
export const fileOf = (program: Program, instrument: string): string | undefined =>
  program.instruments.find(({ id }) => id === instrument)?.file;

/**
 * Compiles one text in the place of a file of the region, beside the vocabulary and the files of which its clauses
 * speak: all that decides what the clauses mean, in a fraction of the time that the whole region takes. The compiler is
 * loaded when it is first needed.
 */
export async function compileText(region: Region, path: string, text: string): Promise<CompiledText> {
  const { compileRegion, draftContext } = await import("@kelisim/region-files/compile");
  const files = [...beside(region.accordFiles, path, text), { path, text }];
  const { program, problems } = compileRegion(region, files, draftContext(region));
  return {
    program: { ...program, instruments: program.instruments.filter(({ file }) => file === path) },
    problems: problems.filter((problem) => problem.file === path && !isRegionWide(problem)),
  };
}

/** What is said of a file beside files that were left out here is for the editor, which has all of them. */
const isRegionWide = ({ code }: Problem): boolean => code === "accord/overlap" || code === "accord/unused-kind";

function beside(files: readonly RegionFile[], path: string, text: string): readonly RegionFile[] {
  const words = new Set(text.match(/[\p{L}_][\p{L}\p{N}_-]*/gu) ?? []);
  return files.filter((file) => {
    if (file.path === path) return false;
    if (!/^[ \t]*instrument[ \t]/m.test(file.text)) return true;
    const clauses = file.text.matchAll(
      /^[ \t]*(?:duty|right|limit|prohibition|standing)[ \t]+([\p{L}_][\p{L}\p{N}_-]*)/gmu,
    );
    return [...clauses].some(([, id]) => words.has(id!));
  });
}
