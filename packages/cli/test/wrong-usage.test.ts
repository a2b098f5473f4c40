import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { COMMAND, createFixture, type Fixture, inside, kelisim, ROOT, recordLine } from "./fixture.ts";

describe("wrong usage", () => {
  let region: Fixture;
  let elsewhere: Fixture;
  before(() => {
    region = createFixture();
    elsewhere = createFixture();
    mkdirSync(join(region.folder, "folder"));
  });
  after(() => {
    region.remove();
    elsewhere.remove();
  });

  it("is answered with what is wrong and a way on, exit status 2, nothing on standard output", async () => {
    const at = ["--region", region.folder];
    const cases: [string[], RegExp][] = [
      [["board", ...at], /Whose board\? Give --party/],
      [
        ["board", "--party", "Atlland", ...at],
        /There is no party "Atlland" in Testland\.\n {2}Did you mean ALT \(Altland\)\?\n {2}Parties: ALT, BER/,
      ],
      [["board", "--party", "", ...at], /There is no party ""/],
      [["board", "--party", "ALT", "--us", "XYZ", ...at], /There is no party "XYZ"/],
      [
        ["board", "--party", "ALT", "--instrument", "PACKT", ...at],
        /There is no instrument "PACKT"\.\n {2}Did you mean PACT\?/,
      ],
      [
        ["board", "--party", "ALT", "--status", "upcomin", ...at],
        /There is no status "upcomin"\.\n {2}Did you mean upcoming\?\n {2}Statuses: upcoming, open/,
      ],
      [
        ["board", "--party", "ALT", "--format", "xlsx", ...at],
        /There is no format "xlsx"\.\n {2}Formats: table, json, csv, ics/,
      ],
      [
        ["board", "--party", "ALT", "--as-of", "tomorrow", ...at],
        /--as-of "tomorrow" is no date\.\n {2}Write a date as 2026-11-21/,
      ],
      [["board", "--party", "ALT", "--as-of", "2026-02-30", ...at], /--as-of "2026-02-30" is no date/],
      [["board", "--party", "ALT", "--as-of", "2026", ...at], /--as-of "2026" is no date/],
      [["board", "--party", "ALT", "--as-of", "2026-11-21T09:00", ...at], /is no date/],
      [["board", "--party", "KAZ", "--known-at", "2026-11-22"], /--known-at 2026-11-22 lies ahead/],
      [
        ["board", "--party", "ALT", "--days", "-3", ...at],
        /--days "-3" is no number of days\.\n {2}Give a whole number from 0/,
      ],
      [["board", "--party", "ALT", "--days", "many", ...at], /--days "many" is no number of days/],
      [["board", "--party", "ALT", "--back", "1e9", ...at], /--back "1e9" is no number of days/],
      [["board", "--party", "ALT", "--records", "missing.jsonl", ...at], /There is no file missing\.jsonl\./],
      [
        ["board", "--party", "ALT", "--region", "centralasia"],
        /There is no region "centralasia"\.\n {2}Did you mean central-asia\?/,
      ],
      [["board", "--party", "ALT", "--region", "./nowhere"], /There is no region "\.\/nowhere"/],
      [["board", "--party", "ALT", "--region", ""], /There is no region ""/],
      [["board", "--party", "ALT", "--region", "./package.json"], /\.\/package\.json is a file; a region is a folder/],
      [["board", "--party", "ALT", "--region", "./packages"], /\.\/packages holds no region\.yaml/],
      [["check", "missing.accord.md", ...at], /There is no file missing\.accord\.md/],
      [["fmt"], /Which files\?/],
      [["fmt", "missing.accord.md"], /There is no file missing\.accord\.md/],
      [["records", "check", "missing.jsonl", ...at], /There is no file missing\.jsonl/],
      [["records", "check", "x", "--problems", "all", ...at], /--problems "all" is no whole number/],
    ];
    for (const [words, message] of cases) {
      const { status, out, err } = await inside(words);
      assert.match(err, message, words.join(" "));
      assert.equal(status, 2, words.join(" "));
      assert.equal(out, "", words.join(" "));
      assert.doesNotMatch(err, /\n\s+at /);
    }
  });

  it("knows its commands and options", async () => {
    const wrong = await kelisim(["bord"]);
    assert.equal(wrong.status, 2);
    assert.match(wrong.err, /unknown command 'bord'[\s\S]*board/);
    const option = await inside(["board", "--partie", "ALT"]);
    assert.equal(option.status, 2);
    assert.match(option.err, /unknown option '--partie'[\s\S]*--party/);
    const none = await inside([]);
    assert.equal(none.status, 2);
    const help = await inside(["--help"]);
    assert.equal(help.status, 0);
    assert.match(help.out, /Exit status: 0 fine, 1 problems found, 2 wrong usage/);
    const version = await inside(["--version"]);
    assert.match(version.out, /^\d+\.\d+\.\d+\n$/);
  });

  it("names a folder given as a file", async () => {
    const folder = join(region.folder, "folder");
    for (const words of [
      ["check", folder],
      ["fmt", folder],
      ["records", "check", folder],
      ["what-if", folder],
      ["board", "--party", "ALT", "--records", folder],
    ]) {
      const { status, err } = await inside([...words, ...(words[0] === "fmt" ? [] : ["--region", region.folder])]);
      assert.equal(status, 2, words.join(" "));
      assert.match(err, /folder is a folder, not a file/);
    }
  });

  it("names the byte at which a text is not UTF-8", async () => {
    const file = elsewhere.file("latin.accord.md", Buffer.from([0x23, 0x20, 0x41, 0x0a, 0xe9, 0x0a]));
    for (const command of ["check", "fmt"]) {
      const { status, err } = await inside([command, file, ...(command === "fmt" ? [] : ["--region", region.folder])]);
      assert.equal(status, 2);
      assert.match(err, /latin\.accord\.md:2: not UTF-8 at byte 4 of the file\.\n {2}Save the file as UTF-8/);
    }
  });

  it("says that a file may not be read", async () => {
    const file = region.file("secret.jsonl", recordLine("A", "Request", { from: "ALT", to: ["BER"] }));
    chmodSync(file, 0o000);
    // The superuser may read everything: asked as somebody else, where the test runs as root.
    const somebody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    chmodSync(region.folder, 0o755);
    const child = spawn(process.execPath, [COMMAND, "records", "check", file, "--region", region.folder], {
      ...somebody,
      cwd: ROOT,
      env: { PATH: process.env.PATH },
    });
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    const status = await new Promise((resolve) => child.on("close", resolve));
    assert.match(err, /secret\.jsonl cannot be read: no permission/);
    assert.equal(status, 2);
    chmodSync(file, 0o600);
  });

  it("leaves out what is faulty in a region, says so and exits 1", async () => {
    const faulty = createFixture({
      "instruments/OTHER.accord.md":
        '```accord\ninstrument OTHER "Other"\nduty OTHER-1 "x" article "1"\n  when Nothing n\n```\n',
    });
    try {
      const { status, out, err } = await inside(["board", "--party", "ALT", "--region", faulty.folder]);
      assert.equal(status, 1);
      assert.match(out, /Report of the year/);
      assert.match(err, /errors? in this region's files; the clauses concerned are left out\. See: kelisim check/);
    } finally {
      faulty.remove();
    }
  });

  it("says that a region has no agreements yet", async () => {
    const empty = createFixture({ "instruments/PACT.accord.md": "# Nothing yet\n" });
    try {
      const { out, err } = await inside(["board", "--party", "ALT", "--region", empty.folder]);
      assert.match(err, /Testland has no agreements yet/);
      assert.match(out, /Nothing is recorded for Altland in this window/);
    } finally {
      empty.remove();
    }
  });

  it("names the region's file that cannot be read", async () => {
    const broken = createFixture();
    broken.file("parties.csv", Buffer.from([0x69, 0x64, 0x0a, 0xff]));
    try {
      const { status, err } = await inside(["check", "--region", broken.folder]);
      assert.equal(status, 2);
      assert.match(err, /parties\.csv:2: not UTF-8 at byte 3/);
    } finally {
      broken.remove();
    }
  });

  it("copes with a region folder that was copied elsewhere", async () => {
    const copy = createFixture();
    cpSync(region.folder, join(copy.folder, "copy"), { recursive: true });
    try {
      const { status } = await inside(["check", "--region", "./copy"], { folder: copy.folder });
      assert.equal(status, 0);
    } finally {
      copy.remove();
    }
  });
});
