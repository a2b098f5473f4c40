import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { iatiActivities } from "@kelisim/sources";
import { type Holdings, isStopped, openHoldings } from "../src/index.ts";
import { openPlainly, takePlainly } from "./plain.ts";
import { type Ask, PLAIN_QUESTIONS, QUESTIONS, questionsOfScreens } from "./questions.ts";

/** Memory that plain DuckDB may take: as much as the library, whose process holds more than DuckDB. */
const PLAIN_MEMORY = "450MB";

/** What a process measured of itself; times in milliseconds, memory in MB. */
export interface Measured extends Found {
  readonly ms: number;
  readonly cpu: number;
  readonly peak: number;
}

/** What a measure found besides. */
export interface Found {
  /** Rows that were made. */
  readonly rows?: number;
  /** Milliseconds of each question. */
  readonly each?: Readonly<Record<string, number>>;
}

/** Names of the files in the folder of a bench. */
export const FILES = { crs: "crs 2026.txt", iati: "iati 2026.xml" } as const;

/** The smallest of five. */
async function best(work: Ask): Promise<number> {
  return Math.min(...(await times(work, 5)));
}

/** The time within which nineteen of twenty are answered; the very first, which opens the file, is among them. */
async function slowestTwentieth(work: Ask): Promise<number> {
  const sorted = (await times(work, 60)).toSorted((a, b) => a - b);
  return sorted[Math.ceil(0.95 * sorted.length) - 1]!;
}

async function times(work: Ask, turns: number): Promise<readonly number[]> {
  const all: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now();
    await work();
    all.push(performance.now() - began);
  }
  return all;
}

async function each(questions: Readonly<Record<string, Ask>>, time: (work: Ask) => Promise<number>): Promise<Found> {
  const found: Record<string, number> = {};
  for (const [question, work] of Object.entries(questions)) found[question] = await time(work);
  return { each: found };
}

async function inLibrary(folder: string, work: (holdings: Holdings) => Promise<Found>): Promise<Found> {
  const holdings = await openHoldings(join(folder, "library"));
  if (isStopped(holdings)) throw new Error(holdings.problems[0]?.message);
  try {
    return await work(holdings);
  } finally {
    await holdings.close();
  }
}

const take = (folder: string, file: string) =>
  inLibrary(folder, async (holdings) => {
    const took = await holdings.take(join(folder, file), "bench");
    if (isStopped(took)) throw new Error(took.problems[0]?.message);
    return { rows: took.holding.rows.made };
  });

const idOfOnly = async (holdings: Holdings) => (await holdings.list()).holdings[0]!.id;

/** Reads a document to its last row, on the thread that runs this. */
async function readIati(path: string): Promise<Found> {
  async function* text() {
    for await (const part of createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 18 })) yield String(part);
  }
  let rows = 0;
  const sample = { name: FILES.iati, bytes: (await stat(path)).size, head: "" };
  for await (const some of iatiActivities.read(text(), sample)) for (const one of some) if ("row" in one) rows += 1;
  return { rows };
}

/** What a process may be asked to measure in the folder of the bench. */
export const MEASURES_OF_CHILD = {
  take: (folder: string) => take(folder, FILES.crs),
  "take plainly": async (folder: string) => ({
    rows: await takePlainly(join(folder, FILES.crs), folder, PLAIN_MEMORY),
  }),
  "take plainly, all memory": async (folder: string) => ({ rows: await takePlainly(join(folder, FILES.crs), folder) }),
  ask: (folder: string) =>
    inLibrary(folder, async (holdings) => {
      const id = await idOfOnly(holdings);
      const asks = Object.entries(QUESTIONS).map(([question, asked]) => [
        question,
        async () => {
          const answer = await holdings.answer({ ...asked, holdings: [id] });
          if ("problems" in answer) throw new Error(JSON.stringify(answer.problems));
        },
      ]);
      return each(Object.fromEntries(asks) as Readonly<Record<string, Ask>>, best);
    }),
  "ask plainly": async (folder: string) => {
    const instance = await openPlainly(":memory:", folder, PLAIN_MEMORY);
    const connection = await instance.connect();
    await connection.run(`CREATE VIEW plain AS SELECT * FROM read_parquet('${join(folder, "plain.parquet")}')`);
    const asks = Object.entries(PLAIN_QUESTIONS).map(([question, sql]) => [
      question,
      async () => (await connection.runAndReadAll(sql)).getRowObjectsJS(),
    ]);
    return each(Object.fromEntries(asks) as Readonly<Record<string, Ask>>, best);
  },
  screens: (folder: string) =>
    inLibrary(folder, async (holdings) =>
      each(questionsOfScreens(holdings, await idOfOnly(holdings)), slowestTwentieth),
    ),
  "read IATI": (folder: string) => readIati(join(folder, FILES.iati)),
  "take IATI": (folder: string) => take(folder, FILES.iati),
} as const satisfies Readonly<Record<string, (folder: string) => Promise<Found>>>;
