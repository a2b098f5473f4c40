import type { ObservationRow } from "@kelisim/model";
import type { DocumentLayout, TableLayout } from "@kelisim/sources";

const producer = {
  dataset: "wells",
  name: "Wells of Nowhere",
  citation: "Office of Wells",
  caveats: ["Invented.", "=1+1"],
};

/** An invented file of money: "place,donor,year,paid,budget,note". */
export const wells: TableLayout = {
  form: "table",
  id: "wells",
  version: 1,
  table: "flows",
  producer,
  header: ["place", "donor", "year", "paid", "budget"],
  makes: [
    {
      when: [{ column: "paid", filled: true }],
      cells: {
        year: { from: "year", as: "year" },
        recipient: { from: "place", as: "coded", list: "iso3", prefix: "X", absent: ["-"] },
        donor_name: { from: ["donor", "agency"], as: "text", absent: ["?"] },
        from: { from: "start", as: "date", like: "yyyy-mm-dd" },
        recipient_share: { from: "share", as: "number" },
        measure: { constant: "disbursement" },
        amount: { from: "paid", as: "amount", times: 1_000_000 },
        currency: { constant: "USD" },
      },
    },
    {
      when: [
        { column: "budget", filled: true },
        { column: "place", notIn: ["nowhere"] },
      ],
      cells: {
        year: { from: "year", as: "year" },
        recipient: { from: "place", as: "coded", list: "iso3", prefix: "X" },
        measure: { constant: "budget" },
        amount: { from: "budget", as: "amount", times: 1 },
        currency: { constant: "USD" },
        price_year: { file: "price year" },
      },
    },
  ],
  ignores: [{ when: [{ column: "donor", in: ["nobody"] }], because: "nobody gave" }],
  totals: { column: "donor", in: ["Total"] },
  reconciles: { by: ["recipient", "year"], sum: "amount" },
  vintage: ({ name }) => /(\d{4})/.exec(name)?.[1],
};

/** One row a line: "2020 KAZ". */
export const lines: DocumentLayout = {
  form: "document",
  id: "lines",
  version: 1,
  table: "figures",
  producer: { ...producer, dataset: "lines" },
  accepts: ({ head }) => head.startsWith("<lines>"),
  columns: [{ from: ["line"], to: "party" }],
  read: async function* (chunks) {
    let text = "";
    for await (const chunk of chunks) text += chunk;
    for (const [at, line] of text.split("\n").slice(1).entries()) {
      const [year, party] = line.split(" ");
      if (line === "") continue;
      const row = { row: at + 1, indicator: "lines", party: party ?? "", year: Number(year) } satisfies ObservationRow;
      yield [party === undefined ? { refused: { row: at + 1, text: line, problem: "names no party" } } : { row }];
    }
  },
};

export const HEADER = "place,donor,year,paid,budget,start,share,agency";
