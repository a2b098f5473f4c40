import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dataFolder } from "../test/node-for-tests.ts";
import { type Figure, ms, quantile } from "./figure.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const ROUNDS = 5;

/** From the command to the line that says where the node is: a new folder, then the same folder again. */
export async function startSection(): Promise<readonly Figure[]> {
  const first: number[] = [];
  const again: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const folder = await dataFolder();
    try {
      first.push(await timeOfStart(folder));
      again.push(await timeOfStart(folder));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return [
    {
      what: "start to ready, the first time (both regions compiled, database made)",
      figure: spread(first),
      target: "8 s",
    },
    { what: "start to ready with existing data", figure: spread(again), target: "3 s" },
  ];
}

const spread = (values: readonly number[]) =>
  `${ms(quantile(values, 0.5))} (${ms(Math.min(...values))} to ${ms(Math.max(...values))})`;

async function timeOfStart(folder: string): Promise<number> {
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [join(ROOT, "packages/cli/bin/kelisim.mjs"), "start", "--port", "0", "--data", folder],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  const ready = await new Promise<number>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("http://")) resolve(performance.now() - begun);
    });
    child.once("exit", (code) => reject(new Error(`the node ended before it was ready: ${code}`)));
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
  return ready;
}
