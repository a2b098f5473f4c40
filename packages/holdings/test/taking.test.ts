import assert from "node:assert/strict";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import type { Progress } from "../src/index.ts";
import { HEADER, lines, wells } from "./layout-for-tests.ts";
import { inLibrary, sound, stopped } from "./library-for-tests.ts";

const options = { layouts: [lines, wells] };
const TWO = `${HEADER}\nKAZ,EU,2019,1.5,,2019-02-01,,\nUZB,EU,2019,2,"3,000",,,\n`;

describe("taking a file in", () => {
  it("keeps its rows, what was refused with row, column, text and reason, and what it is", () =>
    inLibrary(async (holdings, folder) => {
      const path = join(folder, "wells 2021.csv");
      const rows = [
        "KAZ,EU,2019,1.5,20,2019-02-01,40,", // two rows: 1,500,000 paid and 20 budgeted
        "UZB,?,2019,1;2,,,,Office", // no amount
        "TJK,EU", // too few cells
        "KGZ,EU,2020,2,,31 May,,", // no date, which is optional
        "KGZ,EU,,2,,,,", // no year
        "KGZ,EU,2020,,,,,", // nothing is made of it
        "KGZ,nobody,2020,1,,,,",
        "KAZ,Total,2019,1.4,,,,",
      ];
      await writeFile(path, `${HEADER}\n${rows.join("\n")}\n`);
      const { holding, already } = sound(await holdings.take(path, "command line"));
      assert.equal(already, false);
      assert.deepEqual(holding.rows, { read: 8, made: 3, refused: 4 });
      assert.deepEqual(await holdings.refused(holding.id, { from: 0, rows: 10 }), [
        { row: 2, column: "amount", text: "1;2", problem: '"1;2" is not an amount', taken: false },
        { row: 3, text: "TJK,EU", problem: "the row has fewer cells than the header", taken: false },
        { row: 4, column: "from", text: "31 May", problem: '"31 May" is not a date', taken: true },
        { row: 5, column: "year", problem: "year is empty", taken: false },
        { row: 6, problem: "no rule of the layout makes anything of this row", taken: false },
      ]);
      assert.equal(holding.vintage, "2021");
      assert.equal(holding.vintageFrom, "name");
      assert.deepEqual(holding.held, [
        { year: 2019, rows: 2 },
        { year: 2020, rows: 1 },
      ]);
      assert.deepEqual(holding.ignored, [{ because: "nobody gave", rows: 1 }]);
      assert.deepEqual(holding.reconciled, [{ what: "row 8, KAZ, 2019", printed: "1400000", summed: "1500000" }]);
      assert.equal(holding.cellsLeftOut, 1);
    }, options));

  it("gives the same file the holding that is there, whatever its name", () =>
    inLibrary(async (holdings, folder) => {
      await writeFile(join(folder, "a 2020.csv"), TWO);
      await writeFile(join(folder, "b.csv"), TWO);
      const first = sound(await holdings.take(join(folder, "a 2020.csv"), "command line"));
      const again = sound(await holdings.take(join(folder, "b.csv"), "command line", { vintage: "2022" }));
      assert.equal(again.already, true);
      assert.deepEqual(again.holding, first.holding);
      assert.equal(again.warnings[0]?.code, "holding/already");
      assert.equal((await holdings.list()).holdings.length, 1);
    }, options));

  it("reads .gz and .zip, UTF-16 and named encodings, marks, and lines that end in different ways", () =>
    inLibrary(async (holdings, folder) => {
      const cyrillic = TWO.replaceAll("EU", "\u0415\u0421");
      const in1251 = Buffer.from(
        [...cyrillic].map((letter) => (letter === "\u0415" ? 0xc5 : letter === "\u0421" ? 0xd1 : letter.charCodeAt(0))),
      );
      const files: readonly (readonly [string, Uint8Array, object?])[] = [
        ["plain.csv", Buffer.from(TWO)],
        ["marked.csv", Buffer.from(`\uFEFF${TWO}`)],
        ["packed.csv.gz", gzipSync(TWO)],
        ["packed.zip", zipSync({ "read me.pdf": new Uint8Array(9), "wells.csv": Buffer.from(TWO) })],
        ["wide.csv", Buffer.from(`\uFEFF${TWO}`, "utf16le")],
        ["cyrillic.csv", in1251, { encoding: "windows-1251" }],
        ["mixed.csv", Buffer.from(TWO.replace("share,agency\n", "share,agency\r\n").replace(",,\nUZB", ",,\r\nUZB"))],
        ["lone.csv", Buffer.from(TWO.replace(",,\nUZB", ",,\rUZB"))],
      ];
      for (const [name, bytes, more] of files) {
        const path = join(folder, name);
        await writeFile(path, bytes);
        const { holding } = sound(await holdings.take(path, "command line", more ?? {}));
        assert.deepEqual(holding.rows, { read: 2, made: 3, refused: 0 }, name);
      }
      assert.equal((await holdings.list()).holdings.length, files.length);
    }, options));

  it("stops with the place and a mend where the file cannot be read", () =>
    inLibrary(async (holdings, folder) => {
      const latin = Buffer.from(TWO.replace("UZB,EU", "UZB,Soci\u00e9t\u00e9"), "latin1");
      const cases: readonly (readonly [string, Uint8Array | undefined, string, number?])[] = [
        ["absent.csv", undefined, "file/missing"],
        ["empty.csv", Buffer.from(""), "file/empty"],
        ["empty.csv.gz", gzipSync(""), "file/empty"],
        ["latin.csv", latin, "file/not-utf8", 3],
        ["cut.csv.gz", gzipSync(TWO.repeat(50)).subarray(0, 60), "file/truncated"],
        ["cut.zip", zipSync({ "a.csv": Buffer.from(TWO.repeat(50)) }).subarray(0, 90), "file/truncated"],
        ["two.zip", zipSync({ "a.csv": Buffer.from(TWO), "b.csv": Buffer.from(TWO) }), "file/several"],
        ["book.xlsx", zipSync({ "[Content_Types].xml": new Uint8Array(4) }), "file/not-text"],
        ["cut.parquet", Buffer.from("PAR1 and then nothing"), "file/broken"],
        ["picture.csv", Buffer.from([1, 0, 2, 0, 0, 0, 9, 9]), "file/not-text"],
        ["other.csv", Buffer.from("a,b\n1,2\n"), "layout/not-recognised", 1],
        ["blank.csv", Buffer.from(" \n\n"), "file/empty"],
        ["page.csv", Buffer.from("\n<!DOCTYPE html>\n<html><body>Sign in</body></html>"), "file/web-page", 1],
        ["refused.json", Buffer.from('{"error": "too many requests"}'), "file/message", 1],
        ["titled.csv", Buffer.from(`Wells, as of today\n\n${TWO}`), "layout/header-below", 3],
        ["excel.csv", Buffer.from(`sep=,\r\n${TWO}`), "layout/header-below", 2],
      ];
      for (const [name, bytes, code, line] of cases) {
        const path = join(folder, name);
        if (bytes !== undefined) await writeFile(path, bytes);
        for (const answer of [await holdings.take(path, "command line"), await holdings.preview(path)]) {
          const problem = stopped(answer);
          assert.deepEqual([problem.code, problem.line, problem.file], [code, line, name], name);
        }
      }
      assert.match(stopped(await holdings.preview(join(folder, "latin.csv"))).mend ?? "", /windows-1252.*Société/);
      await mkdir(join(folder, "folder"));
      assert.equal(stopped(await holdings.take(join(folder, "folder"), "command line")).code, "file/folder");
      assert.deepEqual(await readdir(join(holdings.folder, "kept")), []);
      assert.equal((await readdir(join(holdings.folder, "work"))).length, 1, "only that of the library itself");
    }, options));

  it("tells how far it is, and leaves nothing when it is cancelled", () =>
    inLibrary(async (holdings, folder) => {
      const path = join(folder, "many.csv");
      await writeFile(path, TWO + "KAZ,EU,2019,1.5,,,,\n".repeat(200_000));
      const seen: Progress[] = [];
      const stop = new AbortController();
      const onProgress = (progress: Progress) => {
        seen.push(progress);
        if (progress.bytes?.done === progress.bytes?.of) setTimeout(() => stop.abort(new Error("enough")), 20);
      };
      await assert.rejects(holdings.take(path, "command line", {}, { signal: stop.signal, onProgress }), /enough/);
      assert.ok(seen.some(({ step, bytes }) => step === "reading" && bytes !== undefined && bytes.done > 0));
      assert.deepEqual(await readdir(join(holdings.folder, "kept")), []);
      assert.equal((await readdir(join(holdings.folder, "work"))).length, 1, "only that of the library itself");
    }, options));

  it("takes documents by their reader", () =>
    inLibrary(async (holdings, folder) => {
      await writeFile(join(folder, "lines.xml.gz"), gzipSync("<lines>\n2020 KAZ\n2021\n2022 UZB\n"));
      const { holding } = sound(await holdings.take(join(folder, "lines.xml.gz"), "command line"));
      assert.deepEqual(holding.rows, { read: 3, made: 2, refused: 1 });
      assert.deepEqual(await holdings.refused(holding.id, { from: 0, rows: 9 }), [
        { row: 2, text: "2021", problem: "names no party", taken: false },
      ]);
    }, options));
});

describe("looking at a file first", () => {
  it("shows mapping, rows and counts, and keeps nothing", () =>
    inLibrary(async (holdings, folder) => {
      await writeFile(join(folder, "wells.csv"), `${TWO}KGZ,EU,2020,x,,,,\n`);
      const preview = sound(await holdings.preview(join(folder, "wells.csv")));
      assert.equal(preview.layout.id, "wells");
      assert.deepEqual(preview.counts, { read: 3, made: 3, refused: 1, whole: true });
      assert.deepEqual(preview.rows[0], {
        row: 1,
        year: 2019,
        from: "2019-02-01",
        donor_name: "EU",
        recipient: "KAZ",
        measure: "disbursement",
        amount: "1500000",
        currency: "USD",
      });
      assert.equal(preview.refused[0]?.row, 3);
      assert.ok(preview.columns.some(({ to, how }) => to === "amount" && how?.includes("1,000,000")));
      assert.deepEqual(
        preview.warnings.map(({ code }) => code),
        ["file/price-year-unknown"],
      );
      assert.equal((await holdings.list()).holdings.length, 0);
      const { holding } = sound(await holdings.take(join(folder, "wells.csv"), "command line"));
      assert.equal(sound(await holdings.preview(join(folder, "wells.csv"))).already, holding.id);
    }, options));

  it("looks at the beginning of a large file and says so", () =>
    inLibrary(async (holdings, folder) => {
      await writeFile(join(folder, "large.csv"), TWO + 'KAZ,"E\nU",2019,1.5,,,,\n'.repeat(400_000));
      const preview = sound(await holdings.preview(join(folder, "large.csv")));
      assert.equal(preview.counts.whole, false);
      assert.ok(preview.counts.read > 300_000 && preview.counts.read < 400_000);
      assert.ok(preview.counts.refused <= 1);
    }, options));

  it("does not take the end of what it looks at for the end of a document", () =>
    inLibrary(async (holdings, folder) => {
      const activity = (at: number) =>
        `<iati-activity default-currency="USD"><iati-identifier>A-${at}</iati-identifier><recipient-country code="TJ"/>
<transaction><transaction-type code="3"/><transaction-date iso-date="2019-02-01"/><value value-date="2019-02-01">5</value></transaction>
<description><narrative>${"words ".repeat(400)}</narrative></description></iati-activity>\n`;
      const all = Array.from({ length: 4000 }, (_, at) => activity(at)).join("");
      const path = join(folder, "activities.xml");
      await writeFile(path, `<iati-activities version="2.03">\n${all}</iati-activities>\n`);
      const { counts } = sound(await holdings.preview(path));
      assert.equal(counts.whole, false);
      assert.ok(counts.made > 2000 && counts.made === counts.read, JSON.stringify(counts));
      assert.equal(counts.refused, 0);
      // A document that is cut itself says so.
      await writeFile(path, `<iati-activities version="2.03">\n${activity(1)}<iati-activity>`);
      const { holding } = sound(await holdings.take(path, "command line"));
      assert.deepEqual(holding.rows, { read: 2, made: 1, refused: 1 });
    }));
});
