import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { contentHash } from "../src/index.ts";

/** Vectors of RFC 8785 that nobody in this project wrote (cyberphone/json-canonicalization). */
const VECTORS = new URL("../../../../shared/vectors/jcs-rfc8785/testdata/", import.meta.url);
const absent = !existsSync(VECTORS) && "the shared vectors are not here";

describe("content hash", { skip: absent }, () => {
  for (const file of absent ? [] : readdirSync(new URL("input/", VECTORS))) {
    const input: unknown = JSON.parse(readFileSync(new URL(`input/${file}`, VECTORS), "utf8"));
    const output = readFileSync(new URL(`output/${file}`, VECTORS));
    it(`is the hash of the canonical form of ${file}`, () => {
      const expected = createHash("sha256").update(output.toString("utf8").trimEnd()).digest("hex");
      assert.equal(contentHash({ content: input as Record<string, unknown> }), expected);
    });
  }
});
