import { readFile } from "node:fs/promises";
import { MOST_BYTES, type Obstacle, obstacleOf } from "./obstacle.ts";

/**
 * A whole text file: UTF-8, a byte order mark removed unless it is to be kept. In the way may stand: missing, a folder,
 * unreadable, too large, or a byte that is not UTF-8, with its place. `shown` is the path as a person would write it.
 */
export async function readText(
  path: string,
  shown: string = path,
  options: { readonly keepMark?: boolean } = {},
): Promise<string | Obstacle> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return obstacleOf(error, shown);
  }
  if (bytes.length > MOST_BYTES)
    return { kind: "obstacle", what: "file too large", path: shown, bytes: bytes.length, most: MOST_BYTES };
  return decode(bytes, shown, options.keepMark === true);
}

/** UTF-8 text of the bytes, or the place of the first byte that is none. */
function decode(bytes: Uint8Array, shown: string, keepMark: boolean): string | Obstacle {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: keepMark }).decode(bytes);
  } catch {
    const offset = firstInvalid(bytes);
    let line = 1;
    for (let at = 0; at < offset; at++) if (bytes[at] === 0x0a) line++;
    return { kind: "obstacle", what: "file not UTF-8", path: shown, line, offset };
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
