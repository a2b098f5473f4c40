import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { TableLayout } from "@kelisim/sources";
import fc from "fast-check";
import { openDatabase } from "../src/database/database.ts";
import { plainly, refusedOf, rowsOf } from "./held-to-read-table.ts";
import { wells } from "./layout-for-tests.ts";
import { inLibrary, sound, stopped } from "./library-for-tests.ts";

const seed = Number(process.env.KELISIM_SEED ?? 11);
const numRuns = Number(process.env.KELISIM_RUNS ?? 6);

/** Every reading there is, in two makers, one of them for each part of a cell. */
const everything: TableLayout = {
  ...wells,
  id: "everything",
  table: "events",
  header: ["id", "what", "a", "b"],
  makes: [
    {
      when: [{ column: "what", matches: "^[a-z]" }],
      cells: {
        event: { from: "id", as: "text" },
        kind: { from: "what", as: "word", words: { w: "war", t: "talks" } },
        from: { from: "a", as: "date", like: "dd.mm.yyyy" },
        to: { from: "a", as: "date", like: "dd.mm.yyyy", after: true },
        precision: { from: "a", as: "precision", like: "dd.mm.yyyy" },
        parties: { from: ["b", "c"], as: "coded list", list: "iso3", prefix: "X", between: "," },
        lat: { from: "n", as: "number", absent: ["-9"] },
        deaths: { from: "n", as: "count" },
      },
    },
    {
      when: [{ column: "b", filled: true }],
      each: { columns: ["b", "c"], between: "," },
      cells: {
        event: { from: ["id", "c"], as: "text", absent: ["?"] },
        kind: { constant: "part" },
        from: { from: "y", as: "date parts", month: "m", day: "n" },
        precision: { from: "y", as: "precision of parts", month: "m" },
        place: { part: true, as: "coded", list: "country names", prefix: "X" },
      },
    },
  ],
  ignores: [{ when: [{ column: "what", in: ["x"] }], because: "is x" }],
};
delete (everything as { totals?: unknown }).totals;

const spells: TableLayout = {
  ...everything,
  id: "spells",
  table: "memberships",
  makes: [
    {
      when: [{ column: "id", filled: true }],
      cells: {
        organisation: { from: "id", as: "text" },
        party: { from: "b", as: "text" },
        status: { constant: "member" },
        from: { from: "y", as: "date", like: "yyyy" },
        to: { from: "m", as: "date", like: "yyyy", after: true, absent: ["0"] },
        covered_to: { from: "n", as: "year" },
      },
    },
  ],
  ignores: [],
  joins: "spells",
};

/** Both makers in one pass: what they share is read once. */
const together: TableLayout = {
  ...wells,
  id: "together",
  makes: wells.makes.map((maker) => ({
    ...maker,
    cells: { ...maker.cells, recipient: wells.makes[0]!.cells.recipient! },
  })),
};

const COLUMNS = ["id", "what", "a", "b", "c", "n", "y", "m"];
const MONEY = ["place", "donor", "year", "paid", "budget", "start", "share", "agency"];

/** Texts as files have them: of the usual form, of a strange one, or of none. */
const cellText = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "",
      "",
      " ",
      "?",
      "-",
      "-9",
      "x",
      "w",
      "t",
      "KAZ",
      "uzb",
      "KAZ,UZB",
      " TJK , , KGZ",
      "nowhere",
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "2019",
      "2020",
      "1992",
      "2012-2013",
      "FY 2020",
      "12",
      "0",
      "3",
      "31.05.2020",
      "5.2019",
      "29.02.2019",
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "1,234.50",
      "$ 5",
      "(7)",
      "-$3",
      "1.0",
      "-0",
      ".5",
      "5.",
      "1e3",
      "0x1F",
      "1_000",
      "--1",
      "1.23456789",
      "0.0000005",
      "-0.0000015",
      "123456789012345678.9",
      "1e40",
      "NaN",
      "99999999999999999999999999999999999",
    ),
  },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) },
  { weight: 1, arbitrary: fc.integer().map((n) => (n / 1000).toFixed(fc.stringify(n).length % 14)) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: "grapheme", maxLength: 80 }).map((text) => text.replaceAll("\0", "")),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '"',
      "O'Neil; --",
      "a\nb",
      "\u00a0KAZ\ufeff",
      "Kyrgyz Republic",
      "\tx",
      "nobody",
      "Total",
    ),
  },
);
const recordOf = (columns: readonly string[]) =>
  fc.array(cellText, { minLength: columns.length, maxLength: columns.length });
const quoted = (cell: string) => (/^[^",\n\r]*$/.test(cell) ? cell : `"${cell.replaceAll('"', '""')}"`);

describe("the executor", () => {
  for (const [layout, columns] of [
    [wells, MONEY],
    [together, MONEY],
    [everything, COLUMNS],
    [{ ...everything, id: "equal", joins: "equal" }, COLUMNS],
    [spells, COLUMNS],
  ] as const) {
    it(`makes of any file what the plain reader makes: ${layout.id}`, () =>
      inLibrary(
        async (holdings, folder) => {
          let files = 0;
          const property = fc.asyncProperty(
            fc.array(recordOf(columns), { minLength: 1, maxLength: 40 }),
            async (records) => {
              const filled = records.filter((record) => record.some((cell) => cell !== ""));
              files += 1;
              const path = join(folder, `${files}.csv`);
              await writeFile(path, [columns, ...filled].map((record) => `${record.map(quoted).join(",")}\n`).join(""));
              const plain = plainly(layout, columns, filled);
              const took = await holdings.take(path, "command line", { layout });
              if (plain.rows.length === 0) return assert.equal(stopped(took).code, "file/no-rows");
              const { holding } = sound(took);
              assert.equal(holding.rows.read, filled.length);
              assert.deepEqual(await rowsOf(holdings, holding), plain.rows);
              assert.deepEqual(await refusedOf(holdings, holding), plain.refused);
            },
          );
          await fc.assert(property, { numRuns, seed });
        },
        { layouts: [layout] },
      ));
  }

  it("reads Parquet as the text of the same values", () =>
    inLibrary(
      async (holdings, folder) => {
        const path = join(folder, "wells 2020.parquet");
        const database = await openDatabase({ folders: [folder], temporary: join(folder, "t") });
        await database.run(`COPY (SELECT * FROM (VALUES
          ('KAZ', 'EU', 2019::DOUBLE, 1.5::DOUBLE, NULL::DECIMAL(9,2), DATE '2019-02-01', 12.5::FLOAT),
          ('UZB', 'EU', 2020::DOUBLE, 1e-7::DOUBLE, 3000, NULL, NULL)) AS t(place, donor, year, paid, budget, start, share))
          TO '${path}' (FORMAT parquet)`);
        database.close();
        const { holding } = sound(await holdings.take(path, "command line"));
        assert.deepEqual(holding.rows, { read: 2, made: 3, refused: 0 });
        const rows = (await rowsOf(holdings, holding)).map((row) =>
          Object.fromEntries(JSON.parse(row) as [string, unknown][]),
        );
        assert.deepEqual(
          rows.map(({ row, year, amount, from, recipient_share }) => [row, year, amount, from, recipient_share]).sort(),
          [
            [1, 2019, "1500000", "2019-02-01", 12.5],
            [2, 2020, "0.1", undefined, undefined],
            [2, 2020, "3000", undefined, undefined],
          ],
        );
      },
      { layouts: [wells] },
    ));
});
