import type { Cell, RowMaker, TableLayout } from "../layout.ts";
import { coded, constant, count, date, figuresOf, number, text, type WideIndicator, word, year } from "./cells.ts";
import { vintageInColumn, vintageInName } from "./vintage.ts";

/** UCDP writes the kind as a number in some versions and in words in others. */
const UCDP_KINDS = {
  "1": "extrasystemic conflict",
  "2": "interstate conflict",
  "3": "intrastate conflict",
  "4": "internationalised intrastate conflict",
  extrasystemic: "extrasystemic conflict",
  interstate: "interstate conflict",
  intrastate: "intrastate conflict",
  II: "internationalised intrastate conflict",
};

const states = (from: readonly string[], list: "gw" | "cow", prefix: string): Cell => ({
  from,
  as: "coded list",
  list,
  prefix,
  between: ",",
});

/** One row a conflict and year. */
export const ucdpConflicts: TableLayout = {
  form: "table",
  id: "ucdp-acd",
  version: 1,
  table: "events",
  producer: {
    dataset: "ucdp-acd",
    name: "UCDP/PRIO Armed Conflict Dataset",
    citation:
      "Gleditsch, N. P., P. Wallensteen, M. Eriksson, M. Sollenberg, H. Strand, Armed Conflict 1946-2001: A New Dataset, Journal of Peace Research 39(5), 2002; Davies, S. et al., later versions.",
    licence: "CC BY 4.0 at UCDP (not seen in the extract).",
    caveats: [
      "One row a year of conflict with 25 battle-related deaths or more: years below are not here, and are not peace.",
      "A conflict with two supporting states in a year has a row for each in this extract: count conflicts and years, not rows.",
      "The beginning is the year; the end, where one is given, is the last day of the episode.",
    ],
  },
  header: [
    "conflict_id",
    "year",
    "gwno_a",
    "gwno_b",
    "incompatibility",
    "intensity_level",
    "type_of_conflict",
    "start_date",
  ],
  makes: [
    {
      when: [],
      cells: {
        event: text("conflict_id"),
        kind: word("type_of_conflict", UCDP_KINDS),
        title: text(["territory_name", "location"]),
        from: date("year", "yyyy"),
        to: date("ep_end_date", "yyyy-mm-dd"),
        precision: constant("year"),
        parties: states(["gwno_a", "gwno_a_2nd", "gwno_b", "gwno_b_2nd"], "gw", "GW"),
        severity: word("intensity_level", {
          "1": "minor: 25 to 999 battle-related deaths in the year",
          "2": "war: 1,000 battle-related deaths in the year or more",
        }),
        written: word("incompatibility", { "1": "territory", "2": "government", "3": "government and territory" }),
      },
    },
  ],
  vintage: vintageInColumn("version"),
};

/** Events one by one: a day or stretch, a place, deaths between bounds. */
export const ucdpEvents: TableLayout = {
  form: "table",
  id: "ucdp-ged",
  version: 1,
  table: "events",
  producer: {
    dataset: "ucdp-ged",
    name: "UCDP Georeferenced Event Dataset (GED)",
    citation:
      "Sundberg, R., E. Melander, Introducing the UCDP Georeferenced Event Dataset, Journal of Peace Research 50(4), 2013; name the version.",
    licence: "CC BY 4.0 at UCDP (not seen).",
    caveats: [
      "Events with a death at least, by organised armed actors; the candidate months of a year are revised later.",
      "The parties are the state in which it happened and the states among its sides; armed groups stand in the title.",
      "The place can be no more than a province: see the producer's where_prec.",
      "Written against the producer's codebook; no file of it is among those at hand.",
    ],
  },
  header: [
    "id",
    "type_of_violence",
    "dyad_name",
    "latitude",
    "longitude",
    "date_prec",
    "date_start",
    "date_end",
    "best",
    "low",
    "high",
  ],
  makes: [
    {
      when: [],
      cells: {
        event: text("id"),
        kind: word("type_of_violence", {
          "1": "state-based conflict",
          "2": "non-state conflict",
          "3": "one-sided violence",
        }),
        title: text(["dyad_name", "conflict_name"]),
        from: date("date_start", "yyyy-mm-dd"),
        to: date("date_end", "yyyy-mm-dd"),
        precision: word("date_prec", { "1": "day", "2": "day", "3": "day", "4": "month", "5": "year" }),
        parties: states(["country_id", "gwnoa", "gwnob"], "gw", "GW"),
        place: text(["where_description", "where_coordinates", "adm_1"]),
        lat: number("latitude"),
        lon: number("longitude"),
        deaths: count("best"),
        deaths_low: count("low"),
        deaths_high: count("high"),
      },
    },
  ],
  vintage: vintageInName,
};

const dispute = (onset: boolean): RowMaker => ({
  when: [onset ? { column: "midonset", in: ["1"] } : { column: "midonset", notIn: ["1"] }],
  cells: {
    event: text("dispnum"),
    kind: constant("militarised interstate dispute"),
    from: onset ? { from: "year", as: "date parts", month: "stmon" } : date("year", "yyyy"),
    precision: onset ? { from: "year", as: "precision of parts", month: "stmon" } : constant("year"),
    parties: states(["ccode1", "ccode2"], "cow", "COW"),
    severity: word("hostlev", {
      "1": "no militarised action",
      "2": "threat to use force",
      "3": "display of force",
      "4": "use of force",
      "5": "war",
    }),
    written: word("fatality", {
      "0": "no deaths",
      "1": "1 to 25 deaths",
      "2": "26 to 100 deaths",
      "3": "101 to 250 deaths",
      "4": "251 to 500 deaths",
      "5": "501 to 999 deaths",
      "6": "1,000 deaths or more",
      "-9": "deaths not known",
    }),
  },
});

/** Each pair of a dispute and year stands in both directions: they are one here. */
export const midDisputes: TableLayout = {
  form: "table",
  id: "gml-mid-directed-disputes",
  version: 1,
  table: "events",
  producer: {
    dataset: "gml-mid",
    name: "Gibler-Miller-Little Militarized Interstate Disputes",
    citation:
      "Gibler, D. M., S. V. Miller, E. K. Little, An Analysis of the Militarized Interstate Dispute (MID) Dataset, 1816-2001, International Studies Quarterly 60(4), 2016.",
    licence: "Repository of the extract GPL-2.",
    caveats: [
      "A dispute of several states has a row for each pair and year: count disputes, not rows.",
      "Severity and deaths are those of the whole dispute, not of the pair: they are given as classes and are not summed.",
    ],
  },
  header: ["dispnum", "ccode1", "ccode2", "year", "midonset", "hostlev", "fatality", "stmon"],
  makes: [dispute(true), dispute(false)],
  joins: "equal",
  vintage: vintageInColumn("version"),
};

const owid = (
  id: string,
  name: string,
  citation: string,
  caveats: readonly string[],
  indicators: readonly WideIndicator[],
): TableLayout => ({
  form: "table",
  id,
  version: 1,
  table: "figures",
  producer: {
    dataset: id,
    name,
    citation,
    licence: "CC BY 4.0 at Our World in Data (not seen in the extract); the producers' own terms apply.",
    caveats: ["Prepared by Our World in Data from the producer's data.", ...caveats],
  },
  header: ["Entity", "Year", ...indicators.map(({ column }) => String(column))],
  makes: figuresOf(indicators, { party: coded("Entity", "country names", "OWID"), year: year("Year") }),
  vintage: vintageInName,
});

export const owidGedDeaths = owid(
  "owid-ucdp-ged-2019",
  "Deaths in conflict by country, UCDP Georeferenced Event Dataset 2019",
  "Our World in Data, from UCDP Georeferenced Event Dataset, 2019.",
  ["Counts of a country and year, no events: a zero means that UCDP recorded none."],
  [
    { id: "ucdp.ged.deaths", name: "Direct conflict deaths", column: "Direct conflict deaths", unit: "deaths" },
    {
      id: "ucdp.ged.death-rate",
      name: "Direct conflict death rate",
      column: "Direct conflict death rate",
      unit: "deaths per 100,000 people",
    },
  ],
);

export const owidUcdpDeaths = owid(
  "owid-ucdp-2019",
  "Violent deaths in conflicts and one-sided violence, UCDP 2019",
  "Our World in Data, from UCDP, 2019.",
  ["A country and year that is not listed is not known to be zero."],
  [
    {
      id: "ucdp.violent-deaths",
      name: "Violent deaths in conflicts and one-sided violence",
      column: "Violent deaths in conflicts and one-sided violence (UCDP 2019)",
      unit: "deaths",
    },
  ],
);

export const owidRand = owid(
  "owid-rand-terrorism",
  "RAND Database of Worldwide Terrorism Incidents",
  "Our World in Data, from RAND Database of Worldwide Terrorism Incidents.",
  ["Ends in 2009.", "A country and year that is not listed is not known to be zero."],
  [
    {
      id: "rand.incidents",
      name: "Terrorist incidents",
      column: "Count of terrorist incidents (RAND)",
      unit: "incidents",
    },
    {
      id: "rand.injuries",
      name: "Injuries due to terrorism",
      column: "Injuries due to terrorism (RAND)",
      unit: "people",
    },
    {
      id: "rand.fatalities",
      name: "Fatalities due to terrorism",
      column: "Fatalities due to terrorism (RAND)",
      unit: "people",
    },
  ],
);

export const owidArmedForces = owid(
  "owid-armed-forces-2017",
  "Armed forces personnel, IISS through World Bank 2017",
  "Our World in Data, from International Institute for Strategic Studies through World Bank (2017).",
  ["Years without a number of personnel have a number of people: the share is then unknown, not zero."],
  [
    {
      id: "armed-forces.personnel",
      name: "Armed forces personnel",
      column: "Armed forces personnel (IISS via World Bank (2017))",
      unit: "people",
    },
    {
      id: "armed-forces.population",
      name: "Total population",
      column: "Total population (World Bank (2017))",
      unit: "people",
    },
    {
      id: "armed-forces.share",
      name: "Armed forces personnel, share of total population",
      column: "Armed forces personnel (% of total population) (World Bank (2017))",
      unit: "per cent",
    },
  ],
);
