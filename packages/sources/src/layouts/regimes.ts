import type { TableLayout } from "../layout.ts";
import { coded, figuresOf, text, type WideIndicator, year } from "./cells.ts";
import { vintageInColumn } from "./vintage.ts";

/** -66 interrupted by foreign powers, -77 interregnum, -88 transition: no points of the scale. */
const SPECIAL: readonly string[] = ["-66", "-77", "-88"];

const polityIndicators: readonly WideIndicator[] = [
  { id: "polity.democ", name: "Institutionalised democracy", column: "democ", unit: "0 to 10", noNumber: SPECIAL },
  { id: "polity.autoc", name: "Institutionalised autocracy", column: "autoc", unit: "0 to 10", noNumber: SPECIAL },
  { id: "polity.polity", name: "Polity score", column: "polity", unit: "-10 to 10", noNumber: SPECIAL },
  { id: "polity.polity2", name: "Polity score, revised", column: "polity2", unit: "-10 to 10", noNumber: SPECIAL },
  { id: "polity.durable", name: "Years since the regime changed", column: "durable", unit: "years" },
  { id: "polity.xconst", name: "Constraints on the executive", column: "xconst", unit: "1 to 7", noNumber: SPECIAL },
];

export const polity: TableLayout = {
  form: "table",
  id: "polity5",
  version: 1,
  table: "figures",
  producer: {
    dataset: "polity",
    name: "Polity5, Political Regime Characteristics and Transitions",
    citation: "Marshall, M. G., T. R. Gurr, Polity5, Center for Systemic Peace, 2020.",
    licence: "The producer's own terms (not seen); repository of the extract GPL-3.",
    caveats: [
      "Ends in 2018.",
      "-66, -77 and -88 are no scores (foreign interruption, interregnum, transition): kept as written, without a number.",
      "polity2 fills such years in by a rule of the producer.",
    ],
  },
  header: ["cyear", "scode", "year", "democ", "autoc", "polity", "polity2", "durable", "xconst"],
  makes: figuresOf(polityIndicators, {
    party: coded(["polity_annual_ccode", "ccode"], "cow", "POLITY"),
    year: year("year"),
  }),
  vintage: () => "2018",
};

const vdemIndicators: readonly WideIndicator[] = [
  ["v2x_polyarchy", "Electoral democracy index"],
  ["v2x_libdem", "Liberal democracy index"],
  ["v2x_partipdem", "Participatory democracy index"],
  ["v2x_delibdem", "Deliberative democracy index"],
  ["v2x_egaldem", "Egalitarian democracy index"],
  ["v2x_api", "Additive polyarchy index"],
  ["v2x_mpi", "Multiplicative polyarchy index"],
].map(([column, name]) => ({
  id: `vdem.${column}`,
  name: name!,
  column: column!,
  unit: "0 to 1",
  low: `${column}_codelow`,
  high: `${column}_codehigh`,
}));

export const vdem: TableLayout = {
  form: "table",
  id: "vdem",
  version: 1,
  table: "figures",
  producer: {
    dataset: "vdem",
    name: "Varieties of Democracy (V-Dem), main indices",
    citation:
      "Coppedge, M. et al., V-Dem Country-Year Dataset, Varieties of Democracy Project; taken from democracyData (X. Márquez).",
    licence: "CC BY-SA; repository of the extract GPL-3.",
    caveats: [
      "Bounds are about one standard deviation of the measurement model each way.",
      'Rows of the historical project alone are of the entity of their time ("Emirate of Bukhara" under Uzbekistan\'s code): they stand under its own name.',
      "Each release estimates all years anew.",
    ],
  },
  header: ["country_text_id", "country_id", "year", "historical_date", "project", "v2x_polyarchy", "v2x_libdem"],
  makes: [
    ...figuresOf(vdemIndicators, { party: coded("country_text_id", "iso3", "VDEM"), year: year("year") }, [
      { column: "project", notIn: ["1"] },
    ]),
    ...figuresOf(
      vdemIndicators,
      {
        party: coded(["histname", "country_text_id"], "country names", "VDEM"),
        year: year("year"),
        edition: text("histname"),
      },
      [{ column: "project", in: ["1"] }],
    ),
  ],
  vintage: vintageInColumn("codingend"),
};

const MISSING: readonly string[] = ["-9"];

const nmcIndicators: readonly WideIndicator[] = [
  {
    id: "nmc.milex",
    name: "Military expenditure",
    column: "milex",
    unit: "thousand current US dollars",
    noNumber: MISSING,
  },
  { id: "nmc.milper", name: "Military personnel", column: "milper", unit: "thousand people", noNumber: MISSING },
  { id: "nmc.irst", name: "Iron and steel production", column: "irst", unit: "thousand tons", noNumber: MISSING },
  {
    id: "nmc.pec",
    name: "Primary energy consumption",
    column: "pec",
    unit: "thousand tons of coal equivalent",
    noNumber: MISSING,
  },
  { id: "nmc.tpop", name: "Total population", column: "tpop", unit: "thousand people", noNumber: MISSING },
  { id: "nmc.upop", name: "Urban population", column: "upop", unit: "thousand people", noNumber: MISSING },
  {
    id: "nmc.cinc",
    name: "Composite Index of National Capability",
    column: "cinc",
    unit: "share of the world, 0 to 1",
    noNumber: MISSING,
  },
];

export const nmc: TableLayout = {
  form: "table",
  id: "cow-nmc",
  version: 1,
  table: "figures",
  producer: {
    dataset: "cow-nmc",
    name: "Correlates of War, National Material Capabilities",
    citation:
      "Singer, J. D., S. Bremer, J. Stuckey, Capability Distribution, Uncertainty, and Major Power War, 1820-1965, 1972; National Material Capabilities, Correlates of War.",
    licence: "Citation asked by the producer; repository of the extract GPL-2.",
    caveats: [
      "Military expenditure is empty for a quarter of the years of Central Asia: unknown, not zero.",
      "CINC fills gaps by the producer's own estimates.",
    ],
  },
  header: ["ccode", "year", "milex", "milper", "irst", "pec", "tpop", "upop", "cinc"],
  makes: figuresOf(nmcIndicators, { party: coded("ccode", "cow", "COW"), year: year("year") }),
  vintage: vintageInColumn("version"),
};
