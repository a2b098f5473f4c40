import { readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What `postmaster.pid` says (PostgreSQL, src/include/utils/pidfile.h): process on line 1, port on line 4. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

export function readPostmaster(data: string): Postmaster | undefined {
  let text: string;
  try {
    text = readFileSync(join(data, "postmaster.pid"), "utf8");
  } catch {
    return undefined;
  }
  const lines = text.split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3] ?? 0) };
}

/**
 * How the process behind a pid file stands. "unreaped": killed, but its parent has not yet taken note, so that
 * PostgreSQL still takes it for alive. "other": the number now belongs to another program (after a restart of the
 * machine or container).
 */
export function postmasterState(data: string, pid: number): "running" | "gone" | "unreaped" | "other" {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return "gone";
  }
  if (process.platform !== "linux") return "running";
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    if (/^\S+ \(.*\) [ZX] /s.test(stat)) return "unreaped";
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    if (!command.includes(realpathSync(data))) return "other";
  } catch {
    return "gone";
  }
  return "running";
}

/** Takes a pid file away whose process is known to be dead. */
export function removePidFile(data: string): void {
  rmSync(join(data, "postmaster.pid"), { force: true });
}
