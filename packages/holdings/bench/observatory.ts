/**
 * `npm run bench:observatory`: takes in an invented file of the OECD's bulk columns and asks it, beside plain DuckDB doing the same.
 * Each measure runs in a process of its own. Options: --rows N (500,000; the real file has about 5 million), --folder PATH.
 */
import { fork } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeCrsFile } from "./crs-file.ts";
import type { MEASURES_OF_CHILD, Measured } from "./measures.ts";

const { values } = parseArgs({
  options: { rows: { type: "string", default: "500000" }, folder: { type: "string" } },
});
const rows = Number(values.rows);
const folder = values.folder ?? mkdtempSync(join(tmpdir(), "kelisim-bench-"));
const here = fileURLToPath(new URL("child.ts", import.meta.url));

const measure = (name: keyof typeof MEASURES_OF_CHILD) =>
  new Promise<Measured>((resolve, reject) => {
    const child = fork(here, [name, folder], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    let measured: Measured | undefined;
    child.on("message", (message) => {
      measured = message as Measured;
    });
    child.on("exit", () => (measured === undefined ? reject(new Error(`${name} gave nothing`)) : resolve(measured)));
  });

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const line = (label: string, { ms, cpu, peak }: Measured) =>
  console.log(
    `${label.padEnd(34)} ${seconds(ms).padStart(9)} ${seconds(cpu).padStart(9)} processor ${`${peak} MB`.padStart(8)} peak`,
  );
const judge = (label: string, got: number, most: number, unit: string) =>
  console.log(
    `  ${label}: ${got.toFixed(unit === "" ? 2 : 0)}${unit}, target ≤ ${most}${unit}: ${got <= most ? "met" : "MISSED"}`,
  );

try {
  console.log(
    `${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  );
  await writeCrsFile(join(folder, "crs 2026.txt"), rows);
  await writeCrsFile(join(folder, "small 2026.txt"), 65_000, 2);
  const size = Math.round(statSync(join(folder, "crs 2026.txt")).size / 1e6);
  console.log(`${rows.toLocaleString("en")} rows, ${size} MB`);
  const plain = await measure("take plainly");
  const taken = await measure("take");
  line("taken in by plain DuckDB", plain);
  line("taken in as a holding", taken);
  judge("times the time of plain DuckDB", taken.ms / plain.ms, 1.3, "");
  judge("peak memory", taken.peak, 1000, " MB");
  const asked = await measure("ask");
  const askedPlainly = await measure("ask plainly");
  for (const [question, ms] of Object.entries(asked.each ?? {})) {
    const beside = askedPlainly.each?.[question];
    console.log(
      `${question.padEnd(64)} ${ms.toFixed(0).padStart(6)} ms${beside === undefined ? "" : `, plain ${beside.toFixed(0)} ms`}`,
    );
  }
  const screens = await measure("screens");
  for (const [question, ms] of Object.entries(screens.each ?? {})) judge(`200,000 flows, ${question}`, ms, 200, " ms");
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}
