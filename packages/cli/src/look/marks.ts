import type { Line } from "@kelisim/duties";
import type { ShownState } from "@kelisim/words";
import type { Look, Style } from "./style.ts";

/** A filled mark rests on a record, an outline is still ahead, a question mark is not verified, hatching: no information. */
export interface Mark {
  readonly sign: string;
  readonly ascii: string;
  readonly style: Style;
}

const MARKS: Readonly<Record<ShownState, Mark>> = {
  upcoming: { sign: "○", ascii: "[ ]", style: "plain" },
  open: { sign: "◉", ascii: "[o]", style: "blue" },
  met: { sign: "●", ascii: "[x]", style: "cyan" },
  "met late": { sign: "✓", ascii: "[x+]", style: "cyan" },
  overdue: { sign: "◆", ascii: "[!]", style: "red" },
  "not received by us": { sign: "↓", ascii: "[v]", style: "magenta" },
  "date passed, nothing recorded here": { sign: "▒", ascii: "[/]", style: "plain" },
  "lead time already passed": { sign: "◁", ascii: "[<]", style: "magenta" },
  "waived by creditor": { sign: "⊘", ascii: "[-]", style: "plain" },
  "closed by silence": { sign: "…", ascii: "[.]", style: "plain" },
  "not applicable": { sign: "-", ascii: "[n]", style: "plain" },
  available: { sign: "○", ascii: "[ ]", style: "plain" },
  used: { sign: "●", ascii: "[x]", style: "cyan" },
  expired: { sign: "⊘", ascii: "[-]", style: "plain" },
  within: { sign: "●", ascii: "[x]", style: "cyan" },
  exceeded: { sign: "◆", ascii: "[!]", style: "red" },
  unknown: { sign: "▒", ascii: "[/]", style: "plain" },
  "in force": { sign: "=", ascii: "[=]", style: "plain" },
  suspended: { sign: "⊘", ascii: "[-]", style: "plain" },
  unverified: { sign: "?", ascii: "[?]", style: "yellow" },
  "number unverified": { sign: "?", ascii: "[?]", style: "yellow" },
};

/** The state a mark stands for: unverified binding comes before the state, as nothing can be said on top of it. */
export function markedState(line: Pick<Line, "state" | "unverified">): ShownState {
  return line.unverified ? "unverified" : line.state;
}

export function markOf(state: ShownState): Mark {
  return MARKS[state];
}

export function signOf(state: ShownState, look: Look): string {
  const mark = MARKS[state];
  return look.ascii ? mark.ascii : mark.sign;
}
