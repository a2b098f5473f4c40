import { type Act, actsOfUndertakings, type Exclusion, reciprocity } from "@kelisim/analysis";
import type { Reciprocity } from "@kelisim/api";
import { betweenOf, type Pair } from "@kelisim/compare";
import {
  dayOf,
  firstDay,
  formatDated,
  formatInstant,
  isRefusal,
  parseInstant,
  type WrittenRecord,
} from "@kelisim/model";
import { stateCounted, type Words } from "@kelisim/words";
import type { NodeContext, Viewer } from "../../context.ts";
import { proofOf, tableInputs } from "../../proof.ts";
import { pairRows } from "../cooperation/pair-lines.ts";
import { coverageOf } from "../cooperation/sourced.ts";
import { worldOf } from "../cooperation/world.ts";
import type { Desk } from "../desk.ts";
import { regionRecords } from "../records/held.ts";
import { remembered } from "../remembered.ts";
import { type Asked, standpointData } from "../standpoint.ts";
import type { View } from "../views.ts";
import { knownKey } from "./gather.ts";

/** Records between two that are looked at, newest first; how many more there are is said. */
const MOST_RECORDS = 1000;
/** What binds two changes with the day, not with the second. */
const FRESH = 3_600_000;
const MINUTE = 60_000;
/** A kind of act that is a kind of record carries this before its name. */
const RECORD = "record:";

/** What two parties took upon themselves and did towards each other, one kind at a time, as far as this view tells. */
export async function reciprocityData(
  node: NodeContext,
  view: View,
  viewer: Viewer,
  asked: Asked,
  pair: Pair,
  within: number,
): Promise<Reciprocity> {
  const { desk } = view;
  const { region } = desk;
  const words = desk.words(asked.language);
  const now = node.now();
  const key = [
    "reciprocity",
    ...pair,
    asked.language,
    asked.isNow ? asked.today : asked.asOf,
    knownKey(asked, now),
  ].join(" ");
  const clauses = remembered(view, key, now, FRESH, () => clauseActs(view, asked, pair, words));
  const window = asked.today - dayOf(asked.from, asked.timeZone);
  const performance = remembered(view, `${key} ${window}`, now, MINUTE, () => performanceOf(view, asked, pair, words));
  const records = await recordActs(node, desk, viewer, asked, pair);
  const undertakings = actsOfUndertakings(
    region.undertakings.filter(({ decidedOn }) => decidedOn === undefined || firstDay(decidedOn) <= asked.today),
  );
  const acts = [...clauses, ...undertakings, ...records.acts];
  const inputs = tableInputs(region, {
    undertakings: region.undertakings.length,
    status: view.facts.filter(({ kind }) => kind === "status").length,
  });
  const made = reciprocity(acts, pair, within, inputs);
  const titles = new Map(region.undertakings.map(({ id, undertaking }) => [id, undertaking]));
  const actData = ({ id, kind, date, source }: Act) => ({
    id,
    title: kind.startsWith(RECORD)
      ? words.kind(kind.slice(RECORD.length))
      : (titles.get(id) ?? words.clauses.get(id)?.clause.title ?? id),
    ...(date === undefined ? {} : { date: formatDated(date) }),
    source,
  });
  return {
    standpoint: standpointData(asked, desk),
    pair: [
      { id: pair[0], name: words.names.party(pair[0]) },
      { id: pair[1], name: words.names.party(pair[1]) },
    ],
    within,
    kinds: {
      value: made.value.map(({ kind, there, back, ...rest }) => ({
        kind: kind.startsWith(RECORD) ? "record" : kind,
        ...(kind.startsWith(RECORD) ? { name: words.kind(kind.slice(RECORD.length)) } : {}),
        there: there.map(actData),
        back: back.map(actData),
        ...rest,
        answered: { ...rest.answered },
      })),
      ...proofOf(made, words.language, records.exclusions),
    },
    performance,
    coverage: coverageOf(desk, ["status", "undertakings"]),
  };
}

/** Clauses that each may come to owe the other: measures taken upon oneself. They have no date of their own. */
function clauseActs(view: View, asked: Asked, pair: Pair, words: Words): readonly Act[] {
  const { instruments } = betweenOf(worldOf(view, asked), pair);
  const live = instruments.filter(({ group }) => group === "binds" || group === "may bind");
  return live.flatMap(({ owed }) =>
    owed.flatMap(({ duties, rights, limits }, at) => {
      const [by, to] = at === 0 ? pair : [pair[1], pair[0]];
      const of = (kind: string, ids: readonly string[]): readonly Act[] =>
        ids.map((id) => {
          const placed = words.clauses.get(id);
          return { id, by, to, kind, source: placed?.clause.source ?? placed?.instrument.source ?? "" };
        });
      return [...of("duty", duties), ...of("right", rights), ...of("limit", limits)];
    }),
  );
}

/** Records that one of the two sent the other, each kind by itself. */
async function recordActs(
  node: NodeContext,
  desk: Desk,
  viewer: Viewer,
  asked: Asked,
  pair: Pair,
): Promise<{ readonly acts: readonly Act[]; readonly exclusions: readonly Exclusion[] }> {
  const { records } = node.store.as(viewer);
  // A region may bring records of its own, as a story for training does.
  const told = await regionRecords(desk);
  const known = { to: formatInstant(asked.knownAt + 1) };
  const between = { to: formatInstant(asked.asOf + 1) };
  const ways = await Promise.all(
    ([pair, [pair[1], pair[0]]] as const).map(async ([from, to]) => {
      const query = { from, to, known, between };
      const [page, all] = await Promise.all([
        records.page({ ...query, limit: MOST_RECORDS, order: "occurred" }),
        records.count(query),
      ]);
      const own = page.records.map(({ record }) => record);
      const story = told.filter((record) => isSent(record, from, to, asked));
      const acts = [...own, ...story].map((record): Act => {
        const occurred = parseInstant(record.occurred);
        return {
          id: record.id,
          by: from,
          to,
          kind: `${RECORD}${record.kind}`,
          ...(isRefusal(occurred) ? {} : { date: dayOf(occurred, asked.timeZone) }),
          source: record.id,
        };
      });
      return { acts, left: all - own.length };
    }),
  );
  const left = ways.reduce((sum, way) => sum + way.left, 0);
  return {
    acts: ways.flatMap(({ acts }) => acts),
    exclusions: left === 0 ? [] : [{ reason: "older records between the two", rows: left }],
  };
}

const isSent = (
  { from: by, to, occurred, known }: WrittenRecord,
  from: string,
  other: string,
  asked: Asked,
): boolean => {
  const instants = [occurred, known ?? occurred].map(parseInstant);
  const [happened, heard] = instants.map((instant) => (isRefusal(instant) ? Number.POSITIVE_INFINITY : instant));
  return by === from && (to ?? []).includes(other) && happened! <= asked.asOf && heard! <= asked.knownAt;
};

/** Duties between the two that fell due in the window, by the state that the records of this view give them. */
function performanceOf(view: View, asked: Asked, pair: Pair, words: Words): Reciprocity["performance"] {
  const rows = pairRows(view, { ...asked, until: asked.asOf }, words, pair);
  const count = (all: typeof rows.there) => {
    const due = all.filter(({ line, day }) => line.form === "duty" && day !== undefined && day <= asked.today);
    const states = Map.groupBy(due, (row) => (row.line.unverified ? "binding unverified" : stateCounted(row)));
    return [...states]
      .map(([state, own]) => ({ state, count: own.length }))
      .sort((a, b) => (a.state < b.state ? -1 : 1));
  };
  const both = rows.there.filter(({ bothWays }) => bothWays === true);
  return {
    covered: view.covered,
    from: formatInstant(asked.from),
    until: formatInstant(asked.asOf),
    there: count(rows.there),
    back: count([...rows.back, ...both]),
  };
}
