import type { Producer } from "@kelisim/model";
import type { RowMaker, TableLayout } from "../layout.ts";
import { amount, coded, constant, text, year } from "./cells.ts";
import { vintageInName } from "./vintage.ts";

const ABOUT: Pick<Producer, "citation" | "licence" | "caveats"> = {
  citation: "IATI, D-Portal (dstore/csv), from the OECD Creditor Reporting System.",
  licence: "Repository MIT; OECD figures, whose terms were not seen.",
  caveats: [
    "Gross disbursements of all flows: ODA, other official flows and private development finance together.",
    "The file states neither measure nor currency; current million US dollars are read from its agreement with the OECD's own totals.",
    "Totals of 2012 do not tie between the files by donor and by sector: do not use them.",
    "Against the OECD's release of August 2025 some country-years differ by 1 to 40 per cent (revisions or coverage; cause not known).",
  ],
};

const shared: RowMaker["cells"] = {
  year: year("year"),
  recipient: coded("recipient", "crs recipients", "CRS"),
  recipient_code: text("recipient"),
  measure: constant("disbursement"),
  amount: amount("usd_million", 1_000_000),
  currency: constant("USD"),
};

/** Donor by recipient. Some donors have no number in some years; they are then found by name. */
export const dportalDonors: TableLayout = {
  form: "table",
  id: "dportal-donor-recipient",
  version: 1,
  table: "flows",
  producer: { dataset: "dportal-donor-recipient", name: "D-Portal, flows by donor and recipient", ...ABOUT },
  header: ["year", "recipient", "donor_code", "donor_name", "usd_million"],
  totals: { column: "donor_name", in: ["Grand Total"] },
  reconciles: { by: ["year", "recipient"], sum: "amount" },
  makes: [
    {
      when: [],
      cells: {
        ...shared,
        donor: coded(["donor_code", "donor_name"], "crs donors", "CRS"),
        donor_code: text("donor_code"),
        donor_name: text("donor_name"),
      },
    },
  ],
  vintage: vintageInName,
};

/** Recipient by purpose, all donors together. */
export const dportalSectors: TableLayout = {
  form: "table",
  id: "dportal-recipient-sector",
  version: 1,
  table: "flows",
  producer: {
    dataset: "dportal-recipient-sector",
    name: "D-Portal, flows by recipient and sector",
    ...ABOUT,
    caveats: [
      ...ABOUT.caveats,
      "All donors together. 2012 has named groups, 2013 to 2017 five-digit purposes, 2018 and 2019 three-digit sectors.",
      "In 2013 to 2017 some rows have a bare three-digit sector: they are further money and are added to the five-digit ones.",
    ],
  },
  header: ["year", "recipient", "sector_or_purpose_code", "usd_million"],
  totals: { column: "sector_or_purpose_code", in: ["Grand Total"] },
  reconciles: { by: ["year", "recipient"], sum: "amount" },
  makes: [{ when: [], cells: { ...shared, purpose: text("sector_or_purpose_code") } }],
  vintage: vintageInName,
};
