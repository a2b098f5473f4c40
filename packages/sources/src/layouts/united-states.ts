import type { Measure } from "@kelisim/model";
import type { RowMaker, TableLayout } from "../layout.ts";
import { amount, constant, count, date, iso3, text, year } from "./cells.ts";
import { PRICE_YEAR } from "./oecd-crs.ts";
import { vintageInName } from "./vintage.ts";

export const usTraining: TableLayout = {
  form: "table",
  id: "us-foreign-military-training",
  version: 1,
  table: "trainings",
  producer: {
    dataset: "us-foreign-military-training",
    name: "United States, Foreign Military Training and DoD Engagement Activities of Interest",
    citation:
      "US Department of State and Department of Defense, Foreign Military Training Report (yearly), taken from the printed reports by Security Force Monitor (fmtrpt_data).",
    licence: "A report of the US government; the taking from it MIT-style.",
    caveats: [
      "From the step before Security Force Monitor's cleaning by hand.",
      'The report "2011-2012" lists activities of FY 2011. The fiscal year begins on 1 October of the year before.',
      "FY 2009 has lines with two cells run together: the numbers that the extract found in them are taken; without its columns of numbers such cells are left out and named.",
      "Programmes of FY 1999 to 2005 are named after another grammar; FY 2008 has no Uzbekistan.",
      "A line without cost is unknown; a line with $0 says that it cost nothing to the programme.",
    ],
  },
  header: ["fiscal_year", "iso3", "program", "course_title", "us_unit", "quantity", "total_cost", "page_number"],
  makes: [
    {
      when: [],
      cells: {
        year: year("fiscal_year"),
        fiscal_year: text("fiscal_year"),
        party: iso3("iso3", "USA"),
        provider: constant("USA"),
        programme: text("program"),
        course: text("course_title"),
        unit: text("us_unit", "N/A", "-"),
        trained: text("student_unit", "N/A", "-"),
        from: date("start_date_iso", "yyyy-mm-dd"),
        to: date("end_date_iso", "yyyy-mm-dd"),
        location: text("location", "N/A", "-"),
        quantity: count(["quantity_n", "quantity"]),
        amount: amount(["total_cost_usd", "total_cost"], 1, "$"),
        currency: constant("USD"),
        page: text("page_number"),
        file: text("source_file"),
      },
    },
  ],
  vintage: vintageInName,
};

/** Transaction types of ForeignAssistance.gov. */
const TRANSACTIONS: readonly (readonly [string, Measure])[] = [
  ["Obligations", "obligation"],
  ["Disbursements", "disbursement"],
  ["President's Budget Requests", "request"],
  ["Appropriated and Planned", "appropriation"],
  ["Initial Allocations", "allocation"],
];

function totals([type, measure]: (typeof TRANSACTIONS)[number]): readonly RowMaker[] {
  const maker = (column: string, prices: RowMaker["cells"]): RowMaker => ({
    when: [
      { column: "Transaction Type Name", in: [type] },
      { column, filled: true },
    ],
    cells: {
      year: year("Fiscal Year"),
      donor: constant("USA"),
      donor_name: constant("United States"),
      recipient: iso3("Country Code", "USA"),
      recipient_code: text("Country Code"),
      recipient_name: text("Country Name"),
      flow: text("Transaction Type Name"),
      measure: constant(measure),
      amount: amount(column, 1),
      currency: constant("USD"),
      ...prices,
    },
  });
  return [maker("current_amount", {}), maker("constant_amount", { price_year: PRICE_YEAR })];
}

export const usForeignAid: TableLayout = {
  form: "table",
  id: "us-foreign-aid-countries",
  version: 1,
  table: "flows",
  producer: {
    dataset: "us-foreign-aid-countries",
    name: "United States, foreign assistance by country and fiscal year",
    citation: "US Department of State, ForeignAssistance.gov, country summary.",
    licence: "US government data; terms of the repository of the extract not seen.",
    caveats: [
      "Country totals: no account, agency or sector. Military and economic assistance together.",
      "Years are US fiscal years, from 1 October of the year before.",
      "Requests, appropriations, allocations, obligations and disbursements are steps of the same money and are never added up.",
      "Constant prices have one year for obligations and disbursements and another for the rest: in the extract at hand 2021 and 2019, the years in which both prices are equal.",
    ],
  },
  header: ["Country Code", "Country Name", "Transaction Type Name", "Fiscal Year", "current_amount", "constant_amount"],
  makes: TRANSACTIONS.flatMap(totals),
  vintage: vintageInName,
};
