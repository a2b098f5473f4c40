import type { Measure, Producer } from "@kelisim/model";
import type { Cell, RowMaker, TableLayout } from "../layout.ts";
import { amount, coded, constant, text, year } from "./cells.ts";
import { vintageInName } from "./vintage.ts";

/** OECD, "Creditor Reporting System (CRS)": what all its files share. */
const ABOUT = {
  citation:
    "OECD, Creditor Reporting System (CRS): flows, OECD Data Explorer (Paris: OECD). Name the month of the download.",
  caveats: [
    "Reported by those who give; what those who do not report give (China, Gulf funds in part) is not here.",
    "ODA, other official flows and private development finance stand in one file: choose by kind of flow.",
    "Commitments, disbursements and amounts received are different sums and are never added up.",
    "Constant prices: the year of the prices changes with each release and is not in the file. Where nobody tells it and the file does not show it, it is 0: unknown.",
  ],
} satisfies Partial<Producer>;

const sums: readonly (readonly [Measure, string])[] = [
  ["commitment", "usd_commitment"],
  ["disbursement", "usd_disbursement"],
  ["received", "usd_received"],
];

/** The year of constant prices, which these files do not say. */
export const PRICE_YEAR: Cell = { file: "price year" };

/** One maker for current and one for constant prices of each sum. */
function makersOf(shared: RowMaker["cells"]): readonly RowMaker[] {
  const maker = (measure: Measure, from: string, prices: RowMaker["cells"]): RowMaker => ({
    when: [{ column: from, filled: true }],
    cells: {
      ...shared,
      measure: constant(measure),
      amount: amount(from, 1_000_000),
      currency: constant("USD"),
      ...prices,
    },
  });
  return sums.flatMap(([measure, column]) => [
    maker(measure, column, {}),
    maker(measure, `${column}_defl`, { price_year: PRICE_YEAR }),
  ]);
}

/**
 * The bulk files: text between "|" ("CRS 2021 data.txt": DonorCode, USD_Commitment ...), the older ones in small letters and the
 * Parquet of 2024 and later (donor_code, usd_commitment ...) name the same columns, so that one layout reads them all.
 */
export const oecdCrs: TableLayout = {
  form: "table",
  id: "oecd-crs",
  version: 2,
  table: "flows",
  producer: { dataset: "oecd-crs", name: "OECD Creditor Reporting System, activities", ...ABOUT },
  header: [
    "year",
    "donor_code",
    "donor_name",
    "recipient_code",
    "recipient_name",
    "flow_name",
    "purpose_code",
    "usd_commitment",
    "usd_disbursement",
    "usd_received",
    "usd_commitment_defl",
    "usd_disbursement_defl",
    "usd_received_defl",
  ],
  makes: makersOf({
    year: year("year"),
    donor: coded(["donor_code", "donor_name"], "crs donors", "CRS"),
    donor_code: text("donor_code"),
    donor_name: text("donor_name"),
    agency: text(["agency_name", "agency_code"]),
    recipient: coded(["recipient_code", "recipient_name"], "crs recipients", "CRS"),
    recipient_code: text("recipient_code"),
    recipient_name: text("recipient_name"),
    purpose: text("purpose_code"),
    purpose_name: text("purpose_name"),
    flow: text("flow_name"),
    activity: text("crs_id"),
    agreement: text("project_number"),
    title: text(["project_title", "short_description"]),
    channel: text(["channel_name", "channel_reported_name"]),
  }),
  ignores: [
    {
      when: sums.flatMap(([, column]) => [
        { column, in: [""] },
        { column: `${column}_defl`, in: [""] },
      ]),
      because: "gives no commitment, disbursement or amount received",
    },
  ],
  vintage: vintageInName,
};

const extract = "Extract by A. Rajaoberison (rajaoberison/publicdata, CC BY 4.0) of the OECD CRS; OECD terms not seen.";

/** Disbursements of both prices in an extract: million US dollars. */
const disbursements = (shared: RowMaker["cells"]): readonly RowMaker[] =>
  makersOf(shared).filter(({ cells }) => {
    const measure = cells.measure;
    return measure !== undefined && "constant" in measure && measure.constant === "disbursement";
  });

export const crsFlowTypes: TableLayout = {
  form: "table",
  id: "oecd-crs-flow-types",
  version: 1,
  table: "flows",
  producer: {
    dataset: "oecd-crs-flow-types",
    name: "OECD CRS, disbursements by recipient and kind of flow",
    citation: ABOUT.citation,
    licence: extract,
    caveats: [
      "All donors and purposes together.",
      "The extract of August 2025 shows its price year: in 2023 both prices are equal in every row.",
    ],
  },
  header: ["de_recipientcode", "recipient_name", "flow_name", "year", "usd_disbursement", "usd_disbursement_defl"],
  accepts: ({ header = [] }) => header.length <= 8,
  makes: disbursements({
    year: year("year"),
    recipient: coded(["de_recipientcode", "recipient_name"], "crs recipients", "CRS"),
    recipient_code: text("de_recipientcode"),
    recipient_name: text("recipient_name"),
    flow: text("flow_name"),
  }),
  vintage: vintageInName,
};

export const crsClimate: TableLayout = {
  form: "table",
  id: "oecd-crs-climate",
  version: 1,
  table: "flows",
  producer: {
    dataset: "oecd-crs-climate",
    name: "OECD CRS, disbursements of activities marked for climate by donor, recipient and sector",
    citation: ABOUT.citation,
    licence: extract,
    caveats: [
      "Only activities that the donor marked for climate: no share of a sector can be worked out of it.",
      "Sectors are groups by name, not codes.",
      "The extract of August 2025 shows its price year: in 2023 both prices are equal in every row.",
    ],
  },
  header: [
    "de_recipientcode",
    "donor_name",
    "flow_name",
    "sector_group",
    "year",
    "usd_disbursement",
    "usd_disbursement_defl",
  ],
  makes: disbursements({
    year: year("year"),
    donor: coded("donor_name", "crs donors", "CRS"),
    donor_name: text("donor_name"),
    recipient: coded("de_recipientcode", "crs recipients", "CRS"),
    recipient_code: text("de_recipientcode"),
    purpose: text("sector_group"),
    flow: text("flow_name"),
  }),
  vintage: vintageInName,
};
