import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { format } from "@kelisim/accord";
import { fileRefusal, readText } from "../files/read-text.ts";
import { EXIT, type Io } from "../io.ts";
import type { Options } from "../program.ts";
import { isRefusal, refuse } from "../refusal.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";

const MARK = "\uFEFF";

/**
 * `kelisim fmt`: formats the accord blocks of files in place; with --check it only says which are not formatted.
 * All files are read before any is written, so that a wrong name among them changes nothing.
 */
export async function fmt(io: Io, paths: readonly string[], options: Options): Promise<Outcome> {
  if (paths.length === 0) return refuse(texts.filesNeeded);
  const read: { path: string; text: string }[] = [];
  for (const path of paths) {
    const text = await readText(resolve(io.folder, path), path, { keepMark: true });
    if (isRefusal(text)) return text;
    read.push({ path, text });
  }
  let changed = 0;
  for (const { path, text } of read) {
    const marked = text.startsWith(MARK);
    const formatted = (marked ? MARK : "") + format(marked ? text.slice(1) : text);
    if (formatted === text) continue;
    changed += 1;
    if (options.check !== true) {
      try {
        await writeFile(resolve(io.folder, path), formatted);
      } catch (error) {
        return refuse(texts.notWritten(path, fileRefusal(error, path).message));
      }
    }
    await io.print(`${options.check === true ? texts.wouldFormat(path) : texts.formatted(path)}\n`);
  }
  const counted = options.check === true ? texts.formatCheckCounts : texts.formatCounts;
  io.warn(`${counted(changed, read.length - changed)}\n`);
  return options.check === true && changed > 0 ? EXIT.problems : EXIT.fine;
}
