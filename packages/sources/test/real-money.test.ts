import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inferPriceYears, reconcile, reconcilePrinted } from "../src/index.ts";
import { absent, realFile } from "./real-files.ts";
import { pick, sum, take, where } from "./taken.ts";

describe("money in files of others", { skip: absent }, () => {
  it("D-Portal by donor: every row but the printed totals, which the rows sum to", () => {
    const file = realFile("oda/dportal_crs_donor_recipient_2012_2019.csv");
    const { rows, refused, totals, layout } = take(file, "dportal-donor-recipient");
    // 2014 lines, of which six of 2013 are a Grand Total.
    assert.deepEqual([rows.length, totals.length, refused.length], [2008, 6, 0]);
    // Line 250: 2013,KAZ,918,EU Institutions,14.21318375 (million).
    const [eu] = where(rows, { year: 2013, recipient: "KAZ", donor: "EU" });
    assert.deepEqual(pick(eu, "row", "amount", "measure", "currency", "price_year"), {
      row: 249,
      amount: "14213183.75",
      measure: "disbursement",
      currency: "USD",
      price_year: undefined,
    });
    // Sum of the column over the lines "2019,UZB", worked out apart: 2851.955887080 million.
    assert.equal(sum(where(rows, { year: 2019, recipient: "UZB" }), "amount"), "2851955887.08");
    // The file prints ten digits: 1262329024 beside 1262329024.4069.
    const kazakhstan = reconcile(layout, file.header, file.records).find(({ what }) => what === "2013, KAZ");
    assert.deepEqual(kazakhstan, {
      what: "2013, KAZ",
      printed: "1262329024",
      summed: "1262329024.4069",
      rows: 37,
      without: 0,
    });
    // Donors without a number in some years are found by name; no donor of the file is unknown.
    assert.deepEqual(
      rows.filter(({ donor }) => String(donor).startsWith("CRS:")),
      [],
    );
    assert.equal(where(rows, { donor: "GEF", donor_code: undefined }).length, 10);
  });

  it("D-Portal by sector: bare three-digit rows are further money, and both files give one total", () => {
    const { rows, refused, totals } = take(
      realFile("oda/dportal_crs_recipient_sector_2012_2019.csv"),
      "dportal-recipient-sector",
    );
    // 3656 lines, of which six of 2012 and six of 2013 are a Grand Total.
    assert.deepEqual([rows.length, totals.length, refused.length], [3644, 12, 0]);
    const kyrgyzstan = where(rows, { year: 2015, recipient: "KGZ" });
    // 15210: 2.7686427, 15220: 8.2072152, 15240: 0.232 = 11.2078579 million.
    const peace = kyrgyzstan.filter(({ purpose }) => String(purpose).startsWith("152"));
    assert.equal(sum(peace, "amount"), "11207857.9");
    // Of 857.134092489 million, 0.020223 million stand in rows with a sector of three digits.
    assert.equal(sum(kyrgyzstan, "amount"), "857134092.489");
    assert.equal(
      sum(
        kyrgyzstan.filter(({ purpose }) => String(purpose).length === 3),
        "amount",
      ),
      "20223",
    );
    assert.ok(where(rows, { year: 2012 }).some(({ purpose }) => purpose === "Governance and security"));
  });

  it("a later extract of the OECD stands beside it and shows its price year", () => {
    const file = realFile("oda/oecd_crs_flowtype_central_asia_1992_2023.csv");
    const { layout } = take(file, "oecd-crs-flow-types");
    const priceYear = inferPriceYears(layout, file.header, file.records);
    // 2023 is the only year in which all 21 pairs are equal.
    assert.deepEqual(priceYear, { disbursement: 2023 });
    const { rows, refused } = take(file, "oecd-crs-flow-types", { priceYear });
    assert.deepEqual([rows.length, refused.length], [2 * 518, 0]);
    // "KAZ","Kazakhstan","ODA Grants",2013,104.593884,114.657318
    const grants = where(rows, { recipient: "KAZ", flow: "ODA Grants", year: 2013 });
    assert.deepEqual(
      grants.map((row) => pick(row, "amount", "price_year")),
      [
        { amount: "104593884", price_year: undefined },
        { amount: "114657318", price_year: 2023 },
      ],
    );
    // KGZ 2013: 507.770542 million here, 394.96 million in D-Portal's file of 2014.
    assert.equal(sum(where(rows, { recipient: "KGZ", year: 2013, price_year: undefined }), "amount"), "507770542");
  });

  it("the extract of activities marked for climate keeps donor, sector group and flow", () => {
    const { rows, refused } = take(realFile("oda/oecd_crs_climate_marked_central_asia.csv"), "oecd-crs-climate");
    assert.deepEqual([rows.length, refused.length], [2 * 2147, 0]);
    // "KAZ","Adaptation Fund","ODA Grants","Other Multisector",2022,0.531967,0.557538
    const adaptation = where(rows, {
      recipient: "KAZ",
      donor: "Adaptation Fund",
      year: 2022,
      purpose: "Other Multisector",
    });
    assert.deepEqual(
      adaptation.map(({ amount, price_year }) => [amount, price_year]),
      [
        ["531967", undefined],
        ["557538", 0],
      ],
    );
    assert.deepEqual(
      rows.filter(({ donor }) => String(donor).startsWith("CRS:")),
      [],
    );
  });

  it("World Bank: net, in whole dollars", () => {
    const { rows, refused } = take(realFile("oda/wb_net_oda_received_current_usd_central_asia.csv"), "wb-net-oda");
    assert.deepEqual([rows.length, refused.length], [151, 0]);
    // 2012-01-01,TJK,DT.ODA.ODAT.CD,394230010.986328
    assert.deepEqual(pick(where(rows, { recipient: "TJK", year: 2012 })[0], "amount", "measure"), {
      amount: "394230010.986328",
      measure: "net disbursement",
    });
  });

  it("US military training: every line, costs and people as the extract found them", () => {
    const file = realFile("security_assistance/us_fmtrpt_central_asia.tsv");
    const { rows, refused, without } = take(file, "us-foreign-military-training");
    assert.deepEqual([rows.length, refused.length, without.length], [5620, 0, 0]);
    // 103 lines have no cost; the others sum to 101,195,077.50 dollars.
    assert.equal(where(rows, { amount: undefined }).length, 103);
    assert.equal(sum(rows, "amount"), "101195077.5");
    // 349 lines have no first day.
    assert.equal(where(rows, { from: undefined }).length, 349);
    // Report 2012-2013, Turkmenistan: 22 lines, 78 people, 285,064 dollars; compared as with a printed total.
    assert.deepEqual(
      reconcilePrinted(
        [
          { what: "TKM 2012", where: { party: "TKM", year: 2012 }, sum: "amount", printed: "285064" },
          { what: "TKM 2012, people", where: { party: "TKM", year: 2012 }, sum: "quantity", printed: "78" },
        ],
        rows,
      ),
      [
        { what: "TKM 2012", printed: "285064", summed: "285064", rows: 22, without: 0 },
        { what: "TKM 2012, people", printed: "78", summed: "78", rows: 22, without: 0 },
      ],
    );
  });

  it("US military training without the extract's numbers: cells run together are left out and named", () => {
    const file = realFile("security_assistance/us_fmtrpt_central_asia.tsv");
    const header = file.header.map((name) => (["quantity_n", "total_cost_usd"].includes(name) ? `not ${name}` : name));
    const raw = take({ ...file, header, sample: { ...file.sample, header } }, "us-foreign-military-training");
    assert.equal(raw.rows.length, 5620);
    assert.equal(Map.groupBy(raw.without, ({ column }) => column).get("quantity")?.length, 11);
    assert.deepEqual(raw.without[0], {
      row: 1943,
      column: "amount",
      text: "22429 5/27/2008",
      problem: '"22429 5/27/2008" is not an amount',
    });
    // Ten such costs, of 130,736 dollars together: 101,195,077.50 - 130,736.
    assert.equal(raw.without.filter(({ column }) => column === "amount").length, 10);
    assert.equal(sum(raw.rows, "amount"), "101064341.5");
  });

  it("US foreign assistance: five steps of the same money apart, with two price years that the file shows", () => {
    const file = realFile("security_assistance/us_foreign_aid_country_totals_central_asia.csv");
    const { layout } = take(file, "us-foreign-aid-countries");
    const priceYear = inferPriceYears(layout, file.header, file.records);
    assert.deepEqual(priceYear, {
      obligation: 2021,
      disbursement: 2021,
      request: 2019,
      appropriation: 2019,
      allocation: 2019,
    });
    const { rows, refused } = take(file, "us-foreign-aid-countries", { priceYear });
    assert.deepEqual([rows.length, refused.length], [2 * 501, 0]);
    // KAZ ... Obligations,2012,189748946,222784238
    assert.deepEqual(
      where(rows, { recipient: "KAZ", year: 2012, measure: "obligation" }).map(({ amount, price_year }) => [
        amount,
        price_year,
      ]),
      [
        ["189748946", undefined],
        ["222784238", 2021],
      ],
    );
    assert.deepEqual(
      [...Map.groupBy(where(rows, { price_year: undefined }), ({ measure }) => measure)].map(([measure, of]) => [
        measure,
        of.length,
      ]),
      [
        ["appropriation", 85],
        ["obligation", 157],
        ["disbursement", 115],
        ["request", 84],
        ["allocation", 60],
      ],
    );
  });
});
