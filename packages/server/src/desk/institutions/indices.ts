import {
  type ComponentFigure,
  FORMAL_REGIONALISM,
  type IndexDefinition,
  type IndexValue,
  indexOf,
  PRACTICAL_REGIONALISATION,
  type ResultInput,
} from "@kelisim/analysis";
import type {
  ComponentOfRegion,
  FigureChoice,
  IndexOfRegionView,
  IndexView,
  Indices,
  IndicesQuery,
} from "@kelisim/api";
import { dayOf, dayParts } from "@kelisim/model";
import type { NodeContext } from "../../context.ts";
import { proofOf, tableInputs } from "../../proof.ts";
import { type Asked, standpointData } from "../standpoint.ts";
import type { View } from "../views.ts";
import { yearsSince } from "./circle.ts";
import { type FiguresOn, figuresOfDesk } from "./figures.ts";
import { importedObligations } from "./imported.ts";
import { withProducers } from "./inputs.ts";
import { otherRegion, regionChoices } from "./other-region.ts";
import { readPairs } from "./pairs.ts";
import { sourcesOf } from "./sources.ts";
import { chosenSource, lastDays } from "./ties.ts";

/** Both indices, as plain data. */
const INDICES: readonly IndexDefinition[] = [FORMAL_REGIONALISM, PRACTICAL_REGIONALISATION];

export type IndicesAsked = Pick<IndicesQuery, "source" | "w" | "pick" | "other" | "theirs">;

/** The reader's choices, read from the address. */
export interface Choices {
  readonly weights: ReadonlyMap<string, number>;
  readonly picks: ReadonlyMap<string, number>;
}

/**
 * Formal regionalism and practical regionalisation of the region on the asked day and through the years, beside another region
 * where one is asked: the same components, scales and weights.
 */
export async function indicesData(node: NodeContext, view: View, asked: Asked, query: IndicesAsked): Promise<Indices> {
  const { desk } = view;
  const words = desk.words(asked.language);
  const [sources, obligations] = await Promise.all([sourcesOf(node, view, asked), importedObligations(node.holdings)]);
  const membership = chosenSource(sources, desk, query.source);
  const table = sources.all[0]!;
  const years = yearsSince([membership.source, table.source], desk, asked, dayOf(node.now(), desk.region.timeZone));
  const own = figuresOfDesk({ node, view, asked, membership, table, obligations });
  const other = await otherRegion(node, view, asked, { query, obligations, membership });
  const choices: Choices = {
    weights: readPairs(query.w, "/query/w"),
    picks: readPairs(query.pick, "/query/pick"),
  };
  const days = lastDays(years, asked.today);
  const files = obligations.map(
    ({ dataset, name, vintage, rows }): ResultInput => ({ of: dataset, name, vintage, rows: rows.length }),
  );
  const inputs = [
    ...tableInputs(desk.region, { "index-figures": desk.region.indexFigures.length }),
    {
      of: membership.source.id,
      name: membership.told.name,
      vintage: membership.source.vintage,
      rows: membership.told.rows,
    },
    ...files,
    ...tableInputs(desk.region, { status: view.facts.filter(({ kind }) => kind === "status").length }),
  ];
  const made = withProducers(indexOf(FORMAL_REGIONALISM, [], inputs), [
    membership,
    ...obligations.map((file) => ({ file, source: { id: file.dataset } })),
  ]);
  return {
    standpoint: standpointData(asked, desk),
    years,
    sources: sources.all.map(({ told: { id, kind, name } }) => ({ id, kind, name })),
    source: membership.told.id,
    own: {
      id: desk.id,
      name: words.names.region(desk.region),
      kind: "desk",
      fictional: desk.region.fictional,
      states: desk.region.focus.map((id) => words.names.party(id)),
    },
    ...(other === undefined ? {} : { other: other.told }),
    choices: regionChoices(node, desk, asked.language),
    indices: INDICES.map((definition) =>
      indexData(definition, { own, other: other?.figures, days, choices }, asked.today),
    ),
    proof: proofOf(made, asked.language),
  };
}

interface Both {
  readonly own: FiguresOn;
  readonly other: FiguresOn | undefined;
  readonly days: readonly number[];
  readonly choices: Choices;
}

export function indexData(definition: IndexDefinition, { own, other, days, choices }: Both, today: number): IndexView {
  const mine = ofRegion(definition, own, today, choices);
  const theirs = other === undefined ? undefined : ofRegion(definition, other, today, choices);
  const { value: a } = mine;
  const b = theirs?.value;
  return {
    id: definition.id,
    components: definition.components.map(({ id, unit, worst, best }) => ({
      id,
      unit,
      worst,
      best,
      weight: choices.weights.get(id) ?? 1,
    })),
    own: mine,
    ...(theirs === undefined ? {} : { other: theirs }),
    ...(a === undefined || b === undefined ? {} : { difference: a - b }),
    series: days.map((day) => yearOf(definition, { own, other, days, choices }, day)),
  };
}

function yearOf(definition: IndexDefinition, { own, other, choices }: Both, day: number): IndexView["series"][number] {
  const mine = ofRegion(definition, own, day, choices);
  const theirs = other === undefined ? undefined : ofRegion(definition, other, day, choices);
  return {
    year: dayParts(day).year,
    ...(mine.value === undefined ? {} : { own: mine.value }),
    ...(theirs?.value === undefined ? {} : { other: theirs.value }),
    missing: mine.missing,
    components: mine.components.map(({ component, value }, at) => {
      const beside = theirs?.components[at]?.value;
      return {
        component,
        ...(value === undefined ? {} : { own: value }),
        ...(beside === undefined ? {} : { other: beside }),
      };
    }),
  };
}

function ofRegion(
  definition: IndexDefinition,
  figures: FiguresOn,
  day: number,
  { weights, picks }: Choices,
): IndexOfRegionView {
  const found = figures(day);
  const chosen = definition.components.map(({ id }) => {
    const choices = found.get(id) ?? [];
    const picked = pickedOf(choices, picks.get(id));
    return { id, choices, picked, choice: picked === undefined ? undefined : choices[picked - 1] };
  });
  const value = weighed(
    definition,
    chosen.flatMap(({ id, choice }): ComponentFigure[] =>
      choice === undefined
        ? []
        : [{ component: id, source: choice.source, ...(choice.figure === undefined ? {} : { figure: choice.figure }) }],
    ),
    weights,
  );
  return {
    ...(value.value === undefined ? {} : { value: value.value }),
    missing: [...value.missing],
    components: value.components.map(({ component, figure, value: part, held }, at): ComponentOfRegion => {
      const { choices, picked } = chosen[at]!;
      return {
        component: component.id,
        ...(figure === undefined ? {} : { figure }),
        ...(part === undefined ? {} : { value: part }),
        held,
        ...(picked === undefined ? {} : { picked }),
        choices: [...choices],
      };
    }),
  };
}

/** The figure asked for, else the first that is known, else the first; from 1. */
function pickedOf(choices: readonly FigureChoice[], asked: number | undefined): number | undefined {
  if (choices.length === 0) return undefined;
  if (asked !== undefined && choices[asked - 1] !== undefined) return asked;
  const known = choices.findIndex(({ figure }) => figure !== undefined);
  return known === -1 ? 1 : known + 1;
}

/** With every weight 0 nothing is weighed: the index is unknown, and nothing is missing. */
function weighed(
  definition: IndexDefinition,
  figures: readonly ComponentFigure[],
  weights: Choices["weights"],
): IndexValue {
  const own = Object.fromEntries(
    definition.components.flatMap(({ id }) => (weights.has(id) ? [[id, weights.get(id)!]] : [])),
  );
  const isNothing = definition.components.every(({ id }) => own[id] === 0);
  if (!isNothing) return indexOf(definition, figures, [], own).value;
  const { value: _, ...rest } = indexOf(definition, figures, []).value;
  return { ...rest, missing: [] };
}
