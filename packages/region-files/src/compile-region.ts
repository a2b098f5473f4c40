import { type Compilation, type CompileContext, checkPublished, compile, readPublished } from "@kelisim/accord";
import type { Program } from "@kelisim/accord/program";
import { checkCitations, checkTranslations, type Problem, type Region } from "@kelisim/model";
import { compileContext } from "./compile-context.ts";

/** Compiles texts of a region (its own, or others in their place) with what its tables say. */
export function compileRegion(
  region: Region,
  files: readonly { readonly path: string; readonly text: string }[] = region.accordFiles,
  context: CompileContext = compileContext(region),
): Compilation {
  return compile([...files], context);
}

/** What is wrong between the files of a region: tables against agreements, vocabulary against records kept. */
export function regionProblems(region: Region, program: Program): readonly Problem[] {
  return [
    ...publishedProblems(region, program),
    ...citationProblems(region, program),
    ...checkTranslations(region, program),
  ];
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
