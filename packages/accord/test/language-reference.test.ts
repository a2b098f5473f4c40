import assert from "node:assert/strict";
import { test } from "node:test";
import { CODES } from "../src/codes.ts";
import { compile, format } from "../src/index.ts";
import { findFences } from "../src/parse/fences.ts";
import { languageReference, REGION } from "./region.ts";

const text = languageReference();
const fences = findFences(text);

test("every example of the language reference compiles without error or warning", () => {
  const { problems, program } = compile([{ path: "docs/language.md", text }], REGION);
  assert.deepEqual(
    problems.filter((problem) => problem.severity !== "info"),
    [],
  );
  assert.ok(fences.length > 15);
  assert.ok(program.instruments.flatMap((instrument) => instrument.clauses).length > 20);
});

test("every example has its witnesses, or says why not", () => {
  const { witnesses } = compile([{ path: "docs/language.md", text }], REGION);
  const gaps = witnesses.flatMap((witness) => ("reason" in witness ? [`${witness.clause}: ${witness.reason}`] : []));
  assert.deepEqual(gaps, []);
});

for (const fence of fences.filter((candidate) => candidate.info !== "")) {
  const [word, code] = fence.info.split(" ");
  test(`line ${fence.line}: the example gives ${code}`, () => {
    assert.equal(word, "error");
    const example = text.slice(fence.start, fence.end);
    const file = `\`\`\`accord\ninstrument WRONG "x" kind treaty source "s" sides Upper = {ALT}, Lower = {BER}\n${example}\`\`\`\n`;
    const { problems } = compile(
      [
        { path: "docs/language.md", text },
        { path: "example.accord.md", text: file },
      ],
      REGION,
    );
    const errors = problems.filter((problem) => problem.severity === "error");
    assert.ok(errors.length > 0);
    assert.deepEqual([...new Set(errors.map((problem) => problem.code))], [code]);
  });
}

test("the examples are laid out as the formatter lays them out", () => {
  assert.equal(format(text), text);
});

test("the reference lists every code with its meaning", () => {
  const listed = [...text.matchAll(/^\| `accord\/([a-z-]+)` \| (.+) \|$/gm)].map(([, code, meaning]) => [
    code,
    meaning,
  ]);
  assert.deepEqual(Object.fromEntries(listed), { ...CODES });
});
