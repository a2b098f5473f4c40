import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createFixture, type Fixture, inside, REGION, ROOT } from "./fixture.ts";

const INDICATORS = `id,party,indicator,period,value,unit,source,confidence,dispute,note
A,ALT,funds,2019,44,million EUR,S001,high,,
B,BER,funds,2019,,million EUR,S001,high,,
`;
const BRIEF =
  "---\ntitle: Funds\n---\n\nIt was {{indicator id=A = 40 million EUR}} and {{indicator id=B = unknown}} [@S001].\n";

describe("kelisim brief", () => {
  let region: Fixture;
  before(() => {
    region = createFixture({
      "region.yaml": `${REGION}  indicators: { coverage: complete, of: tests }\n`,
      "indicators.csv": INDICATORS,
    });
  });
  after(() => region.remove());

  const brief = (args: readonly string[]) =>
    inside(["brief", ...args, "--region", region.folder], { folder: region.folder });

  it("says which figure moved, from what to what, and exits 1", async () => {
    region.file("a.md", BRIEF);
    const { status, out } = await brief(["a.md"]);
    assert.equal(status, 1);
    assert.match(
      out,
      /a\.md:5:8: warning brief\/stale\n {2}indicator id=A was 40 million EUR and is 44 million EUR now/,
    );
    assert.match(out, /a\.md: 2 figures, 1 out of date, 1 unknown; 1 citation\./);
    assert.equal(readFileSync(join(region.folder, "a.md"), "utf8"), BRIEF);
  });

  it("records the values of now where it is asked to", async () => {
    region.file("b.md", BRIEF);
    const { status, out } = await brief(["b.md", "--record"]);
    assert.match(out, /b\.md: 1 value recorded\./);
    assert.equal(status, 0);
    assert.equal(readFileSync(join(region.folder, "b.md"), "utf8"), BRIEF.replace("40 million", "44 million"));
  });

  it("writes the files that are asked for, and none over another", async () => {
    region.file("c.md", BRIEF);
    const outputs = ["--out", "c.html", "--out", "c.docx", "--out", "c.pdf"];
    const { out } = await brief(["c.md", ...outputs]);
    assert.match(out, /c\.html written\.\nc\.docx written\.\nc\.pdf written\./);
    assert.match(readFileSync(join(region.folder, "c.html"), "utf8"), /<h1>Funds<\/h1>/);
    assert.equal(readFileSync(join(region.folder, "c.docx")).toString("latin1", 0, 2), "PK");
    assert.equal(readFileSync(join(region.folder, "c.pdf")).toString("latin1", 0, 5), "%PDF-");
    const again = await brief(["c.md", "--out", "c.pdf"]);
    assert.equal(again.status, 2);
    assert.match(again.err, /c\.pdf is there already\.\n {2}.*--force/);
    assert.equal((await brief(["c.md", "--out", "c.pdf", "--force"])).status, 1);
  });

  it("writes nothing while something is unknown to it", async () => {
    region.file("d.md", `${BRIEF}\n{{indicator id=Z}} [@S9] {{money.series year=2019}}\n`);
    const { status, out } = await brief(["d.md", "--out", "d.html", "--record", "--data", "nowhere"]);
    assert.equal(status, 1);
    assert.match(out, /d\.md:7:1: error brief\/unknown-figure/);
    assert.match(out, /d\.md:7:20: error brief\/unknown-source/);
    assert.match(out, /d\.md:7:26: error brief\/unknown-figure\n[\s\S]*?kelisim import/);
    assert.match(out, /Nothing was written/);
    assert.equal(existsSync(join(region.folder, "d.html")), false);
  });

  it("gives everything as data, and refuses an ending that it does not know", async () => {
    const data = JSON.parse((await brief(["a.md", "--json"])).out);
    assert.equal(data.format, "kelisim-brief");
    assert.deepEqual(
      data.figures.map(({ now, state }: { now: string; state: string }) => [now, state]),
      [
        ["44 million EUR", "stale"],
        ["unknown", "current"],
      ],
    );
    const { status, err } = await brief(["a.md", "--out", "a.odt"]);
    assert.equal(status, 2);
    assert.match(err, /"a\.odt" does not say what to write\.\n {2}End its name/);
  });

  it("works out what binds and what powers from outside do from the region's folder, as a node does", async () => {
    // As the paper of the region has them, which a test of the node holds to its tables.
    const figures = [
      "powers.engagement power=EU kind=aid year=2024 of=all = 40",
      "powers.engagement power=RUS kind=treaty year=2024 of=all = 79",
    ];
    region.file("f.md", `---\ntitle: Powers\n---\n${figures.map((each) => `{{${each}}}`).join(" and ")}\n`);
    const args = ["brief", "f.md", "--region", join(ROOT, "regions/central-asia"), "--out", "f.html"];
    const { status, out } = await inside(args, { folder: region.folder });
    assert.match(out, /f\.md: 2 figures, 0 out of date, 0 unknown; 0 citations\./);
    assert.equal(status, 0);
    assert.match(readFileSync(join(region.folder, "f.html"), "utf8"), /Made of: engagements\.csv/);
    region.file("g.md", "---\ntitle: Powers\n---\n{{powers.engagement power=EU year=2024 of=all}}\n");
    assert.match((await brief(["g.md"])).out, /the region names no powers from outside/);
  });

  const REAL = join(ROOT, "../shared/data/oda/dportal_crs_recipient_sector_2012_2019.csv");
  it("binds figures to files that were taken in", {
    skip: existsSync(REAL) ? false : `${REAL} is not here`,
  }, async () => {
    const data = ["--data", join(region.folder, "data")];
    assert.equal((await inside(["import", REAL, ...data])).status, 0);
    // By hand: 405,735 / 1,077,324,820.208 US dollars in 2019 = 0.000377.
    region.file("e.md", "---\ntitle: Aid\n---\n{{money.share purpose=152 year=2019 recipient=KAZ = 0.0377 %}}\n");
    const { status, out } = await brief(["e.md", ...data, "--out", "e.html"]);
    assert.match(out, /e\.md: 1 figure, 0 out of date, 0 unknown; 0 citations\./);
    assert.equal(status, 0);
    assert.match(readFileSync(join(region.folder, "e.html"), "utf8"), /Cite: IATI, D-Portal/);
  });
});
