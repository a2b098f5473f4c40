import { execFileSync } from "node:child_process";
import { closeSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { chmod, rm } from "node:fs/promises";
import { join } from "node:path";
import { dataFolder } from "./data-folder.ts";

/** A file system of its own with a fixed size, in memory: on it a disk is really full. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes all room but so many bytes. */
  fill(leave: number): void;
  /** Gives back what `fill` took. */
  free(): void;
  remove(): Promise<void>;
}

const MEGABYTE = 1024 * 1024;

/** Makes one of so many megabytes; only root on Linux may. Otherwise gives the reason, for a test that is left out. */
export async function makeSmallDisk(megabytes: number): Promise<SmallDisk | string> {
  const folder = await dataFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "pipe" });
  } catch (error) {
    await rm(folder, { recursive: true });
    return `no file system can be mounted here: ${(error as Error).message.trim().split("\n").at(-1)}`;
  }
  await chmod(folder, 0o755);
  const ballast = join(folder, "ballast");
  return {
    folder,
    fill(leave) {
      const { bavail, bsize } = statfsSync(folder);
      const file = openSync(ballast, "a");
      const block = Buffer.alloc(MEGABYTE);
      for (let left = bavail * bsize - leave; left > 0; left -= block.length)
        writeSync(file, block, 0, Math.min(left, block.length));
      closeSync(file);
    },
    free: () => rmSync(ballast, { force: true }),
    async remove() {
      execFileSync("umount", ["-l", folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
