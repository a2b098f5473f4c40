import type { Line as LineView } from "@kelisim/api";
import type { BoardLine } from "@kelisim/duties";
import type { Instant } from "@kelisim/model";
import type { Language } from "@kelisim/words";
import { lineView } from "../desk/line-view.ts";
import type { View } from "../desk/views.ts";

const DAY_MS = 86_400_000;

/** So many days before a date people are told that it comes. */
export const LEADS: readonly number[] = [7, 1];

/** A moment at which a line begins to stand otherwise because time has passed, and nothing else. */
export interface Turning {
  readonly at: Instant;
  /** "due-soon": so many days before the date; "passed": the date's last instant is over and the act is not recorded. */
  readonly what: "due-soon" | "passed";
  readonly days?: number;
  readonly party: string;
  readonly line: LineView;
}

/** For whom a body follows dates: its party; a desk that speaks for nobody follows the states its region is about. */
export function followedParties({ desk }: Pick<View, "desk">, party: string): readonly string[] {
  if (party !== "") return [party];
  return desk.us.length > 0 ? desk.us : desk.region.focus;
}

/**
 * What turned after one instant up to and including another, in order of time, as the records now stand: a duty that was
 * met meanwhile does not turn. The same question gives the same answer, so that a reader can come back to any position.
 */
export function turningsBetween(
  view: View,
  parties: readonly string[],
  after: Instant,
  until: Instant,
  language: Language,
): readonly Turning[] {
  if (until <= after) return [];
  const words = view.desk.words(language);
  const found: Turning[] = [];
  for (const party of parties) {
    for (const row of words.rowsOf(datedLines(view, party, after, until))) {
      for (const moment of momentsOf(row.line)) {
        if (moment.at <= after || moment.at > until || !stands(row.line.state, moment.what)) continue;
        found.push({ ...moment, party, line: lineView(row, words) });
      }
    }
  }
  return found.sort((a, b) => a.at - b.at || (a.line.key < b.line.key ? -1 : a.line.key > b.line.key ? 1 : 0));
}

/** The next moment at which anything turns, as far as a board of the coming days tells. */
export function nextTurning(view: View, parties: readonly string[], after: Instant): Instant | undefined {
  let next: Instant | undefined;
  for (const party of parties) {
    for (const line of datedLines(view, party, after, after + DAY_MS)) {
      for (const { at } of momentsOf(line)) if (at > after && (next === undefined || at < next)) next = at;
    }
  }
  return next;
}

function datedLines(view: View, party: string, after: Instant, until: Instant): readonly BoardLine[] {
  const most = Math.max(...LEADS);
  return view.ledger
    .board({
      asOf: until,
      knownAt: until,
      from: after - DAY_MS,
      until: until + (most + 1) * DAY_MS,
      party,
    })
    .lines.filter((line) => line.form === "duty" && line.deadline !== null && line.standpoint !== "neither");
}

function momentsOf({ deadline }: { readonly deadline: Instant | null }): readonly Omit<Turning, "party" | "line">[] {
  if (deadline === null) return [];
  return [
    ...LEADS.map((days) => ({ at: deadline - days * DAY_MS, what: "due-soon" as const, days })),
    // The last instant still counts.
    { at: deadline + 1, what: "passed" as const },
  ];
}

const AHEAD = new Set(["upcoming", "open"]);
const PASSED = new Set(["overdue", "not received by us", "date passed, nothing recorded here"]);

const stands = (state: string, what: Turning["what"]) => (what === "passed" ? PASSED : AHEAD).has(state);
