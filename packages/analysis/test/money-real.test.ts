import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ObservationRow } from "@kelisim/model";
import { Big } from "big.js";
import {
  BORDER_MANAGEMENT,
  CONFLICT_PEACE_SECURITY,
  compareVintages,
  evaluate,
  figuresOfCells,
  moneySeries,
  type PrintedTotal,
  purposeShares,
  reconcile,
  type Selection,
} from "../src/index.ts";
import { csvRows, fileText, fromMillions, WITH_FILES } from "./real-data.ts";

const BASIS = { measure: "disbursement", currency: "USD", priceYear: null } as const;
const selection = (by: readonly string[]): Selection => ({
  table: "flows",
  holdings: [],
  where: [],
  by,
  sum: "amount",
});

/** IATI/D-Portal, dstore/csv/crs_YYYY_sectors.csv: gross disbursements of all CRS flows, US dollars. */
function sectorRows(): { readonly rows: readonly ObservationRow[]; readonly totals: readonly ObservationRow[] } {
  const all = csvRows("oda/dportal_crs_recipient_sector_2012_2019.csv").map((cells, at) => ({
    row: at + 1,
    year: Number(cells.year),
    recipient: cells.recipient!,
    purpose: cells.sector_or_purpose_code!,
    measure: "disbursement",
    currency: "USD",
    price_year: null,
    amount: fromMillions(cells.usd_million!),
  }));
  const isTotal = ({ purpose }: (typeof all)[number]) => purpose === "Grand Total";
  return { rows: all.filter((row) => !isTotal(row)), totals: all.filter(isTotal) };
}

describe("published figures", WITH_FILES, () => {
  it("share of conflict, peace and security in all flows, 2013 (five digits) and 2019 (three)", () => {
    const { rows } = sectorRows();
    const cells = evaluate(selection(["year", "recipient", "purpose"]), rows);
    const { value } = purposeShares(cells, CONFLICT_PEACE_SECURITY, ["year", "recipient"], []);
    const of = (year: number, recipient: string) => {
      const one = value.find(({ keys }) => keys.year === year && keys.recipient === recipient)!;
      return [one.part, one.whole, one.share, one.undecided.sum];
    };
    // By hand from the file, in millions:
    // KAZ 15210 9.921881301 + 15220 0.04127579737 = 9.96315709837, of 1262.329024400022.
    assert.deepEqual(of(2013, "KAZ"), ["9963157.09837", "1262329024.400022", "0.007893", "0"]);
    // KGZ 6.467730893 + 13.81373796 + 0.5177054253 + 0.1454831144 = 20.9446573927, of 394.9592565659968.
    assert.deepEqual(of(2013, "KGZ"), ["20944657.3927", "394959256.5659968", "0.05303", "0"]);
    // TJK 2.104809178 + 1.059396855 + 0.2217036173 + 0.04041186621 + 2.982443371 = 6.40876488751.
    assert.deepEqual(of(2013, "TJK"), ["6408764.88751", "400536987.408606", "0.016", "0"]);
    // TKM 0.67769 + 0.3008364312; UZB 15210 alone.
    assert.deepEqual(of(2013, "TKM"), ["978526.4312", "70218269.777444", "0.013935", "0"]);
    assert.deepEqual(of(2013, "UZB"), ["1437458.885", "813458741.615216", "0.001767", "0"]);
    // 2019 has one row of sector 152 for each.
    assert.deepEqual(
      ["KAZ", "KGZ", "TJK", "TKM", "UZB"].map((recipient) => of(2019, recipient)[2]),
      ["0.000377", "0.013639", "0.012936", "0.001317", "0.000191"],
    );
    assert.equal(of(2019, "TKM")[0], "214760");
    // 2012 has groups by name: nothing can be said of codes.
    const kaz2012 = value.find(({ keys }) => keys.year === 2012 && keys.recipient === "KAZ")!;
    assert.deepEqual([kaz2012.part, kaz2012.share, kaz2012.between], ["0", undefined, ["0", "1"]]);
  });

  it("three digits do not tell what belongs to a set of five", () => {
    const cells = evaluate(selection(["year", "recipient", "purpose"]), sectorRows().rows);
    const { value } = purposeShares(cells, BORDER_MANAGEMENT, ["year", "recipient"], []);
    const one = value.find(({ keys }) => keys.year === 2019 && keys.recipient === "KGZ")!;
    assert.equal(one.part, "0");
    assert.ok(new Big(one.undecided.sum).gte("7816963.1"), one.undecided.sum);
  });

  it("reconciles the Grand Total rows, and sees when they were added to what they sum", () => {
    const { rows, totals } = sectorRows();
    const printed = totals
      .filter(({ year }) => year === 2013)
      .map(
        (row): PrintedTotal => ({
          keys: { year: row.year!, recipient: row.recipient! },
          basis: BASIS,
          total: String(row.amount),
          unit: "1",
        }),
      );
    const keys = ["year", "recipient"];
    const clean = reconcile(printed, evaluate(selection(keys), rows), keys, []).value;
    assert.deepEqual([clean.length, ...new Set(clean.map(({ state }) => state))], [6, "agrees"]);
    const doubled = reconcile(printed, evaluate(selection(keys), [...rows, ...totals]), keys, []).value;
    assert.deepEqual([...new Set(doubled.map(({ state }) => state))], ["twice"]);
  });

  it("two vintages of all flows beside each other: within 1 % for 23 of 35 country-years", () => {
    const flows = csvRows("oda/oecd_crs_flowtype_central_asia_1992_2023.csv").map((cells, at) => ({
      row: at + 1,
      year: Number(cells.year),
      recipient: cells.de_recipientcode!,
      measure: "disbursement",
      currency: "USD",
      price_year: null,
      amount: cells.usd_disbursement === "" ? null : fromMillions(cells.usd_disbursement!),
    }));
    const where = [
      { column: "year", from: 2013, to: 2019 },
      { column: "recipient", in: ["KAZ", "KGZ", "TJK", "TKM", "UZB"] },
    ];
    const of = (rows: readonly ObservationRow[]) =>
      figuresOfCells(evaluate({ ...selection(["year", "recipient"]), where }, rows));
    const { pairs, movedYears } = compareVintages(of(sectorRows().rows), of(flows), "1000000", []).value;
    assert.equal(pairs.length, 35);
    // INDEX.md of the files counts the same by another program.
    assert.equal(pairs.filter(({ change }) => new Big(change!).abs().lte("0.01")).length, 23);
    const kgz = pairs.find(({ keys }) => keys.year === 2013 && keys.recipient === "KGZ")!;
    // 394.96 million became 507.77 million.
    assert.deepEqual(
      [new Big(kgz.earlier!).div(1e6).toFixed(2), new Big(kgz.later!).div(1e6).toFixed(2)],
      ["394.96", "507.77"],
    );
    assert.equal(kgz.state, "moved");
    assert.ok(movedYears.includes(2013));
  });

  it("BOMCA 8: expenditure by country", () => {
    const project = JSON.parse(fileText("projects_undp/undp_00062131_BOMCA8.json"));
    // Arrays are positional and not in the order of years; who it is for stands only in the title.
    const rows: ObservationRow[] = [];
    for (const output of project.outputs) {
      for (const [at, year] of output.fiscal_year.entries()) {
        for (const measure of ["budget", "expenditure"]) {
          rows.push({
            row: rows.length + 1,
            year: Number(year),
            recipient: output.output_title.replace(/^BOMCA 8, /, ""),
            measure,
            currency: "USD",
            price_year: null,
            amount: output[measure][at] === null ? null : String(output[measure][at]),
          });
        }
      }
    }
    const cells = evaluate(selection(["recipient", "year"]), rows);
    const spent = moneySeries(cells, ["recipient"], []).value.filter(({ basis }) => basis.measure === "expenditure");
    assert.deepEqual(Object.fromEntries(spent.map(({ keys, sum }) => [keys.recipient, sum])), {
      // 503963 + 509334 + 238649
      KAZAKHSTAN: "1251946",
      // 804925 + 948846 + 251577
      KYRGYZSTAN: "2005348",
      // 600377 + 552102 + 290414
      "Regional Coordination": "1442893",
      // 672478 + 1140462 + 276515
      TAJIKISTAN: "2089455",
      // 454064 + 409491 + 173462
      TURKMENISTAN: "1037017",
      // 687750 + 593709 + 207220
      UZBEKISTAN: "1488679",
    });
    const printed = (measure: string, total: string): PrintedTotal => ({
      keys: {},
      basis: { measure, currency: "USD", priceYear: null },
      total,
      unit: "1",
    });
    // 1251946 + 2005348 + 1442893 + 2089455 + 1037017 + 1488679 = 9315338, as the project says of itself.
    const totals = [
      printed("budget", String(project.budget[0])),
      printed("expenditure", String(project.expenditure[0])),
    ];
    assert.equal(totals[1]!.total, "9315338");
    assert.deepEqual(
      reconcile(totals, cells, [], []).value.map(({ state }) => state),
      ["agrees", "agrees"],
    );
  });
});
