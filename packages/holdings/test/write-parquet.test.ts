import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";
import { inLibrary } from "./library-for-tests.ts";

const TABLE = {
  columns: [
    { name: "Name", type: "text" },
    { name: "sum, exact", type: "amount" },
    { name: "year", type: "count" },
  ],
  rows: [
    ["Тоҷикистон", "12345678901234567890.123456", 2019],
    ["minus", "-0.5", -3],
    [`${"long ".repeat(100)}end`, null, null],
  ],
  about: [["citation", 'O\'Neil, "figures"']],
} as const;

describe("a table as Parquet", () => {
  it("keeps text, exact decimals, whole numbers and what is not known; its file says what it is", () =>
    inLibrary(async (holdings, folder) => {
      const path = join(folder, "table.parquet");
      await writeFile(path, await holdings.parquet(TABLE));
      const instance = await DuckDBInstance.create(":memory:");
      const connection = await instance.connect();
      const all = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
      const cells = `"Name", CAST("sum, exact" AS VARCHAR), CAST(year AS VARCHAR)`;
      assert.deepEqual(await all(`SELECT ${cells} FROM read_parquet('${path}')`), [
        ["Тоҷикистон", "12345678901234567890.123456", "2019"],
        ["minus", "-0.500000", "-3"],
        [`${"long ".repeat(100)}end`, null, null],
      ]);
      const said = await all(`SELECT decode(key), decode(value) FROM parquet_kv_metadata('${path}')`);
      assert.deepEqual(said, [["citation", 'O\'Neil, "figures"']]);
      connection.closeSync();
      instance.closeSync();
      assert.deepEqual(
        readdirSync(join(holdings.folder, "work"), { recursive: true }).filter((file) =>
          String(file).includes("parquet"),
        ),
        [],
      );
    }));

  it("may have no rows at all", () =>
    inLibrary(async (holdings) => {
      const bytes = await holdings.parquet({ ...TABLE, rows: [], about: [] });
      assert.equal(Buffer.from(bytes.subarray(-4)).toString("latin1"), "PAR1");
    }));
});
