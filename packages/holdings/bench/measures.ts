import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Selection } from "@kelisim/analysis";
import { type Holdings, isStopped, openHoldings } from "../src/index.ts";
import { takePlainly } from "./plain.ts";

/** What a process measured of itself; times in milliseconds, memory in MB. */
export interface Measured {
  readonly ms: number;
  readonly cpu: number;
  readonly peak: number;
  /** Milliseconds of each question, the best of five. */
  readonly each?: Readonly<Record<string, number>>;
}

const STATES = ["KAZ", "KGZ", "TJK", "TKM", "UZB"];
const five = { column: "recipient", in: STATES } as const;
const DONORS = "five states by donor, recipient, year and measure";
const SHARE = "152xx of five states by recipient, year and measure";
const ALL = "all of five states by recipient, year and measure";
const WORLD = "the world by recipient, year and measure";

const asked = (where: Selection["where"], by: readonly string[]) =>
  ({ table: "flows", where, by, sum: "amount" }) as const;

const QUESTIONS: Readonly<Record<string, Omit<Selection, "holdings">>> = {
  [DONORS]: asked([five], ["donor", "recipient", "year"]),
  [SHARE]: asked([five, { column: "purpose", startsWith: ["152"] }], ["recipient", "year"]),
  [ALL]: asked([five], ["recipient", "year"]),
  [WORLD]: asked([], ["recipient", "year"]),
};

/** The same by hand, over the Parquet that plain DuckDB made. */
const PLAIN_FIVE = "RecipientCode IN ('613', '614', '615', '616', '617')";
const plainly = (where: string, by: string) =>
  `SELECT ${by}, measure, currency, price_year, sum(amount)::VARCHAR, count(*) FROM plain WHERE ${where} GROUP BY ALL`;
const PLAIN: Readonly<Record<string, string>> = {
  [DONORS]: plainly(PLAIN_FIVE, "DonorCode, RecipientCode, year"),
  [SHARE]: plainly(`${PLAIN_FIVE} AND PurposeCode LIKE '152%'`, "RecipientCode, year"),
  [ALL]: plainly(PLAIN_FIVE, "RecipientCode, year"),
  [WORLD]: plainly("true", "RecipientCode, year"),
};

async function best(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 5; turn++) {
    const began = performance.now();
    await work();
    least = Math.min(least, performance.now() - began);
  }
  return least;
}

async function inLibrary<T>(folder: string, work: (holdings: Holdings) => Promise<T>): Promise<T> {
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
    return took.holding;
  });

async function timed(_holdings: Holdings, questions: Readonly<Record<string, () => Promise<object>>>) {
  const each: Record<string, number> = {};
  for (const [question, ask] of Object.entries(questions)) {
    each[question] = await best(async () => {
      const answer = await ask();
      if ("problems" in answer) throw new Error(JSON.stringify(answer));
    });
  }
  return each;
}

/** What a process may be asked to measure in the folder of the bench. */
export const MEASURES_OF_CHILD = {
  take: async (folder: string) => {
    await take(folder, "crs 2026.txt");
  },
  "take plainly": async (folder: string) => {
    await takePlainly(join(folder, "crs 2026.txt"), folder);
  },
  ask: async (folder: string) => {
    const { id } = await take(folder, "crs 2026.txt");
    return inLibrary(folder, (holdings) =>
      timed(
        holdings,
        Object.fromEntries(
          Object.entries(QUESTIONS).map(([question, one]) => [
            question,
            () => holdings.answer({ ...one, holdings: [id] }),
          ]),
        ),
      ),
    );
  },
  "ask plainly": async (folder: string) => {
    const instance = await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "450MB" });
    const connection = await instance.connect();
    await connection.run(`CREATE VIEW plain AS SELECT * FROM read_parquet('${join(folder, "plain.parquet")}')`);
    const each: Record<string, number> = {};
    for (const [question, sql] of Object.entries(PLAIN)) {
      each[question] = await best(async () => (await connection.runAndReadAll(sql)).getRowObjectsJS());
    }
    return each;
  },
  screens: async (folder: string) => {
    const { id } = await take(folder, "small 2026.txt");
    return inLibrary(folder, (holdings) => {
      const questions = Object.fromEntries(
        Object.entries(QUESTIONS).map(([question, one]) => [
          question,
          () => holdings.answer({ ...one, holdings: [id] }),
        ]),
      );
      const share = { ...QUESTIONS[SHARE]!, holdings: [id] };
      return timed(holdings, {
        ...questions,
        "current vintages": () => holdings.current({ table: "flows" }),
        "rows behind a figure": () =>
          holdings.rows(share, { by: { recipient: "UZB", year: 2019 } }, { from: 0, rows: 50 }),
      });
    });
  },
} as const satisfies Readonly<Record<string, (folder: string) => Promise<unknown>>>;
