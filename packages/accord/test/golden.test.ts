import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compile } from "../src/index.ts";

const folder = new URL("./golden/", import.meta.url);

/** The sample of the design, in the final syntax: this text gives this program, hashes included. */
test("the sample of Shanghai 1996 gives its program", () => {
  const text = readFileSync(new URL("shanghai.accord.md", folder), "utf8");
  const { program, problems } = compile([{ path: "shanghai.accord.md", text }], {
    parties: ["CHN", "KAZ", "KGZ", "RUS", "TJK"].map((id) => ({ id, name: id, kind: "state" as const })),
    zones: ["shanghai-1996-zone"],
  });
  assert.deepEqual(
    problems.filter((problem) => problem.severity !== "info"),
    [],
  );
  const golden: unknown = JSON.parse(readFileSync(new URL("shanghai.program.json", folder), "utf8"));
  assert.deepEqual(JSON.parse(JSON.stringify(program)), golden);
});
