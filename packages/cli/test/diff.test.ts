import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { inside, ROOT, recordLine } from "./fixture.ts";

const RIVER = join(ROOT, "regions/four-rivers/instruments/RIVER.accord.md");
const WORDS = join(ROOT, "regions/four-rivers/vocabulary.accord.md");

describe("kelisim diff", () => {
  let folder: string;
  let text: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "kelisim-diff-"));
    text = readFileSync(RIVER, "utf8");
  });
  after(() => rmSync(folder, { recursive: true }));

  /** Writes a changed copy of the River Accord and compares. */
  async function compared(changes: readonly (readonly [string, string])[], ...more: string[]) {
    let now = text;
    for (const [from, to] of changes) {
      assert.ok(now.includes(from), from);
      now = now.replace(from, to);
    }
    writeFileSync(join(folder, "RIVER2.accord.md"), now);
    const words = ["diff", RIVER, "RIVER2.accord.md", "--region", "four-rivers", "--as-of", "2026-11-21", ...more];
    return inside(words, { folder, columns: 80 });
  }

  it("says clause by clause what a new version asks, in words", async () => {
    const { status, out } = await compared([
      ["within 7 days of r.sent otherwise", "within 5 days of r.sent otherwise"],
      [
        "e.live and e.place in RiverZone and e.personnel >= 9000\n  e.host must",
        "e.live and e.place in RiverZone and e.personnel >= 6000\n  e.host must",
      ],
      ['right RIVER-08 "May', 'duty RIVER-08 "May'],
      ["may send ClarificationRequest c to", "must send ClarificationRequest c to"],
      ["at most 2 Inspection", "at most 3 Inspection"],
      ["duty RIVER-13 ", "duty RIVER-13x "],
    ]);
    assert.equal(status, 0);
    assert.match(out, /Clauses: 4 changed, 1 moved; 17 the same\./);
    const words = out.replaceAll(/\s+/g, " ");
    assert.match(
      words,
      /RIVER-09a .* deadline: 48 hours .* if urgent; 7 days after it was sent → 48 hours .* 5 days after it was sent stricter: less time/,
    );
    assert.match(words, /RIVER-09a question-tal-1102, Oresta to Taldor: met late, 9 Nov 2026 \d\d:\d\d UTC →/);
    assert.match(
      out,
      /threshold lowered from 9,000 to 6,000 \(people\)\n +stricter: more records are caught, and none falls out/,
    );
    assert.match(out, /form: right → duty/);
    assert.match(out, /amount: at most 2 → at most 3\n +looser/);
    assert.match(out, /Moved: RIVER-13x[\s\S]*id: RIVER-13 → RIVER-13x/);
    assert.match(out, /Avelin, Oresta, Selmark, Taldor\n +owes more: RIVER-06b, RIVER-08, RIVER-09a/);
    assert.match(out, /is limited less: RIVER-10b/);
    assert.match(out, /RIVER-13 drift-ave-barge, Oresta to Avelin: open, 27 Nov 2026/);
    assert.match(out, /Had the new text applied from the beginning, \d+ lines would be otherwise:/);
    for (const line of out.split("\n")) assert.ok(line.length <= 80, line);
  });

  it("leaves out what is only words, and says so", async () => {
    const { status, out } = await compared([
      ["# River Accord", "# The River Accord"],
      ["Each state tells each other by", "All tell all by"],
    ]);
    assert.equal(status, 0);
    assert.match(out, /No clause differs; 22 the same\./);
    assert.doesNotMatch(out, /Duties that are there already/);
  });

  it("keeps open duties under their old version, and dates recurring ones from the day of adoption", async () => {
    const change = [["  by 15 December\n", "  by 1 December\n"]] as const;
    const soon = await compared(change);
    assert.match(
      soon.out,
      /Adopted on 22 Nov 2026, up to 19 Feb 2027: 12 lines become different:\n +RIVER-02 2026, 12 pairs: upcoming, 15 Dec 2026 → open, 1 Dec 2026/,
    );
    const later = await compared(change, "--adopt-on", "2026-12-20");
    assert.match(later.out, /Adopted on 20 Dec 2026, nothing that is on record or recurs up to 19\s+Feb\s+2027/);
    assert.match(later.out, /keep the version under which they arose: 12 lines/);
  });

  it("counts the records given, and plans among them that the new text would catch", async () => {
    const plan = recordLine("plan-new", "Crossing", {
      from: "AVE",
      content: { state: "AVE", towards: "TAL", night: false, start: "2026-11-30T20:00:00Z" },
    });
    writeFileSync(join(folder, "plan.jsonl"), plan);
    const { out } = await compared([["when Crossing c where c.night", "when Crossing c"]], "--records", "plan.jsonl");
    assert.match(out, /RIVER-05 plan-new, Avelin to Taldor: no such line → /);
    assert.match(out, /which records: night → every crossing\n +stricter: more records are caught/);
  });

  it("tells which kinds changed and what that would do to kept records", async () => {
    mkdirSync(join(folder, "now"), { recursive: true });
    mkdirSync(join(folder, "was"), { recursive: true });
    for (const side of ["now", "was"]) cpSync(RIVER, join(folder, side, "RIVER.accord.md"));
    const words = readFileSync(WORDS, "utf8");
    writeFileSync(join(folder, "was", "words.accord.md"), words);
    writeFileSync(
      join(folder, "now", "words.accord.md"),
      words.replace(
        'notice LineTest "Test of the telephone line between the banks" { month: period required }',
        'notice LineTest "Test of the telephone line between the banks" { month: period required; heard: yes/no required }',
      ),
    );
    const { status, out } = await inside(["diff", "was", "now", "--region", "four-rivers"], { folder });
    assert.equal(status, 0);
    assert.match(out, /Changed: LineTest, version 1\n +LineTest version 1 is not what it was[\s\S]*mend: Put back: /);
  });

  it("names the errors of the new text and exits 1", async () => {
    const { status, out } = await compared([["within 7 days of r.sent otherwise", "within 7 days of r.snt otherwise"]]);
    assert.equal(status, 1);
    assert.match(out, /RIVER2\.accord\.md:\d+:\d+: error accord\/unknown-attribute/);
    assert.match(out, /Removed: RIVER-09a/);
  });

  it("gives everything as data", async () => {
    const { out } = await compared([["  by 15 December\n", "  by 1 December\n"]], "--json");
    const data = JSON.parse(out);
    assert.equal(data.format, "kelisim-diff");
    assert.equal(data.question.adoptOn, "2026-11-22");
    assert.deepEqual(data.clauses[0].changes[0].words, {
      before: "by 15 Dec",
      after: "by 1 Dec",
      effect: "stricter: less time",
    });
    assert.equal(data.openDuties.onceAdopted.length, 12);
    assert.equal(data.concerns[0].parties.length, 4);
  });

  it("compares a draft that is in no region with its next version", async () => {
    const make = (file: string, days: string) =>
      inside(
        [
          "new",
          "instrument",
          "DR-1",
          "--title",
          "T",
          "--parties",
          "AVE,ORE",
          "--clauses",
          "notice,silence",
          "--set",
          `silence.days=${days}`,
          "--region",
          "four-rivers",
          "--out",
          file,
        ],
        { folder },
      );
    assert.equal((await make("d1.accord.md", "50")).status, 0);
    assert.equal((await make("d2.accord.md", "30")).status, 0);
    const { status, out } = await inside(["diff", "d1.accord.md", "d2.accord.md", "--region", "four-rivers"], {
      folder,
    });
    assert.equal(status, 0);
    assert.match(out, /Clauses: 1 changed; 2 the same\./);
    assert.match(out, /Whoever will be bound \(no row of the status table says who\)\n +owes more: DR-1-02/);
  });

  it("refuses what it cannot read", async () => {
    mkdirSync(join(folder, "empty"), { recursive: true });
    const cases: [string[], RegExp][] = [
      [["missing.md", RIVER], /There is no file missing\.md/],
      [["empty", RIVER], /empty holds no \.accord\.md file\.\n {2}Give a file, or a folder/],
      [[RIVER, RIVER, "--adopt-on", "soon"], /--adopt-on "soon" is no date/],
      [[RIVER, RIVER, "--as-of", "soon"], /--as-of "soon" is no date/],
      [[RIVER, RIVER, "--us", "XYZ"], /There is no party "XYZ"/],
      [[RIVER, RIVER, "--format", "csv"], /diff has no csv form/],
    ];
    for (const [words, message] of cases) {
      const { status, err, out } = await inside(["diff", ...words, "--region", "four-rivers"], { folder });
      assert.match(err, message, words.join(" "));
      assert.equal(status, 2);
      assert.equal(out, "");
    }
  });
});
