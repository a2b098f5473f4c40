import assert from "node:assert/strict";
import { globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { setupI18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { readCatalogue } from "../build/read-catalogue.ts";

const src = join(import.meta.dirname, "../src");
const english = readCatalogue("en");
const russian = readCatalogue("ru");

const placeholders = (message: string) =>
  [...new Set([...message.matchAll(/\{\s*([A-Za-z]\w*)\s*[,}]/g)].map((found) => found[1]!))]
    .filter((name) => new RegExp(`\\{\\s*${name}\\s*(,|\\})`).test(message))
    .sort();
const tags = (message: string) => [...new Set(message.match(/<[a-z]+>/g) ?? [])].sort();

/** The forms of every plural of a compiled message: [name, "plural", { one: …, other: … }] at any depth. */
function pluralsOf(compiled: unknown): readonly (readonly string[])[] {
  if (!Array.isArray(compiled)) {
    return typeof compiled === "object" && compiled !== null ? Object.values(compiled).flatMap(pluralsOf) : [];
  }
  const own = compiled[1] === "plural" ? [Object.keys(compiled[2] as object)] : [];
  return [...own, ...compiled.flatMap(pluralsOf)];
}

/** Branches of a plural with no place in them look like places: "{one act}" is text. */
const values = (message: string) => placeholders(message).filter((name) => !/^(one|few|many|other)$/.test(name));

describe("the catalogues", () => {
  it("have the same topics and ids in both languages", () => {
    const topics = (language: string) => readdirSync(join(src, "texts", language)).sort();
    assert.deepEqual(topics("en"), topics("ru"));
    assert.deepEqual(Object.keys(russian).sort(), Object.keys(english).sort());
    assert.ok(Object.keys(english).length > 200);
  });

  it("have every topic in the list of ids", () => {
    const list = readFileSync(join(src, "texts/ids.ts"), "utf8");
    for (const file of readdirSync(join(src, "texts/en"))) assert.ok(list.includes(`./en/${file}`), file);
  });

  it("use the same places and marks", () => {
    for (const [id, message] of Object.entries(english)) {
      assert.deepEqual(tags(russian[id]!), tags(message), id);
      const asked = new Set(values(message));
      for (const name of values(russian[id]!))
        assert.ok(asked.has(name), `${id}: {${name}} is not in the English text`);
    }
  });

  it("are read by the compiler, and Russian counts have one, few and many", () => {
    for (const [language, catalogue] of [
      ["en", english],
      ["ru", russian],
    ] as const) {
      for (const [id, message] of Object.entries(catalogue)) {
        assert.doesNotThrow(() => compileMessage(message), `${language} ${id}`);
        if (language === "en") continue;
        for (const forms of pluralsOf(compileMessage(message))) {
          const named = forms.filter((form) => !/^\d+$/.test(form) && form !== "offset");
          if (named.length > 1) assert.deepEqual(named.sort(), ["few", "many", "one", "other"], id);
        }
      }
    }
  });

  it("count in Russian: 1 день, 2 дня, 5 дней", () => {
    const i18n = setupI18n();
    i18n.load("ru", { in: compileMessage(russian["time.inDays"]!) });
    i18n.activate("ru");
    const say = (count: number) => i18n._("in", { count }).replaceAll("\u00A0", " ");
    assert.deepEqual([1, 2, 5, 21].map(say), ["через 1 день", "через 2 дня", "через 5 дней", "через 21 день"]);
  });

  it("speak neutrally", () => {
    const avoided = /\b(breach|violat\w*|failed|alert)\b|нарушен|наруши|сорва[лн]|провал/i;
    for (const [id, message] of [...Object.entries(english), ...Object.entries(russian)]) {
      assert.ok(!avoided.test(message), `${id}: ${message}`);
      assert.ok(!/[!—]/.test(message), `${id}: no exclamation marks, no em dashes`);
    }
  });

  it("have no Latin letters inside Russian words", () => {
    for (const [id, message] of Object.entries(russian)) {
      const bare = message.replace(/<[^>]+>|\{[^{}]*,|[{}]/g, " ");
      assert.ok(!/[а-яё][a-z]|[a-z][а-яё]/i.test(bare), `${id}: ${message}`);
    }
  });
});

describe("the components", () => {
  const files = globSync("**/*.{ts,tsx}", { cwd: src }).filter((file) => !file.startsWith("texts/"));

  it("name only texts that exist", () => {
    let seen = 0;
    for (const file of files) {
      const source = readFileSync(join(src, file), "utf8");
      for (const found of source.matchAll(/(?<![\w.])t\(\s*"([^"]+)"|<Sentence\s+id="([^"]+)"/g)) {
        const id = (found[1] ?? found[2])!;
        assert.ok(id in english, `${file}: "${id}" is in no catalogue`);
        seen++;
      }
    }
    assert.ok(seen > 100, `only ${seen} uses seen`);
  });

  it("hold no sentence of their own", () => {
    for (const file of files.filter((name) => name.endsWith(".tsx"))) {
      const source = readFileSync(join(src, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      for (const found of source.matchAll(/>\s*([A-ZА-ЯЁ][\p{L} ,]{6,}[\p{L}.])\s*</gu)) {
        assert.fail(`${file}: "${found[1]}" belongs into a catalogue`);
      }
      for (const found of source.matchAll(/(?:aria-label|title|placeholder|label)="([^"]*[a-z] [^"]*)"/g)) {
        assert.fail(`${file}: "${found[1]}" belongs into a catalogue`);
      }
    }
  });
});
