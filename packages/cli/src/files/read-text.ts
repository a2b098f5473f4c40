import { readFile } from "node:fs/promises";
import { type Answer, type Refusal, refuse } from "../refusal.ts";
import { texts } from "../texts/index.ts";

/** Above this a file is no agreement or table; records are read as a stream instead. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * A whole text file: UTF-8, a byte order mark removed unless it is to be kept. Refused with the place: missing, a folder, unreadable,
 * too large, or a byte that is not UTF-8.
 */
export async function readText(
  path: string,
  shown: string = path,
  options: { readonly keepMark?: boolean } = {},
): Promise<Answer<string>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return fileRefusal(error, shown);
  }
  if (bytes.length > MOST_BYTES) return refuse(texts.fileTooLarge(shown, bytes.length, MOST_BYTES));
  return decode(bytes, shown, options.keepMark === true);
}

/** UTF-8 text of the bytes, or the place of the first byte that is none. */
export function decode(bytes: Uint8Array, shown: string, keepMark: boolean): Answer<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: keepMark }).decode(bytes);
  } catch {
    const offset = firstInvalid(bytes);
    let line = 1;
    for (let at = 0; at < offset; at++) if (bytes[at] === 0x0a) line++;
    return refuse(texts.notUtf8(shown, line, offset), texts.saveAsUtf8);
  }
}

/** Offset of the first byte that does not continue valid UTF-8 (the length where all is valid). */
export function firstInvalid(bytes: Uint8Array): number {
  let sound = 0;
  let broken = bytes.length;
  // Decoding with `stream` accepts a sequence that is cut at the end, so the longest accepted prefix
  // ends with the last sound byte or inside the faulty sequence; step back to its first byte.
  while (sound < broken) {
    const middle = Math.ceil((sound + broken) / 2);
    if (accepts(bytes.subarray(0, middle))) sound = middle;
    else broken = middle - 1;
  }
  while (sound > 0 && !complete(bytes.subarray(0, sound))) sound--;
  return sound;
}

function accepts(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function complete(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** What the operating system said about a file, in words. Anything unknown is our own bug and thrown on. */
export function fileRefusal(error: unknown, shown: string): Refusal {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return refuse(texts.fileMissing(shown));
  if (code === "EISDIR") return refuse(texts.fileIsFolder(shown), texts.giveAFile);
  if (code === "EACCES" || code === "EPERM") return refuse(texts.fileUnreadable(shown), texts.checkRights);
  if (code === "ERR_FS_FILE_TOO_LARGE") return refuse(texts.fileTooLarge(shown, undefined, MOST_BYTES));
  if (code === "ELOOP" || code === "ENAMETOOLONG" || code === "EIO" || code === "ENXIO" || code === "EINVAL")
    return refuse(texts.fileFailed(shown, String(code)));
  throw error;
}
