import type { Kind } from "@kelisim/accord/program";
import type { Instant, Problem } from "@kelisim/model";
import type { Desk } from "../desk.ts";
import { type CompiledText, compileText, fileOf } from "./compile-text.ts";
import { versionsOf } from "./versions.ts";

/**
 * What a text compiles to in the place of an agreement's, as `compileText`, and besides whether the records that may be
 * kept under kinds that this file declares, or has declared in a text that applied, can still be read.
 */
export async function checkText(desk: Desk, instrument: string, text: string, now: Instant): Promise<CompiledText> {
  const compiled = await compileText(desk.region, fileOf(desk.program, instrument)!, text);
  const orphaned = await orphanedKinds(desk, instrument, text, compiled.program.vocabulary, now);
  return { ...compiled, problems: [...compiled.problems, ...orphaned] };
}

async function orphanedKinds(
  desk: Desk,
  instrument: string,
  text: string,
  vocabulary: readonly Kind[],
  now: Instant,
): Promise<readonly Problem[]> {
  const { checkPublished, readPublished } = await import("@kelisim/accord");
  const versions = versionsOf(desk, instrument).filter(({ fromAt }) => fromAt <= now);
  const lock = desk.region.vocabularyLock;
  const locked = lock === undefined ? [] : readPublished(lock.path, lock.text).kinds;
  const published = versions.flatMap((version) => {
    const own = declarations(version.text);
    return [...locked, ...version.program.vocabulary].filter(({ name }) => own.has(name));
  });
  const file = fileOf(desk.program, instrument);
  const places = declarations(text);
  const found = published.flatMap((kind) =>
    checkPublished([kind], vocabulary, file).map(
      (problem): Problem => ({ ...problem, line: places.get(kind.name) ?? 1, column: 1 }),
    ),
  );
  return [...new Map(found.map((problem) => [problem.message, problem])).values()];
}

/** Kinds that a text declares, each with the line of its first declaration. */
function declarations(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const name = /^[ \t]*(?:notice|event)[ \t]+([\p{L}_][\p{L}\p{N}_-]*)/u.exec(line)?.[1];
    if (name !== undefined && !found.has(name)) found.set(name, index + 1);
  }
  return found;
}
