import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { problemWords } from "@kelisim/words";
import { languageOf } from "../src/http/language.ts";

const PACKAGES = join(import.meta.dirname, "../..");
/** Files of the reader of records and of the store that say what is wrong with one. */
const READERS = [
  ...[
    "record-checks",
    "read-value",
    "record-reader",
    "record-header",
    "instant",
    "dated",
    "decimal",
    "period-label",
    "interviews/identity",
    "interviews/read-interviews",
  ].map((name) => `model/src/${name}.ts`),
  "model/src/json-line.ts",
  "store/src/records/prepare.ts",
  "store/src/marking.ts",
];
const SAYS = /\b(?:notFound|forbidden|conflict|badRequest|HttpProblem|refuse|fault|warn)\(/g;

/** The sentences that the calls of a source say; what is put into one is "X1". */
function sentencesOf(source: string): readonly string[] {
  const found: string[] = [];
  for (const call of source.matchAll(SAYS)) {
    let depth = 1;
    for (let at = call.index + call[0].length; depth > 0 && at < source.length; at++) {
      const sign = source[at]!;
      if (sign === "(") depth += 1;
      else if (sign === ")") depth -= 1;
      else if (sign === '"' || sign === "'") {
        const end = source.slice(at + 1).search(new RegExp(`(?<!\\\\)${sign}`));
        found.push(source.slice(at + 1, at + 1 + end).replaceAll("\\", ""));
        at += 1 + end;
      } else if (sign === "`") {
        const [text] = /^`(?:[^`$]|\$\{(?:[^{}`]|`[^`]*`|\{[^}]*\})*\})*`/.exec(source.slice(at)) ?? [];
        if (text === undefined) break;
        found.push(text.slice(1, -1).replaceAll(/\$\{(?:[^{}`]|`[^`]*`|\{[^}]*\})*\}/g, "X1"));
        at += text.length - 1;
      }
    }
  }
  // Codes, pointers and names of fields are no sentences.
  return found.filter((text) => /^[^/]*[A-Za-z] [a-z]/.test(text) && !/^\^|^an? (amount|id)/.test(text));
}

describe("what the node says is wrong", () => {
  const server = readdirSync(join(PACKAGES, "server/src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `server/src/${name}`);
  const sentences = new Set(
    [...server, ...READERS].flatMap((name) => sentencesOf(readFileSync(join(PACKAGES, name), "utf8"))),
  );

  it("has its words in Russian, each sentence of the sources", () => {
    assert.ok(sentences.size > 150, `${sentences.size} sentences`);
    const english = [...sentences].filter((sentence) => problemWords("ru", sentence) === sentence);
    assert.deepEqual(english, []);
  });

  it("takes names and values along, and names kinds of records by their titles", () => {
    const names = { kind: (name: string) => (name === "Exercise" ? "учение" : name) };
    assert.equal(problemWords("ru", "every Exercise has it", names), "это есть в каждой записи вида «учение»");
    assert.equal(
      problemWords("ru", 'The agreement "X" is not here, or not yours to see').includes("документ «X»"),
      true,
    );
    assert.equal(problemWords("ru", "must be a date in quotes, not a list"), "должно быть датой, а не список");
    assert.equal(problemWords("ru", "words nobody knows"), "words nobody knows");
    assert.equal(problemWords("en", "is missing"), "is missing");
  });

  it("is in the language of the address, else in the one that the browser asks for", () => {
    const asked = (query: object, accept?: string) =>
      languageOf({ query, headers: accept === undefined ? {} : { "accept-language": accept } });
    assert.equal(asked({ lang: "en" }, "ru"), "en");
    assert.equal(asked({}, "ru-RU,ru;q=0.9,en;q=0.8"), "ru");
    assert.equal(asked({}, "kk, en;q=0.3, ru;q=0.5"), "ru");
    assert.equal(asked({}, "ru;q=0, de"), "en");
    assert.equal(asked({}), "en");
  });
});
