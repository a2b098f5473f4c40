import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const source = new URL("../src/", import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  dependencies: Record<string, string>;
};

/** The language runs in the editor of the web as well: nothing of Node, and nothing that is not declared. */
test("the source imports nothing of Node and only what the package declares", () => {
  assert.ok(files.length > 30);
  for (const file of files) {
    const text = readFileSync(new URL(file, source), "utf8");
    for (const [, from = ""] of text.matchAll(/^(?:import|export)\b[^"';]*?from ["']([^"']+)["']/gm)) {
      if (from.startsWith(".")) {
        assert.ok(from.endsWith(".ts"), `${file}: ${from}`);
        continue;
      }
      const name = from.startsWith("@") ? from.split("/").slice(0, 2).join("/") : from.split("/")[0]!;
      assert.ok(name in manifest.dependencies, `${file} imports ${from}`);
    }
    assert.ok(!/["']node:|\bprocess\.|\brequire\(|\bBuffer\b/.test(text), file);
  }
});

test("the syntax tree does not leave the package", () => {
  for (const door of ["index.ts", "program/index.ts"]) {
    const text = readFileSync(new URL(door, source), "utf8");
    assert.ok(!/generated|langium/.test(text), door);
  }
});

test("the program format has no Langium behind it", () => {
  for (const file of files.filter((candidate) => candidate.startsWith("program"))) {
    assert.ok(!/langium|generated/.test(readFileSync(new URL(file, source), "utf8")), file);
  }
});
