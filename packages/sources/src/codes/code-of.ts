import countries from "i18n-iso-countries";
import english from "i18n-iso-countries/langs/en.json" with { type: "json" };
import type { CodeListName } from "../layout.ts";
import { COUNTRY_ALIASES } from "./country-aliases.ts";
import { CRS_DONORS } from "./crs-donors.ts";
import { CRS_COUNTRIES, CRS_REGION_ALIASES, CRS_REGIONS } from "./crs-recipients.ts";
import { foldName } from "./fold.ts";
import { COW, GW } from "./states.ts";

type CodeList = ReadonlyMap<string, string>;

countries.registerLocale(english);
const alpha3 = Object.entries(countries.getAlpha2Codes()).map(([two, three]) => ({ two, three }));
// Kosovo has no code of ISO 3166-1; XKX is what the World Bank and others use.
const XKX = { two: "XK", three: "XKX" };
const states = [...alpha3.filter(({ two }) => two !== XKX.two), XKX];

/** A list with keys as `foldName` gives them. The first meaning of a key stands. */
function listOf(entries: Iterable<readonly [text: string, id: string]>): CodeList {
  const list = new Map<string, string>();
  for (const [text, id] of entries) {
    const key = foldName(text);
    if (!list.has(key)) list.set(key, id);
  }
  return list;
}

const iso3 = listOf(states.map(({ three }) => [three, three]));
const iso2 = listOf(states.map(({ two, three }) => [two, three]));
const isoNumber = listOf(
  Object.entries(countries.getNumericCodes()).flatMap(([number, two]) => {
    const three = iso2.get(foldName(two));
    return three === undefined ? [] : [[number, three] as const];
  }),
);
const countryNames = listOf([
  ...Object.entries(COUNTRY_ALIASES),
  ...Object.entries(countries.getNames("en", { select: "all" })).flatMap(([two, names]) => {
    const three = iso2.get(foldName(two));
    return three === undefined ? [] : names.map((name) => [name, three] as const);
  }),
]);
const crsCountries = [...CRS_COUNTRIES.trim().matchAll(/(\d+) ([A-Z]{3})/g)].map(
  ([, number, three]) => [number!, three!] as const,
);

/** Codes and names together: extracts give now one, now the other. */
const LISTS: Readonly<Record<CodeListName, CodeList>> = {
  iso3,
  iso2,
  "iso number": isoNumber,
  cow: COW,
  gw: GW,
  "country names": countryNames,
  "crs recipients": listOf([
    ...crsCountries,
    ...Object.entries(CRS_REGIONS),
    ...Object.values(CRS_REGIONS).map((name) => [name, name] as const),
    ...Object.entries(CRS_REGION_ALIASES),
    ...iso3,
    ...countryNames,
  ]),
  "crs donors": listOf([...crsCountries, ...CRS_DONORS, ...iso3, ...countryNames]),
};

/**
 * The id of a code or name by a list: ISO 3166-1 alpha-3 for a state, the id of an organisation, the producer's name of a region.
 * Letter case, accents and leading zeros make no difference ("004" is "4"). What the list does not hold is never dropped: it is
 * kept as `prefix:text`.
 *
 * An executor that reads a file of millions of rows asks this once for each different text of the column.
 *
 * @example codeOf("cow", "COW", "702") is "TJK"; codeOf("cow", "COW", "315") is "COW:315"
 */
export function codeOf(list: CodeListName, prefix: string, text: string): string {
  return LISTS[list].get(foldName(text)) ?? `${prefix}:${text}`;
}
