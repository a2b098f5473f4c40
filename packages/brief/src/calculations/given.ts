import {
  type CivilDay,
  isRefusal,
  lastDay,
  parseDated,
  parseDecimal,
  type Region,
  translationOf,
} from "@kelisim/model";
import { rounded } from "./exact.ts";
import type { FigureSources, Given, Refused } from "./sources.ts";
import { refused } from "./sources.ts";

/** "EU,USA" as a list; undefined where it is not given. */
export const listOf = (text: string | undefined): readonly string[] | undefined =>
  text
    ?.split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** A year, or years from the first to the last: "2019", "2013..2019". */
export interface Years {
  readonly from: number;
  readonly to: number;
}

export function yearsOf(text: string | undefined): Years | Refused | undefined {
  if (text === undefined) return undefined;
  const [, from = "", to = from] = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(text) ?? [];
  if (from === "") return refused(`"${text}" is no year`, "write 2019, or 2013..2019");
  if (Number(from) > Number(to)) return refused(`"${text}" ends before it begins`, `write ${to}..${from}`);
  return { from: Number(from), to: Number(to) };
}

/** The day of `on=`; a year or a month means its last day. Not given: the day of the brief. */
export function dayOf({ on }: Given, { today }: Pick<FigureSources, "today">): CivilDay | Refused {
  if (on === undefined) return today;
  const read = parseDated(on);
  if (isRefusal(read)) return refused(`"${on}" is no day`, "write 2019-12-31");
  return lastDay(read);
}

/** A value from a list of names; the first where it is not given. */
export function choiceOf<Name extends string>(
  name: string,
  given: string | undefined,
  choices: readonly Name[],
): Name | Refused {
  const found = given === undefined ? choices[0] : choices.find((each) => each === given);
  return found ?? refused(`${name}=${given} is not known`, `one of: ${choices.join(", ")}`);
}

/** Places behind the point that a rounded figure may have. */
const MOST_PLACES = 6;

/** How a figure of money or a ratio is shown: `in=million` or `in=thousand`, `digits=` places behind the point. */
export function shownAs(given: Given): ((value: string) => string) | Refused {
  const power = choiceOf("in", given.in, ["one", "thousand", "million", "billion"]);
  if (typeof power === "object") return power;
  const { digits } = given;
  if (digits !== undefined && !(/^\d$/.test(digits) && Number(digits) <= MOST_PLACES))
    return refused(`digits=${digits} is not known`, `write a number from 0 to ${MOST_PLACES}`);
  const size = { one: "1", thousand: "0.001", million: "0.000001", billion: "0.000000001" }[power];
  return (value) => {
    const [read, factor] = [parseDecimal(value), parseDecimal(size)];
    if (isRefusal(read) || isRefusal(factor)) return value;
    const scaled = read.times(factor).toFixed();
    return digits === undefined ? scaled : rounded(scaled, Number(digits));
  };
}

/** What was done to a figure before it was shown, in words for its footnote. */
export function shownWords({ in: power, digits }: Given): string {
  const parts = [
    ...(power === undefined || power === "one" ? [] : [`in ${power}s`]),
    ...(digits === undefined ? [] : [`rounded to ${digits} ${digits === "1" ? "place" : "places"}`]),
  ];
  return parts.length === 0 ? "" : `; shown ${parts.join(", ")}`;
}

/** "million USD" */
export const unitOf = ({ in: power }: Given, unit: string): string =>
  power === undefined || power === "one" ? unit : `${power} ${unit}`;

/** Names of parties, organisations, programmes and threats in the language of the brief; an id that nobody knows is itself. */
export function namesOf({ region, language = "en" }: Pick<FigureSources, "region" | "language">) {
  const title = translationOf(region as Pick<Region, "translations">, language);
  const parties = new Map(region.parties.map((party) => [party.id, party]));
  const organisations = new Map(region.organisations.map((each) => [each.id, each]));
  return {
    actor(id: string): string {
      const row = parties.get(id) ?? organisations.get(id);
      const own =
        title("party", id, "shortName") ??
        title("party", id) ??
        title("organisation", id, "shortName") ??
        title("organisation", id);
      return own ?? row?.shortName ?? row?.name ?? id;
    },
    programme: (id: string) => title("programme", id) ?? region.programmes.find((each) => each.id === id)?.name ?? id,
    threat: (id: string) => title("threat", id) ?? region.threats.find((each) => each.id === id)?.name ?? id,
  };
}
