import type { RowMaker, TableLayout } from "../layout.ts";
import { constant, date, dateAfter, iso3, text } from "./cells.ts";

/** Last year of version 3: a membership of that year has no end that is known. */
const LAST_YEAR = "2014";

const producer = {
  dataset: "cow-igo",
  name: "Correlates of War, Intergovernmental Organizations, version 3",
  citation:
    "Pevehouse, J., T. Nordstrom, R. McManus, A. Jamison, Tracking organizations in the world: The Correlates of War IGO Version 3.0 datasets, Journal of Peace Research 57(3), 2020.",
  licence: "Citation asked by the producer; repository of the extract GPL-3.",
  caveats: [
    "Ends in 2014: a membership of that year has no end here.",
    "Years only: the day of entry or exit is not known.",
    "Has Uzbekistan as a full CSTO member 2002 to 2011 and the SCO from 1996 (its forerunner), against the legal record and ATOP.",
  ],
};

const shared = (from: string, to: string): RowMaker["cells"] => ({
  organisation: text("ioname"),
  organisation_name: text("orgname"),
  party: iso3("iso3", "COW"),
  status: { from: "status", as: "word", words: { full: "member" } },
  from: date(from, "yyyy"),
  to: dateAfter(to, "yyyy", LAST_YEAR),
  precision: constant("year"),
  covered_to: constant(Number(LAST_YEAR)),
});

/** One row a year of membership: years that follow each other in one status become a spell. */
export const cowIgoYears: TableLayout = {
  form: "table",
  id: "cow-igo-member-years",
  version: 1,
  table: "memberships",
  producer,
  header: ["ioname", "orgname", "iso3", "year", "status_code", "status"],
  makes: [{ when: [], cells: shared("year", "year") }],
  joins: "spells",
  vintage: () => "3.0",
};

export const cowIgoSpells: TableLayout = {
  form: "table",
  id: "cow-igo-spells",
  version: 1,
  table: "memberships",
  producer,
  header: ["ioname", "orgname", "iso3", "status", "first_year", "last_year"],
  makes: [{ when: [], cells: shared("first_year", "last_year") }],
  vintage: () => "3.0",
};
