import type { MessageId } from "../texts/ids.ts";

/** The screens of the rail, in its order, with the letter that follows `g`. */
export interface Place {
  readonly to: string;
  readonly text: MessageId;
  readonly letter: string;
  /** Addresses that belong to it, so that it stays marked in them. */
  readonly holds: readonly string[];
  /** Stands in the tab bar of a phone. */
  readonly tab: boolean;
}

export const PLACES: readonly Place[] = [
  { to: "/today", text: "shell.today", letter: "t", holds: ["/explain"], tab: true },
  { to: "/agreements", text: "shell.agreements", letter: "a", holds: [], tab: true },
  { to: "/plan", text: "shell.plan", letter: "p", holds: [], tab: true },
  { to: "/situation", text: "shell.situation", letter: "s", holds: [], tab: false },
  {
    to: "/cooperation",
    text: "shell.cooperation",
    letter: "c",
    holds: ["/institutions", "/powers", "/between", "/country"],
    tab: true,
  },
  { to: "/money", text: "money.rail", letter: "m", holds: [], tab: false },
  { to: "/coverage", text: "coverage.place", letter: "o", holds: [], tab: false },
  { to: "/evidence", text: "shell.evidence", letter: "e", holds: [], tab: false },
  { to: "/brief", text: "brief.place", letter: "b", holds: [], tab: false },
  { to: "/records", text: "shell.records", letter: "r", holds: [], tab: false },
  { to: "/node", text: "shell.node", letter: "n", holds: [], tab: false },
];

/** Whether an address belongs to a place. */
export function isAt(place: Place, path: string): boolean {
  return [place.to, ...place.holds].some((each) => path === each || path.startsWith(`${each}/`));
}
