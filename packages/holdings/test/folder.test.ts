import assert from "node:assert/strict";
import { mkdir, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { openHoldings } from "../src/index.ts";
import { HEADER, wells } from "./layout-for-tests.ts";
import { inFolder, inLibrary, sound, stopped } from "./library-for-tests.ts";

const options = { layouts: [wells] };
const file = (...years: readonly number[]) => `${HEADER}\n${years.map((year) => `KAZ,EU,${year},1,,,,\n`).join("")}`;

describe("vintages", () => {
  it("answers each year by the newest vintage that holds it, and says what was passed over", () =>
    inLibrary(async (holdings, folder) => {
      const ids: string[] = [];
      for (const [name, years] of [
        ["wells 2019.csv", [2010, 2012, 2015]],
        ["wells 2021.csv", [2012, 2017]],
        ["wells 2020.csv", [2010, 2012]],
      ] as const) {
        await writeFile(join(folder, name), file(...years));
        ids.push(sound(await holdings.take(join(folder, name), "command line")).holding.id);
      }
      const [of2019, of2021, of2020] = ids;
      const current = await holdings.current({ dataset: "wells" });
      assert.deepEqual(
        current.parts.map(({ holding, years }) => [holding.id, years]),
        [
          [of2021, undefined],
          [of2020, [2010]],
          [of2019, [2015]],
        ],
      );
      assert.deepEqual(
        current.passedOver.map(({ holding, years, for: by, because }) => [holding.id, years, by, because]),
        [
          [of2020, [2012], of2021, "a newer vintage"],
          [of2019, [2010], of2020, "a newer vintage"],
          [of2019, [2012], of2021, "a newer vintage"],
        ],
      );
      // Named holdings are a frozen link: what came later does not change it.
      const frozen = await holdings.current({ holdings: [of2019!, of2020!] });
      assert.deepEqual(
        frozen.parts.map(({ holding }) => holding.id),
        [of2020, of2019],
      );
      const selection = { table: "flows", holdings: ids, where: [], by: [], sum: "amount" } as const;
      const only = Object.fromEntries(
        current.parts.flatMap(({ holding, years }) => (years === undefined ? [] : [[holding.id, years]])),
      );
      const answer = await holdings.answer(selection, only);
      assert.ok("cells" in answer);
      assert.equal(answer.cells[0]?.sum, "4000000");
      assert.deepEqual(answer.doubled, []);
      const all = await holdings.answer(selection);
      assert.ok("cells" in all);
      assert.deepEqual(all.doubled[0]?.years.toSorted(), [2010, 2012]);
    }, options));

  it("counts a file of the same vintage once, that which was taken last", () =>
    inLibrary(async (holdings, folder) => {
      for (const [name, text] of [
        ["a.csv", file(2010)],
        ["b.csv", file(2010, 2010)],
      ] as const) {
        await writeFile(join(folder, name), text);
        sound(await holdings.take(join(folder, name), "command line", { vintage: "2020" }));
      }
      const { parts, passedOver } = await holdings.current({ table: "flows" });
      assert.deepEqual(
        parts.map(({ holding }) => holding.rows.made),
        [2],
      );
      assert.deepEqual(
        passedOver.map(({ because }) => because),
        ["the same vintage, taken later"],
      );
    }, options));
});

describe("the folder", () => {
  it("is shared: what one process takes the other sees, and the same file taken by both is one", () =>
    inFolder(async (folder) => {
      const [one, other] = [
        sound(await openHoldings(join(folder, "l"), options)),
        sound(await openHoldings(join(folder, "l"), options)),
      ];
      await writeFile(join(folder, "a.csv"), file(2010, 2011));
      const both = await Promise.all(
        [one, other].map((holdings) => holdings.take(join(folder, "a.csv"), "command line")),
      );
      assert.equal(new Set(both.map((took) => sound(took).holding.id)).size, 1);
      assert.deepEqual((await one.list()).holdings, (await other.list()).holdings);
      await one.close();
      await other.close();
    }));

  it("sweeps what a dead process left, and nothing of a live one", () =>
    inFolder(async (folder) => {
      const work = join(folder, "l", "work");
      const left = async (name: string, owner: object, age: number) => {
        await mkdir(join(work, name), { recursive: true });
        await writeFile(join(work, name, "owner.json"), JSON.stringify(owner));
        const then = new Date(Date.now() - age * 1000);
        await utimes(join(work, name, "owner.json"), then, then);
      };
      await left("dead", { host: hostname(), pid: 2 ** 30 }, 0);
      await left("live", { host: hostname(), pid: process.pid }, 3600);
      await left("silent elsewhere", { host: "another", pid: 1 }, 300);
      await left("at work elsewhere", { host: "another", pid: 1 }, 5);
      await sound(await openHoldings(join(folder, "l"), options)).close();
      assert.deepEqual((await readdir(work)).sort(), ["at work elsewhere", "live"]);
    }));

  it("names folders without a page, and does not touch them", () =>
    inLibrary(async (holdings) => {
      await mkdir(join(holdings.folder, "kept", "wells-half"));
      const { holdings: found, problems } = await holdings.list();
      assert.deepEqual([found.length, problems[0]?.code, problems[0]?.file], [0, "holding/no-page", "wells-half"]);
      assert.deepEqual(await readdir(join(holdings.folder, "kept")), ["wells-half"]);
    }, options));

  it("forgets with a row that says who and why; what is taken again is there again", () =>
    inLibrary(async (holdings, folder) => {
      await writeFile(join(folder, "a.csv"), file(2010));
      const { holding } = sound(await holdings.take(join(folder, "a.csv"), "command line"));
      assert.equal((await holdings.forget(holding.id, "Secretariat", "wrong file"))?.why, "wrong file");
      assert.equal(await holdings.forget(holding.id, "Secretariat", "again"), undefined);
      assert.deepEqual((await holdings.list()).holdings, []);
      assert.equal(await holdings.get(holding.id), undefined);
      assert.deepEqual(
        (await holdings.forgotten()).map(({ by, why, holding: { id } }) => [by, why, id]),
        [["Secretariat", "wrong file", holding.id]],
      );
      assert.equal(sound(await holdings.take(join(folder, "a.csv"), "command line")).already, false);
      // Opened again, the row of the first forgetting does not take the second holding away.
      const again = sound(await openHoldings(holdings.folder, options));
      assert.equal((await again.list()).holdings.length, 1);
      await again.close();
    }, options));

  it("says what stands in the way of opening it", () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, "file"), "");
      assert.equal(stopped(await openHoldings(join(folder, "file"))).code, "holdings/no-folder");
      await rm(join(folder, "file"));
    }));
});
