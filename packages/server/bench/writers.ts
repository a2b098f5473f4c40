import type { WrittenRecord } from "@kelisim/model";
import { startTestNode } from "../test/node-for-tests.ts";
import { inBatches, requestsToAvelin } from "./course.ts";
import type { Figure } from "./figure.ts";

const WRITERS = 16;
const SINGLES = 8000;
const BATCHED = 100_000;
const BATCH = 1000;

/** Records taken durably: one by one by 16 writers, and in batches. Each is on disk when its call returns. */
export async function writersSection(): Promise<readonly Figure[]> {
  const node = await startTestNode({ embedded: true, regions: ["four-rivers"], us: ["AVE"] });
  try {
    const { records } = node.context.store.as({ region: "four-rivers", party: "AVE", body: "desk" });
    const all = [...requestsToAvelin(SINGLES + BATCHED, Date.now())];
    const singles = await timed(all.slice(0, SINGLES), WRITERS, async (record) => {
      const { taken } = await records.append([record]);
      if (taken.length !== 1) throw new Error(`${record.id} was not taken`);
    });
    const rest = all.slice(SINGLES, SINGLES + BATCHED);
    const batches = await timed([...inBatches(rest, BATCH)], 2, async (batch) => {
      const { taken } = await records.append(batch);
      if (taken.length !== batch.length) throw new Error("a batch was not taken whole");
    });
    return [
      {
        what: `records taken durably one by one, ${WRITERS} writers`,
        figure: rate(singles, SINGLES),
        target: "2,000 a second",
      },
      {
        what: `records taken durably in batches of ${BATCH}`,
        figure: rate(batches, BATCHED),
        target: "20,000 a second",
      },
    ];
  } finally {
    await node.close();
  }
}

const rate = (seconds: number, count: number) => `${Math.round(count / seconds).toLocaleString("en")} a second`;

async function timed<T extends WrittenRecord | WrittenRecord[]>(
  work: readonly T[],
  writers: number,
  write: (each: T) => Promise<void>,
): Promise<number> {
  let next = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (next < work.length) await write(work[next++]!);
    }),
  );
  return (performance.now() - begun) / 1000;
}
