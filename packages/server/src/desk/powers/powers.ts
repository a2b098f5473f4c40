import {
  ENGAGEMENT_KINDS,
  type Engagement,
  type EngagementCount,
  type EngagementKind,
  engagementCounts,
  engagementShares,
} from "@kelisim/analysis";
import type { Powers } from "@kelisim/api";
import { dayOf, dayParts, firstDay } from "@kelisim/model";
import { badRequest } from "../../http/problem.ts";
import { proofOf } from "../../proof.ts";
import { actorNamed } from "../cooperation/names.ts";
import { coverageOf } from "../cooperation/sourced.ts";
import type { Desk } from "../desk.ts";
import { type Asked, standpointData } from "../standpoint.ts";
import type { View } from "../views.ts";
import { gather } from "./gather.ts";
import { rowMaker } from "./row-data.ts";
import type { Taken, takenAnswers } from "./taken.ts";

export interface PowersAsked {
  readonly powers: readonly string[];
  readonly kind: EngagementKind;
}

/** Tables of the region from which engagements are counted. */
export const POWER_TABLES = [
  "powers",
  "engagements",
  "engagement-kinds",
  "programmes",
  "timeline",
  "memberships",
  "status",
];

/** The powers that are asked for, all where none is named. Throws 400 for one that the region does not look at. */
export function askedPowers({ region }: Desk, text: string | undefined): readonly string[] {
  const all = region.powers.map(({ id }) => id);
  const wanted = text?.split(",").filter(Boolean) ?? [];
  for (const id of wanted)
    if (!all.includes(id))
      throw badRequest("/query/powers", `"${id.slice(0, 40)}" is none of the powers of ${region.name}`, all.join(", "));
  return wanted.length === 0 ? all : all.filter((id) => wanted.includes(id));
}

/** Engagements of powers with the states of a region in the year of the asked day, and one kind of them through all years. */
export async function powersData(
  view: View,
  asked: Asked,
  { powers, kind }: PowersAsked,
  now: number,
  files: { readonly ask: ReturnType<typeof takenAnswers>; readonly holdings: string | undefined },
): Promise<Powers> {
  const { desk } = view;
  const words = desk.words(asked.language);
  const { engagements, inputs, exclusions } = gather(view, asked, now);
  const states = statesOf(desk);
  const { year } = dayParts(asked.today);
  const years = yearsOf(engagements, [year, dayParts(dayOf(now, desk.region.timeZone)).year]);
  const question = { powers, states, years: range(years) };
  const counts = engagementCounts(engagements, question, inputs);
  const shares = engagementShares(engagements, { ...question, years: [year] }, inputs);
  const cells = counts.value.filter((cell) => cell.year === year);
  const counted = new Set(cells.flatMap(({ of }) => of.map(({ id }) => id)));
  const own = engagements.filter(({ power, state }) => powers.includes(power) && states.includes(state));
  const undated = own.filter(({ from }) => from === undefined);
  const shown = onceEach([...own.filter(({ id }) => counted.has(id)), ...undated]);
  const taken: Taken =
    powers.length === 0 || states.length === 0
      ? { quantities: [], proofs: [], files: { holdings: [], frozen: "", named: false } }
      : await files.ask({ ...question, year }, files.holdings, asked.language);
  const named = (id: string) => actorNamed(desk, words, id);
  return {
    standpoint: standpointData(asked, desk),
    year,
    years,
    powers: powers.map(named),
    states: states.map(named),
    choices: { powers: desk.region.powers.map(({ id }) => named(id)) },
    kind,
    cells: cells.map(cellData),
    series: seriesOf(
      counts.value.filter((cell) => cell.kind === kind),
      years,
    ),
    shares: shares.value
      .filter((share) => share.kind === kind)
      .map(({ power, state, count, all, share }) => ({ power, state, count, all, share })),
    rows: shown.map(rowMaker(view, words, asked)),
    undated: onceEach(undated, ({ id, power, state }) => `${id} ${power} ${state}`).map(({ power, state, id }) => ({
      power,
      state,
      id,
    })),
    taken: taken.quantities,
    files: taken.files,
    proofs: {
      counts: proofOf(counts, words.language, exclusions),
      shares: proofOf(shares, words.language, exclusions),
      taken: taken.proofs,
    },
    coverage: coverageOf(desk, POWER_TABLES),
  };
}

/** The states that the region is about, but those that it looks at as powers. */
export const statesOf = ({ region }: Desk): readonly string[] =>
  region.focus.filter((id) => !region.powers.some((power) => power.id === id));

export const isKind = (text: string | undefined): text is EngagementKind =>
  ENGAGEMENT_KINDS.some((kind) => kind === text);

const cellData = ({ power, state, kind, count, perhaps, of }: EngagementCount): Powers["cells"][number] => ({
  power,
  state,
  kind,
  count,
  perhaps,
  of: of.map(({ id, certain }) => ({ id, certain })),
});

function onceEach(
  engagements: readonly Engagement[],
  keyOf: (one: Engagement) => string = ({ id }) => id,
): readonly Engagement[] {
  return [...new Map(engagements.map((one) => [keyOf(one), one])).values()];
}

function yearsOf(engagements: readonly Engagement[], also: readonly number[]): { from: number; to: number } {
  const begun = engagements.flatMap(({ from }) => (from === undefined ? [] : dayParts(firstDay(from)).year));
  const to = Math.max(...also);
  return { from: Math.min(...begun, ...also), to };
}

const range = ({ from, to }: { readonly from: number; readonly to: number }): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

function seriesOf(cells: readonly EngagementCount[], { from, to }: { readonly from: number; readonly to: number }) {
  const pairs = Map.groupBy(cells, ({ power, state }) => JSON.stringify([power, state]));
  const empty = () => new Array<number | null>(to - from + 1).fill(null);
  return [...pairs.values()].map((own) => {
    const [counts, perhaps] = [empty(), empty()];
    for (const cell of own) {
      counts[cell.year - from] = cell.count;
      perhaps[cell.year - from] = cell.perhaps;
    }
    return { power: own[0]!.power, state: own[0]!.state, counts, perhaps };
  });
}
