import { ALWAYS, type CivilDay, type Dated, type Instant } from "@kelisim/model";
import fc from "fast-check";
import { dated, day } from "../sketch/time.ts";

/** Days on which something is peculiar: month ends, a leap day, changes of the clock, year ends. */

const DAY = 86_400_000;

/** 2024: the leap day, Almaty's change to UTC+5 on 1 March, Vienna's change on 31 March, ends of months and quarters. */
const IN_2024 = [
  "2024-01-31",
  "2024-02-28",
  "2024-02-29",
  "2024-03-01",
  "2024-03-02",
  "2024-03-30",
  "2024-03-31",
  "2024-04-30",
];
/** 2005: Bishkek stays on summer time for good from 12 August, Vienna changes on 30 October. */
const IN_2005 = [
  "2005-06-30",
  "2005-07-31",
  "2005-08-11",
  "2005-08-12",
  "2005-08-13",
  "2005-09-30",
  "2005-10-29",
  "2005-10-31",
];

export interface Timeline {
  readonly days: readonly CivilDay[];
  readonly coarse: readonly Dated[];
}
export const TIMELINES: readonly Timeline[] = [
  { days: IN_2024.map(day), coarse: ["2024", "2024-02", "2024-03", "2023"].map(dated) },
  { days: IN_2005.map(day), coarse: ["2005", "2005-08", "2005-10", "2004"].map(dated) },
];

/** Times of day: midnights of UTC, Almaty and Vienna, noon, hours that a clock skips or repeats, the last instant. */
const TIMES = [0, 0.5, 1, 1.5, 12, 18, 19, 22, 23].map((hours) => hours * 3_600_000).concat([DAY - 1]);

/** Places on a timeline, as small numbers: they shrink to its first day and midnight. */
export interface Spot {
  readonly day: number;
  readonly time: number;
}
export const spot: fc.Arbitrary<Spot> = fc.record({ day: fc.nat(7), time: fc.nat(TIMES.length - 1) });
export const dayAt = ({ days }: Timeline, place: number): CivilDay => days[place % days.length]!;
export const instantAt = (timeline: Timeline, place: Spot): Instant =>
  dayAt(timeline, place.day) * DAY + TIMES[place.time]!;

/** Stretches that deadlines use, so that later records often fall exactly on a deadline, or a millisecond beside it. */
export const LAPSES = [
  0,
  1,
  -1,
  3_600_000,
  2 * DAY,
  2 * DAY + 1,
  2 * DAY - 1,
  7 * DAY,
  7 * DAY + 1,
  29 * DAY,
  31 * DAY,
  60 * DAY,
  -2 * DAY,
  -30 * DAY,
];
export const lapse = fc.nat(LAPSES.length - 1).map((place) => LAPSES[place]!);

/** A date of a source: mostly exact, at times coarse or missing. A number that shrinks to an exact early day. */
export const dateAt = (timeline: Timeline, place: number): Dated | undefined => {
  if (place < 40) return dayAt(timeline, place) + [0, 1, -1, 30, -200][Math.floor(place / 8)]!;
  return place < 46 ? timeline.coarse[place % timeline.coarse.length] : undefined;
};
export const datePlace = fc.nat(47);

/** When something became known: when it was said, later, or always. */
export const lag = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.constantFrom(1, DAY, 3 * DAY, 40 * DAY) },
  { weight: 1, arbitrary: fc.constant(ALWAYS) },
);
export const knownAfter = (moment: Instant, later: number): Instant => (later === ALWAYS ? ALWAYS : moment + later);
