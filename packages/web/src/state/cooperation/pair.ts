import type { Between, PairGroup, PairInstrument, Standing } from "@kelisim/api";
import type { MessageId } from "../../texts/ids.ts";

/** The groups of a pair's page in order, each with its heading. */
export const PAIR_GROUPS: readonly { readonly id: PairGroup; readonly text: MessageId; readonly open: boolean }[] = [
  { id: "alone", text: "between.group.alone", open: true },
  { id: "regional", text: "between.group.regional", open: true },
  { id: "worldwide", text: "between.group.worldwide", open: true },
  { id: "unverified", text: "between.group.unverified", open: true },
  { id: "suspended", text: "between.group.suspended", open: true },
  { id: "signed", text: "between.group.signed", open: true },
  { id: "political", text: "between.group.political", open: true },
  { id: "one", text: "between.group.one", open: false },
  { id: "ended", text: "between.group.ended", open: false },
];

/** How many instruments of a pair stand in which group: the figures of the answer. */
export interface PairCounts {
  readonly treaties: number;
  readonly alone: number;
  readonly unverified: number;
  readonly signed: number;
  readonly political: number;
  readonly one: number;
}

const TREATY_GROUPS: ReadonlySet<PairGroup> = new Set(["alone", "regional", "worldwide"]);

export function pairCounts(instruments: readonly PairInstrument[]): PairCounts {
  const of = (group: PairGroup) => instruments.filter((each) => each.group === group).length;
  return {
    treaties: instruments.filter(({ group }) => TREATY_GROUPS.has(group)).length,
    alone: of("alone"),
    unverified: of("unverified"),
    signed: of("signed"),
    political: of("political"),
    one: of("one"),
  };
}

/** What the last column of an instrument's row says: a state to draw, and a message with its values. */
export interface PairNow {
  readonly state: string | undefined;
  readonly unverified: boolean;
  readonly text: MessageId;
  readonly count: number;
  readonly other: number;
  readonly day: string | undefined;
}

/** What stands between the two under an instrument now. What is not verified comes before what is due. */
export function pairNow(each: PairInstrument): PairNow {
  const { now, group } = each;
  const say = (text: MessageId, more: Partial<PairNow> = {}): PairNow => ({
    state: undefined,
    unverified: false,
    text,
    count: 0,
    other: 0,
    day: undefined,
    ...more,
  });
  if (group === "unverified") return say("between.now.unverified", { unverified: true, state: "open" });
  if (group === "signed") return say("between.now.signed", { state: "not applicable" });
  if (group === "ended") return say("between.now.ended", { state: "not applicable" });
  if (group === "one") return say("between.now.one");
  if (group === "suspended") return say("between.now.suspended", { state: "suspended" });
  const dated = now.there + now.back;
  if (dated > 0)
    return say(now.there === now.back ? "between.now.datedAlike" : "between.now.dated", {
      state: now.state,
      count: now.there,
      other: now.back,
      day: now.next,
    });
  if (now.undated > 0) return say("between.now.undated", { state: "open", count: now.undated });
  if (now.standing > 0) return say("between.now.standing", { state: "in force", count: now.standing });
  if (each.sameSide) return say("between.now.sameSide");
  return say(each.form === undefined ? "between.now.noText" : "between.now.nothing");
}

/** Whether both took effect on one day, so that one date says it for the two. */
export function sameEffect([a, b]: readonly [Standing, Standing]): string | undefined {
  return a.effectDate !== undefined && a.effectDate === b.effectDate ? a.effectDate : undefined;
}

/** How many bodies the two share on the asked day, and of how many our table has a row for either. */
export function sharedCounts({ bodies, network, pair }: Pick<Between, "bodies" | "network" | "pair">) {
  const shared = bodies.filter((each) => each.shared !== "no").length;
  const [a, b] = pair;
  const edge = network.edges.find((each) => [each.a, each.b].sort().join() === [a.id, b.id].sort().join());
  return { shared, unverified: bodies.filter((each) => each.shared === "perhaps").length, edge };
}
