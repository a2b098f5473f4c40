/**
 * Every question behind the screens of the observatory, put to a whole node over HTTP: `screens.ts FOLDER`, with the invented file of
 * the OECD's columns in the folder. Each screen gets a node of its own, which is asked its questions once what a start
 * works out ahead is done, and then each again and again, each time with something else in it. What is found goes to the process that started this one.
 */
import { readFileSync } from "node:fs";
import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { quantile } from "./figure.ts";
import { type AskedNode, startAskedNode, type Took } from "./screens/asked-node.ts";
import { fillLibrary } from "./screens/library.ts";
import { SCREEN_QUESTIONS, type ScreenQuestion } from "./screens/questions.ts";

/** Milliseconds of one question: the first answer of a node, and of those after it the slowest twentieth and the mean. */
export interface ScreenFigures {
  readonly screen: string;
  readonly question: string;
  readonly first: number;
  readonly firstProcessor: number;
  readonly slowest: number;
  readonly processor: number;
  readonly bytes: number;
}

export interface ScreensFound {
  readonly flows: number;
  readonly files: number;
  /** Milliseconds from listening until what a start works out ahead was done; the longest of all starts. */
  readonly ahead: number;
  readonly figures: readonly ScreenFigures[];
}

const TURNS = 40;
/** How long a person looks at a list before choosing from it, at least. */
const CHOOSING_MS = 1000;
const BRIEFS = fileURLToPath(new URL("../../../regions/central-asia/briefs/", import.meta.url));
const PAPERS = ["assistance-and-security.md", "advantages-of-the-eu.md"];

let current: Promise<AskedNode> | undefined;
// Nobody reads the figures of a bench that was broken off; a node ends its database before its folder goes.
for (const signal of ["SIGINT", "SIGTERM", "disconnect"] as const)
  process.once(
    signal,
    () => void (current ?? Promise.resolve(undefined)).then((node) => node?.stop()).finally(() => process.exit(1)),
  );

const [, , folder = "", only = ""] = process.argv;
const dataFolder = join(folder, "data");
await mkdir(dataFolder, { recursive: true });
// The database's own user passes through, where the bench runs as root.
await chmod(dataFolder, 0o755);
const { ids, flows } = await fillLibrary(folder, dataFolder);
const texts = PAPERS.map((name) => readFileSync(join(BRIEFS, name), "utf8"));
// The first start makes the database and compiles the regions.
await (await started()).stop();
const figures: ScreenFigures[] = [];
let ahead = 0;
const wanted = SCREEN_QUESTIONS.filter(({ screen, path }) => `${screen} ${path}`.includes(only));
for (const questions of Map.groupBy(wanted, ({ screen }) => screen).values())
  figures.push(...(await measured(questions)));
process.send!({ flows, files: Object.keys(ids).length, ahead, figures } satisfies ScreensFound);
process.removeAllListeners("disconnect");
process.disconnect();

async function started(): Promise<AskedNode> {
  current = startAskedNode(dataFolder);
  return current;
}

/** The questions of one screen: each once in the order of its parts, then each again and again. */
async function measured(questions: readonly ScreenQuestion[]): Promise<readonly ScreenFigures[]> {
  const node = await started();
  ahead = Math.max(ahead, node.ahead);
  const ask = (question: ScreenQuestion, n: number) =>
    node.ask(question, question.query?.(n, ids) ?? {}, question.body?.(n, texts));
  try {
    const firsts: Took[] = [];
    for (const question of questions) {
      if (question.before !== undefined) {
        await node.ask({ path: question.before }, {}, undefined);
        await new Promise((resume) => setTimeout(resume, CHOOSING_MS));
      }
      firsts.push(await ask(question, 0));
    }
    const figures: ScreenFigures[] = [];
    for (const [at, question] of questions.entries()) {
      const after: Took[] = [];
      for (let n = 1; n <= TURNS; n += 1) after.push(await ask(question, n));
      figures.push(figuresOf(question, firsts[at]!, after));
    }
    return figures;
  } finally {
    await node.stop();
  }
}

function figuresOf({ screen, path, as }: ScreenQuestion, first: Took, after: readonly Took[]): ScreenFigures {
  const question = as === undefined ? path : `${path}, ${as}`;
  const slowest = quantile(
    after.map(({ clock }) => clock),
    0.95,
  );
  const processor = after.reduce((sum, took) => sum + took.processor, 0) / after.length;
  console.log(
    `${screen} ${question}: first ${first.clock.toFixed(0)} ms (processor ${first.processor.toFixed(0)}), slowest twentieth ${slowest.toFixed(0)} ms (processor ${processor.toFixed(0)})`,
  );
  return {
    screen,
    question,
    first: first.clock,
    firstProcessor: first.processor,
    slowest,
    processor,
    bytes: first.bytes,
  };
}
