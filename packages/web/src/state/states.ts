import type { MessageId } from "../texts/ids.ts";

/** What is drawn for a state; `parts/status-mark.tsx` holds the drawing of each. */
export type Shape =
  | "circle"
  | "circle-dot"
  | "circle-filled-tick"
  | "circle-tick-stroke"
  | "diamond-filled"
  | "tray"
  | "circle-hatched"
  | "bar-back"
  | "circle-slash"
  | "capsule"
  | "dash"
  | "square-dashed"
  | "hexagon"
  | "hexagon-filled"
  | "hexagon-slash"
  | "limit-below"
  | "limit-through"
  | "limit-hatched"
  | "number-dashed"
  | "bars"
  | "pause";

export type StateToken = "ink2" | "accent" | "met" | "due" | "unv" | "lead" | "none";

/** The engine's states by form, and the one that comes before them all. */
export type StateId =
  | "upcoming"
  | "open"
  | "met"
  | "met late"
  | "overdue"
  | "not received by us"
  | "date passed, nothing recorded here"
  | "lead time already passed"
  | "waived by creditor"
  | "closed by silence"
  | "not applicable"
  | "available"
  | "used"
  | "expired"
  | "within"
  | "exceeded"
  | "unknown"
  | "in force"
  | "suspended"
  | "binding unverified"
  | "number unverified";

export interface StateEntry {
  readonly id: StateId;
  readonly shape: Shape;
  readonly token: StateToken;
  readonly text: MessageId;
  readonly form: "duty" | "right" | "limit" | "standing";
  /**
   * Who may be shown in it. "known": only a party whose records are here, the node's own or one with declared
   * coverage; of anybody else the same line reads "date passed, nothing recorded here".
   */
  readonly of: "anyone" | "known";
  /** Rests on a record, so its mark is filled. */
  readonly filled: boolean;
  /** Its words stand over a dashed line, as every number that no source confirms. */
  readonly dashed: boolean;
}

const entry = (
  id: StateId,
  shape: Shape,
  token: StateToken,
  text: MessageId,
  form: StateEntry["form"],
  more: Partial<Pick<StateEntry, "of" | "filled" | "dashed">> = {},
): StateEntry => ({ id, shape, token, text, form, of: "anyone", filled: false, dashed: false, ...more });

/** The one list of states: shape, colour, words, and who may be shown in each. */
export const STATES: readonly StateEntry[] = [
  entry("upcoming", "circle", "ink2", "state.upcoming", "duty"),
  entry("open", "circle-dot", "accent", "state.open", "duty"),
  entry("met", "circle-filled-tick", "met", "state.met", "duty", { filled: true }),
  entry("met late", "circle-tick-stroke", "met", "state.metLate", "duty"),
  entry("overdue", "diamond-filled", "due", "state.overdue", "duty", { of: "known", filled: true }),
  entry("not received by us", "tray", "lead", "state.notReceived", "duty"),
  entry("date passed, nothing recorded here", "circle-hatched", "none", "state.passed", "duty"),
  entry("lead time already passed", "bar-back", "lead", "state.leadPassed", "duty"),
  entry("waived by creditor", "circle-slash", "none", "state.waived", "duty"),
  entry("closed by silence", "capsule", "none", "state.silence", "duty"),
  entry("not applicable", "dash", "none", "state.notApplicable", "duty"),
  entry("binding unverified", "square-dashed", "unv", "state.bindingUnverified", "duty"),
  entry("available", "hexagon", "accent", "state.available", "right"),
  entry("used", "hexagon-filled", "met", "state.used", "right", { filled: true }),
  entry("expired", "hexagon-slash", "none", "state.expired", "right"),
  entry("within", "limit-below", "met", "state.within", "limit"),
  entry("exceeded", "limit-through", "due", "state.exceeded", "limit", { of: "known", filled: true }),
  entry("number unverified", "number-dashed", "unv", "state.numberUnverified", "limit", { dashed: true }),
  entry("unknown", "limit-hatched", "none", "state.unknown", "limit"),
  entry("in force", "bars", "none", "state.inForce", "standing"),
  entry("suspended", "pause", "none", "state.suspended", "standing"),
];

const BY_ID = new Map(STATES.map((each) => [each.id as string, each]));

/**
 * How a line is shown: an unverified binding comes before the state, as nothing can be said on top of it.
 * A state this list does not hold (a newer node) is shown as unverified, never as met or overdue.
 */
export function stateOf(line: { readonly state: string; readonly unverified?: boolean }): StateEntry {
  const id = line.unverified ? "binding unverified" : line.state;
  return BY_ID.get(id) ?? BY_ID.get("binding unverified")!;
}

/** Shape of a state that the engine words alike for two forms ("upcoming" of a right is a right still ahead). */
export const isAhead = (state: string): boolean => state === "upcoming" || state === "open" || state === "available";
