/**
 * `npm run bench:observatory`: takes in invented files of the OECD's bulk columns and asks them, beside plain DuckDB doing the same;
 * puts the questions of screens to 200,000 flows, to the library and to a whole node; reads a document of IATI. Each measure runs in a process of its own, files are
 * removed behind it. What is measured stands in docs/benchmarks.md.
 *
 * --rows 1000000,5000000   rows of the files; the real file of all years has about 5 million
 * --megabytes 300          size of the document
 * --only crs,questions,screens,iati  some parts
 * --screen money           of the questions to a node those whose screen or address has this in it
 * --all-memory             also plain DuckDB that may take all memory (13 GB for 5 million rows)
 * --folder PATH            where files are made (8 GB for 5 million rows)
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { ScreensFound } from "../../server/bench/screens.ts";
import { writeCrsFile } from "./crs-file.ts";
import { writeIatiFile } from "./iati-file.ts";
import { FILES, type MEASURES_OF_CHILD, type Measured } from "./measures.ts";
import { type Line, printScreens, printTable } from "./table.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "1000000,5000000" },
    megabytes: { type: "string", default: "300" },
    only: { type: "string", default: "crs,questions,screens,iati" },
    screen: { type: "string", default: "" },
    "all-memory": { type: "boolean", default: false },
    folder: { type: "string" },
  },
});
const parts = values.only.split(",");
const root = mkdtempSync(join(values.folder ?? tmpdir(), "kelisim-bench-"));
// The user of a node's database passes through, where the bench runs as root.
chmodSync(root, 0o755);
const child = fileURLToPath(new URL("child.ts", import.meta.url));
const screensOfNode = fileURLToPath(new URL("../../server/bench/screens.ts", import.meta.url));
const lines: Line[] = [];
let asked: ScreensFound | undefined;
let stopChild = async () => {};
// Gigabytes would be left of a bench that is broken off.
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, async () => {
    await stopChild();
    rmSync(root, { recursive: true, force: true });
    process.exit(1);
  });

type Name = keyof typeof MEASURES_OF_CHILD;

const MADE: readonly [work: Name, files: readonly string[]][] = [
  ["take", ["library"]],
  ["take IATI", ["library"]],
  ["take plainly", ["plain.duckdb", "plain.parquet", "temporary"]],
  ["take plainly, all memory", ["plain.duckdb", "plain.parquet", "temporary"]],
];

/** Runs a measure in a process of its own; what an earlier run of it left is removed first. */
async function measure(name: Name, folder: string): Promise<Measured> {
  for (const file of MADE.find(([work]) => work === name)?.[1] ?? [])
    rmSync(join(folder, file), { recursive: true, force: true });
  const measured = await inProcess<Measured>(child, [name, folder]);
  const { ms, cpu, peak } = measured;
  const load = loadavg()[0]!.toFixed(1);
  console.log(`${name}: ${seconds(ms)} clock, ${seconds(cpu)} processor, ${peak} MB peak (load ${load})`);
  return measured;
}

/** Runs a script in a process of its own and gives the one thing that it says. */
function inProcess<T>(script: string, given: readonly string[]): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const running = fork(script, given, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    stopChild = async () => {
      running.kill();
      if (running.exitCode === null && running.signalCode === null) await once(running, "exit");
    };
    let found: T | undefined;
    running.on("message", (message) => {
      found = message as T;
    });
    running.on("exit", () => (found === undefined ? reject(new Error(`${given[0]} gave nothing`)) : resolve(found)));
  });
}

/** A folder that is there for the work only. */
async function inFolder<T>(name: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(root, name);
  mkdirSync(folder);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const mean = (measured: readonly Measured[], of: "ms" | "cpu") => sum(measured.map((one) => one[of])) / measured.length;
const most = (measured: readonly Measured[]) => Math.max(...measured.map(({ peak }) => peak));

/** A file of so many rows, taken in and asked by both, in an order that favours neither: library, plain, plain, library. */
const crs = (rows: number) =>
  inFolder(`crs ${rows}`, async (folder) => {
    await writeCrsFile(join(folder, FILES.crs), rows);
    const size = Math.round(statSync(join(folder, FILES.crs)).size / 1e6);
    const count = rows.toLocaleString("en");
    console.log(`\n${count} rows of the CRS, ${size} MB`);
    const first = await measure("take", folder);
    const plain = [await measure("take plainly", folder), await measure("take plainly", folder)];
    const own = [first, await measure("take", folder)];
    if (new Set([...plain, ...own].map((one) => one.rows)).size !== 1)
      throw new Error(`not the same rows were made: ${[...plain, ...own].map((one) => one.rows).join(", ")}`);
    lines.push({ heading: `${count} rows of the CRS (${size} MB), ${first.rows!.toLocaleString("en")} flows` });
    const [clock, cpu] = [mean(own, "ms"), mean(own, "cpu")];
    const took = { plain: mean(plain, "ms"), own: clock, format: seconds };
    lines.push({ what: "taken in, by the clock", ...took, times: 1.3 });
    lines.push({ what: "taken in, processor time", plain: mean(plain, "cpu"), own: cpu, format: seconds, times: 1.3 });
    lines.push({
      what: "peak memory of taking it in",
      plain: most(plain),
      own: most(own),
      format: megabytes,
      limit: 1000,
    });
    const asked = await measure("ask", folder);
    const askedPlainly = await measure("ask plainly", folder);
    for (const [question, ms] of Object.entries(asked.each!))
      lines.push({ what: question, plain: askedPlainly.each![question]!, own: ms, format: milliseconds });
    const all = [askedPlainly, asked].map((one) => sum(Object.values(one.each!)));
    lines.push({
      what: "these four questions together",
      plain: all[0]!,
      own: all[1]!,
      format: milliseconds,
      times: 1.3,
    });
    lines.push({
      what: "peak memory of asking",
      plain: askedPlainly.peak,
      own: asked.peak,
      format: megabytes,
      limit: 1000,
    });
    if (!values["all-memory"]) return;
    const free = await measure("take plainly, all memory", folder);
    lines.push({ what: "taken in, plain DuckDB with all memory", plain: free.ms, own: clock, format: seconds });
    lines.push({ what: "its peak memory", plain: free.peak, own: most(own), format: megabytes });
  });

/** Each row of the file gives about three flows. */
const ROWS_OF_SCREENS = 65_400;

const questions = () =>
  inFolder("questions", async (folder) => {
    await writeCrsFile(join(folder, FILES.crs), ROWS_OF_SCREENS, 2);
    console.log("\nquestions of screens to the library");
    const { rows = 0 } = await measure("take", folder);
    const { each = {}, peak } = await measure("screens", folder);
    lines.push({ heading: `${rows.toLocaleString("en")} flows: slowest twentieth of 60 answers` });
    for (const [question, ms] of Object.entries(each))
      lines.push({ what: question, own: ms, format: milliseconds, limit: 200 });
    lines.push({ what: "peak memory", own: peak, format: megabytes, limit: 1000 });
  });

/** Every question behind the screens of the observatory, put to a whole node. */
const screens = () =>
  inFolder("screens", async (folder) => {
    await writeCrsFile(join(folder, FILES.crs), ROWS_OF_SCREENS, 2);
    console.log("\nquestions of screens to a node");
    asked = await inProcess<ScreensFound>(screensOfNode, [folder, values.screen]);
  });

const iati = () =>
  inFolder("iati", async (folder) => {
    const bytes = await writeIatiFile(join(folder, FILES.iati), Number(values.megabytes) * 1e6);
    console.log(`\n${(bytes / 1e6).toFixed(0)} MB of IATI`);
    const read = [await measure("read IATI", folder), await measure("read IATI", folder)];
    const took = await measure("take IATI", folder);
    const speed = (ms: number) => bytes / 1e3 / ms;
    const rows = took.rows!.toLocaleString("en");
    lines.push({ heading: `${(bytes / 1e6).toFixed(0)} MB of IATI activities, ${rows} flows` });
    lines.push({ what: "read on one core, by the clock", own: speed(mean(read, "ms")), format: rate, least: 30 });
    lines.push({ what: "read, by processor time", own: speed(mean(read, "cpu")), format: rate, least: 30 });
    lines.push({ what: "peak memory of reading", own: most(read), format: megabytes, limit: 1000 });
    lines.push({ what: "taken in as a holding, by the clock", own: speed(took.ms), format: rate });
    lines.push({ what: "peak memory of taking it in", own: took.peak, format: megabytes, limit: 1000 });
  });

const megabytes = (mb: number) => `${mb.toFixed(0)} MB`;
const milliseconds = (ms: number) => `${ms.toFixed(0)} ms`;
const rate = (mb: number) => `${mb.toFixed(1)} MB/s`;

try {
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${memory} GiB, Node ${process.version}`;
  const before = loadavg()[0]!.toFixed(1);
  if (parts.includes("crs")) for (const rows of values.rows.split(",").map(Number)) await crs(rows);
  if (parts.includes("questions")) await questions();
  if (parts.includes("screens")) await screens();
  if (parts.includes("iati")) await iati();
  console.log(`\n${machine}; load before ${before}, after ${loadavg()[0]!.toFixed(1)}\n`);
  printTable(lines);
  if (asked !== undefined) printScreens(asked);
} finally {
  rmSync(root, { recursive: true, force: true });
}
