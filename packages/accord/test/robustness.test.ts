import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compile, format } from "../src/index.ts";
import { compileText, languageReference, REGION, VOCABULARY } from "./region.ts";

const runs = Number(process.env.KELISIM_RUNS ?? 150);
const reference = languageReference();

/** Whatever the text: no exception, every problem located in the text, and formatting settles at once. */
function survives(text: string): void {
  const { problems, program, witnesses } = compile([{ path: "a.accord.md", text }], REGION);
  assert.ok(witnesses.every((made) => made.clause !== ""));
  assert.equal(program.format, "kelisim-program");
  const lines = text.split(/\r\n|\r|\n/);
  for (const problem of problems) {
    assert.ok(problem.line !== undefined && problem.line >= 1 && problem.line <= lines.length, problem.message);
    assert.ok((problem.column ?? 0) >= 1 && (problem.column ?? 0) <= (lines[problem.line - 1]?.length ?? 0) + 1);
    assert.ok(problem.message.length > 0 && problem.message.length < 2000);
  }
  const once = format(text);
  assert.equal(format(once), once);
}

const words = [...new Set(reference.match(/"[^"\n]*"|[A-Za-z_][\w-]*|\d[\d_.]*|[^\s\w]/g) ?? [])];

test("random text never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      survives(text);
      survives(`\`\`\`accord\n${text}\n\`\`\``);
    }),
    { numRuns: runs },
  );
});

test("random words of the language never throw", () => {
  const clause = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(" "));
  const head = fc.constantFrom("duty X ", 'duty X "x" ', 'limit X "x" ', 'right X "x" every year ', "event E { ", "");
  fc.assert(
    fc.property(head, clause, (start, text) => survives(`${VOCABULARY}\n\`\`\`accord\n${start}${text}\n\`\`\``)),
    { numRuns: runs },
  );
});

test("mutilated valid text never throws", () => {
  const cut = fc.tuple(fc.nat(reference.length), fc.nat(40), fc.string({ unit: "grapheme", maxLength: 8 }));
  const cuts = fc.array(cut, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(cuts, (places) => {
      let text = reference;
      for (const [at, length, other] of places) text = text.slice(0, at) + other + text.slice(at + length);
      survives(text);
    }),
    { numRuns: Math.ceil(runs / 2) },
  );
});

test("truncated valid text never throws", () => {
  fc.assert(
    fc.property(fc.nat(reference.length), (at) => survives(reference.slice(0, at))),
    { numRuns: Math.ceil(runs / 2) },
  );
});

test("shuffled words of a valid clause never throw", () => {
  const clauses = reference.match(/^(?:duty|right|limit|prohibition|standing) [^`]*?(?=\n\n|\n```)/gm) ?? [];
  assert.ok(clauses.length > 20);
  fc.assert(
    fc.property(fc.constantFrom(...clauses), fc.infiniteStream(fc.nat(1000)), (clause, order) => {
      const [head = "", ...rest] = clause.split("\n");
      const parts = rest.join(" ").match(/"[^"]*"|\S+/g) ?? [];
      for (let i = 0; i < 6 && parts.length > 1; i++) {
        const [a, b] = [order.next().value % parts.length, order.next().value % parts.length];
        [parts[a], parts[b]] = [parts[b]!, parts[a]!];
      }
      survives(`${VOCABULARY}\n\`\`\`accord\n${head} ${parts.join(" ")}\n\`\`\``);
    }),
    { numRuns: runs },
  );
});

test("deep nesting is refused, not a stack overflow", () => {
  for (const depth of [31, 33, 1000, 100_000]) {
    const condition = `${"(".repeat(depth)}e.live${")".repeat(depth)}`;
    const { problems } = compileText(
      `${VOCABULARY}\`\`\`accord\nduty X "x" article "1"\n when Exercise e where ${condition}\n ALT must hold Exercise\n\`\`\``,
    );
    assert.equal(
      problems.some((problem) => ["accord/too-deep", "accord/too-long"].includes(problem.code)),
      depth > 32,
      String(depth),
    );
  }
  for (const repeated of ["not ", "count of Exercise x where ", "threshold a of e.host otherwise ", "sum of e.a of "]) {
    survives(`\`\`\`accord\nduty X "x" when Exercise e where ${repeated.repeat(5000)} e.live\n\`\`\``);
  }
});

test("long chains of conditions are read", () => {
  const condition = Array.from({ length: 2000 }, (_, i) => `e.personnel != ${i}`).join(" and ");
  const text = `${VOCABULARY}\`\`\`accord\nduty X "x" article "1"\n when Exercise e where ${condition}\n e.host must hold Exercise\n no number in the text\n\`\`\`\n`;
  const { problems, program } = compileText(text);
  assert.deepEqual(
    problems.filter((problem) => problem.severity === "error"),
    [],
  );
  assert.equal(program.instruments[0]?.clauses.length, 1);
  survives(text);
});

test("hostile files", () => {
  survives("");
  survives("\uFEFF");
  survives("```accord");
  survives("```accord\n\u0000\u0000\n```");
  survives(`\`\`\`accord\n${'"'.repeat(50_000)}\n\`\`\``);
  survives(`\`\`\`accord\nduty X "x" ${"a ".repeat(50_000)}\n\`\`\``);
  survives(`\`\`\`accord\nduty ${"x".repeat(100_000)} "x"\n\`\`\``);
  survives(
    `\`\`\`accord\nduty __proto__ "x"\nduty constructor "y" every year e.toString must hold hasOwnProperty\n\`\`\``,
  );
  survives(`\`\`\`accord\n${"é😀\u2028".repeat(1000)}\n\`\`\``);
});

test("a byte order mark and CRLF change neither meaning nor places", () => {
  const plain = compileText(reference);
  const windows = compileText(`\uFEFF${reference.replaceAll("\n", "\r\n")}`);
  assert.deepEqual(windows.program, plain.program);
  assert.deepEqual(windows.problems, plain.problems);
});

test("prototype names are not names of anything", () => {
  const { problems } = compileText(
    `${VOCABULARY}\`\`\`accord\nduty X "x" article "1"\n when Exercise e where e.constructor = 1 and e.__proto__ is given\n e.toString must hold Exercise\n\`\`\``,
  );
  const codes = problems.filter((problem) => problem.severity === "error").map((problem) => problem.code);
  assert.deepEqual(codes, ["accord/unknown-attribute", "accord/unknown-attribute", "accord/unknown-attribute"]);
});
