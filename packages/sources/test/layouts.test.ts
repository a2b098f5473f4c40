import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ColumnType, columnsOf, MEASURES, type ObservationValue } from "@kelisim/model";
import fc from "fast-check";
import {
  AMOUNT,
  COUNT,
  DATE_PATTERNS,
  describeMapping,
  foldColumn,
  NUMBER,
  OUTER_SPACE,
  readTable,
  TABLE_LAYOUTS,
  YEAR,
} from "../src/index.ts";

/** Whether a value is of the type of its column. */
function isOfType(type: ColumnType, value: ObservationValue): boolean {
  switch (type) {
    case "text":
      return typeof value === "string" && value !== "";
    case "date":
      return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
    case "amount":
      return typeof value === "string" && /^-?\d{1,32}(?:\.\d{1,6})?$/.test(value);
    case "count":
    case "year":
      return Number.isSafeInteger(value) && Number(value) >= 0;
    case "number":
      return typeof value === "number" && Number.isFinite(value);
  }
}

/** Texts as they stand in files, right and wrong ones. */
const cell = fc.oneof(
  fc.constantFrom(
    "",
    "1",
    "2",
    "0",
    "-9",
    "NA",
    "N/A",
    "#N/A",
    "1996",
    "1996-04-26",
    "2 Mar 1992 a",
    "12.09.2001",
    "$1,200",
  ),
  fc.constantFrom(
    "702",
    "918",
    "619",
    "KAZ",
    "Tajikistan",
    "China/Russia",
    "112 398",
    "base_treaty",
    "full",
    "1.5e-3",
    "Signature",
  ),
  fc.string({ maxLength: 12 }),
);

describe("every layout", () => {
  it("has an id of its own, and a data set that only its own editions share", () => {
    assert.equal(new Set(TABLE_LAYOUTS.map(({ id }) => id)).size, TABLE_LAYOUTS.length);
    const shared = Map.groupBy(TABLE_LAYOUTS, ({ producer }) => producer.dataset);
    const several = [...shared].filter(([, layouts]) => layouts.length > 1).map(([dataset]) => dataset);
    assert.deepEqual(several, ["cow-igo", "wgi"]);
  });

  for (const layout of TABLE_LAYOUTS) {
    it(`${layout.id} fills columns of its table, all that are required, and says where from`, () => {
      const columns = columnsOf(layout.table);
      const names = columns.map(({ name }) => name);
      for (const maker of layout.makes) {
        assert.deepEqual(
          Object.keys(maker.cells).filter((name) => !names.includes(name)),
          [],
        );
        const required = columns.filter((column) => column.required).map(({ name }) => name);
        assert.deepEqual(
          required.filter((name) => maker.cells[name] === undefined),
          [],
        );
        const { measure } = maker.cells;
        if (measure !== undefined && "constant" in measure)
          assert.ok(MEASURES.some((known) => known === measure.constant));
      }
      assert.ok(layout.producer.citation.length > 10 && layout.producer.caveats.length > 0);
      const described = new Set(describeMapping(layout).map(({ to }) => to));
      const filled = new Set(layout.makes.flatMap((maker) => Object.keys(maker.cells)));
      assert.deepEqual(described, filled);
      assert.equal(new Set(layout.header.map(foldColumn)).size, layout.header.length);
    });
  }

  it("gives rows with all that their table requires, of its types, whatever stands in the file", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TABLE_LAYOUTS),
        fc.array(cell, { minLength: 1, maxLength: 40 }),
        (layout, texts) => {
          const columns = columnsOf(layout.table);
          const record = layout.header.map((_, at) => texts[at % texts.length]!);
          const taken = readTable(layout, layout.header, [record, record.toReversed()]);
          for (const row of taken.flatMap((one) => ("row" in one ? [one.row] : []))) {
            for (const { name, type, required } of columns) {
              const value = row[name];
              if (value === undefined) assert.ok(!required, `${layout.id} ${name}`);
              else assert.ok(isOfType(type, value), `${layout.id} ${name} ${value}`);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("tests text by expressions that RE2 reads too: none looks around or back", () => {
    const patterns = [
      ...TABLE_LAYOUTS.flatMap(({ makes, ignores = [] }) => [...makes, ...ignores].flatMap(({ when }) => when)).flatMap(
        (test) => ("matches" in test ? [test.matches] : []),
      ),
      ...Object.values(DATE_PATTERNS).map(({ text }) => text),
      ...[AMOUNT, COUNT, NUMBER, YEAR, OUTER_SPACE],
    ];
    assert.ok(patterns.length > 20);
    assert.deepEqual(
      patterns.filter((pattern) => /\(\?[=!<]|\\[1-9u]/.test(pattern)),
      [],
    );
  });

  it("of money never adds up sums of two kinds: each row has its measure, currency and prices", () => {
    const crs = TABLE_LAYOUTS.find(({ id }) => id === "oecd-crs")!;
    assert.deepEqual(
      describeMapping(crs).filter(({ to }) =>
        ["recipient", "measure", "amount", "price_year", "donor_name"].includes(to),
      ),
      [
        { from: ["donor_name"], to: "donor_name" },
        {
          from: ["recipient_code", "recipient_name"],
          to: "recipient",
          how: "by recipients of the OECD DAC; what is not in the list is kept as CRS:code",
        },
        {
          from: [
            "usd_commitment",
            "usd_commitment_defl",
            "usd_disbursement",
            "usd_disbursement_defl",
            "usd_received",
            "usd_received_defl",
          ],
          to: "measure",
          how: 'one of "commitment", "disbursement", "received", by the column read',
        },
        {
          from: [
            "usd_commitment",
            "usd_commitment_defl",
            "usd_disbursement",
            "usd_disbursement_defl",
            "usd_received",
            "usd_received_defl",
          ],
          to: "amount",
          how: "an amount in millions, times 1,000,000",
        },
        {
          from: [],
          to: "price_year",
          how: "the year of constant prices, as it was told or found; 0 where it is not known",
        },
      ],
    );
  });
});
