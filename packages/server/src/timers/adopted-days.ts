import type { NodeContext } from "../context.ts";
import { nextDay, serveAdopted } from "../desk/agreements/versions.ts";

/** Looked at this often: a look compares one number a region, and machines sleep, clocks are set, decisions are taken. */
const LOOK_MS = 1000;

/**
 * Serves a region anew when the day of a decision has come while the node runs. `served` is called after that. Returns
 * how to stop.
 */
export function startAdoptedDays(
  node: NodeContext,
  served: () => void,
  log: (message: string) => void,
): () => Promise<void> {
  let running: Promise<void> | undefined;
  let told = false;
  const look = async () => {
    for (const desk of node.desks.values()) {
      const day = nextDay(desk);
      if (day === undefined || day > node.now()) continue;
      await serveAdopted(node, desk);
      served();
    }
    told = false;
  };
  const tick = () => {
    running ??= look()
      .catch((error: unknown) => {
        // The database is away: it is asked again at the next look, and the operator is told once.
        if (!told) log(`adopted texts: ${error instanceof Error ? error.message : String(error)}`);
        told = true;
      })
      .finally(() => {
        running = undefined;
      });
  };
  const every = setInterval(tick, LOOK_MS);
  every.unref();
  return async () => {
    clearInterval(every);
    await running;
  };
}
