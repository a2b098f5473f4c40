import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type CompileContext, compile, format } from "@kelisim/accord";
import { civilDay, type Party, type StatusFact } from "@kelisim/model";
import { BrokenKit, type DraftRequest, draftInstrument, partsNeeded, readKit } from "../src/index.ts";
import { runWitnesses } from "../src/testing/run-witnesses.ts";
import { FRAME, KIT_FILES, openKit } from "./kit-files.ts";

const kit = openKit();
const PARTIES: readonly Party[] = ["AAA", "BBB", "CCC"].map((id) => ({ id, name: id, kind: "state" }));
const IDS = PARTIES.map(({ id }) => id);
const SINCE = civilDay(2024, 1, 1);
const CONTEXT: CompileContext = {
  parties: PARTIES,
  zones: ["a-zone"],
  boundParties: () => IDS,
  boundSince: () => SINCE,
};

const REQUEST: DraftRequest = {
  name: "AB-27",
  title: "Agreement of three",
  form: "treaty",
  parties: ["A", "B", "C"],
  parts: ["notice"],
  vocabulary: [],
};

const status = (instrument: string): readonly StatusFact[] =>
  IDS.map((party) => ({
    kind: "status",
    id: `status-${party}`,
    known: 0,
    source: "made up for this test",
    confidence: "high",
    instrument,
    party,
    act: "ratification",
    effectDate: SINCE,
  }));

/** Every part alone, every two, and all. */
const COMBINATIONS: readonly (readonly string[])[] = [
  ...kit.parts.map(({ id }) => [id]),
  ...kit.parts.flatMap(({ id }, index) => kit.parts.slice(index + 1).map((other) => [other.id, id])),
  kit.parts.map(({ id }) => id),
];

describe("the drafting kit", () => {
  it("has the clauses that agreements of this sort are made of", () => {
    const ids = kit.parts.map((part) => part.id);
    for (const id of ["notice", "reply", "observation", "inspection", "ceiling", "silence", "escalation", "withdrawal"])
      assert.ok(ids.includes(id), id);
    for (const id of ["hazard", "yearly", "hotline", "commission", "confidentiality"]) assert.ok(ids.includes(id), id);
  });

  it("marks every number and article as assumed, and says that it is ours", () => {
    const context = { parties: [], zones: ["kit-zone"] };
    for (const { clauses } of compile(KIT_FILES, context).program.instruments) {
      for (const clause of clauses) {
        assert.match(clause.articleAssumed?.source ?? "", /ours, to be agreed/, clause.id);
        const { times: _times, ...rest } = (clause.kind === "limit" && clause.excess) || {};
        const text = JSON.stringify({ ...clause, excess: rest, window: undefined });
        for (const [value] of text.matchAll(
          /\{"value":[1-9]\d*,"unit":"[a-z ]+"[^}]*\}?|\{"kind":"constant"[^}]*\}[^}]*\}/g,
        ))
          assert.match(value, /"assumed":\{"source":"drafting kit: ours, to be agreed"/, `${clause.id}: ${value}`);
        if (clause.kind === "limit" && clause.form !== "prohibition") assert.ok(clause.amountAssumed, clause.id);
        assert.equal(clause.confidence === "high", false, clause.id);
      }
    }
  });

  it("says of each part what there is to decide, each number by its name", () => {
    for (const part of kit.parts) {
      assert.ok(part.decide.split("\n").length >= 3, part.id);
      for (const { name, about, standard } of part.numbers) {
        assert.ok(name.startsWith(`${part.id}.`), name);
        assert.ok(about.length > 15 && standard >= 1, name);
      }
    }
  });

  it("is laid out", () => {
    for (const { path, text } of KIT_FILES) assert.equal(format(text), text, path);
  });

  it("refuses to be read where it is broken", () => {
    const broken = KIT_FILES.map((file) =>
      file.path.startsWith("reply") ? { ...file, text: file.text.replace("r.sent", "r.snt") } : file,
    );
    assert.throws(() => readKit(broken, FRAME), BrokenKit);
    const silent = KIT_FILES.map((file) => ({ ...file, text: file.text.replace("`reply.days`", "`other`") }));
    assert.throws(() => readKit(silent, FRAME), /what to decide does not speak of reply\.days/);
  });
});

describe("a draft", () => {
  it(`compiles without error or warning, is laid out and keeps its witnesses: ${COMBINATIONS.length} combinations`, () => {
    let tried = 0;
    for (const parts of COMBINATIONS) {
      const { text, ownKinds } = draftInstrument(kit, { ...REQUEST, parts });
      const compilation = compile([{ path: "AB-27.accord.md", text }], CONTEXT);
      const faults = compilation.problems.filter((problem) => problem.severity !== "info");
      assert.deepEqual(faults, [], parts.join(" "));
      assert.equal(format(text), text, parts.join(" "));
      assert.equal(compilation.program.vocabulary.length, ownKinds.length);
      const { run, wrong } = runWitnesses(compilation, "AB-27", { parties: PARTIES }, status("AB-27"));
      assert.deepEqual(wrong, [], parts.join(" "));
      tried += run;
    }
    assert.ok(tried > COMBINATIONS.length, `${tried} witnesses`);
  });

  it("numbers its articles through and names its clauses after them", () => {
    const { text } = draftInstrument(kit, { ...REQUEST, parts: ["withdrawal", "escalation"] });
    const headings = [...text.matchAll(/^## (Article \d+): /gm)].map((found) => found[1]);
    assert.deepEqual(headings, ["Article 1", "Article 2", "Article 3", "Article 4"]);
    assert.match(text, /duty AB-27-01a "Notice of withdrawal" article "1\(1\)"/);
    assert.match(text, /right AB-27-04a [^\n]* article "4\(1\)"[\s\S]*? if AB-27-02 is not performed/);
    assert.doesNotMatch(text, /DRAFT|\{\{|\/\/ [a-z]+\.[a-z]+/);
  });

  it("brings along what a part needs, each once", () => {
    const ids = partsNeeded(kit, ["reply", "escalation", "reply"]).map((part) => part.id);
    assert.deepEqual(ids, ["reply", "commission", "escalation"]);
  });

  it("holds in a zone where one is given, and everywhere else without", () => {
    const parts = ["notice", "observation", "hazard"];
    const zoned = draftInstrument(kit, { ...REQUEST, parts, zone: "a-zone" });
    assert.match(zoned.text, /zone BorderZone = places "a-zone"/);
    assert.equal(zoned.text.match(/place in BorderZone/g)?.length, 4);
    const problems = compile([{ path: "x.accord.md", text: zoned.text }], CONTEXT).problems;
    assert.deepEqual(
      problems.filter((problem) => problem.severity !== "info"),
      [],
    );
    assert.doesNotMatch(draftInstrument(kit, { ...REQUEST, parts }).text, /BorderZone/);
  });

  it("takes the drafter's numbers, in the clauses and in what there is to decide", () => {
    const { text } = draftInstrument(kit, { ...REQUEST, numbers: { "notice.days": 1, "notice.people": 1234567 } });
    assert.match(text, /no later than 1 day before e\.start otherwise/);
    assert.match(text, /e\.personnel >= 1_234_567/);
    assert.match(text, /- \*\*1,234,567\*\* \(notice\.people\): /);
  });

  it("uses kinds of the region that fit, and declares its own under another name where they do not", () => {
    const inspection = draftInstrument(kit, { ...REQUEST, parts: ["inspection"] });
    const { program } = compile([{ path: "x.accord.md", text: inspection.text }], CONTEXT);
    const again = draftInstrument(kit, { ...REQUEST, parts: ["inspection"], vocabulary: program.vocabulary });
    assert.deepEqual(again.ownKinds, []);
    assert.equal(again.regionKinds.length, inspection.ownKinds.length);
    const other = program.vocabulary.map((kind) =>
      kind.name === "Inspection" ? { ...kind, actor: "receiving" } : kind,
    );
    const mixed = draftInstrument(kit, { ...REQUEST, parts: ["inspection"], vocabulary: other });
    // The report speaks of the inspection: it cannot be the region's where the inspection is not.
    assert.deepEqual(mixed.ownKinds, ["AB27Inspection", "AB27InspectionReport"]);
    assert.match(mixed.text, /when AB27Inspection i under AB-27/);
    assert.match(mixed.text, /duty AB-27-01c "Report on an inspection"/);
  });

  it("is not led astray by what is in a title", () => {
    const title = 'The "{{parties}}" \\ $& ``` pact of $1 DRAFT_reply';
    const { text } = draftInstrument(kit, { ...REQUEST, title });
    const { program, problems } = compile([{ path: "x.accord.md", text }], CONTEXT);
    assert.equal(problems.filter((problem) => problem.severity === "error").length, 0);
    assert.equal(program.instruments[0]?.title, title);
  });
});
