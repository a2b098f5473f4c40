import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { nearest } from "../src/arguments/nearest.ts";
import { cells, pad, wrap } from "../src/look/cells.ts";
import { createFixture, type Fixture, inside, recordLine } from "./fixture.ts";

describe("the look", () => {
  let region: Fixture;
  let ask: string[];
  before(() => {
    const parties = ["ALT,Қазақстан 中国,", "BER,Berg,", "CUR,Curonia,", "DAL,Dalia,", "EST,Estuary,"];
    region = createFixture({
      "parties.csv": `id,name,short_name,kind,iso,source,confidence,note\n${parties.map((row) => `${row},state,,S001,high,`).join("\n")}\n`,
    });
    const records = region.file(
      "records.jsonl",
      [
        recordLine("REQ-1", "Request", { from: "BER", to: ["ALT"], under: ["PACT"], content: { urgent: true } }),
        recordLine("EX-1", "Exercise", {
          from: "ALT",
          content: { host: "ALT", live: true, personnel: 12000, start: "2026-12-05" },
        }),
      ].join("\n"),
    );
    ask = ["board", "--region", region.folder, "--party", "ALT", "--us", "ALT", "--records", records, "--all"];
  });
  after(() => region.remove());

  const ESCAPE = "\u001b";
  const bare = (text: string) => text.replaceAll(new RegExp(`${ESCAPE}\\[[0-9;]*m`, "g"), "");

  it("never runs over the terminal's width", async () => {
    for (const columns of [32, 40, 60, 71, 72, 80, 100, 120, 200]) {
      for (const words of [ask, [...ask, "--ascii"], [...ask, "--words"]]) {
        const { out } = await inside(words, { terminal: true, columns });
        const widest = Math.max(
          ...bare(out)
            .split("\n")
            .filter((line) => !line.includes("kelisim explain"))
            .map(cells),
        );
        assert.ok(widest <= Math.min(columns, 120), `${columns}: a line of ${widest} cells`);
      }
    }
  });

  it("puts channel and clause under the act below 72 columns", async () => {
    const narrow = await inside(ask, { terminal: true, columns: 71, environment: { NO_COLOR: "1" } });
    assert.match(narrow.out, /○ Report of the year, 2026\n {4}4 parties, post\n {4}PACT-01 {2}PACT 1 {2}high/);
    const wide = await inside(ask, { terminal: true, columns: 120, environment: { NO_COLOR: "1" } });
    assert.match(wide.out, /○ Report of the year, 2026 +4 parties +post +PACT-01 +PACT 1 +high/);
  });

  it("has colour on a terminal only, and never where it is not wanted", async () => {
    const colour = await inside(ask, { terminal: true });
    assert.ok(colour.out.includes(`${ESCAPE}[1m`));
    assert.ok(colour.out.includes(`${ESCAPE}[31m◆`));
    assert.ok(colour.out.includes(`${ESCAPE}[7mTRAINING`));
    const plain = (await inside(ask)).out;
    assert.equal(bare(colour.out), plain);
    const without = [
      await inside(ask, { terminal: true, environment: { NO_COLOR: "1" } }),
      await inside(ask, { terminal: true, environment: { TERM: "dumb" } }),
      await inside([...ask, "--plain"], { terminal: true }),
    ];
    for (const { out } of without) assert.equal(out, plain);
  });

  it("has marks in ASCII where asked, or where the locale is not UTF-8", async () => {
    const asked = (await inside([...ask, "--ascii"])).out;
    assert.match(asked, /\[!\] {2}Answer a request|\[!\] Answer a request/);
    assert.doesNotMatch(asked, /[○◉◆◁▒●]/);
    assert.equal((await inside(ask, { environment: { LANG: "POSIX" } })).out, asked);
    assert.equal((await inside(ask, { environment: { LC_ALL: "C", LANG: "de_DE.UTF-8" } })).out, asked);
  });

  it("says states in words, and drops the marks, for screen readers", async () => {
    const { out } = await inside([...ask, "--words"]);
    assert.match(out, /overdue: Answer a request/);
    assert.match(out, /upcoming: Report of the year/);
    assert.doesNotMatch(out, /[○◉◆◁▒●]/);
  });

  it("lets no text command the terminal", async () => {
    const hostile = `Alt${ESCAPE}[2J\u202eland\u0007`;
    const region = createFixture({
      "instruments/PACT.accord.md": `\`\`\`accord\ninstrument PACT "Pact"\n  kind treaty\n  source "x"\nduty PACT-01 "Report ${hostile}" article "1"\n  every year\n  each party must send YearlyReport r to every other party where r.year = period\n  by 15 December\n\`\`\`\n`,
    });
    try {
      for (const terminal of [false, true]) {
        const { out, err } = await inside(["board", "--region", region.folder, "--party", hostile], { terminal });
        assert.equal(out, "");
        assert.ok(!err.includes(ESCAPE) && err.includes("Alt\ufffd[2J\ufffdland\ufffd"));
        const board = await inside(["board", "--region", region.folder, "--party", "BER"], { terminal });
        assert.ok(!bare(board.out).includes(ESCAPE) && !board.out.includes("\u202e"));
      }
    } finally {
      region.remove();
    }
  });

  it("counts cells and not characters", () => {
    assert.equal(cells("Қазақстан"), 9);
    assert.equal(cells("中国"), 4);
    assert.equal(cells("e\u0301"), 1);
    assert.equal(pad("中国", 6), "中国  ");
  });

  it("wraps without losing or adding anything but spaces", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.lorem())),
        fc.integer({ min: 2, max: 60 }),
        (words, width) => {
          const text = words.join(" ");
          const lines = wrap(text, width);
          assert.ok(lines.length > 0);
          const squeezed = (part: string) => part.replaceAll(/[ \n]+/g, "");
          assert.equal(squeezed(lines.join("")), squeezed(text));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("keeps lines within the width, for texts of ordinary letters", () => {
    fc.assert(
      fc.property(fc.lorem({ mode: "sentences", maxCount: 5 }), fc.integer({ min: 1, max: 60 }), (text, width) => {
        for (const line of wrap(text, width)) assert.ok(cells(line) <= width);
      }),
    );
  });

  it("proposes names that are near enough to be meant, and no others", () => {
    const names = ["KAZ", "KGZ", "Kazakhstan", "Kyrgyzstan", "Uzbekistan"];
    assert.deepEqual(nearest("Kazahstan", names), ["Kazakhstan"]);
    assert.deepEqual(nearest("kza", names), ["KAZ"]);
    assert.deepEqual(nearest("Uzb", names), ["Uzbekistan"]);
    assert.deepEqual(nearest("Atlantis", names), []);
  });
});
