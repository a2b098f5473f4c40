import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { METHODS } from "../src/index.ts";

it("each method has its paragraph in docs/observatory.md", () => {
  const page = readFileSync(new URL("../../../docs/observatory.md", import.meta.url), "utf8");
  for (const id of Object.keys(METHODS)) assert.ok(page.includes(`\`${id}\``), `${id} is not described`);
});
