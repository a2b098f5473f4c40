import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Holdings, type HoldingsOptions, isStopped, openHoldings, type Stopped } from "../src/index.ts";

/** A folder of its own for what a test writes. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "kelisim-holdings-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A library that is new and goes away behind the work. */
export function inLibrary<T>(
  work: (holdings: Holdings, folder: string) => Promise<T>,
  options: HoldingsOptions = {},
): Promise<T> {
  return inFolder(async (folder) => {
    const holdings = sound(await openHoldings(join(folder, "library"), options));
    try {
      return await work(holdings, folder);
    } finally {
      await holdings.close();
    }
  });
}

/** What did not stop. */
export function sound<T extends object>(answer: T | Stopped): T {
  if (isStopped(answer)) assert.fail(answer.problems.map(({ code, message }) => `${code}: ${message}`).join("; "));
  return answer as T;
}

/** What stopped, by its first problem. */
export function stopped(answer: object): Stopped["problems"][number] {
  if (!isStopped(answer)) assert.fail("it was not stopped");
  return answer.problems[0]!;
}
