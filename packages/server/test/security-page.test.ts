import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";

const ROOT = join(import.meta.dirname, "../../..");
const page = readFileSync(join(ROOT, "docs/security.md"), "utf8");

/** Level 1 of OWASP ASVS 5.0.0: section, and the items of it. Compared with the published list where that is at hand. */
const LEVEL_1: Readonly<Record<string, readonly number[]>> = {
  "1.2": [1, 2, 3, 4, 5],
  "1.3": [1, 2],
  "1.5": [1],
  "2.1": [1],
  "2.2": [1, 2],
  "2.3": [1],
  "3.2": [1, 2],
  "3.3": [1],
  "3.4": [1, 2],
  "3.5": [1, 2, 3],
  "4.1": [1],
  "4.4": [1],
  "5.2": [1, 2],
  "5.3": [1, 2],
  "6.1": [1],
  "6.2": [1, 2, 3, 4, 5, 6, 7, 8],
  "6.3": [1, 2],
  "6.4": [1, 2],
  "7.2": [1, 2, 3, 4],
  "7.4": [1, 2],
  "8.1": [1],
  "8.2": [1, 2],
  "8.3": [1],
  "9.1": [1, 2, 3],
  "9.2": [1],
  "10.4": [1, 2, 3, 4, 5],
  "11.3": [1, 2],
  "11.4": [1],
  "12.1": [1],
  "12.2": [1, 2],
  "13.4": [1],
  "14.2": [1],
  "14.3": [1],
  "15.1": [1],
  "15.2": [1],
  "15.3": [1],
};
const items = Object.entries(LEVEL_1).flatMap(([section, numbers]) => numbers.map((number) => `V${section}.${number}`));

const rows = page
  .split("\n")
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => {
    const [item, words, state, where] = line.split("|").slice(1, -1);
    return { item: item!.trim(), words: words!.trim(), state: state!.trim(), where: (where ?? "").trim() };
  });

describe("the page on security", () => {
  it("has every item of level 1 once", () => {
    assert.equal(items.length, 70);
    assert.deepEqual(
      rows.map((row) => row.item),
      items,
    );
  });

  it("says of each whether it is met, with a reason or a place", () => {
    for (const { item, words, state, where } of rows) {
      assert.ok(["met", "not applicable", "not met"].includes(state), item);
      assert.ok(words.length > 5 && where.length >= 10, item);
    }
  });

  it("names files that are there", () => {
    const files = [...page.matchAll(/`((?:packages|docs|regions|scripts)\/[^`\s]+\.\w+)`/g)].map((match) => match[1]!);
    assert.ok(files.length > 40);
    for (const file of new Set(files)) assert.ok(existsSync(join(ROOT, file)), file);
  });

  it("has the list as it was published", (test) => {
    const published = join(
      ROOT,
      "../shared/vectors/owasp-asvs-5.0/5.0/docs_en/OWASP_Application_Security_Verification_Standard_5.0.0_en.flat.json",
    );
    // Outside the machine on which the list was taken over, the numbers above stand for it.
    if (!existsSync(published)) return test.diagnostic("the published list is not at hand; the kept numbers were used");
    const { requirements } = JSON.parse(readFileSync(published, "utf8")) as {
      requirements: readonly { req_id: string; L: string | number }[];
    };
    assert.deepEqual(
      requirements.filter((each) => String(each.L) === "1").map((each) => each.req_id),
      items,
    );
    // The words are ours: no sentence of the standard stands on the page.
    for (const each of requirements as readonly { req_id: string; req_description?: string }[])
      for (const sentence of (each.req_description ?? "").split(/(?<=\.)\s/))
        if (sentence.length > 60) assert.ok(!page.includes(sentence), each.req_id);
  });

  it("is right that no source of the screens or the server sets HTML from a text, or runs one", () => {
    const files = globSync("packages/{web,server}/src/**/*.{ts,tsx}", { cwd: ROOT });
    assert.ok(files.length > 50);
    for (const file of files)
      assert.doesNotMatch(
        readFileSync(join(ROOT, file), "utf8"),
        /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function\(/,
        file,
      );
  });
});
