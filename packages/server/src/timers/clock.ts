import type { NodeContext } from "../context.ts";
import { followedParties, nextTurning } from "./turnings.ts";

/** However far the next moment is, the clock is looked at again after this long: machines sleep, and clocks are set. */
const LONGEST_WAIT = 60_000;

/** For whom dates are followed: open pages and subscribers. */
export interface Follower {
  readonly region: string;
  readonly party: string;
  readonly body: string;
}

export interface Clock {
  /** Works out anew what comes next: records or followers have changed. */
  look(): void;
  stop(): void;
}

/**
 * Calls `strike` when a date of a follower comes near or passes: at the moment itself, and once more after records came
 * in. Whoever is called reads what has turned since its own position; a strike too many changes nothing.
 */
export function createClock(
  node: Pick<NodeContext, "desks" | "views" | "now">,
  followers: () => Promise<readonly Follower[]>,
  strike: () => void,
): Clock {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let looking = false;
  let again = false;
  let seen = node.now();

  async function next(): Promise<number | undefined> {
    let soonest: number | undefined;
    for (const follower of await followers()) {
      const desk = node.desks.get(follower.region);
      if (desk === undefined) continue;
      const view = await node.views.of(desk, follower);
      const moment = nextTurning(view, followedParties(view, follower.party), seen);
      if (moment !== undefined && (soonest === undefined || moment < soonest)) soonest = moment;
    }
    return soonest;
  }

  async function look(): Promise<void> {
    if (stopped) return;
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    clearTimeout(timer);
    try {
      const moment = await next();
      const now = node.now();
      if (moment !== undefined && moment <= now) {
        seen = now;
        strike();
        again = true;
      } else if (!stopped) {
        const wait = Math.min(LONGEST_WAIT, moment === undefined ? LONGEST_WAIT : Math.max(1, moment - now));
        timer = setTimeout(() => void look(), wait);
        timer.unref();
      }
    } catch {
      // The database is away; it is asked again.
      if (!stopped) {
        timer = setTimeout(() => void look(), 2000);
        timer.unref();
      }
    } finally {
      looking = false;
    }
    if (again) {
      again = false;
      await look();
    }
  }

  return {
    look: () => void look(),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
