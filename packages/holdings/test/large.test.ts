import assert from "node:assert/strict";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, it } from "node:test";
import { CRS_COLUMNS, writeCrsFile } from "../bench/crs-file.ts";
import { type Answer, isNotAsked } from "../src/index.ts";
import { inLibrary, sound } from "./library-for-tests.ts";

const ROWS = 200_000;
/** Every so many rows one stands that has too few cells. */
const MALFORMED_EACH = 10_000;
const LIMIT_MB = 100;
const COMMITMENT = CRS_COLUMNS.indexOf("USD_Commitment");

/** Copies the file with malformed rows in it; gives where they stand, how many commitments there are and their sum in dollars. */
async function withMalformedRows(from: string, to: string) {
  const out = createWriteStream(to);
  const malformed: number[] = [];
  let [row, commitments, dollars] = [0, 0, 0n];
  for await (const line of createInterface({ input: createReadStream(from) })) {
    if (!out.write(`${line}\r\n`)) await once(out, "drain");
    if (row > 0) {
      const amount = line.split("|", COMMITMENT + 1)[COMMITMENT]!;
      if (amount !== "") commitments += 1;
      // Millions with six decimals: without the point they are dollars.
      if (amount !== "") dollars += BigInt(amount.replace(".", ""));
    }
    row += 1;
    if (row % MALFORMED_EACH !== 0) continue;
    out.write("2019|1|cut off\r\n");
    malformed.push(row);
    row += 1;
  }
  out.end();
  await once(out, "finish");
  return { malformed, commitments, dollars };
}

describe("a file larger than the memory it may take", () => {
  it("is taken in whole, with its rows in their order and the malformed ones in their places", () =>
    inLibrary(
      async (holdings, folder) => {
        await writeCrsFile(join(folder, "plain.txt"), ROWS, 5);
        const path = join(folder, "CRS 2026 data.txt");
        const { malformed, commitments, dollars } = await withMalformedRows(join(folder, "plain.txt"), path);
        assert.ok((await stat(path)).size > LIMIT_MB * 1.2e6);

        const { holding } = sound(await holdings.take(path, "command line"));
        assert.equal(holding.rows.read, ROWS + malformed.length);
        const refused = await holdings.refused(holding.id, { from: 0, rows: 1000 });
        assert.deepEqual(
          refused.map(({ row }) => row),
          malformed,
        );
        const total = await holdings.answer({
          table: "flows",
          holdings: [holding.id],
          where: [
            { column: "measure", in: ["commitment"] },
            { column: "price_year", absent: true },
          ],
          by: [],
          sum: "amount",
        });
        if (isNotAsked(total)) assert.fail(total.problems[0]?.message);
        const [cell] = (total as Answer).cells;
        assert.deepEqual([cell?.rows, cell?.sum], [commitments, String(dollars)]);
        // The row behind the last malformed one is the one that was written there: its number stands in its title's phase.
        const last = malformed.at(-1)! + 1;
        const behind = await holdings.rows(
          { table: "flows", holdings: [holding.id], where: [], by: ["row"] },
          { by: { row: last } },
          { from: 0, rows: 1 },
        );
        if (isNotAsked(behind)) assert.fail(behind.problems[0]?.message);
        const written = last - malformed.length;
        assert.match(String(behind.rows[0]?.row.title), new RegExp(`phase ${(written % 7) + 1}\\b`));
        assert.equal((await readdir(join(holdings.folder, "work"))).length, 1, "only that of the library itself");
      },
      { limits: { memory: `${LIMIT_MB}MB` } },
    ));
});
