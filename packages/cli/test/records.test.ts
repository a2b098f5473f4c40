import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { after, before, describe, it } from "node:test";
import { COMMAND, createFixture, type Fixture, inside, kelisim, REGION, recordLine } from "./fixture.ts";

describe("kelisim records", () => {
  let region: Fixture;
  before(() => {
    region = createFixture({ "region.yaml": REGION.replace("fictional: yes", "fictional: no") });
  });
  after(() => region.remove());
  const request = (id: string, content: object = {}) =>
    recordLine(id, "Request", { from: "ALT", to: ["BER"], content });
  const check = (file: string, ...more: string[]) =>
    inside(["records", "check", file, "--region", region.folder, ...more]);

  it("takes sound records and counts them", async () => {
    const file = region.file("sound.jsonl", `${request("A")}\n\n${request("B")}`);
    const { status, out, err } = await kelisim(["records", "check", file, "--region", region.folder]);
    assert.equal(status, 0);
    assert.equal(out, "No problems.\n");
    assert.equal(err, `${file}: 2 records taken, 0 refused, 1 empty line.\n`);
  });

  it("names the place of every fault, with what it is and how to mend it", async () => {
    const lines = [
      request("A"),
      "{",
      recordLine("C", "Reqest", { from: "ALT", to: ["BER"] }),
      request("D", { urgnt: true }),
      recordLine("E", "Request", { from: "ATL", to: ["BER"] }),
      "[1]",
      recordLine("G", "Request", { from: "ALT", to: ["BER"], occurred: "2026-11-10" }),
      `{"id":"H","kind":"Request","__proto__":{}}`,
      recordLine("I", "Request", { from: "ALT", to: ["BER"], known: "2027-01-01T00:00:00Z" }),
    ];
    const file = region.file("faulty.jsonl", lines.join("\n"));
    const { status, out, err } = await check(file);
    assert.equal(status, 1);
    const places: [number, RegExp][] = [
      [2, /not JSON/],
      [3, /"Reqest" is not a kind[\s\S]*did you mean "Request"/],
      [4, /content\.urgnt[\s\S]*did you mean "urgent"/],
      [5, /ATL/],
      [6, /not an object/],
      [7, /is a date; here a moment is needed/],
      [8, /error/],
      [9, /known/],
    ];
    for (const [line, message] of places) {
      const at = out.indexOf(`${file}:${line}:`);
      assert.ok(at >= 0, `no problem at line ${line} in\n${out}`);
      assert.match(out.slice(at, at + 500), message);
    }
    assert.match(err, /1 record taken, 8 refused/);
    assert.doesNotMatch(out + err, /\n\s+at /);
  });

  it("finds one broken line at 40,312 among many", async () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => request(`R-${index + 1}`));
    lines[40_311] = lines[40_311]!.slice(0, -1);
    const file = region.file("many.jsonl", lines.join("\n"));
    const { status, out, err } = await check(file);
    assert.equal(status, 1);
    assert.match(out, new RegExp(`^${file}:40312:\\d+: error record/not-json`));
    assert.match(err, /49,999 records taken, 1 refused/);
  });

  it("prints the first problems and counts the rest", async () => {
    const file = region.file("flood.jsonl", "x\n".repeat(1000));
    const { out } = await check(file, "--problems", "3");
    assert.equal(out.match(/record\/not-json/g)?.length, 3);
    assert.match(out, /\.\.\. and 997 more problems\./);
    const data = JSON.parse((await check(file, "--problems", "3", "--json")).out);
    assert.equal(data.format, "kelisim-records-check");
    assert.equal(data.problems.length, 3);
    assert.equal(data.more, 997);
    assert.equal(data.counts.refused, 1000);
  });

  it("names line and byte of text that is not UTF-8, and goes on", async () => {
    const good = `${request("A")}\n`;
    const bytes = Buffer.concat([
      Buffer.from(good),
      Buffer.from('{"id":"'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from(`"}\n${request("B")}\n`),
    ]);
    const file = region.file("latin.jsonl", bytes);
    const { status, out, err } = await check(file);
    assert.equal(status, 1);
    assert.match(
      out,
      new RegExp(`${file}:2:8: error record/not-utf8\\n  not UTF-8 at byte ${Buffer.byteLength(good) + 7} of the file`),
    );
    assert.match(err, /2 records taken, 1 refused/);
  });

  it("reads a byte order mark, CRLF, and a last line without an end", async () => {
    const file = region.file("windows.jsonl", `\ufeff${request("A")}\r\n${request("B")}\r\n\r\n${request("C")}`);
    const { status, err } = await check(file);
    assert.equal(status, 0);
    assert.match(err, /3 records taken, 0 refused, 1 empty line/);
  });

  it("says that an empty file is empty", async () => {
    const { status, out } = await check(region.file("empty.jsonl", ""));
    assert.equal(status, 0);
    assert.match(out, /empty\.jsonl: the file is empty; no record in it\./);
  });

  it("refuses an endless line without holding it", async () => {
    const file = region.file("long.jsonl", `${"x".repeat(9_000_000)}\n${request("B")}\n`);
    const { status, out, err } = await check(file);
    assert.equal(status, 1);
    assert.match(out, /long\.jsonl:1: error record\/too-long\n {2}a line of 9,000,000 bytes/);
    assert.match(err, /1 record taken, 1 refused/);
  });

  it("streams: memory stays the same however long the input is", async () => {
    const block = Buffer.from(`${request("R", { about: "x".repeat(200_000) })}\n`.repeat(5));
    const child = spawn(
      process.execPath,
      ["--max-old-space-size=64", COMMAND, "records", "check", "-", "--region", region.folder],
      { stdio: ["pipe", "ignore", "pipe"] },
    );
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    // 120 MB through a heap of 64 MB.
    for (let sent = 0; sent < 120; sent++) {
      if (!child.stdin.write(block)) await new Promise((resolve) => child.stdin.once("drain", resolve));
    }
    child.stdin.end();
    const status = await new Promise((resolve) => child.on("close", resolve));
    assert.equal(status, 0, err);
    assert.match(err, /-: 600 records taken, 0 refused/);
  });

  it("prints the JSON Schema of one kind, of a fact, or of all", async () => {
    const one = JSON.parse((await inside(["records", "schema", "exercise", "--region", region.folder])).out);
    assert.equal(one.$schema, "https://json-schema.org/draft/2020-12/schema");
    assert.ok(one.properties.content.properties.personnel);
    const fact = JSON.parse((await inside(["records", "schema", "coverage", "--region", region.folder])).out);
    assert.match(fact.title, /coverage/);
    const all = JSON.parse((await kelisim(["records", "schema", "--region", region.folder])).out);
    assert.equal(all.format, "kelisim-record-schemas");
    assert.ok(all.kinds.Request && all.kinds.waiver && all.kinds.withdrawal);
    const wrong = await inside(["records", "schema", "exercis", "--region", region.folder]);
    assert.equal(wrong.status, 2);
    assert.match(wrong.err, /There is no kind "exercis"\.\n {2}Did you mean Exercise\?/);
  });
});
