import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { compile, contextOf } from "@kelisim/accord";
import { createLedger, type Ledger, type Line } from "@kelisim/duties";
import { parseInstant, type Region, readRecords, readRegion } from "@kelisim/model";
import { regionFiles } from "../../../test/region-files.ts";
import {
  createWords,
  hypotheticalRecord,
  mutual,
  plainSentence,
  togetherRows,
  togetherWords,
  type Words,
} from "../src/index.ts";

const asOf = parseInstant("2026-11-21T18:59:59Z") as number;
const DAY_MS = 86_400_000;
const question = { asOf, knownAt: asOf, from: asOf - 30 * DAY_MS, until: asOf + 90 * DAY_MS };
const today = Math.floor(asOf / DAY_MS);

/** The invented region: a few agreements and a story of records. */
let region: Region;
let ledger: Ledger;
let english: Words;
let russian: Words;

before(async () => {
  const files = await regionFiles("four-rivers");
  ({ region } = readRegion(files));
  const { program } = compile([...region.accordFiles], contextOf(region));
  ledger = createLedger({ programs: [program], parties: region.parties, us: region.us });
  ledger.appendFacts(region.facts);
  for (const { text = "" } of region.recordFiles) {
    const read = readRecords(text, program.vocabulary, { parties: region.parties });
    ledger.append(read.records);
    ledger.appendFacts(read.facts);
  }
  english = createWords("en", { program, region });
  russian = createWords("ru", { program, region });
});

const lines = (words: Words) => mutual(words.rowsOf(ledger.board({ ...question, party: region.parties[0]!.id }).lines));

describe("words of a region", () => {
  it("names every row in both languages, cell by cell", () => {
    const rows = lines(english);
    assert.ok(rows.length > 5);
    assert.equal(lines(russian).length, rows.length);
    for (const [index, row] of rows.entries()) {
      const first = english.row(row, "owes", today);
      const second = russian.row(lines(russian)[index]!, "owes", today);
      assert.equal(second.state, first.state);
      assert.equal(second.id, first.id);
      assert.equal(second.notes.length, first.notes.length);
      for (const words of [first, second]) assert.doesNotMatch(JSON.stringify(words), /undefined|NaN/);
      assert.match(russian.state(row.line.state), /^[а-яё ,]+$/);
    }
  });

  it("explains a line by sentence, facts and arithmetic, the same in substance in both languages", () => {
    const row = lines(english).find(({ day, line }) => day !== undefined && line.form === "duty");
    assert.ok(row);
    const line: Line = { ...row.line, debtor: row.debtors[0] ?? "", creditor: row.creditors[0] ?? "" };
    const found = ledger.explain(line, question);
    assert.ok(found);
    const [a, b] = [english, russian].map((words) => words.explain(found, row, { today, covered: false }));
    assert.match(plainSentence(a!.sentences[0]!), /^By .*(is to send|is to do this)/);
    assert.match(plainSentence(b!.sentences[0]!), /^Срок: .*(что направить|что сделать): /);
    assert.ok(a!.sentences[0]!.some((part) => part.about === "date" && part.text !== ""));
    assert.deepEqual(
      a!.facts.map(({ topic, sources }) => [topic, sources]),
      b!.facts.map(({ topic, sources }) => [topic, sources]),
    );
    assert.deepEqual(
      a!.steps.map(({ kind, day, instant }) => [kind, day, instant]),
      b!.steps.map(({ kind, day, instant }) => [kind, day, instant]),
    );
    assert.equal(a!.steps.at(-1)?.kind, "result");
  });

  it("takes titles where they are given, and leaves ids and versions as they are", () => {
    const { program } = english;
    const clause = program.instruments[0]!.clauses[0]!;
    const words = createWords("ru", { program, region, titles: (of, id) => (of === "clause" ? `Т ${id}` : undefined) });
    assert.equal(words.clauses.get(clause.id)?.clause.title, `Т ${clause.id}`);
    assert.equal(words.clauses.get(clause.id)?.clause.hash, clause.hash);
    assert.equal(words.names.instrument(program.instruments[0]!.id), program.instruments[0]!.title);
  });

  it("makes the record of a plan, or says at which attribute it cannot", () => {
    const kind = english.program.vocabulary.find(
      ({ form, attributes }) => form === "event" && attributes.some(({ required }) => required),
    );
    assert.ok(kind);
    const refused = hypotheticalRecord({ kind, content: {} }, english, question);
    assert.equal(refused.record, undefined);
    assert.ok(refused.problems.length > 0);
    assert.ok(refused.problems.every(({ line }) => line === undefined));
    const fields = russian.fields(kind);
    assert.deepEqual(
      fields.map(({ name }) => name),
      kind.attributes.map(({ name }) => name),
    );
    assert.ok(fields.every(({ label }) => label !== ""));
  });

  it("says which duties of a plan one record discharges", () => {
    const records = ledger.board(question).lines.filter((line) => line.subject !== undefined);
    assert.ok(records.length > 0);
    const rows = english.arisingRows([]);
    assert.deepEqual(togetherRows([], rows, english.names, english.program.vocabulary), []);
    const row = lines(russian).find(({ line }) => line.form === "duty")!;
    const words = togetherWords({ record: "x", rows: [row], numbers: [1, 2] }, russian.names, today);
    assert.match(words.text, /^1 и 2/);
  });
});
