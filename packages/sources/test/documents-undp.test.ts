import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ObservationRow } from "@kelisim/model";
import { Big } from "big.js";
import { undpProjects } from "../src/documents/index.ts";
import { readDocument, shown, textOfFile, WITH_FILES } from "./documents-reading.ts";

const file = (name: string) => readDocument(undpProjects, textOfFile(`projects_undp/undp_${name}.json`));
const sumOf = (rows: readonly ObservationRow[], measure: string): number =>
  Number(rows.filter((row) => row.measure === measure).reduce((sum, row) => sum.plus(String(row.amount)), new Big(0)));

describe("UNDP projects", WITH_FILES, () => {
  it("reads the expenditure of BOMCA 8 by country and year", async () => {
    const { rows, refused, without } = await file("00062131_BOMCA8");
    // Read by hand from the record; its lists stand for 2013, 2012, 2011.
    const hand = {
      KAZ: { 2013: "503963", 2012: "509334", 2011: "238649" },
      "RBEC, regional": { 2013: "600377", 2012: "552102", 2011: "290414" },
      KGZ: { 2013: "804925", 2012: "948846", 2011: "251577" },
      TJK: { 2013: "672478", 2012: "1140462", 2011: "276515" },
      TKM: { 2013: "454064", 2012: "409491", 2011: "173462" },
      UZB: { 2013: "687750", 2012: "593709", 2011: "207220" },
    };
    for (const [recipient, years] of Object.entries(hand)) {
      const spent = rows.filter((row) => row.recipient === recipient && row.measure === "expenditure");
      assert.deepEqual(Object.fromEntries(spent.map(({ year, amount }) => [year, amount])), years, recipient);
    }
    assert.equal(rows.length, 36);
    // The record's own totals.
    assert.equal(sumOf(rows, "expenditure"), 9_315_338);
    assert.equal(sumOf(rows, "budget"), 9_838_446);
    assert.deepEqual(refused, []);
    assert.deepEqual(
      without.map(({ row, problem }) => `${row} ${problem}`),
      [4, 5].map((row) => `${row} 2 donors pay for the output: what each gives is not known`),
    );
  });

  it("reads lists by their places, keeps corrections, and makes nothing of what is not given", async () => {
    const { rows } = await file("00050874_BOMCA7");
    const uzbekistan = rows.filter((row) => row.recipient === "UZB");
    assert.deepEqual(shown(uzbekistan, "year", "measure", "amount"), [
      "2013 budget 0",
      "2013 expenditure 0",
      "2012 budget 1",
      "2012 expenditure -14490",
      "2011 budget 1377680",
      "2011 expenditure 527947",
      // The budget of 2010 is null.
      "2010 expenditure 628195",
    ]);
    assert.equal(sumOf(rows, "budget"), 2_890_025);
    assert.equal(sumOf(rows, "expenditure"), 4_655_687);
  });

  it("reads newer records, whose totals are no lists and whose years are numbers", async () => {
    const two = await file("00081693_BOMNAF2");
    assert.deepEqual(
      shown(two.rows, "year", "donor", "agency", "recipient", "purpose", "measure", "amount", "currency"),
      [
        "2014 EU EUROPEAN COMMISSION TJK 15210 budget 545594 USD",
        "2014 EU EUROPEAN COMMISSION TJK 15210 expenditure 123480 USD",
        "2015 EU EUROPEAN COMMISSION TJK 15210 budget 4943784 USD",
        "2015 EU EUROPEAN COMMISSION TJK 15210 expenditure 500434 USD",
      ],
    );
    const jica = await file("00087580_TJ_AF_border_JICA");
    assert.deepEqual(shown(jica.rows, "donor", "purpose", "amount", "parent"), [
      "JPN - 2777710 00087580",
      "JPN - 12228 00087580",
    ]);
    for (const { refused } of [two, jica, await file("00061164_BOMNAF")]) assert.deepEqual(refused, []);
  });

  it("says where a project's total is not the sum of its outputs", async () => {
    const text = textOfFile("projects_undp/undp_00061164_BOMNAF.json").replace(
      '"expenditure":[6709145.0]',
      '"expenditure":[6709146.0]',
    );
    const { refused } = await readDocument(undpProjects, text);
    assert.deepEqual(refused, [
      {
        row: 1,
        column: "amount",
        text: "6709146",
        problem: "the project says that its expenditure is 6709146, its outputs sum to 6709145",
      },
    ]);
  });
});

describe("records that are no projects", () => {
  it("are refused, with the place where JSON ends", async () => {
    const cut = await readDocument(undpProjects, '{"outputs":\n[{"budget": [1,');
    assert.deepEqual(cut.rows, []);
    assert.match(cut.refused[0]!.problem, /^line 2, column 16: this is not JSON/);
    for (const [text, problem] of [
      ["[1]", /this is no project/],
      ["{}", /no outputs/],
      ['{"outputs":[7]}', /no output/],
      ['{"outputs":[{"fiscal_year":[2011,2012],"budget":[1,2,3]}]}', /2 fiscal years but 3 values of budget/],
      ['{"outputs":[{"fiscal_year":["soon"],"budget":[1]}]}', /"soon" is not a year/],
      ['{"outputs":[{"fiscal_year":[2011],"budget":["much"]}]}', /"much" is not an amount/],
    ] as const) {
      const { rows, refused } = await readDocument(undpProjects, text);
      assert.deepEqual(rows, []);
      assert.match(refused[0]!.problem, problem);
    }
  });

  it("reads a null list as unknown and a list of projects as one file", async () => {
    const one =
      '{"operating_unit_id":"KGZ","outputs":[{"fiscal_year":[2011,2012],"budget":null,"expenditure":[1,null]}]}';
    const { rows, refused } = await readDocument(undpProjects, `[${one},${one}]`);
    assert.deepEqual(shown(rows, "row", "year", "recipient", "measure", "amount"), [
      "1 2011 KGZ expenditure 1",
      "2 2011 KGZ expenditure 1",
    ]);
    assert.deepEqual(refused, []);
  });
});
