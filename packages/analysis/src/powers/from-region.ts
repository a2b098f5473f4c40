import type { Dated, EngagementCode, EngagementKind, EngagementRow, TimelineEvent } from "@kelisim/model";
import { firstDay, lastDay } from "@kelisim/model";
import type { Engagement } from "./engagement.ts";

/** Rows that no coding names, and rows that it calls no engagement. */
export interface Uncoded {
  readonly uncoded: readonly string[];
  readonly none: readonly string[];
}

/** The coding of rows of one sort: id (or word) to kind. */
export function kindsOf(
  codes: readonly EngagementCode[],
  of: EngagementCode["of"],
): ReadonlyMap<string, EngagementKind | "none"> {
  return new Map(codes.filter((code) => code.of === of).map(({ id, kind }) => [id, kind]));
}

/** Rows of the region's own table of engagements, one for each state. */
export const engagementsOfRows = (rows: readonly EngagementRow[]): readonly Engagement[] =>
  rows.flatMap(({ id, power, states, kind, from, to, seen, source }) =>
    states.map((state) => ({ id, power, state, kind, ...dates(from, to, seen), source })),
  );

export interface EventQuestion {
  readonly powers: readonly string[];
  readonly states: readonly string[];
  /** Members of an organisation on a day. Where an event names only the organisation, whether a member came is not told. */
  readonly membersOn: (organisation: string, day: number) => readonly string[];
}

/** Events with a power and a state among those that took part. An event without an end is over on the day it has. */
export function engagementsOfEvents(
  events: readonly TimelineEvent[],
  codes: readonly EngagementCode[],
  { powers, states, membersOn }: EventQuestion,
): { readonly engagements: readonly Engagement[] } & Uncoded {
  const [byId, byWord] = [kindsOf(codes, "event"), kindsOf(codes, "what")];
  const uncoded: string[] = [];
  const none: string[] = [];
  const engagements = events.flatMap((event): readonly Engagement[] => {
    const members = event.actors.flatMap((actor) => membersOn(actor, firstDay(event.date)));
    const takes = (ids: readonly string[]) => ids.filter((id) => event.actors.includes(id) || members.includes(id));
    const pairs = takes(powers).flatMap((power) => takes(states).map((state) => ({ power, state })));
    if (pairs.length === 0) return [];
    const kind = byId.get(event.id) ?? byWord.get(event.what);
    if (kind === undefined) uncoded.push(event.id);
    if (kind === "none") none.push(event.id);
    if (kind === undefined || kind === "none") return [];
    return pairs.map(({ power, state }) => ({
      id: event.id,
      power,
      state,
      kind,
      from: event.date,
      to: event.end ?? event.date,
      ...(event.actors.includes(power) && event.actors.includes(state) ? {} : { doubtful: true }),
      source: event.source,
    }));
  });
  return { engagements, uncoded, none };
}

/** A stretch in which a party belonged to something, or was bound by it. `to` is the first day on which that no longer held. */
export interface Belonging {
  /** The organisation or agreement. */
  readonly of: string;
  readonly party: string;
  readonly from?: Dated;
  readonly to?: Dated;
  /** As a full member, or bound for certain. */
  readonly full: boolean;
  readonly source: string;
}

/**
 * What a power and a state belong to together, from the later of both beginnings to the earlier of both ends. Without an end it is known
 * to last until `seen`, the day of the table. `kindOf` tells the kind; what it does not know is left out by the caller.
 */
export function engagementsOfBelonging(
  rows: readonly Belonging[],
  kindOf: (of: string) => EngagementKind | undefined,
  {
    powers,
    states,
    seen,
  }: { readonly powers: readonly string[]; readonly states: readonly string[]; readonly seen?: Dated },
): readonly Engagement[] {
  const groups = Map.groupBy(rows, ({ of }) => of);
  return [...groups].flatMap(([of, own]) => {
    const kind = kindOf(of);
    if (kind === undefined) return [];
    const theirs = own.filter(({ party }) => powers.includes(party));
    return theirs.flatMap((first) =>
      own
        .filter(({ party }) => states.includes(party) && party !== first.party)
        .flatMap((second): readonly Engagement[] => {
          const from =
            first.from === undefined || second.from === undefined ? undefined : later(first.from, second.from);
          const to = earlier(first.to, second.to);
          if (from !== undefined && to !== undefined && firstDay(from) >= lastDay(to)) return [];
          return [
            {
              id: belongingId(of, first.party, second.party),
              power: first.party,
              state: second.party,
              kind,
              ...dates(from, lastOf(to), seen),
              ...(first.full && second.full ? {} : { doubtful: true }),
              source: first.source === second.source ? first.source : `${first.source}; ${second.source}`,
            },
          ];
        }),
    );
  });
}

/** The id of what two belong to together: one for each pair, since each pair has its own dates. */
const belongingId = (of: string, power: string, state: string): string => `${of}:${power}:${state}`;

const later = (a: Dated, b: Dated): Dated => (firstDay(a) >= firstDay(b) ? a : b);
const earlier = (a: Dated | undefined, b: Dated | undefined): Dated | undefined =>
  a === undefined ? b : b === undefined || lastDay(a) <= lastDay(b) ? a : b;

/** The last day before something no longer holds; a coarse date stays the stretch that it is. */
const lastOf = (to: Dated | undefined): Dated | undefined => (typeof to === "number" ? to - 1 : to);

function dates(from: Dated | undefined, to: Dated | undefined, seen: Dated | undefined) {
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(to !== undefined || seen === undefined ? {} : { seen }),
  };
}
