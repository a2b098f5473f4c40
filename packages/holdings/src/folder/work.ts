import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

/** A folder for what is not whole yet. */
export interface Work {
  readonly path: string;
  /** Removes what is left of it. */
  end(): Promise<void>;
}

const OWNER = "owner.json";
const BEAT_MS = 10_000;
/** A work folder whose owner runs elsewhere is given up after this. */
const SILENT_MS = 120_000;
/** One whose owner seems to run here, but which nobody touched: its number went to another process. */
const STALE_MS = 86_400_000;

/** Begins work below `folder`: while it goes on its mark is touched, so that nobody sweeps it away. */
export async function beginWork(folder: string): Promise<Work> {
  const path = join(folder, randomUUID());
  await mkdir(path, { recursive: true, mode: 0o700 });
  const owner = join(path, OWNER);
  await writeFile(owner, JSON.stringify({ host: hostname(), pid: process.pid }));
  const beat = setInterval(() => {
    const now = new Date();
    utimes(owner, now, now).catch(() => undefined);
  }, BEAT_MS);
  beat.unref();
  return {
    path,
    end: async () => {
      clearInterval(beat);
      await rm(path, { recursive: true, force: true });
    },
  };
}

/** Removes work that nobody does any more: its process is gone, or silent for long. */
export async function sweepWork(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    if (await isLeft(path)) await rm(path, { recursive: true, force: true });
  }
}

async function isLeft(path: string): Promise<boolean> {
  const owner = join(path, OWNER);
  const touched = await stat(owner)
    .catch(() => stat(path))
    .catch(() => undefined);
  if (touched === undefined) return false;
  const silent = Date.now() - touched.mtimeMs;
  if (silent > STALE_MS) return true;
  const { host, pid } = await readFile(owner, "utf8")
    .then(JSON.parse, () => ({}))
    .catch(() => ({}));
  if (host === hostname() && Number.isSafeInteger(pid)) return !isRunning(pid);
  return silent > SILENT_MS;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
