import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { zipSync } from "fflate";
import { openDatabase } from "../src/database/database.ts";
import type { Holdings, KeptHolding } from "../src/index.ts";
import { HEADER, wells } from "./layout-for-tests.ts";
import { inLibrary, sound, stopped } from "./library-for-tests.ts";

const options = { layouts: [wells] };
const row = (paid: string) => `KAZ,EU,2019,${paid},,,,`;
const rows = (count: number) => Array.from({ length: count }, (_, at) => row(`${at + 1}`));

async function amounts(holdings: Holdings, { id }: KeptHolding): Promise<readonly unknown[]> {
  const page = await holdings.rows({ table: "flows", holdings: [id], where: [], by: [] }, undefined, {
    from: 0,
    rows: 20,
  });
  assert.ok("rows" in page);
  return page.rows.map((one) => one.row.amount);
}

describe("a line that is no row", () => {
  it("stops the file with its number where it is too long to be one, quoted or not", () =>
    inLibrary(async (holdings, folder) => {
      const long = "x".repeat(18 * 1024 * 1024);
      for (const [name, cell] of [
        ["plain.csv", long],
        ["quoted.csv", `"${long}"`],
      ] as const) {
        const path = join(folder, name);
        await writeFile(path, [HEADER, ...rows(3), `KAZ,${cell},2019,1,,,,`, ...rows(3), ""].join("\n"));
        const problem = stopped(await holdings.take(path, "command line"));
        assert.deepEqual([problem.code, problem.line, problem.file], ["file/line-too-long", 5, name]);
      }
      assert.deepEqual(await readdir(join(holdings.folder, "kept")), []);
    }, options));

  it("stops the file where a quote is open and takes rows behind it along, however many", () =>
    inLibrary(async (holdings, folder) => {
      for (const behind of [400, 2000]) {
        const path = join(folder, `${behind}.csv`);
        const text = [HEADER, ...rows(3), 'KAZ,"EU,2019,1,,,,', ...rows(behind), 'KAZ,"EU",2019,1,,,,', ...rows(3), ""];
        await writeFile(path, text.join("\n"));
        const problem = stopped(await holdings.take(path, "command line"));
        assert.deepEqual([problem.code, problem.line], ["file/quote-open", 5]);
      }
      // Where nothing is behind it only the row itself is lost.
      await writeFile(join(folder, "last.csv"), [HEADER, ...rows(3), 'KAZ,"EU,2019,1,,,,'].join("\n"));
      const { holding } = sound(await holdings.take(join(folder, "last.csv"), "command line"));
      assert.deepEqual(holding.rows, { read: 4, made: 3, refused: 1 });
    }, options));
});

describe("lines that end in different ways", () => {
  it("are all read where the first lines end alike and later ones do not", () =>
    inLibrary(async (holdings, folder) => {
      const path = join(folder, "mixed.csv");
      await writeFile(path, `${[HEADER, ...rows(5)].join("\r\n")}\r\n${rows(5).join("\n")}\nKAZ,EU\n${row("7")}\n`);
      const { holding } = sound(await holdings.take(path, "command line"));
      assert.deepEqual(holding.rows, { read: 12, made: 11, refused: 1 });
      assert.deepEqual(
        (await holdings.refused(holding.id, { from: 0, rows: 2 })).map((one) => [one.row, one.problem]),
        [[11, "the row has fewer cells than the header"]],
      );
    }, options));
});

describe("lines that end with carriage returns alone", () => {
  it("are read, and a look at the beginning ends with a line", () =>
    inLibrary(async (holdings, folder) => {
      const path = join(folder, "old.csv");
      const wrong = `${row("many")}"a\rb"`;
      await writeFile(path, [HEADER, ...rows(5), wrong, ...rows(2)].join("\r"));
      const { holding } = sound(await holdings.take(path, "command line"));
      assert.deepEqual(holding.rows, { read: 8, made: 7, refused: 1 });
      const [refused] = await holdings.refused(holding.id, { from: 0, rows: 2 });
      assert.deepEqual([refused!.row, refused!.problem], [6, '"many" is not an amount']);
      await writeFile(path, [HEADER, ...rows(500_000)].join("\r"));
      const { counts } = sound(await holdings.preview(path));
      assert.deepEqual([counts.whole, counts.refused, counts.made], [false, 0, counts.read]);
    }, options));
});

describe("a NUL in a text", () => {
  it("is told with its line, wherever it stands and however the text is written", () =>
    inLibrary(async (holdings, folder) => {
      const path = join(folder, "nul.csv");
      for (const [before, encoding] of [
        [3, "utf8"],
        [90_000, "utf8"],
        [3, "utf16le"],
      ] as const) {
        const text = [HEADER, ...rows(before), "KAZ,E\0U,2019,1,,,,", ...rows(2), ""].join("\n");
        await writeFile(path, Buffer.from(encoding === "utf8" ? text : `\uFEFF${text}`, encoding));
        const problem = stopped(await holdings.take(path, "command line"));
        assert.deepEqual([problem.code, problem.line], ["file/nul", before + 2]);
      }
      await writeFile(path, Buffer.concat([Buffer.from("a,b\n"), Buffer.alloc(400)]));
      assert.equal(stopped(await holdings.take(path, "command line")).code, "file/not-text");
    }, options));
});

describe("a Parquet file", () => {
  const columns = `'EU' AS donor, 2019 AS year, i AS paid, NULL AS budget, NULL AS "start", 0.5 AS share, 'x' AS agency`;
  const written = async (folder: string, place: string, count: number) => {
    const path = join(folder, "wells.parquet");
    const database = await openDatabase({ folders: [folder], temporary: join(folder, "temporary") });
    await database.run(
      `COPY (SELECT ${place} AS place, ${columns} FROM range(${count}) AS of_rows(i)) TO '${path}' (FORMAT parquet)`,
    );
    database.close();
    return path;
  };

  it("is broken wherever it was cut or changed, and no path of the machine is told", () =>
    inLibrary(async (holdings, folder) => {
      const path = await written(folder, "'KAZ'", 2000);
      const bytes = await readFile(path);
      const changed = Buffer.from(bytes);
      for (let at = 40; at < 400; at += 1) changed[at]! ^= 0x5a;
      const without = Buffer.concat([bytes.subarray(0, 50), bytes.subarray(150)]);
      for (const broken of [bytes.subarray(0, 4), bytes.subarray(0, bytes.length - 100), changed, without]) {
        await writeFile(path, broken);
        for (const answer of [await holdings.preview(path), await holdings.take(path, "command line")]) {
          const problem = stopped(answer);
          assert.deepEqual(
            [problem.code, problem.file, problem.mend],
            ["file/broken", "wells.parquet", "load it again"],
          );
        }
      }
      assert.deepEqual((await holdings.list()).holdings, []);
    }, options));

  it("of lists, of records or of no rows is told as such; other columns of that kind are left alone", () =>
    inLibrary(async (holdings, folder) => {
      for (const place of ["['KAZ']", "{'code': 'KAZ'}", "MAP {'code': 'KAZ'}"]) {
        const problem = stopped(await holdings.take(await written(folder, place, 3), "command line"));
        assert.equal(problem.code, "file/nested-column");
        assert.match(problem.message, /"place"/);
      }
      const none = stopped(await holdings.take(await written(folder, "'KAZ'", 0), "command line"));
      assert.equal(none.code, "file/no-rows");
      const { holding } = sound(await holdings.take(await written(folder, "['a'] AS notes, 'KAZ'", 3), "command line"));
      assert.equal(holding.rows.made, 3);
    }, options));
});

describe("amounts", () => {
  it("of millions of millions are read as they are written", () =>
    inLibrary(async (holdings, folder) => {
      const path = join(folder, "great.csv");
      const texts = ["1000000.5", "99999999999", "999999.999999", "-12345678.25"];
      await writeFile(path, [HEADER, ...texts.map(row), ""].join("\n"));
      const { holding } = sound(await holdings.take(path, "command line"));
      assert.deepEqual((await amounts(holdings, holding)).toSorted(), [
        "-12345678250000",
        "1000000500000",
        "99999999999000000",
        "999999999999",
      ]);
    }, options));

  it("with decimal commas are read as such where nothing says otherwise, and that is said", () =>
    inLibrary(async (holdings, folder) => {
      const path = join(folder, "comma.csv");
      const texts = ["131,709", "1,131257559", "-0,5", "1.234,5", "1\u00a0234,5", "7", "3,7e-05"];
      const semicolons = [HEADER.replaceAll(",", ";"), ...texts.map((text) => `KAZ;EU;2019;${text};;;;`), ""];
      await writeFile(path, semicolons.join("\n"));
      const { holding, warnings } = sound(await holdings.take(path, "command line"));
      assert.ok(warnings.some(({ code, message }) => code === "file/decimal-comma" && message.includes('"-0,5"')));
      assert.deepEqual(await amounts(holdings, holding), [
        "131709000",
        "1131257.559",
        "-500000",
        "1234500000",
        "1234500000",
        "7000000",
        "37",
      ]);
      // One number with a decimal point: commas stand between thousands, and what is neither is refused.
      await writeFile(path, [...semicolons, "KAZ;EU;2019;2.5;;;;", ""].join("\n"));
      const other = sound(await holdings.take(path, "command line"));
      assert.equal(
        other.warnings.some(({ code }) => code === "file/decimal-comma"),
        false,
      );
      assert.deepEqual(await amounts(holdings, other.holding), ["131709000000", "7000000", "2500000"]);
    }, options));
});

describe("a file of which nothing can be taken", () => {
  it("is not kept, and a look at it says why", () =>
    inLibrary(async (holdings, folder) => {
      for (const [name, lines, why] of [
        ["header.csv", [], /columns and no rows/],
        ["nothing.csv", ["KAZ,nobody,2019,1,,,,"], /totals or left out/],
        ["refused.csv", [row("many")], /"many" is not an amount/],
      ] as const) {
        const path = join(folder, name);
        await writeFile(path, [HEADER, ...lines, ""].join("\n"));
        const problem = stopped(await holdings.take(path, "command line"));
        assert.deepEqual([problem.code, problem.file], ["file/no-rows", name]);
        assert.match(problem.message, why);
        const { warnings, counts } = sound(await holdings.preview(path));
        assert.equal(counts.made, 0);
        assert.ok(warnings.some(({ code, severity }) => code === "file/no-rows" && severity === "error"));
      }
      assert.deepEqual((await holdings.list()).holdings, []);
    }, options));
});

describe("an archive", () => {
  it("is checked by its checksum: a changed digit unpacks as well as the right one", () =>
    inLibrary(async (holdings, folder) => {
      const text = [HEADER, ...rows(3), ""].join("\n");
      const path = join(folder, "wells.zip");
      const packed = Buffer.from(
        zipSync({ "notes.pdf": new Uint8Array(3), "w\u00e9lls.csv": Buffer.from(text) }, { level: 0 }),
      );
      await writeFile(path, packed);
      assert.equal(sound(await holdings.take(path, "command line")).holding.rows.made, 3);
      const changed = Buffer.from(packed);
      changed[changed.indexOf("2019")] = "3".charCodeAt(0);
      await writeFile(path, changed);
      assert.equal(stopped(await holdings.take(path, "command line")).code, "file/broken");
      // The content is whole, the directory behind it is not.
      await writeFile(path, packed.subarray(0, packed.length - 30));
      assert.equal(stopped(await holdings.take(path, "command line")).code, "file/truncated");
    }, options));
});

describe("a file taken twice at once", () => {
  it("is one, and is not told to stand beside itself", () =>
    inLibrary(async (holdings, folder) => {
      await writeFile(join(folder, "a.csv"), [HEADER, ...rows(500), ""].join("\n"));
      const path = join(folder, "a.csv");
      const both = await Promise.all([holdings.take(path, "one"), holdings.take(path, "two")]);
      assert.equal(new Set(both.map((took) => sound(took).holding.id)).size, 1);
      const said = both.flatMap((took) => sound(took).warnings.map(({ code }) => code));
      assert.ok(!said.includes("holding/replaced") && !said.includes("holding/part"), said.join());
      assert.equal((await holdings.list()).holdings.length, 1);
    }, options));
});

describe("a part of a file, then the whole", () => {
  it("answers each year once, by the whole", () =>
    inLibrary(async (holdings, folder) => {
      const whole = [HEADER, ...rows(6), ""].join("\n");
      await writeFile(join(folder, "half.csv"), whole.slice(0, whole.indexOf("4,,,,") + 1));
      await writeFile(join(folder, "whole.csv"), whole);
      const half = sound(await holdings.take(join(folder, "half.csv"), "command line"));
      assert.deepEqual(half.holding.rows, { read: 4, made: 3, refused: 1 });
      const all = sound(await holdings.take(join(folder, "whole.csv"), "command line"));
      assert.ok(all.warnings.some(({ code }) => code === "holding/replaced"));
      const { parts } = await holdings.current({});
      assert.deepEqual(
        parts.map(({ holding }) => holding.id),
        [all.holding.id],
      );
    }, options));
});
