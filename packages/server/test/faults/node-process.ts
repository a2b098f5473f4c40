import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../../../cli/bin/kelisim.mjs", import.meta.url));
const START_MS = 60_000;

/** A node in a process of its own, as `kelisim start` runs it. */
export interface NodeProcess {
  readonly address: string;
  /** Asks as the desk that signed in by the one-time link of this start. */
  ask(method: "GET" | "POST", path: string, body?: unknown): Promise<Response>;
  /** Sends the bytes of a file as that desk. */
  send(path: string, bytes: string): Promise<Response>;
  /** No time to write anything any more. */
  kill(): Promise<void>;
  /** As a person stops it. */
  stop(): Promise<void>;
}

/** What a start that was refused said, and with which status it ended. */
export class StartRefused extends Error {
  override readonly name = "StartRefused";
  readonly status: number | null;
  constructor(said: string, status: number | null) {
    super(said);
    this.status = status;
  }
}

/** Starts a node on a data folder with the embedded database, and signs in. Throws `StartRefused`. */
export async function startProcess(data: string): Promise<NodeProcess> {
  const child = spawn(process.execPath, [COMMAND, "start", "--port", "0", "--data", data, "--region", "four-rivers"], {
    env: { ...process.env, DATABASE_URL: "", NODE_TEST_CONTEXT: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const link = await linkOf(child);
  const address = new URL(link).origin;
  const signedIn = await fetch(link, { redirect: "manual" });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(";", 1)[0])
    .join("; ");
  return {
    address,
    ask: (method, path, body) =>
      fetch(`${address}/api/v1${path}`, {
        method,
        headers: { cookie, origin: address, ...(body === undefined ? {} : { "content-type": "application/json" }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(10_000),
      }),
    send: (path, body) =>
      fetch(`${address}/api/v1${path}`, {
        method: "POST",
        headers: { cookie, origin: address, "content-type": "application/octet-stream" },
        body,
      }),
    kill: () => end(child, "SIGKILL"),
    stop: () => end(child, "SIGTERM"),
  };
}

async function linkOf(child: ChildProcess): Promise<string> {
  let said = "";
  const late = setTimeout(() => child.kill("SIGKILL"), START_MS);
  try {
    return await new Promise((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        said += chunk;
        const link = /https?:\/\/\S+token=\S+/.exec(said)?.[0];
        if (link !== undefined) resolve(link);
      };
      child.stdout?.on("data", hear);
      child.stderr?.on("data", hear);
      child.once("exit", (status) => reject(new StartRefused(said, status)));
    });
  } finally {
    clearTimeout(late);
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

/** The process number of the embedded PostgreSQL of a data folder, as it writes it down while it runs. */
export function databasePid(data: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(data, "postgres", "data", "postmaster.pid"), "utf8"), 10);
  } catch {
    return undefined;
  }
}

/** Ends what a killed node left behind, and takes the folder away. */
export async function clearAway(data: string): Promise<void> {
  const pid = databasePid(data);
  if (pid !== undefined && pid > 1) {
    try {
      // SIGQUIT: PostgreSQL ends at once, with its children.
      process.kill(pid, "SIGQUIT");
    } catch {
      // It was gone already.
    }
  }
  await rm(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
