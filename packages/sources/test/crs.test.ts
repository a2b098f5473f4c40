import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inferPriceYears, leftOutColumns, TABLE_LAYOUTS } from "../src/index.ts";
import { fileOf } from "./real-files.ts";
import { pick, take, where } from "./taken.ts";

/** First columns of "CRS 2021 data.txt" in their order, names in quotes, between bars. */
const BULK = `"Year"|"DonorCode"|"DonorName"|"AgencyCode"|"AgencyName"|"CrsID"|"ProjectNumber"|"InitialReport"|"RecipientCode"|"RecipientName"|"RegionCode"|"RegionName"|"FlowCode"|"FlowName"|"Bi_Multi"|"Category"|"Finance_t"|"Aid_t"|"USD_Commitment"|"USD_Disbursement"|"USD_Received"|"USD_Commitment_Defl"|"USD_Disbursement_Defl"|"USD_Received_Defl"|"PurposeCode"|"PurposeName"|"SectorCode"|"ProjectTitle"|"ChannelCode"|"ChannelName"
2021|918|"EU Institutions"|1|"Commission"|"2021000123"|"ACT-1"|1|617|"Uzbekistan"|10009|"South & Central Asia"|11|"ODA Grants"|4|10|110|"C01"|2.5|.75||2.4|.7|| 15210|"Security system management and reform"|152|"Border ""management"""|20000|"NGO"
2021|9991|"A new fund"|||"2021000124"||1|619|"Central Asia, regional"|||13|"ODA Loans"|1|10|421|"C01"||-.1|1e-05||||15220|"Civilian peace-building"|152|||
2021|4|"France"|||"2021000125"||8|613|"Kazakhstan"|||11|"ODA Grants"|1|10|110|"C01"|||||||15220|"Civilian peace-building"|152|||
`;

/** The same columns as the Parquet of later years names them. */
const PARQUET_NAMES =
  "year|donor_code|de_donorcode|donor_name|agency_code|agency_name|crs_id|project_number|recipient_code|de_recipientcode|recipient_name|flow_code|flow_name|usd_commitment|usd_disbursement|usd_received|usd_commitment_defl|usd_disbursement_defl|usd_received_defl|purpose_code|purpose_name|sector_code|project_title|channel_name";

describe("the bulk files of the OECD CRS", () => {
  const taken = take(fileOf("CRS 2021 data.txt", BULK), "oecd-crs");

  it("give a row for each sum that is filled, in whole dollars, current and constant apart", () => {
    assert.deepEqual(
      taken.rows.map((row) => pick(row, "row", "measure", "amount", "price_year")),
      [
        // 2.5 million committed, 0.75 disbursed; constant prices of a year that the file does not say.
        { row: 1, measure: "commitment", amount: "2500000", price_year: undefined },
        { row: 1, measure: "commitment", amount: "2400000", price_year: 0 },
        { row: 1, measure: "disbursement", amount: "750000", price_year: undefined },
        { row: 1, measure: "disbursement", amount: "700000", price_year: 0 },
        // A correction of 0.1 million, and 0.00001 million received.
        { row: 2, measure: "disbursement", amount: "-100000", price_year: undefined },
        { row: 2, measure: "received", amount: "10", price_year: undefined },
      ],
    );
    assert.deepEqual(taken.ignored, { "gives no commitment, disbursement or amount received": 1 });
    assert.deepEqual(taken.refused, []);
  });

  it("name donor and recipient by the OECD's lists, and keep what is not in them", () => {
    assert.deepEqual(taken.rows[0], {
      row: 1,
      year: 2021,
      donor: "EU",
      donor_code: "918",
      donor_name: "EU Institutions",
      agency: "Commission",
      recipient: "UZB",
      recipient_code: "617",
      recipient_name: "Uzbekistan",
      purpose: "15210",
      purpose_name: "Security system management and reform",
      flow: "ODA Grants",
      measure: "commitment",
      amount: "2500000",
      currency: "USD",
      activity: "2021000123",
      agreement: "ACT-1",
      title: 'Border "management"',
      channel: "NGO",
    });
    assert.deepEqual(pick(taken.rows[4], "donor", "recipient"), {
      donor: "CRS:9991",
      recipient: "Central Asia, regional",
    });
  });

  it("stand under a price year where somebody tells it, for all or a measure", () => {
    const file = fileOf("CRS 2021 data.txt", BULK);
    assert.equal(where(take(file, "oecd-crs", { priceYear: 2021 }).rows, { price_year: 2021 }).length, 2);
    const one = take(file, "oecd-crs", { priceYear: { commitment: 2021 } });
    assert.deepEqual(
      where(one.rows, { price_year: 2021 }).map(({ measure }) => measure),
      ["commitment"],
    );
    assert.deepEqual(
      where(one.rows, { price_year: 0 }).map(({ measure }) => measure),
      ["disbursement"],
    );
  });

  it("show their price year where they hold it: the one year in which both prices are equal", () => {
    const header = PARQUET_NAMES.split("|");
    const record = (year: string, current: string, constant: string) =>
      header.map((name) => ({ year, usd_disbursement: current, usd_disbursement_defl: constant })[name] ?? "");
    const crs = TABLE_LAYOUTS.find(({ id }) => id === "oecd-crs")!;
    const infer = (...records: readonly (readonly string[])[]) => inferPriceYears(crs, header, records);
    assert.deepEqual(infer(record("2021", "1", "1.1"), record("2022", "2", "2"), record("2022", "0", "0")), {
      disbursement: 2022,
    });
    // One year alone shows nothing, nor does a file in which two years are equal.
    assert.deepEqual(infer(record("2022", "2", "2")), {});
    assert.deepEqual(infer(record("2021", "1", "1"), record("2022", "2", "2")), {});
  });

  it("of later years, in Parquet, have the same columns under other names", () => {
    const values: Readonly<Record<string, string>> = {
      year: "2023",
      donor_code: "5",
      recipient_code: "614",
      flow_name: "ODA Loans",
      usd_disbursement: "1.5",
      purpose_code: "15240",
    };
    const line = PARQUET_NAMES.split("|")
      .map((name) => values[name] ?? "")
      .join("|");
    const { rows } = take(fileOf("CRS.parquet", `${PARQUET_NAMES}\n${line}\n`), "oecd-crs");
    assert.deepEqual(
      rows.map((row) => pick(row, "year", "donor", "recipient", "purpose", "measure", "amount")),
      [{ year: 2023, donor: "DEU", recipient: "KGZ", purpose: "15240", measure: "disbursement", amount: "1500000" }],
    );
    const left = leftOutColumns(taken.layout, PARQUET_NAMES.split("|"));
    assert.deepEqual(left, ["de_donorcode", "de_recipientcode", "flow_code", "sector_code"]);
  });
});
