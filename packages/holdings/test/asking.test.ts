import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { type ColumnTest, evaluate, type Selection } from "@kelisim/analysis";
import type { ObservationRow } from "@kelisim/model";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { openDatabase } from "../src/database/database.ts";
import { type Holdings, isNotAsked, type RowsBehind } from "../src/index.ts";
import { HEADER, wells } from "./layout-for-tests.ts";
import { inFolder, inLibrary, sound } from "./library-for-tests.ts";

const options = { layouts: [wells] };
const seed = 7;

const ROWS = [
  "KAZ,EU,2019,1.5,20,2019-02-01,40,",
  'UZB,EU,2019,2,"3,000",,,',
  "UZB,=cmd|'x',2020,0.000001,,2020-05-31,0.125,",
  'KGZ,"O\'Neil; DROP TABLE x --",2020,-2,7,,12.5,',
  "KGZ,,2021,3,0.5,,,",
  "-,EU,2021,4,,,,",
];

const inAsked = (work: (holdings: Holdings, id: string, folder: string) => Promise<unknown>) =>
  inLibrary(async (holdings, folder) => {
    await writeFile(join(folder, "wells.csv"), `${HEADER}\n${ROWS.join("\n")}\n`);
    const { holding } = sound(await holdings.take(join(folder, "wells.csv"), "command line", { priceYear: 2020 }));
    await work(holdings, holding.id, folder);
  }, options);

const behind = (answer: RowsBehind | object): RowsBehind => {
  assert.ok("rows" in answer, JSON.stringify(answer));
  return answer as RowsBehind;
};

const text = fc.constantFrom("KAZ", "UZB", "KGZ", "EU", "O'Neil; DROP TABLE x --", "disbursement", "'", '"', "X", "");
const year = fc.integer({ min: 2018, max: 2022 });
const amount = fc.constantFrom("1", "1500000", "-2000000", "0.5", "3000");
const day = fc.constantFrom("2019-02-01", "2020-05-31", "2020-01-01");
const valuesOf = {
  recipient: text,
  donor_name: text,
  measure: text,
  year,
  amount,
  from: day,
  recipient_share: fc.constantFrom(40, 0.125, 12.5, 1),
};
const columns = Object.keys(valuesOf) as (keyof typeof valuesOf)[];

const test: fc.Arbitrary<ColumnTest> = fc.constantFrom(...columns).chain((column): fc.Arbitrary<ColumnTest> => {
  const value = valuesOf[column] as fc.Arbitrary<string | number>;
  return fc.oneof(
    fc.array(value, { maxLength: 3 }).map((values) => ({ column, in: values })),
    fc.array(value, { maxLength: 3 }).map((values) => ({ column, notIn: values })),
    fc.record({ from: value, to: value }).map((ends) => ({ column, ...ends })),
    fc.boolean().map((absent) => ({ column, absent })),
    ...(valuesOf[column] === text
      ? [fc.array(fc.constantFrom("K", "O'", "", "%"), { maxLength: 2 }).map((startsWith) => ({ column, startsWith }))]
      : []),
  );
});

describe("a selection", () => {
  it("is answered as the plain evaluator answers it", () =>
    inAsked(async (holdings, id) => {
      const all: Selection = { table: "flows", holdings: [id], where: [], by: [] };
      const rows: readonly ObservationRow[] = behind(
        await holdings.rows(all, undefined, { from: 0, rows: 100 }),
      ).rows.map(({ row }) => row);
      assert.equal(rows.length, 10);
      const selection = fc.record({
        table: fc.constant("flows" as const),
        holdings: fc.constant([id]),
        where: fc.array(test, { maxLength: 3 }),
        by: fc.uniqueArray(fc.constantFrom("recipient", "donor_name", "year", "measure", "price_year", "from"), {
          maxLength: 3,
        }),
        sum: fc.constantFrom("amount", "recipient_share", "row", undefined),
      });
      const property = fc.asyncProperty(selection, async ({ sum, ...asked }) => {
        const whole: Selection = { ...asked, ...(sum === undefined || sum === "row" ? {} : { sum }) };
        const answer = await holdings.answer(whole);
        assert.ok("cells" in answer, JSON.stringify(answer));
        assert.deepEqual(answer.cells, evaluate(whole, rows));
        const [cell] = answer.cells;
        if (cell !== undefined)
          assert.equal(behind(await holdings.rows(whole, cell, { from: 0, rows: 0 })).of, cell.rows);
      });
      await fc.assert(property, { numRuns: 120, seed });
    }));

  it("never adds sums of different measures, currencies or prices", () =>
    inAsked(async (holdings, id) => {
      const answer = await holdings.answer({ table: "flows", holdings: [id], where: [], by: [], sum: "amount" });
      assert.ok("cells" in answer);
      // Paid: 1.5 + 2 + 0.000001 - 2 + 3 + 4 million; budgets: 20 + 3,000 + 7 + 0.5.
      assert.deepEqual(answer.cells, [
        { by: { measure: "budget", currency: "USD", price_year: 2020 }, sum: "3027.5", rows: 4, without: 0 },
        { by: { measure: "disbursement", currency: "USD", price_year: null }, sum: "8500001", rows: 6, without: 0 },
      ]);
      assert.deepEqual(
        answer.inputs.map(({ of, rows, vintage }) => [of, rows, vintage.length]),
        [[id, 10, 10]],
      );
    }));

  it("leads a figure back to file and row, page by page", () =>
    inAsked(async (holdings, id) => {
      const selection: Selection = {
        table: "flows",
        holdings: [id],
        where: [{ column: "measure", in: ["disbursement"] }],
        by: ["recipient"],
        sum: "amount",
      };
      const cell = { by: { recipient: null, measure: "disbursement", currency: "USD", price_year: null } };
      const found = behind(await holdings.rows(selection, cell, { from: 0, rows: 10 }));
      assert.deepEqual([found.of, found.rows.map(({ file, row }) => [file, row.row])], [1, [["wells.csv", 6]]]);
      const places: number[] = [];
      for (let from = 0; from < 6; from += 4) {
        places.push(
          ...behind(await holdings.rows(selection, undefined, { from, rows: 4 })).rows.map(({ row }) => row.row),
        );
      }
      assert.deepEqual(places, [1, 2, 3, 4, 5, 6]);
    }));

  it("is refused with the place of what is wrong", () =>
    inAsked(async (holdings, id) => {
      const asked: readonly (readonly [Partial<Selection>, string])[] = [
        [{ by: ['year" FROM x; --'] }, "by[0]"],
        [{ where: [{ column: "amout", in: ["1"] }] }, "where[0].column"],
        [{ holdings: ["../../etc"] }, "holdings[0]"],
        [{ holdings: [id, id] }, "holdings[1]"],
        [{ table: "events" }, "holdings[0]"],
        [{ sum: "title" }, "sum"],
      ];
      for (const [part, at] of asked) {
        const answer = await holdings.answer({ table: "flows", holdings: [id], where: [], by: [], ...part });
        assert.ok(isNotAsked(answer));
        assert.equal(answer.problems[0]?.at, at);
      }
    }));
});

describe("an export", () => {
  const read = async (holdings: Holdings, id: string, what: Parameters<Holdings["export"]>[1]) => {
    const selection: Selection = {
      table: "flows",
      holdings: [id],
      where: [{ column: "year", in: [2020] }],
      by: ["year", "donor_name"],
      sum: "amount",
    };
    const made = await holdings.export(selection, what);
    assert.ok("bytes" in made, JSON.stringify(made));
    const parts: Uint8Array[] = [];
    for await (const part of made.bytes) parts.push(part);
    return Buffer.concat(parts);
  };

  it("as CSV says vintage, citation, licence and caveats in every row, and holds no formula", () =>
    inAsked(async (holdings, id) => {
      const made = await read(holdings, id, { format: "csv" });
      assert.equal(String(made).split("\r\n").length, 5, "a header, three rows, a line end behind the last");
      assert.doesNotMatch(String(made), /[^\r]\n/);
      const cells = parse(made, { bom: true, columns: true }) as Record<string, string>[];
      assert.deepEqual(
        cells.map((row) => [row.donor_name, row.sum, row.rows, row.year]),
        [
          ["'=cmd|'x'", "1", "1", "2020"],
          ["O'Neil; DROP TABLE x --", "-2000000", "1", "2020"],
          ["", "7", "1", "2020"],
        ],
      );
      for (const row of cells) {
        assert.deepEqual([row.citation, row.holding, row.caveats], ["Office of Wells", id, "Invented. =1+1"]);
        assert.match(row.licence ?? "", /not seen/);
      }
      const rows = parse(await read(holdings, id, { format: "csv", rows: true }), {
        bom: true,
        columns: true,
      }) as Record<string, string>[];
      assert.deepEqual(
        rows.map((row) => [row.read_from, row.row, row.amount, row.vintage?.length]),
        [
          ["wells.csv", "3", "1", 10],
          ["wells.csv", "4", "-2000000", 10],
          ["wells.csv", "4", "7", 10],
        ],
      );
    }));

  it("as Parquet says the same of the file", () =>
    inAsked(async (holdings, id, folder) => {
      const path = join(folder, "out.parquet");
      await writeFile(path, await read(holdings, id, { format: "parquet", rows: true }));
      const database = await openDatabase({ files: [path], folders: [folder], temporary: folder });
      const said = await database.run(
        `SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata('${path}')`,
      );
      const about = new Map(said.map((one) => [one.key, one.value]));
      assert.deepEqual(
        [about.get("citation"), about.get("holding"), about.get("caveats")],
        ["Office of Wells", id, "Invented. =1+1"],
      );
      const [count] = await database.run(`SELECT count(*)::DOUBLE AS count FROM read_parquet('${path}')`);
      assert.equal(count?.count, 3);
      database.close();
    }));
});

describe("the database", () => {
  it("sees its folder and nothing else, and no statement can change that", () =>
    inFolder((folder) =>
      inFolder(async (other) => {
        await writeFile(join(other, "secret.csv"), "a,b\n1,2\n");
        const database = await openDatabase({ folders: [folder], temporary: join(folder, "t") });
        for (const sql of [
          `SELECT * FROM read_csv('${join(other, "secret.csv")}')`,
          `SELECT * FROM read_text('/etc/hostname')`,
          `COPY (SELECT 1) TO '${join(other, "x.csv")}'`,
          `ATTACH '${join(other, "x.duckdb")}'`,
          "SET enable_external_access = true",
          "SET threads = 64",
          "INSTALL httpfs",
          "LOAD httpfs",
        ]) {
          await assert.rejects(database.run(sql), sql);
        }
        database.close();
      }),
    ));
});
