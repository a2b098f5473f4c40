import { basename } from "node:path";
import type { Problem } from "@kelisim/model";

/** Why a file cannot be taken in: located, with what can be done. A value, never an exception. */
export interface Stopped {
  readonly problems: readonly Problem[];
}

export const isStopped = (answer: object): answer is Stopped => "problems" in answer && !("holding" in answer);

/** Thrown inside this package only, and given as a value at its door. */
export class FileStopped extends Error {
  override readonly name = "FileStopped";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Stops: the code, what is wrong with the file of this name, how to mend it, and where. */
export function stop(
  code: string,
  path: string,
  message: string,
  mend?: string,
  where: Pick<Problem, "line" | "column"> = {},
): FileStopped {
  const file = basename(path);
  return new FileStopped({ code, severity: "error", file, ...where, message, ...(mend === undefined ? {} : { mend }) });
}

/** Stops at a line with the letter of value zero, which programs put into a text by mistake. */
export const nulStopped = (path: string, line: number): FileStopped =>
  stop(
    "file/nul",
    path,
    "this line holds a NUL, a letter of value zero, which no text has",
    "load the file again: it was damaged on the way, or is no text",
    { line },
  );

const SYSTEM: Readonly<Record<string, readonly [code: string, message: string, mend?: string]>> = {
  ENOENT: ["file/missing", "there is no such file", "look at the path"],
  ENOTDIR: ["file/missing", "there is no such file", "look at the path"],
  EISDIR: ["file/folder", "this is a folder, not a file", "name a file in it"],
  EACCES: ["file/unreadable", "the file may not be read", "give this program the right to read it"],
  EPERM: ["file/unreadable", "the file may not be read", "give this program the right to read it"],
  ENOSPC: ["file/no-space", "the disk is full", "make room where the holdings are kept, and take the file in again"],
};

/** What the operating system said about a file, as something that stops it. Anything else is thrown on. */
export function stoppedBySystem(error: unknown, path: string): FileStopped {
  if (error instanceof FileStopped) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known = SYSTEM[code];
  if (known === undefined) throw error;
  return stop(known[0], path, known[1], known[2]);
}
