import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { catalogueModule } from "../build/catalogues.ts";
import { localeNames } from "../build/locale-names.ts";
import { outrun } from "../build/origins.ts";
import { readCatalogue, readDoubtful, readOrigins, TEXTS, topicsOf } from "../build/read-catalogue.ts";
import { DRAFTS, isDraft, isWhole, LANGUAGES, LOCALES, TAGS, WHOLE } from "../src/texts/languages.ts";

const english = readCatalogue("en");

/** Names of the places of a compiled message and the marks in it, at any depth: ["date", "<b>"]. */
function placesOf(compiled: unknown): readonly string[] {
  if (typeof compiled === "string") return compiled.match(/<[a-z]+>/g) ?? [];
  if (!Array.isArray(compiled))
    return typeof compiled === "object" && compiled !== null ? Object.values(compiled).flatMap(placesOf) : [];
  return compiled.flatMap((part) => {
    if (!Array.isArray(part)) return placesOf(part);
    const [name, , forms] = part as unknown as readonly [string, string?, unknown?];
    return [name, ...placesOf(forms)];
  });
}
const places = (message: string) => [...new Set(placesOf(compileMessage(message)))].sort();

/** Choices of every "plural" and "select" of a compiled message, each with its name: "count plural", ["one", "other"]. */
function choicesOf(compiled: unknown): readonly (readonly [string, readonly string[]])[] {
  if (!Array.isArray(compiled))
    return typeof compiled === "object" && compiled !== null ? Object.values(compiled).flatMap(choicesOf) : [];
  return compiled.flatMap((part) => {
    if (!Array.isArray(part)) return choicesOf(part);
    const [name, format, forms] = part as unknown as readonly [string, string?, object?];
    if (typeof forms !== "object" || forms === null) return [];
    return [[`${name} ${format}`, Object.keys(forms)] as const, ...choicesOf(forms)];
  });
}

/** Letters a language is written with, beside the marks, figures and names that stay as they are. */
const LETTERS = {
  kk: /^[а-яёәғқңөұүһі]+$/,
  ky: /^[а-яёңөү]+$/,
  tg: /^[а-яёғӣқӯҳҷ]+$/,
  tk: /^[a-zçäžňöşüý]+$/,
  uz: /^[a-zʻʼ]+$/,
} as const;
/** Names, forms and keys in Latin letters, in whatever language. */
const LATIN_NAMES = new Set(
  (
    "kelisim utc tab enter escape csv xlsx json ics parquet svg png passkey oecd dac crs iati undp un us eu kazakhstan incb osce hdx " +
    "typst pdf docx html url id oidc tlp e-mail oda usd eur hash sha utf api iso oda atop cow wgi igo ucdp cap sipri zip tar xml yaml md rss mib ctrl id creditor reporting system data explorer datastore smtp mb zip markdown word " +
    "excel https localhost lines postgresql rfc correlates of war"
  ).split(" "),
);

describe("languages", () => {
  it("are whole or drafts, each with its name, its tag and its locale", () => {
    assert.deepEqual(Object.keys(LANGUAGES), [...WHOLE, ...DRAFTS]);
    for (const each of DRAFTS) assert.ok(isDraft(each) && !isWhole(each));
    assert.equal(TAGS.uz, "uz-Latn");
    for (const each of DRAFTS) assert.equal(new Intl.Locale(LOCALES[each]).language, each);
  });

  it("have names of months and weekdays, which are those of no other language", () => {
    const seen = new Map<string, string>();
    for (const each of DRAFTS) {
      const names = localeNames(LOCALES[each]);
      for (const lists of [names.monthsInDates, names.monthsAlone, names.weekdays])
        for (const list of [lists.long, lists.short]) {
          assert.equal(new Set(list).size, list.length, each);
          for (const name of list) assert.doesNotMatch(name, /M\d|\d|^$/, each);
        }
      const months = names.monthsAlone.long.join();
      assert.notEqual(months, localeNames("en-GB").monthsAlone.long.join());
      assert.equal(seen.get(months), undefined, each);
      seen.set(months, each);
      assert.equal(names.powers.short.length, 4);
    }
    assert.throws(() => localeNames("xx-XX"), /no names of months for xx-XX/);
  });

  it("have their letters in the fonts of the pages", () => {
    const css = readFileSync(join(TEXTS, "../theme/fonts.css"), "utf8").split("Noto Sans Mono")[0]!;
    const ranges = [...css.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(
      ([, from, to]) => [Number.parseInt(from!, 16), Number.parseInt(to ?? from!, 16)] as const,
    );
    for (const each of DRAFTS)
      for (const letter of new Set(Object.values(readCatalogue(each)).join("").match(/\p{L}/gu))) {
        const code = letter.codePointAt(0)!;
        assert.ok(
          ranges.some(([from, to]) => code >= from && code <= to),
          `${each}: no font for ${letter} (U+${code.toString(16)})`,
        );
      }
  });
});

for (const language of DRAFTS)
  describe(`the draft in ${language}`, () => {
    const draft = readCatalogue(language);
    const changed = new Set(outrun(language));

    it("has its texts in the topics where English has them", (context) => {
      for (const topic of topicsOf(language)) {
        const read = (of: string) => Object.keys(JSON.parse(readFileSync(join(TEXTS, of, topic), "utf8")));
        const known = new Set(read("en"));
        for (const id of read(language)) {
          assert.ok(known.has(id) || !(id in english), `${language}/${topic}: "${id}" stands in another topic`);
          // Nothing asks for it, and the build leaves it out.
          if (!(id in english)) context.diagnostic(`${language}/${topic}: English no longer has "${id}"`);
        }
      }
      for (const id of ["shell.draft", "shell.draftMarks", "shell.behind", "shell.drafts"])
        assert.ok(id in draft, `${id}: what says that it is a draft has to be translated`);
    });

    it("asks for the same values as English, and chooses as its language does", () => {
      const forms = new Set([...new Intl.PluralRules(LOCALES[language]).resolvedOptions().pluralCategories]);
      for (const [id, message] of Object.entries(draft)) {
        const original = english[id];
        // What English says otherwise by now is shown as doubtful.
        if (original === undefined || changed.has(id)) continue;
        assert.deepEqual(places(message), places(original), `${language} ${id}`);
        const asked = new Map(choicesOf(compileMessage(original)));
        for (const [choice, keys] of choicesOf(compileMessage(message))) {
          assert.ok(keys.includes("other"), `${language} ${id}: ${choice} has no other`);
          if (choice.endsWith(" plural"))
            for (const key of keys) assert.ok(/^=?\d+$|^offset$/.test(key) || forms.has(key as "one"), `${id}: ${key}`);
          else assert.deepEqual([...keys].sort(), [...(asked.get(choice) ?? [])].sort(), `${id}: ${choice}`);
        }
      }
    });

    it("says what is doubtful, and why", () => {
      for (const [id, why] of Object.entries(readDoubtful(language))) {
        assert.ok(id in draft, `${language} ${id}`);
        assert.ok(why.length > 5, `${language} ${id}`);
      }
      const { draft: made } = catalogueModule(language);
      assert.ok(made !== undefined && made.translated <= made.of && made.translated > 0);
      for (const id of changed) assert.ok(made.doubtful.includes(id), `${id} is of another English text`);
      for (const id of Object.keys(draft).filter((each) => each in english))
        assert.ok(id in readOrigins(language), `${id}: from which English text?`);
    });

    it("is written in its own letters", () => {
      for (const [id, message] of Object.entries(draft)) {
        const bare = message
          .replaceAll("\u00AD", "")
          .replace(/<[^>]+>/g, " ")
          .replace(/\{\s*\w+\s*,\s*(plural|select)\s*,|(=\d+|\w+)\s*\{|\{\w+\}/g, " ")
          // Names of files, columns and settings, commands, values of a question: they are typed as they stand.
          .replace(
            /[\w-]+\.(csv|jsonl)\b|\b[A-Z]+(_[A-Z]+)+\b|\bkelisim( [a-z]+)+|\b\w+=\w*|\b[a-z_]+(, [a-z_]+){2,}/g,
            " ",
          );
        for (const word of bare.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [])
          assert.ok(
            LETTERS[language].test(word) || LATIN_NAMES.has(word) || /^[a-z]$/.test(word),
            `${language} ${id}: "${word}" in "${message}"`,
          );
        assert.doesNotMatch(message, /['‘`]/, `${id}: U+02BB and U+02BC are the letters, a straight mark is none`);
        assert.doesNotMatch(message, /[!—]/, `${id}: no exclamation marks, no em dashes`);
      }
    });
  });
