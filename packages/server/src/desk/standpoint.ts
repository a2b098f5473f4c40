import type { Standpoint, StandpointQuery } from "@kelisim/api";
import {
  dayOf,
  endOfDay,
  formatDated,
  formatInstant,
  type Instant,
  isRefusal,
  parseDated,
  parseInstant,
  startOfDay,
} from "@kelisim/model";
import { badRequest } from "../http/problem.ts";
import type { Desk } from "./desk.ts";

const DAYS_BACK = 30;
const DAYS_AHEAD = 90;

/** A question's place and window, as instants, with the party it is asked for. */
export interface Asked {
  readonly party: string | undefined;
  readonly asOf: Instant;
  readonly knownAt: Instant;
  readonly from: Instant;
  readonly until: Instant;
  /** Day number of as-of in the region's time zone. */
  readonly today: number;
  readonly timeZone: string;
  readonly language: "en" | "ru";
  /** Asked as of now and as known now: the answer moves with the clock. */
  readonly isNow: boolean;
}

/**
 * Reads the standpoint of a request. A date means its last instant in the region's time zone; a moment is taken as written.
 * Throws `HttpProblem` 400 naming the parameter. Known-at may not lie ahead of the clock but in an invented region.
 */
export function readStandpoint(query: StandpointQuery, desk: Desk, now: Instant): Asked {
  const { region } = desk;
  const { timeZone } = region;
  const asOf = query.on === undefined ? now : readMoment("on", query.on, timeZone);
  // An invented story may play ahead of the clock, and then as-of says what is known.
  const newest = region.fictional ? Math.max(now, asOf) : now;
  const wanted = query.known === undefined ? newest : readMoment("known", query.known, timeZone);
  const isToday = wanted > newest && dayOf(wanted, timeZone) === dayOf(newest, timeZone);
  if (wanted > newest && !isToday && !region.fictional)
    throw badRequest("/query/known", "lies in the future", "what is known cannot be ahead of the clock");
  if (query.as !== undefined && !region.parties.some((party) => party.id === query.as))
    throw badRequest("/query/as", `"${query.as.slice(0, 40)}" is no party of ${region.name}`);
  const today = dayOf(asOf, timeZone);
  return {
    party: query.as ?? desk.us[0] ?? region.focus[0],
    asOf,
    knownAt: isToday ? newest : wanted,
    from: startOfDay(today - (query.back ?? DAYS_BACK), timeZone),
    until: endOfDay(today + (query.days ?? DAYS_AHEAD), timeZone),
    today,
    timeZone,
    language: query.lang ?? "en",
    isNow: query.on === undefined && query.known === undefined,
  };
}

/** The standpoint as an answer states it. */
export function standpointData(asked: Asked, desk: Desk): Standpoint {
  const { party } = asked;
  return {
    region: desk.id,
    ...(party === undefined ? {} : { party, partyName: desk.words(asked.language).names.party(party) }),
    asOf: formatInstant(asked.asOf),
    knownAt: formatInstant(asked.knownAt),
    from: formatInstant(asked.from),
    until: formatInstant(asked.until),
    today: formatDated(asked.today),
    timeZone: asked.timeZone,
  };
}

function readMoment(name: string, text: string, timeZone: string): Instant {
  const day = parseDated(text);
  if (typeof day === "number") return endOfDay(day, timeZone);
  const instant = parseInstant(text);
  if (isRefusal(instant))
    throw badRequest(
      `/query/${name}`,
      `"${text.slice(0, 40)}" is neither a date nor a moment`,
      "2026-11-21 or 2026-11-21T09:00:00Z",
    );
  return instant;
}
