import { spawn } from "node:child_process";
import type { RunAs } from "./run-as.ts";

export interface Ended {
  readonly code: number;
  /** What it wrote, both streams. */
  readonly output: string;
}

/** Runs a program to its end, as the given user. Ends with the program, even where a child of it keeps the pipe. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly user: RunAs | undefined },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      stdio: ["ignore", "pipe", "pipe"],
      // The server's messages are read here and shown in the log: one language.
      env: { ...process.env, LC_MESSAGES: "C", LC_ALL: "C", TZ: "UTC" },
      windowsHide: true,
      ...(options.user === undefined ? {} : { uid: options.user.uid, gid: options.user.gid }),
    });
    let output = "";
    const take = (part: Buffer) => {
      output += part.toString("utf8");
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", reject);
    child.on("exit", (code) => {
      setImmediate(() => {
        child.stdout.destroy();
        child.stderr.destroy();
        resolve({ code: code ?? 1, output: output.trim() });
      });
    });
  });
}
