import type { Viewer } from "./context.ts";
import type { Desk } from "./desk/desk.ts";
import { type Asked, readStandpoint } from "./desk/standpoint.ts";
import type { View } from "./desk/views.ts";
import { HttpProblem } from "./http/problem.ts";

/** For what something is worked out before anybody asks: a region as one body reads it, now. */
export interface AheadOf {
  readonly desk: Desk;
  readonly viewer: Viewer;
  readonly view: View;
  readonly asked: Asked;
}

/** A region as one body reads it. */
export type AheadView = Pick<AheadOf, "viewer" | "view">;

/** One piece of work. What it gives is not looked at: it fills what the answers are remembered in. */
export type AheadWork = (of: AheadOf) => unknown;

/**
 * Answers worked out before anybody asks, so that the first to open a screen waits for no more than the next. The work is what the
 * routes do anyway, with what a page asks when it is opened; nothing here keeps an answer.
 */
export interface Ahead {
  /** Adds a piece of work; pieces are done in the order in which they were added. */
  add(work: AheadWork): void;
  /** Does all of it, from the beginning where it is under way: after the start, and after files or agreements have changed. */
  begin(): void;
  /** Resolves when nothing of it is left to do. */
  done(): Promise<void>;
  /** Does no further piece and waits for the one under way. */
  stop(): Promise<void>;
}

export interface AheadNeeds {
  /** For whom it is worked out. */
  readonly views: () => Promise<readonly AheadView[]>;
  readonly now: () => number;
  /** Whether somebody waits for an answer: they go first. */
  readonly busy: () => boolean;
  readonly log: (problem: unknown) => void;
}

/** While others are served it is looked again so often, in milliseconds. */
const LOOK_MS = 20;
/** On a node that is never quiet it is done all the same, after so many looks a piece. */
const MOST_LOOKS = 250;

/** Makes the list of work; nothing is done before `begin`. */
export function createAhead({ views, now, busy, log }: AheadNeeds): Ahead {
  const pieces: AheadWork[] = [];
  let round = 0;
  let stopped = false;
  let running: Promise<void> | undefined;
  const halt = Promise.withResolvers<readonly AheadView[]>();

  async function turn(): Promise<void> {
    // Between two pieces others are heard.
    await new Promise((resume) => setImmediate(resume));
    for (let looks = 0; busy() && !stopped && looks < MOST_LOOKS; looks += 1)
      await new Promise((resume) => setTimeout(resume, LOOK_MS).unref());
  }

  async function all(own: number): Promise<void> {
    const isLeft = () => own === round && !stopped;
    // A view of a million records takes seconds to load: who stops does not wait for it.
    for (const { viewer, view } of await Promise.race([views(), halt.promise])) {
      for (const piece of pieces) {
        await turn();
        if (!isLeft()) return;
        const { desk } = view;
        try {
          await piece({ desk, viewer, view, asked: readStandpoint({}, desk, now()) });
        } catch (error) {
          // What a region has nothing for is told to whoever asks it.
          if (!(error instanceof HttpProblem)) log(error);
        }
      }
    }
  }

  async function run(): Promise<void> {
    for (let own = -1; own !== round && !stopped; ) {
      own = round;
      await all(own).catch(log);
    }
    running = undefined;
  }

  return {
    add: (work) => void pieces.push(work),
    begin() {
      round += 1;
      if (!stopped) running ??= run();
    },
    done: async () => running,
    async stop() {
      stopped = true;
      halt.resolve([]);
      await running;
    },
  };
}
