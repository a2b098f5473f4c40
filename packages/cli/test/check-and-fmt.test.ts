import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { createFixture, type Fixture, inside, kelisim } from "./fixture.ts";

const FAULTY = `# Other

\`\`\`accord
instrument OTHER "Other"
  kind treaty
  source "invented"
duty OTHER-1 "Report" article "1"
  when Reqest r
  r.to must send Reply a to r.from where a.answers = r
  within 2 days of r.sent
\`\`\`
`;

describe("kelisim check", () => {
  let region: Fixture;
  before(() => {
    region = createFixture();
  });
  after(() => region.remove());

  it("finds no fault in a sound region and sums it up", async () => {
    const { status, out, err } = await kelisim(["check", "--region", region.folder]);
    assert.equal(err, "");
    assert.equal(status, 0);
    assert.match(out, /Check of Testland\n2 files: 1 instrument, 6 clauses\.\n1 clause rests on a number or reference/);
    assert.match(out, /0 errors, 0 warnings, \d+ remarks\./);
  });

  it("prints each problem with file, line, column, what, why and mend, and exits 1", async () => {
    const faulty = createFixture({ "instruments/OTHER.accord.md": FAULTY });
    try {
      const { status, out } = await inside(["check", "--region", faulty.folder]);
      assert.equal(status, 1);
      assert.match(
        out,
        /instruments\/OTHER\.accord\.md:8:8: error accord\/unknown-kind\n {2}.*Reqest.*\n {4}why: [\s\S]+?\n {4}mend: .*Request/,
      );
      assert.match(out, /\d errors?, /);
    } finally {
      faulty.remove();
    }
  });

  it("shows remarks with --all, and everything as data", async () => {
    const all = await inside(["check", "--region", region.folder, "--all"]);
    assert.match(all.out, /: remark accord\//);
    const { out } = await inside(["check", "--region", region.folder, "--json"]);
    const data = JSON.parse(out);
    assert.equal(data.format, "kelisim-check");
    assert.equal(data.counts.clauses, 6);
    assert.equal(data.counts.unverified, 1);
    assert.ok(
      data.problems.every(
        (problem: { code: string; file: string; line: number }) => problem.code && problem.file && problem.line > 0,
      ),
    );
  });

  it("checks given files against the region's vocabulary and parties", async () => {
    const file = region.file("drafts/OTHER.accord.md", FAULTY);
    const { status, out } = await inside(["check", "OTHER.accord.md", "--region", region.folder], {
      folder: `${region.folder}/drafts`,
    });
    assert.equal(status, 1);
    assert.match(out, /^OTHER\.accord\.md:8:8: error/m);
    assert.match(out, /1 file: 1 instrument, 0 clauses/);
    region.file("drafts/OTHER.accord.md", FAULTY.replace("Reqest", "Request"));
    const mended = await inside(["check", file, "--region", region.folder]);
    assert.equal(mended.status, 0, mended.out);
    assert.match(mended.out, /1 file: 1 instrument, 1 clause\./);
  });
});

describe("kelisim fmt", () => {
  let region: Fixture;
  const UNTIDY =
    "# Prose   stays\r\n\r\n```accord\nevent  Exercise by host{host:party required;live:yes/no}\n```\nand this   too \n";
  before(() => {
    region = createFixture();
  });
  after(() => region.remove());

  it("formats in place, says what it changed, and changes nothing the second time", async () => {
    const file = region.file("drafts/untidy.accord.md", UNTIDY);
    const { status, out, err } = await kelisim(["fmt", file]);
    assert.equal(status, 0);
    assert.equal(out, `${file}: formatted\n`);
    assert.equal(err, "1 file changed, 0 as they were.\n");
    const text = readFileSync(file, "utf8");
    assert.ok(text.startsWith("# Prose   stays\r\n\r\n```accord\n"));
    assert.ok(text.endsWith("```\nand this   too \n"));
    assert.notEqual(text, UNTIDY);
    const again = await inside(["fmt", file]);
    assert.equal(again.out, "");
    assert.equal(readFileSync(file, "utf8"), text);
  });

  it("only says what it would change with --check", async () => {
    const file = region.file("drafts/untidy2.accord.md", UNTIDY);
    const { status, out } = await inside(["fmt", "--check", file]);
    assert.equal(status, 1);
    assert.equal(out, `${file}: not formatted\n`);
    assert.equal(readFileSync(file, "utf8"), UNTIDY);
  });

  it("keeps a byte order mark, and leaves a faulty block as it is", async () => {
    const marked = region.file("drafts/marked.accord.md", `\ufeff${UNTIDY}`);
    await inside(["fmt", marked]);
    assert.ok(readFileSync(marked, "utf8").startsWith("\ufeff# Prose"));
    const broken = region.file("drafts/broken.accord.md", "```accord\nduty   (\n```\n");
    const { status } = await inside(["fmt", broken]);
    assert.equal(status, 0);
    assert.equal(readFileSync(broken, "utf8"), "```accord\nduty   (\n```\n");
  });

  it("writes nothing where one of the files cannot be read", async () => {
    const file = region.file("drafts/untidy3.accord.md", UNTIDY);
    const { status } = await inside(["fmt", file, `${region.folder}/missing.accord.md`]);
    assert.equal(status, 2);
    assert.equal(readFileSync(file, "utf8"), UNTIDY);
  });
});
