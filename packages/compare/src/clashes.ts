import { type Forbidden, forbiddenActs } from "./forbidden.ts";
import type { Pair } from "./pairs.ts";
import { type WindowClash, windowClashes } from "./windows.ts";
import type { World } from "./world.ts";

export interface ClashAnswer {
  readonly forbidden: readonly Forbidden[];
  readonly windows: readonly WindowClash[];
  /** What was set against each other. */
  readonly compared: { readonly acts: number; readonly bans: number };
}

/** Finds what instruments that bind the same pair on the day of the world ask and forbid at once. */
export function clashesOf(world: World, between?: Pair): ClashAnswer {
  const clauses = [...world.clauses.values()].map(({ clause }) => clause);
  return {
    forbidden: forbiddenActs(world, between),
    windows: windowClashes(world, between),
    compared: {
      acts: clauses.filter(({ kind }) => kind === "duty" || kind === "right").length,
      bans: clauses.filter((clause) => clause.kind === "limit" && clause.form === "prohibition").length,
    },
  };
}
