import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";

const SRC = new URL("../src/", import.meta.url);
const files = readdirSync(SRC).filter((file) => file.endsWith(".ts"));

describe("the package runs in a browser", () => {
  it("has files to look at", () => assert.ok(files.length > 20));

  for (const file of files) {
    it(`${file} imports nothing of Node and uses none of its globals`, () => {
      const text = readFileSync(new URL(file, SRC), "utf8");
      const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
      assert.doesNotMatch(code, /from "(node:|fs|path|crypto|url|buffer)/);
      assert.doesNotMatch(code, /\b(process|Buffer|__dirname|require)\b[.(]/);
      assert.doesNotMatch(code, /Date\.now|new Date\(\)/, "the present moment is given, never read");
    });
  }
});
