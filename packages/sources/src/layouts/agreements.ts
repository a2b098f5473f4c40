import type { RowMaker, TableLayout } from "../layout.ts";
import { coded, constant, date, precision, text } from "./cells.ts";
import { vintageInName } from "./vintage.ts";

const desta = (act: string, column: string): RowMaker => ({
  when: [
    { column: "entry_type", in: ["base_treaty"] },
    { column, notIn: ["NA", ""] },
  ],
  each: { columns: ["member_codes"], between: " " },
  cells: {
    treaty: text("number"),
    treaty_name: text("name"),
    party: { part: true, as: "coded", list: "iso number", prefix: "ISO" },
    act: constant(act),
    date: date(column, "yyyy"),
    precision: constant("year"),
    written: text(column),
  },
});

/** Trade agreements with their members in one cell, as UN numbers of countries. */
export const destaAgreements: TableLayout = {
  form: "table",
  id: "desta",
  version: 1,
  table: "acts",
  producer: {
    dataset: "desta",
    name: "Design of Trade Agreements (DESTA)",
    citation:
      "Dür, A., L. Baccini, M. Elsig, The Design of International Trade Agreements: Introducing a New Dataset, Review of International Organizations 9(3), 2014.",
    licence: "Extract of globalgov/manytreaties: its description says CC BY 4.0, its licence file AGPL.",
    caveats: [
      "Years only. A year that DESTA does not give makes no act: the agreement may never have entered into force.",
      "Rows of accessions and withdrawals list all members and not who acceded or left: they are left out.",
      "Chosen by name; agreements of the Eurasian Economic Union are partial.",
    ],
  },
  header: ["number", "base_treaty", "name", "entry_type", "year", "entryforceyear", "member_codes"],
  makes: [desta("conclusion", "year"), desta("entry into force", "entryforceyear")],
  ignores: [
    {
      when: [{ column: "entry_type", in: ["accession", "withdrawal", "consolidated", "amendment", "protocol"] }],
      because: "lists all members, not the one that acceded or left",
    },
    { when: [{ column: "entry_type", in: ["negotiation"] }], because: "negotiated, not concluded" },
  ],
  vintage: vintageInName,
};

/** Peace agreements; the states of the conflict stand in one cell. */
export const paxAgreements: TableLayout = {
  form: "table",
  id: "pa-x",
  version: 1,
  table: "acts",
  producer: {
    dataset: "pa-x",
    name: "PA-X Peace Agreements Database",
    citation:
      "Bell, C., S. Badanjak, Introducing PA-X: A new peace agreement database and dataset, Journal of Peace Research 56(3), 2019.",
    licence: "Not seen; citation asked.",
    caveats: [
      "The party is the state of the conflict: who signed (also armed groups) stands as free text in the file's column Part.",
      "The date is that of the signature or of public agreement.",
      "Release of about 2020.",
    ],
  },
  header: ["Con", "PPName", "AgtId", "Agt", "Dat", "Status", "Part", "Stage"],
  makes: [
    {
      when: [],
      each: { columns: ["Con"], between: "/" },
      cells: {
        treaty: text("AgtId"),
        treaty_name: text("Agt"),
        chapter: text("PPName"),
        party: { part: true, as: "coded", list: "country names", prefix: "PA-X" },
        act: constant("agreement"),
        date: date("Dat", "yyyy-mm-dd"),
        precision: precision("Dat", "yyyy-mm-dd"),
        written: text("Status"),
      },
    },
  ],
  vintage: vintageInName,
};

const tfddCells: RowMaker["cells"] = {
  treaty: text("2010_TREATY_DocID"),
  treaty_name: text("DocumentName"),
  party: coded("CCODE", "iso3", "TFDD"),
  act: constant("country of the document"),
};

/**
 * Years that a spreadsheet made into days: day 1996 counted from the end of 1899, the origin of spreadsheet dates, is 18.06.1905.
 * The documents are Kazakh-Russian protocols.
 */
const YEARS_AS_DAYS: readonly (readonly [written: string, year: string])[] = [
  ["18.06.1905", "1996"],
  ["19.06.1905", "1997"],
];

/** Freshwater treaties: one row a document, country and basin, so that rows for several basins are one here. */
export const tfddTreaties: TableLayout = {
  form: "table",
  id: "tfdd",
  version: 1,
  table: "acts",
  producer: {
    dataset: "tfdd",
    name: "International Freshwater Treaties Database (TFDD)",
    citation:
      "Oregon State University, Transboundary Freshwater Dispute Database, International Freshwater Treaties Database.",
    licence: "Extract of globalgov/manytreaties: its description says CC BY 4.0, its licence file AGPL.",
    caveats: [
      "A country of a document is one on whose basin it bears, today's state for one of the past (Kyrgyzstan for a protocol of 1915): not always one that signed.",
      "Rows are a basin and country: the same document and country for several basins is taken once.",
      "The dates 18.06.1905 and 19.06.1905 are the years 1996 and 1997 that a spreadsheet made into days: taken as years.",
      'Belarus is named "Bulgaria" beside its code BLR; "GNL" (general) is no country and is kept as TFDD:GNL.',
    ],
  },
  header: [
    "BCODE",
    "CCODE",
    "Country_Name",
    "2010_TREATY_DocID",
    "DocumentName",
    "DateSigned",
    "Signatories",
    "Treaty Basin(s)",
  ],
  makes: [
    {
      when: [{ column: "DateSigned", notIn: YEARS_AS_DAYS.map(([written]) => written) }],
      cells: {
        ...tfddCells,
        date: date("DateSigned", "dd.mm.yyyy"),
        precision: precision("DateSigned", "dd.mm.yyyy"),
        written: text("DateSigned"),
      },
    },
    ...YEARS_AS_DAYS.map(
      ([written, year]): RowMaker => ({
        when: [{ column: "DateSigned", in: [written] }],
        cells: {
          ...tfddCells,
          date: constant(`${year}-01-01`),
          precision: constant("year"),
          written: text("DateSigned"),
        },
      }),
    ),
  ],
  joins: "equal",
  vintage: vintageInName,
};
