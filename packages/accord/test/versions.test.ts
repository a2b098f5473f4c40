import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Kind } from "@kelisim/model";
import { checkPublished, compile, declarationText, format, readPublished, writePublished } from "../src/index.ts";
import { REGION } from "./region.ts";

/** Versions of kinds: how a newer one replaces an older, and what may not happen to kinds with kept records. */

const compiled = (kinds: string) =>
  compile([{ path: "v.accord.md", text: `\`\`\`accord\n${kinds}\n\`\`\`\n` }], REGION);
const kindsOf = (kinds: string): readonly Kind[] => compiled(kinds).program.vocabulary;
const errorsOf = (kinds: string) => compiled(kinds).problems.filter((problem) => problem.severity === "error");

const FIRST = `event Drill "Drill" by host {
  host: party required;
  troops: count;
  tanks: count;
  what: one of (live, staff, "on paper")
}`;
const second = (changes: string, body = "host: party required; personnel: count; what: one of (live, staff)") =>
  `${FIRST}\nevent Drill "Drill" version 2 by host ${changes} { ${body} }`;

describe("a newer version of a kind", () => {
  it("says what became of each attribute of the one before", () => {
    const kinds = kindsOf(
      second(
        'replaces version 1 (personnel was troops; tanks dropped; what desk was staff; what desk was "on paper")',
        "host: party required; personnel: count; what: one of (live, desk)",
      ),
    );
    assert.deepEqual(kinds.find((kind) => kind.version === 2)?.replaces, {
      version: 1,
      renamed: [{ from: "troops", to: "personnel" }],
      dropped: ["tanks"],
      choices: [
        { attribute: "what", from: "staff", to: "desk" },
        { attribute: "what", from: "on paper", to: "desk" },
      ],
    });
  });

  it("need not say anything of what stays", () => {
    const text = `${FIRST}\nevent Drill version 2 by host replaces version 1 { host: party required; troops: count; tanks: count; ships: count; what: one of (live, staff, "on paper") }`;
    assert.deepEqual(errorsOf(text), []);
  });

  const faults: readonly (readonly [string, string, string, RegExp, RegExp])[] = [
    [
      "says nothing of it",
      second(""),
      "accord/no-migration",
      /does not say how it replaces version 1/,
      /troops dropped; tanks dropped; what NEW was "on paper"/,
    ],
    [
      "leaves an attribute out",
      second('replaces version 1 (personnel was troops; what staff was "on paper")'),
      "accord/no-migration",
      /what became of "tanks"/,
      /tanks dropped/,
    ],
    [
      "leaves a choice out",
      second("replaces version 1 (personnel was troops; tanks dropped)"),
      "accord/no-migration",
      /what became of "what"/,
      /what/,
    ],
    ["drops what never was", second("replaces version 1 (gunz dropped)"), "accord/no-migration", /has no "gunz"/, /./],
    [
      "renames to what is not there",
      second("replaces version 1 (personel was troops)"),
      "accord/no-migration",
      /has no "personel"/,
      /personnel/,
    ],
    [
      "replaces a version that is not there",
      second("replaces version 3"),
      "accord/no-migration",
      /has no version 3/,
      /The version before is 1/,
    ],
  ];
  for (const [name, text, code, message, mend] of faults) {
    it(`is refused where it ${name}`, () => {
      const found = errorsOf(text).find((problem) => message.test(problem.message));
      assert.equal(found?.code, code, JSON.stringify(errorsOf(text)));
      assert.match(found?.mend ?? "", mend);
      assert.ok((found?.line ?? 0) > 1);
    });
  }

  it("is laid out and read back", () => {
    const text = `\`\`\`accord\n${second('replaces version 1 (personnel was troops; tanks dropped; what staff was "on paper")')}\n\`\`\`\n`;
    const once = format(text);
    assert.equal(format(once), once);
    assert.deepEqual(
      compile([{ path: "v.accord.md", text: once }], REGION).program.vocabulary,
      compile([{ path: "v.accord.md", text }], REGION).program.vocabulary,
    );
  });

  it("leaves the words was, dropped and replaces free as names", () => {
    const text = "event Was by was { was: party; dropped: count; replaces: yes/no }";
    assert.deepEqual(errorsOf(text), []);
  });
});

describe("kinds under which records are kept", () => {
  const published = kindsOf(FIRST);

  it("are written down and read back", () => {
    const text = writePublished(published);
    assert.deepEqual(readPublished("l", text), { kinds: published, problems: [] });
    assert.equal(text.split("\n").length, 8, "one kind a line");
  });

  it("are refused where the file is none", () => {
    for (const text of [
      "",
      "{",
      "[]",
      "null",
      '{"format":"x"}',
      '{"format":"kelisim-vocabulary","version":2}',
      '{"format":"kelisim-vocabulary","version":1,"kinds":[{}]}',
    ]) {
      const { kinds, problems } = readPublished("l", text);
      assert.deepEqual([kinds.length, problems[0]?.code], [0, "accord/broken-lock"], text);
    }
  });

  it("may gain what can be left out", () => {
    const wider = FIRST.replace("tanks: count;", "tanks: count; ships: count;").replace(
      '"on paper"',
      '"on paper", mixed',
    );
    assert.deepEqual(checkPublished(published, kindsOf(wider)), []);
    assert.deepEqual(checkPublished(published, kindsOf(`${FIRST}\nevent Other by host { host: party }`)), []);
  });

  const changes: readonly (readonly [string, string, RegExp, RegExp])[] = [
    ["taken away", "event Other by host { host: party }", /no file declares any more/, /Put back: event Drill/],
    [
      "left only in a newer version",
      `event Drill version 2 by host { host: party required; personnel: count }`,
      /no file declares/,
      /And in version 2: replaces version 1 \(personnel was troops|dropped/,
    ],
    [
      "without an attribute",
      FIRST.replace("tanks: count;", ""),
      /"tanks" is gone/,
      /as version 2: replaces version 1 \(tanks dropped\)/,
    ],
    ["with a new name", FIRST.replace("troops", "personnel"), /"troops" is gone/, /personnel was troops/],
    ["asking for more", FIRST.replace("tanks: count", "tanks: count required"), /"tanks" is required now/, /version 2/],
    ["with another type", FIRST.replace("tanks: count", "tanks: text"), /"tanks" was count and is text/, /version 2/],
    ["with fewer choices", FIRST.replace(', "on paper"', ""), /"what" cannot be "on paper" any more/, /version 2/],
    [
      "within narrower bounds",
      FIRST.replace("tanks: count", "tanks: count max 50"),
      /"tanks" is at most 50 now/,
      /version 2/,
    ],
    [
      "done by another",
      FIRST.replace("by host", "by guest").replace("troops: count", "troops: count; guest: party"),
      /`by guest`/,
      /version 2/,
    ],
  ];
  for (const [name, text, message, mend] of changes) {
    it(`may not be ${name}: the migration it needs is named`, () => {
      const problems = checkPublished(published, kindsOf(text), "vocabulary.lock.json");
      assert.equal(problems.length, 1);
      assert.equal(problems[0]?.code, "accord/orphaned-records");
      assert.match(problems[0]?.message ?? "", message);
      assert.match(problems[0]?.mend ?? "", mend);
    });
  }

  it("are proposed in the words of the language", () => {
    const text = declarationText(published[0]!);
    assert.deepEqual(kindsOf(text), published);
  });

  it("take the migration that is proposed", () => {
    const changed = FIRST.replace("tanks: count;", "");
    const mend = checkPublished(published, kindsOf(changed))[0]?.mend ?? "";
    const migration = /replaces version 1 \([^)]*\)/.exec(mend)?.[0] ?? "";
    const mended = `${FIRST}\n${changed.replace("by host", `version 2 by host ${migration}`)}`;
    assert.deepEqual(errorsOf(mended), []);
    assert.deepEqual(checkPublished(published, kindsOf(mended)), []);
  });
});
