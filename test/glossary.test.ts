import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { type GlossaryTerm, holdsStem } from "@kelisim/model";
import { openRegion } from "./open-region.ts";

const TEXTS = fileURLToPath(new URL("../packages/web/src/texts", import.meta.url));
const DRAFTS = ["kk", "ky", "tg", "tk", "uz"];

/** Texts of a language by id, without what stands in their places: "{party} owes" is " owes". */
function textsOf(language: string): ReadonlyMap<string, string> {
  const texts = globSync(`${language}/*.json`, { cwd: TEXTS })
    .filter((path) => !["doubtful.json", "origins.json"].includes(basename(path)))
    .flatMap((path) => Object.entries<string>(JSON.parse(readFileSync(join(TEXTS, path), "utf8"))));
  return new Map(texts.map(([id, text]) => [id, worded(text)]));
}

const worded = (text: string) =>
  text
    // Where a long word may be divided.
    .replaceAll("\u00AD", "")
    .replace(/\{\s*\w+\s*,\s*(plural|select)\s*,/g, " ")
    .replace(/(=\d+|\b\w+)\s*\{(?!\w+\})/g, " ")
    // "{row}-жол" is the word жол behind a number.
    .replace(/\{\w+\}-?|<[^>]+>|[{}]/g, " ");

/** Whether an English text has one of the words, alone or in the plural: "state" is not in "statement". */
const names = (text: string, stems: readonly string[]) =>
  stems.some(
    (stem) =>
      new RegExp(`\\b${stem}s?\\b`, "i").test(text.replaceAll("-", " ")) ||
      (stem.includes("-") && holdsStem(text, [stem])),
  );

/**
 * Where a translation rightly says a term otherwise than the glossary, by id of the text: the word is meant in another sense there, or
 * the language says the same without it.
 */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(join(dirname(fileURLToPath(import.meta.url)), "glossary-exceptions.json"), "utf8"),
);

describe("the glossary of Central Asia", () => {
  let glossary: readonly GlossaryTerm[] = [];
  before(async () => {
    glossary = (await openRegion("central-asia")).region.glossary;
  });

  it("has sixty terms and more, none of them surer than general knowledge is", () => {
    assert.ok(new Set(glossary.map(({ id }) => id)).size >= 60);
    for (const { id, language, source, confidence } of glossary)
      if (source.includes("[GK]")) assert.notEqual(confidence, "high", `${id} in ${language}`);
  });

  for (const language of DRAFTS)
    it(`is kept by the texts in ${language}`, () => {
      const english = textsOf("en");
      const translated = textsOf(language);
      const own = new Map(glossary.filter((each) => each.language === language).map((each) => [each.id, each]));
      const strays: string[] = [];
      let held = 0;
      for (const { id, stems } of glossary.filter((each) => each.language === "en")) {
        const term = own.get(id);
        if (term === undefined) continue;
        for (const [text, words] of translated) {
          const original = english.get(text);
          if (original === undefined || !names(original, stems) || EXCEPTIONS[text]?.includes(id)) continue;
          if (holdsStem(words, term.stems)) held++;
          else strays.push(`${text}: "${term.term}" for "${stems[0]}" in: ${words}`);
        }
      }
      assert.ok(held > 60, `${held} uses of terms seen`);
      assert.deepEqual(strays, []);
    });

  it("excepts only texts that there are", () => {
    const english = textsOf("en");
    const terms = new Set(glossary.map(({ id }) => id));
    for (const [text, excepted] of Object.entries(EXCEPTIONS)) {
      assert.ok(english.has(text), text);
      for (const term of excepted) assert.ok(terms.has(term), `${text}: ${term}`);
    }
  });
});
