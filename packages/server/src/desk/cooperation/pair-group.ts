import type { Instrument } from "@kelisim/accord/program";
import type { PairGroup, Standing } from "@kelisim/api";

/** What decides where an instrument stands on the page of a pair. */
export interface Grouped {
  readonly states: readonly [Standing["state"], Standing["state"]];
  readonly form: Instrument["kind"] | undefined;
  /** Parties with rows of their own in our table. */
  readonly parties: readonly string[];
  /** Open to all states, as the region declares. */
  readonly worldWide: boolean;
}

const HOLDS: ReadonlySet<Standing["state"]> = new Set(["bound", "unverified", "suspended"]);

/**
 * The group of an instrument, or undefined where it says nothing about the two: neither is bound, or one has no row
 * and the other only signed. Binding comes before form: what is not verified is told apart from what is.
 */
export function pairGroup({ states, form, parties, worldWide }: Grouped): PairGroup | undefined {
  if (states.includes("no row")) return states.some((state) => HOLDS.has(state)) ? "one" : undefined;
  if (states.includes("ended")) return "ended";
  if (states.includes("signed") || states.includes("not yet")) return "signed";
  if (states.includes("suspended")) return "suspended";
  if (form === "politically binding" || form === "voluntary") return "political";
  if (states.includes("unverified")) return "unverified";
  if (parties.length === 2) return "alone";
  return worldWide ? "worldwide" : "regional";
}

/** The order in which the groups stand on the page. */
export const PAIR_GROUPS: readonly PairGroup[] = [
  "alone",
  "regional",
  "worldwide",
  "unverified",
  "suspended",
  "signed",
  "political",
  "one",
  "ended",
];
