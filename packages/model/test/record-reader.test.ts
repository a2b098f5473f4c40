import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { createRecordReader, formatDecimal, isBig, type Problem, parseInstant, readRecords } from "../src/index.ts";
import { exercise, invitation, KINDS, PARTIES, release } from "./fixtures.ts";

const OPTIONS = { file: "records.jsonl", parties: PARTIES, now: parseInstant("2026-11-21T00:00:00Z") as number };

/** Reads one record, given as a value or as text. */
function read(written: unknown): ReturnType<typeof readRecords> {
  return readRecords([typeof written === "string" ? written : JSON.stringify(written)], KINDS, OPTIONS);
}

function only(problems: readonly Problem[]): Problem {
  assert.equal(problems.length, 1, JSON.stringify(problems));
  return problems[0]!;
}

describe("reading records", () => {
  it("takes sound records of every kind", () => {
    const text = [exercise, invitation, release].map((record) => JSON.stringify(record)).join("\n");
    const { records, problems, counts } = readRecords(`${text}\n`, KINDS, OPTIONS);
    assert.deepEqual(problems, []);
    assert.deepEqual(counts, { lines: 3, taken: 3, refused: 0, empty: 0, repeated: 0 });
    assert.equal(records[0]?.known, parseInstant("2026-11-01T09:00:00Z"));
    assert.equal(records[1]?.occurred, parseInstant("2026-11-02T03:00:00Z"));
    assert.deepEqual(records[1]?.to, ["ORE"]);
    const volume = records[2]?.content.volume;
    assert.ok(isBig(volume));
    assert.equal(formatDecimal(volume), "12.5");
  });

  it("takes BOM, carriage returns and empty lines", () => {
    const line = JSON.stringify(exercise);
    const { records, problems, counts } = readRecords(`\uFEFF${line}\r\n\r\n  \n`, KINDS, OPTIONS);
    assert.deepEqual(problems, []);
    assert.equal(records.length, 1);
    assert.deepEqual(counts, { lines: 3, taken: 1, refused: 0, empty: 2, repeated: 0 });
  });

  it("names file and line of each fault and goes on", () => {
    const { counts, problems } = readRecords(
      [JSON.stringify(exercise), "{", JSON.stringify(invitation)],
      KINDS,
      OPTIONS,
    );
    assert.deepEqual([counts.taken, counts.refused], [2, 1]);
    const problem = only(problems);
    assert.equal(problem.code, "record/not-json");
    assert.deepEqual([problem.file, problem.line, problem.column], ["records.jsonl", 2, 2]);
  });

  const faults: readonly (readonly [name: string, written: unknown, code: string, message: RegExp])[] = [
    ["a list", "[]", "record/not-object", /a list/],
    ["a number", "7", "record/not-object", /not an object/],
    ["a NUL", '{"id":"\u0000"}', "record/nul", /NUL/],
    ["an overlong line", `"${"x".repeat(1_000_001)}"`, "record/too-long", /longer/],
    ["an unknown kind", { ...exercise, kind: "Excercise" }, "record/unknown-kind", /Excercise/],
    ["an unknown version", { ...exercise, version: 3 }, "record/unknown-version", /no version 3/],
    ["a version left out", { ...release, version: undefined }, "record/unknown-version", /no version 1/],
    ["an unknown header field", { ...exercise, form: "AVE" }, "record/unknown-attribute", /^form:/],
    [
      "an unknown attribute",
      { ...exercise, content: { host: "AVE", personel: 1 } },
      "record/unknown-attribute",
      /personel/,
    ],
    ["a missing attribute", { ...exercise, content: {} }, "record/missing-attribute", /content.host/],
    ["a missing date", { ...exercise, recorded: undefined }, "record/missing-attribute", /recorded/],
    ["a bare date", { ...exercise, occurred: "2026-11-01" }, "record/wrong-value", /is a date/],
    [
      "a count as text",
      { ...exercise, content: { host: "AVE", personnel: "36000" } },
      "record/wrong-value",
      /whole number/,
    ],
    ["a broken count", { ...exercise, content: { host: "AVE", personnel: 1.5 } }, "record/wrong-value", /whole number/],
    [
      "a negative count",
      { ...exercise, content: { host: "AVE", personnel: -1 } },
      "record/wrong-value",
      /zero or more/,
    ],
    ["null", { ...exercise, content: { host: "AVE", personnel: null } }, "record/wrong-value", /null/],
    ["yes as text", { ...exercise, content: { host: "AVE", live: "yes" } }, "record/wrong-value", /true or false/],
    [
      "an impossible day",
      { ...exercise, content: { host: "AVE", start: "2026-02-30" } },
      "record/wrong-value",
      /does not exist/,
    ],
    [
      "a choice that is none",
      { ...exercise, content: { host: "AVE", activity: "landings" } },
      "record/wrong-value",
      /not one of/,
    ],
    [
      "a place off the earth",
      { ...exercise, content: { host: "AVE", place: { lat: 91, lon: 0 } } },
      "record/wrong-value",
      /lat/,
    ],
    ["a place as a list", { ...exercise, content: { host: "AVE", place: [44, 79] } }, "record/wrong-value", /place/],
    ["an unknown party", { ...exercise, content: { host: "AVL" } }, "record/unknown-party", /AVL/],
    ["an unknown speaker", { ...exercise, from: "XXX" }, "record/unknown-party", /from/],
    ["an unknown addressee", { ...invitation, to: ["ORA"] }, "record/unknown-party", /ORA/],
    ["addressees as text", { ...invitation, to: "ORE" }, "record/wrong-value", /list/],
    [
      "out of range",
      { ...invitation, content: { exercise: "e-1", observers: 7 } },
      "record/wrong-value",
      /more than 6/,
    ],
    ["a notice of nobody", { ...invitation, from: undefined }, "record/missing-attribute", /from/],
    ["known in the future", { ...exercise, known: "2027-01-01T00:00:00Z" }, "record/future", /^known:/],
    ["recorded in the future", { ...exercise, recorded: "2027-01-01T00:00:00Z" }, "record/future", /^recorded:/],
    ["a correction of itself", { ...exercise, corrects: "e-1" }, "record/wrong-value", /itself/],
    ["withdraws in a record", { ...exercise, withdraws: "e-0" }, "record/wrong-value", /withdraws/],
    [
      "a withdrawal of nothing",
      { ...exercise, kind: "withdrawal", content: undefined },
      "record/missing-attribute",
      /withdraws/,
    ],
    ["an amount with a unit", { ...release, content: { volume: "12 million" } }, "record/wrong-value", /decimal/],
    [
      "a currency that is none",
      { ...release, content: { volume: 1, cost: { amount: 1, currency: "euro" } } },
      "record/wrong-value",
      /currency/,
    ],
    ["a period that is none", { ...release, content: { volume: 1, period: "Q3" } }, "record/wrong-value", /period/],
    ["content that is a list", { ...exercise, content: [] }, "record/wrong-value", /content/],
    ["an empty id", { ...exercise, id: "" }, "record/wrong-value", /empty/],
    [
      "a control character",
      { ...invitation, content: { exercise: "e-1", remark: "a\u0007" } },
      "record/wrong-value",
      /U\+0007/,
    ],
    [
      "half a character",
      { ...invitation, content: { exercise: "e-1", remark: "\ud800" } },
      "record/wrong-value",
      /U\+D800/,
    ],
  ];
  for (const [name, written, code, message] of faults) {
    it(`refuses ${name}`, () => {
      const { records, facts, problems, counts } = read(written);
      assert.deepEqual([records.length, facts.length, counts.refused], [0, 0, 1]);
      const problem = problems.find((candidate) => candidate.severity === "error");
      assert.equal(problem?.code, code, JSON.stringify(problems));
      assert.match(problem?.message ?? "", message);
      assert.equal(problem?.line, 1);
    });
  }

  it("refuses names that reach a prototype, and reaches none", () => {
    for (const line of [
      `{"__proto__":{"polluted":1},${JSON.stringify(exercise).slice(1)}`,
      JSON.stringify(exercise).replace('"host"', '"__proto__":{"polluted":1},"host"'),
      JSON.stringify(exercise).replace('"host"', '"constructor":1,"host"'),
    ]) {
      const { records, problems } = read(line);
      assert.equal(records.length, 0);
      assert.ok(
        problems.some((problem) => problem.code === "record/forbidden-key"),
        JSON.stringify(problems),
      );
    }
    assert.equal(({} as { polluted?: number }).polluted, undefined);
  });

  it("refuses a key that stands twice, which JSON.parse would drop in silence", () => {
    const line = JSON.stringify(exercise).replace('"host"', '"host" : "ORE","host"');
    assert.equal(only(read(line).problems).code, "record/repeated-key");
    const quoted = { ...invitation, content: { exercise: "e-1", remark: 'a "b": c, "b": d' } };
    assert.deepEqual(read(quoted).problems, []);
  });

  it("reports all faults of a line at once", () => {
    const { problems } = read({ ...exercise, id: "", content: { host: "XXX", personnel: "1" } });
    assert.equal(problems.length, 3);
  });

  it("proposes the nearest name", () => {
    assert.match(only(read({ ...exercise, kind: "Exercize" }).problems).mend ?? "", /Exercise/);
    assert.match(only(read({ ...exercise, content: { host: "AVE", lives: true } }).problems).mend ?? "", /live/);
  });

  it("takes a record received before it was sent, and says that the clocks disagree", () => {
    const { records, problems } = read({ ...invitation, received: "2026-11-01T00:00:00Z" });
    assert.equal(records.length, 1);
    assert.deepEqual([only(problems).code, only(problems).severity], ["record/clock-disputed", "warning"]);
  });

  it("takes a notice to nobody, with a warning", () => {
    const { records, problems } = read({ ...invitation, to: undefined });
    assert.equal(records.length, 1);
    assert.equal(only(problems).severity, "warning");
  });

  it("tells a repeated record from a conflicting one", () => {
    const turned = Object.fromEntries(Object.entries(exercise).reverse());
    const again = { ...exercise, known: "2026-11-05T00:00:00Z" };
    const other = { ...exercise, content: { host: "ORE" } };
    const lines = [exercise, turned, again, other].map((record) => JSON.stringify(record));
    const { records, problems, counts } = readRecords(lines, KINDS, OPTIONS);
    assert.deepEqual([records.length, counts.repeated], [4, 2]);
    assert.deepEqual([only(problems).code, only(problems).line], ["record/conflicting-id", 4]);
  });

  it("keeps amounts exact, and refuses numbers that JSON would change", () => {
    const line = (volume: string) => JSON.stringify(release).replace('"12.50"', volume);
    for (const volume of ["0.1", "12.50", "1e3", "-3", "123456789012345"]) {
      const value = read(line(volume)).records[0]?.content.volume;
      assert.ok(isBig(value) && value.eq(volume), volume);
    }
    for (const volume of ["0.10000000000000000555", "12345678901234567890", "1e400"]) {
      const { records, problems } = read(line(volume));
      assert.equal(records.length, 0, volume);
      assert.match(only(problems).message, /content.volume/);
    }
    const exact = read(line('"12345678901234567890.000000000000000000001"')).records[0]?.content.volume;
    assert.ok(isBig(exact) && formatDecimal(exact) === "12345678901234567890.000000000000000000001");
  });

  it("takes withdrawals and corrections", () => {
    const withdrawal = {
      id: "x",
      kind: "withdrawal",
      from: "AVE",
      occurred: exercise.occurred,
      recorded: exercise.recorded,
      withdraws: "e-1",
    };
    const { records, problems } = read(withdrawal);
    assert.deepEqual(problems, []);
    assert.deepEqual([records[0]?.withdraws, records[0]?.content], ["e-1", {}]);
    assert.equal(read({ ...exercise, id: "e-2", corrects: "e-1" }).records[0]?.corrects, "e-1");
  });

  it("streams: one reader, line by line", () => {
    const reader = createRecordReader(KINDS, OPTIONS);
    assert.ok(reader.line(JSON.stringify(exercise)).record !== undefined);
    assert.deepEqual(reader.line("").problems, []);
    assert.equal(reader.line("nope").problems[0]?.line, 3);
    assert.deepEqual(reader.end(), { lines: 3, taken: 1, refused: 1, empty: 1, repeated: 0 });
  });

  it("survives deep nesting", () => {
    assert.equal(read("[".repeat(400_000)).counts.refused, 1);
    const deep = `{"content":{"host":${'{"a":'.repeat(90_000)}1${"}".repeat(90_000)}}}`;
    assert.equal(read(deep).counts.refused, 1);
  });

  it("never throws and counts every line, whatever the text", () => {
    const piece = fc.oneof(
      fc.json(),
      fc.string(),
      fc.constantFrom(exercise, invitation, release).map((record) => JSON.stringify(record)),
    );
    const cut = fc.tuple(piece, fc.nat(300)).map(([text, length]) => text.slice(0, length));
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, cut), { maxLength: 5 }), (lines) => {
        const { counts, records, facts } = readRecords(lines, KINDS, OPTIONS);
        assert.equal(counts.lines, lines.length);
        assert.equal(counts.taken + counts.refused + counts.empty, counts.lines);
        assert.equal(records.length + facts.length, counts.taken);
      }),
    );
  });
});
