import type { ImportReport } from "@kelisim/api";
import { contentHash, createRecordReader, isRefusal, type Problem, type WrittenRecord } from "@kelisim/model";
import { type BodyStore, parseMarking } from "@kelisim/store";
import { problemWords, type Words } from "@kelisim/words";
import type { Desk } from "../desk.ts";
import { FIELD } from "./check.ts";

/** Records taken in one go: durable together, and few enough that a lost connection leaves little to send again. */
const BATCH = 1000;
const PROBLEMS = 200;

export interface ImportNeeds {
  readonly desk: Desk;
  readonly store: BodyStore;
  readonly words: Words;
  readonly now: number;
  readonly dry: boolean;
  readonly file?: string;
}

interface Waiting {
  readonly line: number;
  readonly record: WrittenRecord;
}

/**
 * Takes JSON Lines in, or looks what would be taken (`dry`). Every line is taken, repeated or refused by itself, each refusal
 * with its line and column. What was taken is on disk batch by batch; whoever sends the same file again after a lost
 * connection finds those counted as repeated. Texts keep their digits: a record is stored as it was written.
 */
export async function importLines(lines: AsyncIterable<string>, needs: ImportNeeds): Promise<ImportReport> {
  const { desk, store, words, now, dry, file } = needs;
  const { region, program } = desk;
  const reader = createRecordReader(program.vocabulary, {
    parties: region.parties,
    instruments: program.instruments.map(({ id }) => id),
    ...(region.fictional ? {} : { now }),
  });
  const kinds = new Map<string, number>();
  const problems: ImportReport["problems"] = [];
  const counts = { taken: 0, repeated: 0, refused: 0, more: 0 };
  const held = dry ? await heldBy(store) : undefined;
  let waiting: Waiting[] = [];
  let at = 0;

  const tell = (line: number, problem: Problem, id?: string) => {
    if (problems.length >= PROBLEMS) counts.more += 1;
    else problems.push(placed(line, problem, id, words));
  };
  const take = ({ kind }: WrittenRecord) => {
    counts.taken += 1;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  };
  const flush = async () => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    const { taken, repeated, refused } = await store.records.append(batch.map(({ record }) => record));
    const turnedDown = new Set(refused.map(({ index }) => index));
    for (const { index, problem } of refused) tell(batch[index]!.line, problem, batch[index]!.record.id);
    counts.refused += refused.length;
    counts.repeated += repeated.length;
    // One id twice in a batch: the second is repeated, so kinds are counted by what was taken.
    const fresh = new Set(taken.map(({ id }) => id));
    for (const [index, { record }] of batch.entries())
      if (!turnedDown.has(index) && fresh.delete(record.id)) take(record);
  };

  for await (const text of lines) {
    at += 1;
    const result = reader.line(text);
    const sound = result.record !== undefined || result.fact !== undefined;
    const id = result.record?.id ?? result.fact?.id;
    for (const problem of result.problems) tell(at, problem, id);
    if (!sound) {
      if (text.trim() !== "") counts.refused += 1;
      continue;
    }
    const record = JSON.parse(at === 1 ? text.replace(/^\uFEFF/, "") : text) as WrittenRecord;
    const marking = parseMarking(record.marking);
    if (isRefusal(marking)) {
      counts.refused += 1;
      tell(
        at,
        { code: "record/marking", severity: "error", message: `marking: ${marking.refusal}`, ...mendOf(marking) },
        id,
      );
      continue;
    }
    if (held === undefined) {
      waiting.push({ line: at, record });
      if (waiting.length >= BATCH) await flush();
      continue;
    }
    const outcome = held.see(record);
    if (outcome === "new") take(record);
    else if (outcome === "same") counts.repeated += 1;
    else {
      counts.refused += 1;
      tell(at, outcome, id);
    }
  }
  await flush();
  const { empty } = reader.counts();
  return {
    dry,
    ...(file === undefined ? {} : { file }),
    lines: at,
    empty,
    taken: counts.taken,
    repeated: counts.repeated,
    refused: counts.refused,
    byKind: [...kinds]
      .map(([kind, count]) => ({ kind, title: words.kind(kind), count }))
      .sort((a, b) => b.count - a.count || a.title.localeCompare(b.title, words.language)),
    problems: problems.sort((a, b) => a.line - b.line),
    more: counts.more,
  };
}

const mendOf = ({ mend }: { readonly mend?: string }) => (mend === undefined ? {} : { mend });

function placed(
  line: number,
  problem: Problem,
  id: string | undefined,
  words: Words,
): ImportReport["problems"][number] {
  const { code, severity, message, column } = problem;
  const say = (sentence: string) => problemWords(words.language, sentence, words);
  const [, path, rest] = FIELD.exec(message) ?? [];
  return {
    line,
    ...(column === undefined ? {} : { column }),
    ...(id === undefined ? {} : { id }),
    severity: severity === "error" ? "error" : "warning",
    code,
    message: path === undefined ? say(message) : `${path}: ${say(rest!)}`,
    ...(problem.mend === undefined ? {} : { mend: say(problem.mend) }),
  };
}

/** What the own body holds, by id, in short: enough to say what would be new, and what would be the same again. */
async function heldBy(store: BodyStore) {
  const own = new Map<string, string>();
  for await (const { record } of store.records.stream()) own.set(record.id, shortOf(record));
  const mine = await ownIds(store);
  return {
    see(record: WrittenRecord): "new" | "same" | Problem {
      const about = record.corrects ?? record.withdraws;
      if (about !== undefined && !mine.has(about)) {
        return {
          code: "record/not-own",
          severity: "error",
          message: `${record.corrects === undefined ? "withdraws" : "corrects"}: "${about}" is no record of this body`,
          mend: "only the body that keeps a record corrects it or takes it back",
        };
      }
      const before = own.get(record.id);
      const now = shortOf(record);
      if (before === undefined) {
        own.set(record.id, now);
        mine.add(record.id);
        return "new";
      }
      if (before === now && mine.has(record.id)) return "same";
      return {
        code: "record/id-held",
        severity: "error",
        message: `id: "${record.id}" is held here with other content`,
        mend: "give a correction its own id, and name the record it corrects in corrects",
      };
    },
  };
}

async function ownIds(store: BodyStore): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let after: string | undefined; ; ) {
    const page = await store.records.page({ own: true, order: "oldest", limit: 1000, ...(after ? { after } : {}) });
    for (const { record } of page.records) ids.add(record.id);
    if (page.next === undefined) return ids;
    after = page.next;
  }
}

/** Header and content without `known`, as one short text. */
function shortOf({ known: _known, ...said }: WrittenRecord): string {
  return contentHash({ content: said as unknown as Readonly<Record<string, unknown>> }).slice(0, 32);
}
