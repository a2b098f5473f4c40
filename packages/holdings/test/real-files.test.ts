import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { headerOf, TABLE_LAYOUTS } from "@kelisim/sources";
import { parse } from "csv-parse/sync";
import { plainly, refusedOf, rowsOf } from "./held-to-read-table.ts";
import { inLibrary, sound } from "./library-for-tests.ts";

const data = fileURLToPath(new URL("../../../../shared/data", import.meta.url));
const folders = ["oda", "security_assistance", "organisations", "events", "indicators"];
const files = folders.flatMap((folder) =>
  existsSync(`${data}/${folder}`) ? readdirSync(`${data}/${folder}`).map((file) => `${data}/${folder}/${file}`) : [],
);
const skip = files.length > 0 ? false : "left out: ../shared/data beside the checkout is absent";

describe("real files", { skip }, () => {
  for (const path of files.filter((file) => /\.[ct]sv$/.test(file))) {
    it(`${path.slice(data.length + 1)}: what DuckDB keeps is what the plain reader makes`, () =>
      inLibrary(async (holdings) => {
        const { holding } = sound(await holdings.take(path, "command line"));
        const text = readFileSync(path, "utf8");
        const { header, delimiter } = headerOf(text)!;
        const records = parse(text, { delimiter, from: 2, bom: true, skip_empty_lines: true }) as string[][];
        const layout = TABLE_LAYOUTS.find(({ id }) => id === holding.layout.id)!;
        const plain = plainly(layout, header, records);
        assert.equal(holding.rows.read, records.length);
        assert.deepEqual(await rowsOf(holdings, holding), plain.rows);
        assert.deepEqual(await refusedOf(holdings, holding), plain.refused);
        assert.equal(holding.totals, plain.totals);
        assert.deepEqual(new Map(holding.ignored.map(({ because, rows }) => [because, rows])), plain.ignored);
      }));
  }

  it("US training: printed totals beside the lines of the report, differences and unknown costs told", () =>
    inLibrary(async (holdings) => {
      const path = `${data}/security_assistance/us_fmtrpt_central_asia.tsv`;
      const { holding } = sound(await holdings.take(path, "command line"));
      // By hand: the 84 lines of Kyrgyzstan in the report 2011-2012 have 151 people and 1,085,015 dollars, 18 without a cost.
      const totals =
        "party,fiscal_year,quantity,amount\nKGZ,2011-2012,151,1085015\nTJK,2015-2016,984,5523850\nXXX,,1,\n";
      const beside = await holdings.reconcile(holding.id, totals);
      assert.ok(beside !== undefined && "totals" in beside, JSON.stringify(beside));
      assert.deepEqual(
        beside.totals.map(({ what, sum, difference, rows, without, state }) => [
          what,
          sum,
          difference,
          rows,
          without,
          state,
        ]),
        [
          ["KGZ, 2011-2012", "quantity", "0", 84, 0, "agrees"],
          ["KGZ, 2011-2012", "amount", "0", 84, 18, "agrees"],
          ["TJK, 2015-2016", "quantity", "0", 62, 0, "agrees"],
          ["TJK, 2015-2016", "amount", "-3", 62, 0, "differs"],
          ["XXX", "quantity", undefined, 0, 0, "nothing below it"],
        ],
      );
      assert.equal(await holdings.reconcile("nothing", totals), undefined);
    }));
});
