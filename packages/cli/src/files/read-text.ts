import { obstacleOf, readText as read } from "@kelisim/region-files";
import type { Answer, Refusal } from "../refusal.ts";
import { answerOf, refusalOf } from "./obstacle-words.ts";

/** A whole text file, or in words why it cannot be read. `shown` is the path as a person wrote it. */
export async function readText(
  path: string,
  shown: string = path,
  options: { readonly keepMark?: boolean } = {},
): Promise<Answer<string>> {
  return answerOf(await read(path, shown, options));
}

/** What the operating system said about a file, in words. Anything unknown is our own bug and thrown on. */
export function fileRefusal(error: unknown, shown: string): Refusal {
  return refusalOf(obstacleOf(error, shown));
}
