import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { joinRows, NO_RULE, readTable, sortRows, type TableLayout, type Taken } from "../src/index.ts";
import { fileOf } from "./real-files.ts";
import { take } from "./taken.ts";

const producer = { dataset: "test", name: "A test", citation: "Nobody.", caveats: [] };

/** Members of an organisation in one cell, with all that a layout can say. */
const members: TableLayout = {
  form: "table",
  id: "test-members",
  version: 1,
  table: "memberships",
  producer,
  header: ["Org ID", "members", "from"],
  ignores: [{ when: [{ column: "kind", in: ["draft"] }], because: "a draft" }],
  makes: [
    {
      when: [{ column: "kind", matches: "^(?:full|associate)$" }],
      each: { columns: ["members", "further"], between: "," },
      cells: {
        organisation: { from: "org_id", as: "text" },
        party: { part: true, as: "coded", list: "country names", prefix: "NAME" },
        status: { from: "kind", as: "word", words: { full: "member" } },
        from: { from: "from", as: "date", like: "yyyy-mm-dd" },
        to: { from: "until", as: "date", like: "yyyy-mm-dd", after: true, absent: ["-"] },
        precision: { from: "from", as: "precision", like: "yyyy-mm-dd" },
      },
    },
  ],
};
const header = ["ORG-ID", "kind", "members", "further", "from", "until"];

describe("reading a table", () => {
  it("finds columns by letters and digits, cuts spaces, makes a row for each part and keeps unknown names", () => {
    const records = [[" A ", "full", "Tajikistan, Kyrgyz Republic", "Ruritania", "1996-04", "-"]];
    const shared = { row: 1, organisation: "A", status: "member", from: "1996-04-01", precision: "month" };
    assert.deepEqual(readTable(members, header, records), [
      { row: { ...shared, party: "TJK" } },
      { row: { ...shared, party: "KGZ" } },
      { row: { ...shared, party: "NAME:Ruritania" } },
    ]);
  });

  it("refuses a row without what the table requires, and takes one without a cell that it need not have", () => {
    const records = [
      ["A", "full", "Tajikistan", "", "1996-13-01", ""],
      ["A", "full", "Tajikistan", "", "", ""],
      ["A", "associate", "Tajikistan", "", "1996", "sometime"],
    ];
    const taken = readTable(members, header, records);
    assert.deepEqual(taken[0], {
      refused: { row: 1, column: "from", text: "1996-13-01", problem: '"1996-13-01" is not a date' },
    });
    assert.deepEqual(taken[1], { refused: { row: 2, column: "from", problem: "from is empty" } });
    assert.deepEqual(taken[2], {
      row: { row: 3, organisation: "A", party: "TJK", status: "associate", from: "1996-01-01", precision: "year" },
      without: [{ row: 3, column: "to", text: "sometime", problem: '"sometime" is not a date' }],
    });
  });

  it("counts ignored rows with the reason and refuses those of which no rule makes anything", () => {
    const records = [
      ["A", "draft", "Tajikistan", "", "1996", ""],
      ["A", "observer", "Tajikistan", "", "1996", ""],
      ["A", "full", "", "", "1996", ""],
    ];
    const { taken, ignored } = sortRows(members, header, records);
    assert.deepEqual(ignored, [{ because: "a draft", rows: 1 }]);
    assert.deepEqual(taken, [{ refused: { row: 2, problem: NO_RULE } }, { refused: { row: 3, problem: NO_RULE } }]);
  });

  it("takes short rows and a missing column as empty", () => {
    const taken = readTable(members, ["org_id", "kind", "members", "from"], [["A", "full", "China", "1996"]]);
    assert.equal(taken.length, 1);
    assert.deepEqual(readTable(members, header, [["A"]]), [{ refused: { row: 1, problem: NO_RULE } }]);
  });

  it("writes several ids of one cell sorted and once each", () => {
    const disputes: TableLayout = {
      ...members,
      table: "events",
      makes: [
        {
          when: [],
          cells: {
            event: { from: "id", as: "text" },
            kind: { constant: "dispute" },
            from: { from: "year", as: "date parts", month: "month", day: "day" },
            precision: { from: "year", as: "precision of parts", month: "month", day: "day" },
            parties: { from: ["a", "b"], as: "coded list", list: "cow", prefix: "COW", between: "," },
          },
        },
      ],
    };
    const records = [["7", "1993", "3", "-9", "703, 702", "703"]];
    assert.deepEqual(readTable(disputes, ["id", "year", "month", "day", "a", "b"], records), [
      { row: { row: 1, event: "7", kind: "dispute", from: "1993-03-01", precision: "month", parties: "KGZ;TJK" } },
    ]);
  });
});

describe("events one by one", () => {
  it("are read by the columns of the UCDP codebook", () => {
    const text = `id,year,type_of_violence,dyad_name,country_id,gwnoa,gwnob,where_description,latitude,longitude,date_prec,date_start,date_end,best,low,high
7,2010,2,"Kyrgyz, Uzbeks",703,,,Osh town,40.51,72.8,4,2010-06-01 00:00:00.000,2010-06-30 00:00:00.000,44,30,60
8,2021,1,Government of Kyrgyzstan - Government of Tajikistan,703,703,702,,39.9,70.5,1,2021-04-29,2021-04-29,x,,
`;
    const { rows, without } = take(fileOf("GEDEvent_v24_1.csv", text), "ucdp-ged");
    assert.deepEqual(rows[0], {
      row: 1,
      event: "7",
      kind: "non-state conflict",
      title: "Kyrgyz, Uzbeks",
      from: "2010-06-01",
      to: "2010-06-30",
      precision: "month",
      parties: "KGZ",
      place: "Osh town",
      lat: 40.51,
      lon: 72.8,
      deaths: 44,
      deaths_low: 30,
      deaths_high: 60,
    });
    assert.deepEqual([rows[1]?.parties, rows[1]?.deaths], ["KGZ;TJK", undefined]);
    assert.deepEqual(
      without.map(({ column, text }) => [column, text]),
      [["deaths", "x"]],
    );
  });
});

describe("joining rows", () => {
  const spell = (row: number, from: string, to?: string, party = "TJK"): Taken => ({
    row: { row, party, from, ...(to === undefined ? {} : { to }) },
  });

  it("makes one spell of stretches that touch or overlap, whatever their order in the file", () => {
    const taken = [
      spell(1, "1994-01-01", "1995-01-01"),
      spell(2, "1992-01-01", "1993-01-01"),
      spell(3, "1993-01-01", "1994-01-01"),
      spell(4, "1996-01-01", "1997-01-01"),
      spell(5, "1996-01-01", "1997-01-01", "KGZ"),
    ];
    assert.deepEqual(joinRows(taken, "spells"), [
      spell(1, "1992-01-01", "1995-01-01"),
      spell(4, "1996-01-01", "1997-01-01"),
      spell(5, "1996-01-01", "1997-01-01", "KGZ"),
    ]);
  });

  it("leaves an end open where one of them is open", () => {
    const taken = [spell(1, "2012-01-01", "2013-01-01"), spell(2, "2013-01-01"), spell(3, "2014-01-01", "2015-01-01")];
    assert.deepEqual(joinRows(taken, "spells"), [spell(1, "2012-01-01")]);
  });

  it("makes equal rows one, and keeps refused rows and rows that lack a cell", () => {
    const refused: Taken = { refused: { row: 3, problem: "no" } };
    const lacking: Taken = { row: { row: 4, party: "TJK", from: "1992-01-01" }, without: [{ row: 4, problem: "no" }] };
    const taken = [spell(1, "1992-01-01"), spell(2, "1992-01-01"), refused, lacking, spell(5, "1993-01-01")];
    assert.deepEqual(joinRows(taken, "equal"), [spell(1, "1992-01-01"), refused, lacking, spell(5, "1993-01-01")]);
  });
});
