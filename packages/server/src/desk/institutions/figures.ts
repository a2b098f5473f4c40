import {
  bipartiteOn,
  bodiesFigure,
  type ComponentFigure,
  FULL_MEMBERSHIP,
  membershipFigure,
  pairsBoundFigure,
  pairsFigure,
  settledFigure,
} from "@kelisim/analysis";
import type { FigureChoice } from "@kelisim/api";
import { civilDay, dayParts, firstDay, type IndexFigure, lastDay, type ObservationRow } from "@kelisim/model";
import type { NodeContext } from "../../context.ts";
import { generalKnowledge } from "../cooperation/sourced.ts";
import type { Desk } from "../desk.ts";
import type { Asked } from "../standpoint.ts";
import type { View } from "../views.ts";
import { exchangeOn } from "./exchange.ts";
import type { Imported } from "./imported.ts";
import type { KnownSource } from "./sources.ts";

/** Figures of each component that could stand for it on a day, the region's own table first. */
export type FiguresOn = (day: number) => ReadonlyMap<string, readonly FigureChoice[]>;

/** What the figures of a region are worked out from. */
export interface FigureNeeds {
  readonly node: NodeContext;
  readonly view: View;
  readonly asked: Asked;
  /** The source of memberships that was chosen, and the region's own table. */
  readonly membership: KnownSource;
  readonly table: KnownSource;
  readonly obligations: readonly Imported[];
}

/** Last year that a data set of obligations describes; its caveats say so, its rows do not. */
const COVERED_TO: Readonly<Record<string, number>> = { "atop-directed-dyads": 2018 };

/** Which kinds of obligation make a pair bound, by component. */
const BOUND_BY: Readonly<Record<string, readonly string[]>> = {
  consultation: ["consultation"],
  "non-aggression": ["non-aggression", "defence"],
};

/** Figures of a region that this node serves. */
export function figuresOfDesk({ node, view, asked, membership, table, obligations }: FigureNeeds): FiguresOn {
  const { region } = view.desk;
  const parties = region.focus;
  const own = tableFigures(view.desk, ({ region: other }) => other === undefined);
  const byIso = new Map(region.parties.flatMap(({ id, iso }) => [[iso ?? id, id] as const, [id, id] as const]));
  const ties = obligations.flatMap((file) => {
    const year = COVERED_TO[file.dataset];
    if (year === undefined) return [];
    const rows = file.rows.map(
      (row): ObservationRow => ({
        ...row,
        party: byIso.get(String(row.party)) ?? row.party!,
        toward: byIso.get(String(row.toward)) ?? row.toward!,
      }),
    );
    return [{ file, rows, listsAllTo: civilDay(year, 12, 31) }];
  });
  const borders = region.tables.find((each) => each.table === "borders");
  return (day) => {
    const worked: (ComponentFigure & { readonly unverified?: boolean })[] = [];
    if (membership.source.listsAllTo !== undefined)
      worked.push(
        membershipFigure(bipartiteOn(membership.source, day, FULL_MEMBERSHIP, parties), parties, nameOf(membership)),
      );
    if (table.source.listsAllTo !== undefined)
      worked.push(bodiesFigure(bipartiteOn(table.source, day, FULL_MEMBERSHIP), parties, nameOf(table)));
    for (const { file, rows, listsAllTo } of ties)
      for (const [component, kinds] of Object.entries(BOUND_BY))
        worked.push(
          pairsBoundFigure(component, rows, { parties, kinds, day, listsAllTo }, `${file.name}, ${file.vintage}`),
        );
    worked.push(pairsFigure("exchange", exchangeOn(node, view, asked, parties, day), "status.csv"));
    if (borders?.coverage === "complete" && (borders.asOf === undefined || day <= lastDay(borders.asOf)))
      worked.push(settledFigure(region.borders, parties, day, "borders.csv"));
    return gathered([...own(day), ...worked.flatMap(workedOut)]);
  };
}

/** Figures that the table of a region has of another one. */
export const figuresOfTable = (desk: Desk, id: string): FiguresOn => {
  const rows = tableFigures(desk, ({ region }) => region?.id === id);
  return (day) => gathered(rows(day));
};

/** Figures of a reader's own region: the same in every year. */
export const figuresOfReader = (given: ReadonlyMap<string, number>): FiguresOn => {
  const all = new Map(
    [...given].map(([component, figure]) => [
      component,
      [{ figure, from: "reader", source: "", unverified: true } satisfies FigureChoice],
    ]),
  );
  return () => all;
};

type Found = readonly [component: string, choice: FigureChoice];

function tableFigures({ region }: Desk, isAsked: (row: IndexFigure) => boolean): (day: number) => readonly Found[] {
  const general = generalKnowledge(region.sources);
  const rows = region.indexFigures.filter(isAsked);
  return (day) =>
    rows
      .filter(({ period }) => within(period, day))
      .map(({ component, figure, source, confidence, note }) => [
        component,
        {
          ...(figure === undefined ? {} : { figure: Number(figure) }),
          from: "table",
          source,
          confidence,
          unverified: general(source),
          ...(note === undefined ? {} : { note }),
        },
      ]);
}

/** A figure of a year stands for all of its days. */
function within({ from, to }: IndexFigure["period"], day: number): boolean {
  const year = dayParts(day).year;
  return dayParts(firstDay(from)).year <= year && year <= dayParts(lastDay(to)).year;
}

function workedOut({ component, figure, between, source }: ComponentFigure): readonly Found[] {
  if (figure === undefined && between === undefined) return [];
  const known = {
    ...(figure === undefined ? {} : { figure }),
    ...(between === undefined ? {} : { between: [...between] as [number, number] }),
  };
  return [[component, { ...known, from: "worked out", source, unverified: false }]];
}

function gathered(found: readonly Found[]): ReadonlyMap<string, readonly FigureChoice[]> {
  const groups = Map.groupBy(found, ([component]) => component);
  return new Map([...groups].map(([component, each]) => [component, each.map(([, choice]) => choice)]));
}

const nameOf = ({ told: { name, vintage } }: KnownSource) => (vintage === undefined ? name : `${name}, ${vintage}`);
