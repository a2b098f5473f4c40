import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Io } from "../io.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { texts } from "../texts/index.ts";
import { fileRefusal } from "./read-text.ts";

/** Writes a file that is not there yet; with `replace`, also over one that is. Refused where it cannot be written. */
export async function writeNew(
  io: Io,
  path: string,
  text: string | AsyncIterable<Uint8Array>,
  replace = false,
): Promise<Refusal | undefined> {
  try {
    await writeFile(resolve(io.folder, path), text, { flag: replace ? "w" : "wx" });
    return undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error) {
      if (error.code === "EEXIST") return refuse(texts.draft.alreadyThere(path), texts.draft.neverOverwritten);
      if (error.code === "EROFS" || error.code === "ENOSPC") return refuse(texts.notWritten(path, String(error.code)));
    }
    return refuse(texts.notWritten(path, fileRefusal(error, path).message));
  }
}
