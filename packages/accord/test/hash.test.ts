import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { clauseHash } from "../src/index.ts";
import { compileClause, compileText, VOCABULARY } from "./region.ts";

const CLAUSE = 'standing X-1 "No force" article "1"\n  each party owes every other party';

function only(text: string) {
  const clause = compileText(text).program.instruments[0]?.clauses[0];
  assert.ok(clause);
  return clause;
}

test("the hash is SHA-256 over the canonical JSON without hash and line", () => {
  const clause = compileClause(CLAUSE).program.instruments[0]!.clauses[0]!;
  const canonical =
    '{"article":"1","confidence":"medium","creditor":{"kind":"every other party"},"debtor":{"kind":"each party"},' +
    '"id":"X-1","kind":"standing","subjectTo":[],"title":"No force"}';
  assert.equal(clause.hash, createHash("sha256").update(canonical).digest("hex"));
  assert.equal(clauseHash(clause), clause.hash);
});

test("prose, spacing and place do not change it; every word that counts does", () => {
  const fence = (text: string) => `${VOCABULARY}\n\`\`\`accord\n${text}\n\`\`\`\n`;
  const first = only(fence(CLAUSE));
  const moved = only(`Prose.\n\n${fence(`// a comment\n\n${CLAUSE.replace("\n  ", "   ")}`)}`);
  assert.notEqual(moved.line, first.line);
  assert.equal(moved.hash, first.hash);
  for (const [from, to] of [
    ["No force", "No Force"],
    ["X-1", "X-2"],
    ['"1"', '"2"'],
    ["every other party", "ALT"],
  ] as const) {
    assert.notEqual(only(fence(CLAUSE.replace(from, to))).hash, first.hash);
  }
});
