import {
  dayOf,
  endOfDay,
  type Instant,
  isRefusal as isUnread,
  parseDated,
  parseInstant,
  type Region,
  startOfDay,
} from "@kelisim/model";
import type { Io } from "../io.ts";
import { type Answer, isRefusal, refuse } from "../refusal.ts";
import { texts } from "../texts/index.ts";

/** From where and over what a question is asked. */
export interface Standpoint {
  readonly asOf: Instant;
  readonly knownAt: Instant;
  readonly from: Instant;
  readonly until: Instant;
  /** Time zone of the region, in which dates of the command line are read. */
  readonly timeZone: string;
  /** Whether as-of was given as a date (its last instant counts). */
  readonly asOfIsDay: boolean;
  readonly days: number;
}

export interface StandpointOptions {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly days?: string | undefined;
  readonly back?: string | undefined;
}

const DAYS_BACK = 30;
/** A century: further windows say nothing and would only cost time. */
const MOST_DAYS = 36_525;

/**
 * Reads the dates of a question. A date means its last instant in the region's time zone, so that a board "as of
 * 21 November" holds what happened on that day; a moment is taken as written. Known-at may not lie ahead of the
 * clock (but in an invented region); today as known-at means now. The window runs from `back` whole days before
 * as-of to `days` after it.
 */
export function readStandpoint(
  io: Io,
  options: StandpointOptions,
  region: Pick<Region, "timeZone" | "horizonDays" | "fictional">,
): Answer<Standpoint> {
  const { timeZone } = region;
  const asOf =
    options.asOf === undefined ? { instant: io.now, isDay: false } : readMoment("--as-of", options.asOf, timeZone);
  if (isRefusal(asOf)) return asOf;
  const knownAt = readKnownAt(io, options.knownAt, region, asOf.instant);
  if (isRefusal(knownAt)) return knownAt;
  const days = readDays("--days", options.days, region.horizonDays);
  if (isRefusal(days)) return days;
  const back = readDays("--back", options.back, DAYS_BACK);
  if (isRefusal(back)) return back;
  const today = dayOf(asOf.instant, timeZone);
  return {
    asOf: asOf.instant,
    knownAt,
    from: startOfDay(today - back, timeZone),
    until: endOfDay(today + days, timeZone),
    timeZone,
    asOfIsDay: asOf.isDay,
    days,
  };
}

function readMoment(option: string, text: string, timeZone: string): Answer<{ instant: Instant; isDay: boolean }> {
  const day = parseDated(text);
  if (typeof day === "number") return { instant: endOfDay(day, timeZone), isDay: true };
  const instant = parseInstant(text);
  if (isUnread(instant)) return refuse(texts.notADate(option, text), texts.dateForms);
  return { instant, isDay: false };
}

function readKnownAt(
  io: Io,
  text: string | undefined,
  region: Pick<Region, "timeZone" | "fictional">,
  asOf: Instant,
): Answer<Instant> {
  // An invented story may play ahead of the clock, and then as-of says what is known.
  const now = region.fictional ? Math.max(io.now, asOf) : io.now;
  if (text === undefined) return now;
  const moment = readMoment("--known-at", text, region.timeZone);
  if (isRefusal(moment)) return moment;
  if (moment.isDay && dayOf(moment.instant, region.timeZone) === dayOf(now, region.timeZone)) return now;
  if (moment.instant > now && !region.fictional) return refuse(texts.knownInFuture(text), texts.knownInFutureMend);
  return moment.instant;
}

function readDays(option: string, text: string | undefined, standard: number): Answer<number> {
  if (text === undefined) return standard;
  const days = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(days >= 0 && days <= MOST_DAYS)) return refuse(texts.notDays(option, text), texts.daysForms(MOST_DAYS));
  return days;
}
