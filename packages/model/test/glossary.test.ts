import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { holdsStem, readRegion } from "../src/index.ts";

const REGION = `format: kelisim-region
version: 1
id: x
name: X
fictional: yes
time_zone: UTC
tables:
  glossary: { coverage: partial, of: terms, as_of: 2026-11 }
`;
const HEAD = "id,language,term,stems,source,confidence";
const ENGLISH = "border,en,border,,invented,high";
const read = (...rows: readonly string[]) =>
  readRegion(
    new Map([
      ["region.yaml", REGION],
      ["glossary.csv", `${[HEAD, ...rows].join("\n")}\n`],
    ]),
  );

describe("the glossary of a region", () => {
  it("says a term in each language, with the stems by which it is found", () => {
    const { region, problems } = read(ENGLISH, "border,kk,Шекара,шекара;шекар,invented,medium");
    assert.deepEqual(problems, []);
    assert.deepEqual(
      region?.glossary.map(({ id, language, term, stems, confidence }) => [id, language, term, stems, confidence]),
      [
        ["border", "en", "border", ["border"], "high"],
        ["border", "kk", "Шекара", ["шекара", "шекар"], "medium"],
      ],
    );
  });

  for (const [name, row, said] of [
    ["an id with capital letters", "Border,kk,шекара,,invented,low", /no id of a term/],
    ["a name in the place of a tag", "border,Kazakh language,шекара,,invented,low", /no tag of a language/],
    ["a stem that is not of the term", "border,kk,шекара,бекет,invented,low", /begins with one of them/],
    ["a term that English does not have", "frontier,kk,шекара,,invented,low", /no row in English/],
    ["no term", "border,kk,,,invented,low", /is empty/],
    ["a second row of the language", "border,en,frontier,,invented,low", /stands on line 2 already/],
    ["no source", "border,kk,шекара,,,low", /is empty/],
  ] as const)
    it(`${name} is refused with its line`, () => {
      const { problems } = read(ENGLISH, row);
      assert.ok(
        problems.some(({ file, line, message }) => file === "glossary.csv" && line === 3 && said.test(message)),
        JSON.stringify(problems),
      );
    });

  it("finds a term by the beginning of a word, in small and large letters, not in the middle of one", () => {
    assert.ok(holdsStem("Шекарадағы оқиға", ["шекара"]));
    assert.ok(holdsStem("Чек арадагы окуя", ["чек ара"]));
    assert.ok(holdsStem("Yangi «oʻtkazish punkti»", ["oʻtkazish punkt"]));
    assert.ok(!holdsStem("сақшекара", ["шекара"]));
    assert.ok(!holdsStem("", ["шекара"]));
  });
});
