import type { NodeContext } from "../context.ts";
import { lastRetention, retentionDays, runRetention } from "../desk/node/retention.ts";

const DAY_MS = 86_400_000;
/** A node that sleeps at night is behind by an hour at most once it is awake. */
const LOOK_MS = 3_600_000;

/** Runs retention once a day, where a period is set for any kind. Returns how to stop. */
export function startDailyRetention(node: NodeContext, log: (message: string) => void): () => Promise<void> {
  let running: Promise<void> | undefined;
  const look = async () => {
    if (Object.keys(await retentionDays(node)).length === 0) return;
    const last = await lastRetention(node);
    if (last !== undefined && node.now() - Date.parse(last.at) < DAY_MS) return;
    const { erased } = await runRetention(node, "node");
    if (erased > 0) log(`retention: the content of ${erased} records and coded interviews was erased`);
  };
  const tick = () => {
    running ??= look()
      .catch((error: unknown) => log(`retention: ${error instanceof Error ? error.message : String(error)}`))
      .finally(() => {
        running = undefined;
      });
  };
  const every = setInterval(tick, LOOK_MS);
  every.unref();
  tick();
  return async () => {
    clearInterval(every);
    await running;
  };
}
