import type { NodeProcess } from "./node-process.ts";

const PATIENCE_MS = 12_000;

/** Several writers who enter records one after another, and remember which the node said it has taken. */
export interface Writers {
  readonly acknowledged: ReadonlySet<string>;
  /** Sent without an answer: they may be there or not. */
  readonly unanswered: ReadonlySet<string>;
  /** What the node said last where it could not take a record for a reason of its own, by status. */
  readonly problems: ReadonlyMap<number, { readonly type: string; readonly detail?: string }>;
  /** Waits until so many more are acknowledged; rejects where the node refuses what they write, or takes too long. */
  more(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** `node()` is asked anew for each record: after a restart it is another process. */
export function startWriters(node: () => NodeProcess | undefined, count: number): Writers {
  const acknowledged = new Set<string>();
  const unanswered = new Set<string>();
  const problems = new Map<number, { type: string; detail?: string }>();
  let stopped = false;
  const write = async () => {
    while (!stopped) {
      const now = node();
      if (now === undefined) {
        await pause(20);
        continue;
      }
      const id = `fault-${crypto.randomUUID()}`;
      unanswered.add(id);
      try {
        const response = await now.ask("POST", "/regions/four-rivers/records", recordNamed(id));
        if (response.status === 201) {
          acknowledged.add(id);
          unanswered.delete(id);
        } else if (response.status >= 400 && response.status < 500) {
          throw new Error(`the node refused a record: ${await response.text()}`);
        } else {
          problems.set(response.status, (await response.json()) as { type: string; detail?: string });
          await pause(50);
        }
      } catch (error) {
        if (error instanceof Error && error.message.startsWith("the node refused")) throw error;
        await pause(50);
      }
    }
  };
  const all = Promise.all(Array.from({ length: count }, write));
  // A refusal is thrown by `stop`, and not before anybody waits for it.
  all.catch(() => undefined);
  return {
    acknowledged,
    unanswered,
    problems,
    async more(count) {
      const wanted = acknowledged.size + count;
      const late = performance.now() + PATIENCE_MS;
      while (acknowledged.size < wanted) {
        await Promise.race([all, pause(20)]);
        if (performance.now() > late) throw new Error(`${count} records were not taken in ${PATIENCE_MS / 1000} s`);
      }
    },
    async stop() {
      stopped = true;
      await all;
    },
  };
}

const recordNamed = (id: string) => ({
  id,
  kind: "Diversion",
  from: "AVE",
  occurred: "2026-11-20T12:00:00Z",
  content: { state: "AVE", volume: "1" },
});

/** How often each id stands in the register of the node, read page by page. */
export async function countsInRegister(node: NodeProcess): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  let next: string | undefined;
  do {
    const query = new URLSearchParams({
      kinds: "Diversion",
      held: "node",
      ...(next === undefined ? {} : { after: next }),
    });
    const response = await node.ask("GET", `/regions/four-rivers/records?${query}`);
    if (!response.ok) throw new Error(await response.text());
    const page = (await response.json()) as { items: readonly { id: string }[]; next?: string };
    for (const { id } of page.items) counts.set(id, (counts.get(id) ?? 0) + 1);
    next = page.next;
  } while (next !== undefined);
  return counts;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A moment nobody chose. */
export const randomMs = (from: number, to: number): number => from + Math.random() * (to - from);
