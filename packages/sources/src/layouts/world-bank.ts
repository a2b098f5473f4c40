import type { RowMaker, TableLayout } from "../layout.ts";
import { amount, coded, constant, iso3, number, text, word, year } from "./cells.ts";
import { vintageInName } from "./vintage.ts";

const NET_ODA = "DT.ODA.ODAT.CD";

export const worldBankNetOda: TableLayout = {
  form: "table",
  id: "wb-net-oda",
  version: 1,
  table: "flows",
  producer: {
    dataset: "wb-net-oda",
    name: "World Bank, net official development assistance received (current US$)",
    citation: "World Bank, World Development Indicators, DT.ODA.ODAT.CD, from OECD DAC.",
    licence: "CC BY 4.0 at the World Bank (not seen in the extract); repository of the extract MIT.",
    caveats: [
      "Net of repayments of principal: not comparable with gross disbursements.",
      "All donors and purposes together.",
    ],
  },
  header: ["date", "iso_code", "indicator_code", "value"],
  // The columns are those of any indicator of the World Bank.
  accepts: ({ head }) => head.includes(NET_ODA),
  makes: [
    {
      when: [{ column: "indicator_code", in: [NET_ODA] }],
      cells: {
        year: year("date"),
        recipient: coded("iso_code", "crs recipients", "WB"),
        recipient_code: text("iso_code"),
        flow: constant("Net ODA received"),
        measure: constant("net disbursement"),
        amount: amount("value", 1),
        currency: constant("USD"),
      },
    },
  ],
  vintage: vintageInName,
};

const GOVERNANCE = {
  dataset: "wgi",
  name: "Worldwide Governance Indicators",
  citation: "World Bank, Worldwide Governance Indicators (D. Kaufmann, A. Kraay).",
  licence: "CC BY 4.0 at the World Bank (not seen in the extract).",
  caveats: [
    "Each update recalculates all years: never join years of different updates into one line.",
    "The bounds in the file are those of the percentile rank, not of the estimate.",
    "Made of other producers' perceptions: comparisons of close values mean nothing without the bounds.",
  ],
};

/** The six dimensions, as the two updates write them. */
const DIMENSIONS: readonly (readonly [id: string, name: string, written2024: string, written2020: string])[] = [
  ["wgi.va", "Voice and accountability", "va", "VoiceandAccountability"],
  ["wgi.pv", "Political stability and absence of violence", "pv", "PoliticalStability"],
  ["wgi.ge", "Government effectiveness", "ge", "GovernmentEffectiveness"],
  ["wgi.rq", "Regulatory quality", "rq", "RegulatoryQuality"],
  ["wgi.rl", "Rule of law", "rl", "RuleofLaw"],
  ["wgi.cc", "Control of corruption", "cc", "ControlofCorruption"],
];

/** What a dimension as written becomes. */
const wordsOf = (say: (id: string, name: string) => string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    DIMENSIONS.flatMap(([id, name, ...written]) => written.map((text) => [text, say(id, name)] as const)),
  );

/** The estimate under the dimension's id, the percentile rank with its bounds under the id with ".rank". */
function dimensions(
  shared: RowMaker["cells"],
  columns: { readonly estimate: string; readonly rank: string; readonly low: string; readonly high: string },
): readonly RowMaker[] {
  return [
    {
      when: [],
      cells: {
        ...shared,
        indicator: word(
          "indicator",
          wordsOf((id) => id),
        ),
        indicator_name: word(
          "indicator",
          wordsOf((_, name) => name),
        ),
        written: text(columns.estimate),
        number: number(columns.estimate, "#N/A"),
        unit: constant("about -2.5 to 2.5"),
      },
    },
    {
      when: [],
      cells: {
        ...shared,
        indicator: word(
          "indicator",
          wordsOf((id) => `${id}.rank`),
        ),
        indicator_name: word(
          "indicator",
          wordsOf((_, name) => `${name}, percentile rank`),
        ),
        written: text(columns.rank),
        number: number(columns.rank, "#N/A"),
        low: number(columns.low, "#N/A"),
        high: number(columns.high, "#N/A"),
        unit: constant("percentile rank, 0 to 100"),
      },
    },
  ];
}

export const wgi2024: TableLayout = {
  form: "table",
  id: "wgi-2024",
  version: 1,
  table: "figures",
  producer: GOVERNANCE,
  header: [
    "codeindyr",
    "code",
    "year",
    "indicator",
    "estimate",
    "stddev",
    "nsource",
    "pctrank",
    "pctranklower",
    "pctrankupper",
  ],
  makes: dimensions(
    {
      party: iso3("code", "WB"),
      year: year("year"),
      edition: constant("2024 update"),
      sources: { from: "nsource", as: "count" },
    },
    { estimate: "estimate", rank: "pctrank", low: "pctranklower", high: "pctrankupper" },
  ),
  vintage: () => "2024",
};

export const wgi2020: TableLayout = {
  form: "table",
  id: "wgi-2020",
  version: 1,
  table: "figures",
  producer: GOVERNANCE,
  header: ["Country/Territory", "Code", "Year", "Estimate", "Lower", "NumSrc", "Rank", "StdErr", "Upper", "Indicator"],
  makes: dimensions(
    {
      party: iso3("Code", "WB"),
      year: year("Year"),
      edition: constant("2020 update"),
      sources: { from: "NumSrc", as: "count" },
    },
    { estimate: "Estimate", rank: "Rank", low: "Lower", high: "Upper" },
  ),
  vintage: () => "2020",
};
