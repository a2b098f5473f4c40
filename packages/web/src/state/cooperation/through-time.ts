import type { BoundSpell, Spell } from "@kelisim/api";
import type { Day } from "../days.ts";

/** A stretch of years as the ground of bars; positions in it run from 0 (first day of `from`) to 1 (last day of `to`). */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/**
 * How a bar is drawn. Ink means knowledge: "filled" rests on a source that is held, "dashed" is not verified, "hatched"
 * is without information or suspended, "line" is a signature alone.
 */
export type Look = "filled" | "dashed" | "hatched" | "line";

export interface Bar {
  readonly start: number;
  readonly end: number;
  readonly look: Look;
  /** Index of the spell it stands for. */
  readonly spell: number;
}

const DAY_MS = 86_400_000;
const yearStart = (year: number) => new Date(0).setUTCFullYear(year, 0, 1) / DAY_MS;

/** First day that a date as exact as its source allows: "2016-05" is 1 May 2016. */
export function firstDayOf(date: string): Day {
  const [year = "", month = "01", day = "01"] = date.split("-");
  return `${year}-${month}-${day}`;
}

/** Where a date lies in a stretch of years, within 0 and 1. */
export function positionOf(date: string, { from, to }: Years): number {
  const first = yearStart(from);
  const length = yearStart(to + 1) - first;
  const day = Date.parse(`${firstDayOf(date)}T00:00:00Z`) / DAY_MS;
  return Math.min(1, Math.max(0, (day - first) / length));
}

/** Bars of memberships up to the asked day; what begins after it is not drawn, as the page is read on that day. */
export function membershipBars(spells: readonly Spell[], years: Years, until: Day): readonly Bar[] {
  return spells.flatMap((spell, index) => {
    if (spell.kind === "outside") return [];
    return barOf(spell, lookOf(spell), index, years, until);
  });
}

/** The look of a row of the table of memberships. */
export function lookOf(spell: Pick<Spell, "kind" | "from" | "unverified" | "confidence" | "dispute">): Look {
  if (spell.kind === "suspended" || spell.from === undefined) return "hatched";
  if (spell.unverified || spell.confidence === "low" || spell.dispute !== undefined) return "dashed";
  return spell.kind === "signed" ? "line" : "filled";
}

/** Bars of how a party stood to an agreement. Nothing is drawn once it is no longer bound. */
export function boundBars(spells: readonly BoundSpell[], years: Years, until: Day): readonly Bar[] {
  return spells.flatMap((spell, index) =>
    spell.state === "ended" ? [] : barOf(spell, boundLook(spell), index, years, until),
  );
}

function boundLook({ state, unverified, from }: BoundSpell): Look {
  if (from === undefined || state === "suspended") return "hatched";
  if (state === "signed" || state === "not yet") return "line";
  return unverified || state === "unverified" ? "dashed" : "filled";
}

function barOf(
  { from, to }: { readonly from?: string; readonly to?: string },
  look: Look,
  spell: number,
  years: Years,
  until: Day,
): readonly Bar[] {
  const start = from === undefined ? 0 : positionOf(from, years);
  const last = positionOf(until, years);
  const end = to === undefined ? last : Math.min(last, positionOf(to, years));
  if (from !== undefined && firstDayOf(from) > until) return [];
  return end <= start ? [] : [{ start, end, look, spell }];
}

/** Years to write under bars: the ends, and every fifth between them. */
export function ticksOf({ from, to }: Years, every = 5): readonly number[] {
  const ticks: number[] = [];
  for (let year = from; year <= to; year += every) ticks.push(year);
  return ticks;
}
