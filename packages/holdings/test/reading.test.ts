import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { openInput } from "../src/file/input.ts";
import { HEADER, wells } from "./layout-for-tests.ts";
import { inFolder, inLibrary, sound, stopped } from "./library-for-tests.ts";

const options = { layouts: [wells] };
const CAP = fileURLToPath(
  new URL("../../../../shared/data/standards/cap/google_earthquake-iso8859-1.cap", import.meta.url),
);
const skip = existsSync(CAP) ? false : "left out: ../shared/data beside the checkout is absent";

describe("letters of a document", () => {
  it("are read by the encoding that its declaration names", () =>
    inFolder(async (folder) => {
      const path = join(folder, "a.xml");
      const text = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\n<a>Soci\u00e9t\u00e9</a>\n`;
      await writeFile(path, text("ISO-8859-1"), "latin1");
      const input = await openInput(path, { folder });
      assert.match(input.head, /Société/);
      assert.match(await readFile(input.path, "utf8"), /Société/);
      assert.deepEqual(
        input.warnings.map(({ code, message }) => [code, message]),
        [["file/encoding", "read as windows-1252, as its first line says"]],
      );
      await writeFile(path, text("UTF-8"), "utf8");
      const utf8 = await openInput(path, { folder });
      assert.deepEqual([utf8.path, utf8.warnings], [path, []]);
      await writeFile(path, text("x-klingon"), "utf8");
      await assert.rejects(openInput(path, { folder }), /its encoding is "x-klingon"/);
    }));

  it("are read so in a real alert", { skip }, () =>
    inLibrary(async (holdings) => {
      const { holding, warnings } = sound(await holdings.take(CAP, "command line"));
      assert.ok(holding.rows.made > 0);
      assert.equal(holding.rows.refused, 0);
      assert.deepEqual(
        warnings.map(({ code }) => code),
        ["file/encoding"],
      );
    }),
  );
});

describe("rows of a text", () => {
  const good = (n: number) => `KAZ,EU,2019,${n},,,,`;

  for (const [end, name] of [
    ["\n", "line feeds"],
    ["\r\n", "carriage returns"],
  ] as const) {
    it(`keep their numbers where blank lines stand before malformed ones: ${name}`, () =>
      inLibrary(async (holdings, folder) => {
        const lines = [
          ...[HEADER, good(1), "", "", good(2), "TJK,EU", "", 'KAZ,"E', "", 'U",2019,4,,,,', "", "TJK", "", good(6)],
          ...["UZB,EU,x,1,,,,", "", 'KAZ,"EU" x,2019,8,,,,', ""],
        ];
        await writeFile(join(folder, "a.csv"), lines.join(end));
        const { holding } = sound(await holdings.take(join(folder, "a.csv"), "command line"));
        const refused = await holdings.refused(holding.id, { from: 0, rows: 10 });
        assert.deepEqual(
          refused.map(({ row, column }) => [row, column]),
          [
            [3, undefined],
            [5, undefined],
            [7, "year"],
            [8, undefined],
          ],
        );
        const page = await holdings.rows({ table: "flows", holdings: [holding.id], where: [], by: [] }, undefined, {
          from: 0,
          rows: 10,
        });
        assert.ok("rows" in page);
        assert.deepEqual(
          page.rows.map(({ row }) => [row.row, row.amount]),
          [
            [1, "1000000"],
            [2, "2000000"],
            [4, "4000000"],
            [6, "6000000"],
          ],
        );
      }, options));
  }
});

describe("a file that needs more memory than there may be", () => {
  it("is stopped with a mend, and nothing of it is left", () =>
    inLibrary(
      async (holdings, folder) => {
        const path = join(folder, "many.csv");
        await writeFile(path, `${HEADER}\n${"KAZ,EU,2019,1.5,,,,\n".repeat(100_000)}`);
        const problem = stopped(await holdings.take(path, "command line"));
        assert.equal(problem.code, "holdings/out-of-memory");
        assert.match(problem.mend ?? "", /memory/);
        assert.deepEqual(await readdir(join(holdings.folder, "kept")), []);
      },
      { ...options, limits: { memory: "8MB", threads: 1 } },
    ));
});
