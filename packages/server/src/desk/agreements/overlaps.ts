import type { AgreementOverlaps } from "@kelisim/api";
import { clashesOf, type Forbidden, type Overlap, overlapsOf, type World } from "@kelisim/compare";
import { causeWords, citation, deadlinesWords, type Words } from "@kelisim/words";
import type { Desk } from "../desk.ts";
import { type Asked, standpointData } from "../standpoint.ts";
import { runsOf } from "./literate/runs.ts";

type Found = {
  readonly overlaps: readonly Overlap[];
  readonly forbidden: readonly Forbidden[];
  readonly compared: number;
};

/** What was found for a region on a day with the same facts; the comparison takes a second or two. */
const found = new WeakMap<Desk, Map<string, Found>>();
const MOST_KEPT = 8;

/** Other agreements whose duties one act performs together with this one's, and what asks for something another forbids. */
export function agreementOverlaps(
  instrument: string,
  world: World,
  words: Words,
  asked: Asked,
  desk: Desk,
): AgreementOverlaps {
  const { overlaps, forbidden, compared } = regionOverlaps(world, desk);
  const own = (clause: string) => words.clauses.get(clause)?.instrument.id === instrument;
  const party = (id: string) => words.names.party(id);
  return {
    standpoint: standpointData(asked, desk),
    overlaps: overlaps
      .filter(({ instruments }) => instruments.includes(instrument))
      .map((overlap) => overlapData(overlap, words)),
    clashes: forbidden
      .filter(({ asks, forbids }) => own(asks) || own(forbids))
      .map(({ asks, forbids, record, about, way, debtors, doubts }) => ({
        asks: clauseRef(asks, words),
        forbids: clauseRef(forbids, words),
        record: words.kind(record),
        about,
        way,
        debtors: debtors.map(party),
        exact: doubts.length === 0,
      })),
    compared,
  };
}

function regionOverlaps(world: World, desk: Desk): Found {
  const kept = found.get(desk) ?? new Map<string, Found>();
  found.set(desk, kept);
  const key = `${Math.floor(world.on / 86_400_000)} ${world.setting.facts.length}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const { overlaps, compared } = overlapsOf(world);
  const answer = { overlaps, forbidden: clashesOf(world).forbidden, compared };
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
  kept.set(key, answer);
  return answer;
}

function overlapData(overlap: Overlap, words: Words): AgreementOverlaps["overlaps"][number] {
  const { names } = words;
  const firsts = overlap.deadlines.map(({ strictest }) => (strictest.kind === "first" ? strictest.clauses : []));
  const strictest = (firsts[0] ?? []).filter((id) => firsts.every((each) => each.includes(id)));
  return {
    cause: causeWords(overlap.cause, names),
    act: names.kind(overlap.act),
    clauses: overlap.clauses.flatMap((id) => {
      const placed = words.clauses.get(id);
      if (placed === undefined) return [];
      const { clause, instrument } = placed;
      const channel = overlap.channels.find((each) => each.clause === id);
      return [
        {
          id,
          title: clause.title,
          instrument: instrument.id,
          instrumentName: names.instrument(instrument.id),
          article: citation(clause),
          ...(channel?.channel === undefined ? {} : { channel: names.channel(channel.channel) }),
          channelUnverified: channel?.assumed ?? false,
          by: runsOf("deadlines" in clause ? deadlinesWords(clause.deadlines, names) || names.say.noNumber : ""),
        },
      ];
    }),
    debtors: overlap.actors.debtors.map((id) => names.party(id)),
    creditors: overlap.actors.shared.map((id) => names.party(id)),
    samePair: overlap.samePair,
    exact: overlap.doubts.length === 0,
    strictest,
    unverified: overlap.unverified.length > 0,
  };
}

const clauseRef = (id: string, words: Words) => ({ id, name: words.clauses.get(id)?.clause.title ?? id });
