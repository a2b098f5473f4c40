import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Compilation, SourceFile } from "@kelisim/accord";
import type { Region } from "@kelisim/model";
import { readRegionFiles } from "@kelisim/region-files";
import { compileRegion, draftContext } from "@kelisim/region-files/compile";
import { answerOf } from "../files/obstacle-words.ts";
import { fileRefusal, readText } from "../files/read-text.ts";
import type { Io } from "../io.ts";
import { type Answer, isRefusal, type Refusal, refuse } from "../refusal.ts";
import { texts } from "../texts/index.ts";

/** One of the two texts that are compared: its files, and what they compile to beside the rest of the region. */
export interface Side {
  readonly shown: string;
  readonly files: readonly SourceFile[];
  readonly compilation: Compilation;
  /** Ids of the instruments that its own files declare. */
  readonly instruments: readonly string[];
}

/** The two texts, each a file or a folder, compiled beside those files of the region that the old one does not replace. */
export async function readSides(
  io: Io,
  region: Region,
  before: string,
  now: string,
): Promise<Answer<readonly [Side, Side]>> {
  const [old, next] = [await readFiles(io, before), await readFiles(io, now)];
  if (isRefusal(old)) return old;
  if (isRefusal(next)) return next;
  const replaced = new Set(old.flatMap(({ text }) => declaredIn(text)));
  const beside = region.accordFiles.filter(({ text }) => !declaredIn(text).some((name) => replaced.has(name)));
  const side = (shown: string, files: readonly SourceFile[]): Side => {
    const compilation = compileRegion(region, [...beside, ...files], draftContext(region));
    const paths = new Set(files.map(({ path }) => path));
    const own = compilation.program.instruments.filter(({ file }) => file !== undefined && paths.has(file));
    return { shown, files, compilation, instruments: own.map(({ id }) => id) };
  };
  return [side(before, old), side(now, next)];
}

async function readFiles(io: Io, given: string): Promise<Answer<readonly SourceFile[]>> {
  const path = resolve(io.folder, given);
  const folder = await isFolder(path, given);
  if (isRefusal(folder)) return folder;
  if (!folder) {
    const text = await readText(path, given);
    return isRefusal(text) ? text : [{ path: given, text }];
  }
  const read = answerOf(await readRegionFiles(path, given));
  if (isRefusal(read)) return read;
  const files = [...read].filter(([name]) => name.endsWith(".accord.md"));
  if (files.length === 0) return refuse(texts.diff.noTexts(given), texts.diff.fileOrFolder);
  return files.map(([name, text]) => ({ path: join(given, name), text }));
}

async function isFolder(path: string, shown: string): Promise<boolean | Refusal> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    return fileRefusal(error, shown);
  }
}

/** Names of the instruments and kinds that a text declares. */
function declaredIn(text: string): readonly string[] {
  return [...text.matchAll(/^[ \t]*(instrument|notice|event)[ \t]+([\w-]+)/gm)].map(
    (found) => `${found[1]} ${found[2]}`,
  );
}
