import type { Basemap, BorderSection, BorderStatus } from "@kelisim/api";
import { type Box, type Place, passes } from "./mercator.ts";

export const STATUSES = ["agreed", "described", "disputed", "unknown"] as const satisfies readonly BorderStatus[];

/** Whose view of disputed lines is drawn: both sides', which is the default, or that of one party. */
export const BOTH = "both";

/** A line of a border as it is drawn. */
export interface DrawnBorder {
  /** Of the section, and in the table. */
  readonly id: string;
  readonly border: string;
  readonly status: BorderStatus;
  /** Party whose line it is; only where it is disputed. */
  readonly view?: string;
  /** A row speaks of it, or it is a border of the region on which none does; others only give the eye a hold. */
  readonly ours: boolean;
  /** The status rests on general knowledge, or on sources that are not sure. */
  readonly unverified: boolean;
  /** The second line of a disputed section is dashed otherwise. */
  readonly second: boolean;
  readonly lines: readonly (readonly Place[])[];
}

/**
 * The lines to draw: the base map's line of a pair in the status of the section that speaks of it, and the own lines of
 * sections. Of a disputed section all views are drawn unless one is chosen; a choice of somebody who has no view of a
 * section leaves both standing, as nothing may be hidden by it. Lines between others than the region's parties are
 * "unknown".
 */
export function drawnBorders(
  basemap: Pick<Basemap, "borders">,
  sections: readonly BorderSection[],
  view: string = BOTH,
): readonly DrawnBorder[] {
  const base = basemap.borders.map(({ id, lines }): DrawnBorder => {
    const section = sections.find((each) => each.border === id && each.line === undefined);
    return {
      id: section?.id ?? id,
      border: id,
      status: section?.status ?? "unknown",
      ours: sections.some((each) => each.border === id),
      unverified: section?.unverified ?? false,
      second: false,
      lines,
    };
  });
  const own = sections.filter((each) => each.line !== undefined);
  const drawn = own.filter(
    (each) =>
      each.view === undefined ||
      view === BOTH ||
      each.view.id === view ||
      !own.some((other) => sameDispute(other, each) && other.view?.id === view),
  );
  return [
    ...base,
    ...drawn.map((each): DrawnBorder => {
      const views = own.filter((other) => sameDispute(other, each));
      return {
        id: each.id,
        border: each.border,
        status: each.status,
        ours: true,
        unverified: each.unverified,
        ...(each.view === undefined ? {} : { view: each.view.id }),
        second: views.indexOf(each) > 0,
        lines: [each.line as readonly Place[]],
      };
    }),
  ];
}

const sameDispute = (a: BorderSection, b: BorderSection): boolean =>
  a.border === b.border && a.part === b.part && a.status === "disputed" && b.status === "disputed";

/**
 * How many borders of each status can be seen in a box; a border counts once for each status it has there,
 * and only those of the region.
 */
export function countInView(
  borders: readonly DrawnBorder[],
  box: Box | undefined,
): Readonly<Record<BorderStatus, number>> {
  const found: Record<BorderStatus, Set<string>> = {
    agreed: new Set(),
    described: new Set(),
    disputed: new Set(),
    unknown: new Set(),
  };
  for (const { border, status, ours, lines } of borders) {
    if (!ours) continue;
    if (box === undefined || lines.some((line) => passes(line, box))) found[status].add(border);
  }
  return {
    agreed: found.agreed.size,
    described: found.described.size,
    disputed: found.disputed.size,
    unknown: found.unknown.size,
  };
}

/** Parties that draw a line of their own somewhere, by name: who can be chosen. */
export function viewsOf(sections: readonly BorderSection[]): readonly { readonly id: string; readonly name: string }[] {
  const views = new Map(sections.flatMap(({ view }) => (view === undefined ? [] : [[view.id, view] as const])));
  return [...views.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
