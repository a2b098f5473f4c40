import type { Between, PairInstrument, SharedBody } from "@kelisim/api";
import { type BetweenAnswer, betweenOf, type InstrumentBetween, type Pair, type World } from "@kelisim/compare";
import { dayOf, formatDated, formatInstant } from "@kelisim/model";
import type { Row, Words } from "@kelisim/words";
import type { NodeContext, Viewer } from "../../context.ts";
import type { Desk } from "../desk.ts";
import { lineView } from "../line-view.ts";
import { type Asked, standpointData } from "../standpoint.ts";
import type { View } from "../views.ts";
import { clashesData, overlapsData } from "./compared.ts";
import { partiesIn } from "./cooperation.ts";
import { organisationName } from "./names.ts";
import { belonging, networkOf } from "./network.ts";
import { PAIR_GROUPS, pairGroup } from "./pair-group.ts";
import { type PairRows, pairRows } from "./pair-lines.ts";
import { membershipFacts, relationsOf, yearsOf } from "./relations.ts";
import { coverageOf, disputesOf, type GeneralKnowledge, generalKnowledge, sourcedData } from "./sourced.ts";
import { standingData } from "./standing.ts";
import { isBetween, undertakingsData } from "./undertakings.ts";
import { worldOf } from "./world.ts";

/** What stands between two parties on the asked day: what binds them, what is due, what they belong to together. */
export async function betweenData(
  node: NodeContext,
  view: View,
  viewer: Viewer,
  asked: Asked,
  pair: Pair,
  least: number,
): Promise<Between> {
  const { desk } = view;
  const { region } = desk;
  const words = desk.words(asked.language);
  const general = generalKnowledge(region.sources);
  const world = worldOf(view, asked);
  const rows = pairRows(view, asked, words, pair);
  const memberships = membershipFacts(view.facts, asked.knownAt);
  const relations = relationsOf(memberships, region.organisations, asked.today, { general, words });
  const instruments = instrumentsOf(world, desk, words, general, asked, pair, rows);
  const bodies = bodiesOf(relations, desk, words, pair);
  const { overlaps, compared } = overlapsData(world, pair, words);
  const { clashes, acts, bans } = clashesData(world, pair, words);
  const parties = partiesIn(relations, region.focus, words);
  const near = parties.filter(({ id, focus, organisations }) => focus || pair.includes(id) || organisations >= NEAR);
  const session = node.store.as(viewer);
  const counts = await Promise.all(
    [pair, [pair[1], pair[0]] as const].map(([from, to]) =>
      session.records.count({ from, to, known: { to: formatInstant(asked.knownAt + 1) } }),
    ),
  );
  return {
    standpoint: standpointData(asked, desk),
    pair: [named(words, pair[0]), named(words, pair[1])],
    years: yearsOf(memberships, region.focus, asked.today, dayOf(node.now(), region.timeZone)),
    instruments,
    lines: {
      there: rows.there.map((row) => lineView(row, words)),
      back: rows.back.map((row) => lineView(row, words)),
    },
    overlaps,
    clashes,
    compared: { duties: compared, acts, bans },
    bodies,
    undertakings: undertakingsData(desk, words, general, isBetween(pair)),
    correspondence: counts.reduce((sum, count) => sum + count, 0),
    network: networkOf(
      relations,
      near.map(({ id, name, focus }) => ({ id, name, focus })),
      least,
    ),
    disputes: disputesOf(desk, [
      ...memberships.filter(({ party }) => pair.includes(party)),
      ...instruments.flatMap(({ standings }) => standings.flatMap((standing) => standing.rows)),
    ]),
    coverage: coverageOf(desk, ["status", "memberships", "modifiers", "undertakings"]),
  };
}

/** A party with rows for at least so many bodies stands in the small network beside those the region is about. */
const NEAR = 5;

const named = (words: Words, id: string) => ({ id, name: words.names.party(id) });

function instrumentsOf(
  world: World,
  desk: Desk,
  words: Words,
  general: GeneralKnowledge,
  asked: Asked,
  pair: Pair,
  rows: PairRows,
): PairInstrument[] {
  const answer = new Map(betweenOf(world, pair).instruments.map((each) => [each.instrument, each]));
  const named = new Set([...world.instruments.keys(), ...statusInstruments(world)]);
  const worldWide = new Set(desk.region.worldWide);
  const found = [...named].sort().flatMap((id): PairInstrument[] => {
    const rest = { general, words };
    const standings = [
      standingData(world, id, pair[0], asked.today, rest),
      standingData(world, id, pair[1], asked.today, rest),
    ] as PairInstrument["standings"];
    const instrument = world.instruments.get(id);
    const parties = world.book.status.parties(id);
    const group = pairGroup({
      states: [standings[0].state, standings[1].state],
      form: instrument?.kind,
      parties,
      worldWide: worldWide.has(id),
    });
    if (group === undefined) return [];
    const between = answer.get(id);
    return [
      {
        id,
        name: words.names.instrument(id),
        title: instrument?.title ?? id,
        group,
        ...(instrument === undefined ? {} : { form: instrument.kind }),
        ...(instrument?.signed === undefined ? {} : { signed: instrument.signed }),
        ...(instrument?.place === undefined ? {} : { place: instrument.place }),
        parties: parties.length,
        standings,
        sides: between === undefined ? [] : between.sides.map((side) => side ?? null),
        sameSide: between?.sameSide ?? false,
        ...owedOf(between, group),
        reservations: (between?.reservations ?? []).map(({ fact, clauses }) => ({
          party: fact.party,
          effect: fact.effect,
          clauses: [...clauses],
          ...sourcedData(fact, general),
        })),
        remarks: (between?.remarks ?? []).map((remark) => ({
          kind: remark.kind,
          effect: remark.effect,
          ...sourcedData(remark, general),
        })),
        now: nowOf(id, rows),
      },
    ];
  });
  const rank = (each: PairInstrument) => PAIR_GROUPS.indexOf(each.group);
  return found.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, words.language));
}

const statusInstruments = ({ setting }: World): readonly string[] =>
  setting.facts.flatMap((fact) => (fact.kind === "status" ? [fact.instrument] : []));

function owedOf(between: InstrumentBetween | undefined, group: PairInstrument["group"]): Pick<PairInstrument, "owed"> {
  // A signature alone, or a text that is no longer in force between them, counts no clause.
  if (between?.form === undefined || group === "signed" || group === "ended") return {};
  const [there, back] = between.owed;
  return { owed: [counted(there), counted(back)] };
}

const counted = ({ duties, rights, limits, standing }: BetweenAnswer["instruments"][number]["owed"][0]) => ({
  duties: [...duties],
  rights: [...rights],
  limits: [...limits],
  standing: [...standing],
});

/** What of an instrument stands between the two in the window: dated lines each way, undated ones, principles. */
function nowOf(instrument: string, { there, back }: PairRows): PairInstrument["now"] {
  const own = (rows: readonly Row[]) => rows.filter((row) => row.placed.instrument.id === instrument);
  const duties = (rows: readonly Row[]) => rows.filter(({ line }) => line.form === "duty");
  const [go, come] = [own(there), own(back)];
  const mutualRows = go.filter(({ bothWays }) => bothWays === true);
  const [going, coming] = [duties(go), [...duties(come), ...duties(mutualRows)]];
  const dated = [...going, ...coming].filter(({ day }) => day !== undefined).sort((a, b) => a.day! - b.day!);
  const ahead = dated.find(({ line }) => line.state === "open" || line.state === "upcoming");
  const next = ahead ?? dated.at(-1);
  return {
    there: going.filter(({ day }) => day !== undefined).length,
    back: coming.filter(({ day }) => day !== undefined).length,
    undated: new Set([...going, ...coming].filter(({ day }) => day === undefined).map(({ line }) => line.clause)).size,
    standing: new Set([...go, ...come].filter(({ line }) => line.form === "standing").map(({ line }) => line.clause))
      .size,
    ...(next?.day === undefined ? {} : { next: formatDated(next.day), state: next.line.state }),
  };
}

/** Bodies of which both have a row at some time, those shared on the day first. */
function bodiesOf(relations: ReturnType<typeof relationsOf>, desk: Desk, words: Words, [a, b]: Pair): SharedBody[] {
  const of = (party: string) =>
    new Map(relations.filter((each) => each.party === party).map((each) => [each.organisation, each.spells]));
  const [first, second] = [of(a), of(b)];
  const rank = { yes: 0, perhaps: 1, no: 2 } as const;
  return [...first]
    .flatMap(([id, spells]): SharedBody[] => {
      const others = second.get(id);
      if (others === undefined) return [];
      const both = [belonging(spells), belonging(others)];
      const shared = both.includes(undefined) ? "no" : both.includes("unverified") ? "perhaps" : "yes";
      return [{ organisation: { id, name: organisationName(desk, words, id) }, spells: [spells, others], shared }];
    })
    .sort(
      (x, y) =>
        rank[x.shared] - rank[y.shared] || x.organisation.name.localeCompare(y.organisation.name, words.language),
    );
}
