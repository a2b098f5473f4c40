import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Selection } from "@kelisim/analysis";
import type { Holdings } from "../src/index.ts";
import { HEADER, lines, wells } from "./layout-for-tests.ts";
import { inLibrary, sound } from "./library-for-tests.ts";

const options = { layouts: [lines, wells] };
const rows = (...all: readonly string[]) => `${HEADER}\n${all.join("\n")}\n`;

/** What the current holdings give for each year, in millions. */
async function sums(holdings: Holdings): Promise<readonly unknown[]> {
  const { parts } = await holdings.current({ dataset: "wells" });
  const selection: Selection = {
    table: "flows",
    holdings: parts.map(({ holding }) => holding.id),
    where: [],
    by: ["year"],
    sum: "amount",
  };
  const only = Object.fromEntries(
    parts.flatMap(({ holding, years }) => (years === undefined ? [] : [[holding.id, years]])),
  );
  const answer = await holdings.answer(selection, only);
  assert.ok("cells" in answer);
  assert.deepEqual(answer.doubled, []);
  return answer.cells.map(({ by, sum }) => [by.year, Number(sum) / 1e6]);
}

describe("a data set in several files", () => {
  /** The first warning of each is that the year of constant prices is not known. */
  const take = async (holdings: Holdings, folder: string, name: string, text: string, vintage?: string) => {
    await writeFile(join(folder, name), text);
    return sound(await holdings.take(join(folder, name), "command line", vintage === undefined ? {} : { vintage }));
  };

  it("is summed where the files of one vintage have no row in common, and says so", () =>
    inLibrary(async (holdings, folder) => {
      const one = await take(holdings, folder, "a.csv", rows("KAZ,EU,2010,1,,,,", "KAZ,EU,2011,2,,,,"), "2020");
      const other = await take(holdings, folder, "b.csv", rows("UZB,EU,2010,4,,,,"), "2020");
      assert.deepEqual(other.holding.beside, [one.holding.id]);
      assert.deepEqual(
        other.warnings.slice(1).map(({ code, file }) => [code, file]),
        [["holding/part", "a.csv"]],
      );
      // 2010: 1 of the first and 4 of the second file; 2011: 2 of the first.
      assert.deepEqual(await sums(holdings), [
        [2010, 5],
        [2011, 2],
      ]);
      // A newer vintage of 2010 replaces both.
      await take(holdings, folder, "c.csv", rows("TJK,EU,2010,7,,,,"), "2021");
      assert.deepEqual(await sums(holdings), [
        [2010, 7],
        [2011, 2],
      ]);
      const { passedOver } = await holdings.current({ dataset: "wells" });
      assert.deepEqual(
        passedOver.map(({ holding, years, because }) => [holding.file.name, years, because]),
        [
          ["b.csv", [2010], "a newer vintage"],
          ["a.csv", [2010], "a newer vintage"],
        ],
      );
    }, options));

  it("is replaced, with a warning, by a file of the same vintage that revises a row of it", () =>
    inLibrary(async (holdings, folder) => {
      await take(holdings, folder, "a.csv", rows("KAZ,EU,2010,1,,,,", "UZB,EU,2010,2,,,,"), "2020");
      const other = await take(holdings, folder, "b.csv", rows("KAZ,EU,2010,3,,,,", "TJK,EU,2010,5,,,,"), "2020");
      assert.equal(other.holding.beside, undefined);
      assert.deepEqual(
        other.warnings.slice(1).map(({ code, severity }) => [code, severity]),
        [["holding/replaced", "warning"]],
      );
      assert.deepEqual(await sums(holdings), [[2010, 8]]);
    }, options));

  it("is asked together where each document is a part, whatever its day", () =>
    inLibrary(async (holdings, folder) => {
      await take(holdings, folder, "a.xml", "<lines>\n2020 KAZ\n", "2020-01-01");
      await take(holdings, folder, "b.xml", "<lines>\n2020 UZB\n", "2020-02-01");
      const { parts, passedOver } = await holdings.current({ dataset: "lines" });
      assert.deepEqual([parts.length, passedOver.length], [2, 0]);
      // A later state of the first document replaces it and stands beside the second.
      await take(holdings, folder, "c.xml", "<lines>\n2020 KAZ\n2020 TJK\n", "2020-03-01");
      const now = await holdings.current({ dataset: "lines" });
      assert.deepEqual(
        now.parts.map(({ holding }) => holding.file.name),
        ["c.xml", "b.xml"],
      );
      assert.deepEqual(
        now.passedOver.map(({ holding }) => holding.file.name),
        ["a.xml"],
      );
    }, options));
});
