import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as api from "@kelisim/api";
import { Type } from "typebox";
import { withPlainUnions } from "../src/http/plain-unions.ts";

const plainly = (schema: unknown) => JSON.parse(JSON.stringify(withPlainUnions(schema)));

describe("unions of plain values in the schema of an answer", () => {
  it("are a list of words, or several types", () => {
    const words = Type.Union([Type.Literal("yes"), Type.Literal("no")], { description: "whether" });
    assert.deepEqual(plainly(words), { type: "string", enum: ["yes", "no"], description: "whether" });
    assert.deepEqual(plainly(Type.Union([Type.String(), Type.Number(), Type.Null()])), {
      type: ["string", "number", "null"],
    });
    assert.deepEqual(plainly(Type.Object({ list: Type.Array(words) })).properties.list.items, {
      type: "string",
      enum: ["yes", "no"],
      description: "whether",
    });
  });

  it("stay what they are where a choice is an object, or asks more than its type", () => {
    for (const schema of [
      Type.Union([Type.Object({ kind: Type.Literal("a") }), Type.Null()]),
      Type.Union([Type.String({ format: "date" }), Type.Null()]),
    ])
      assert.deepEqual(plainly(schema), JSON.parse(JSON.stringify(schema)));
  });

  it("are none of those that a large answer is full of", () => {
    for (const schema of [api.BetweenSchema, api.EvidenceSchema, api.PowersSchema, api.SeriesSchema])
      assert.doesNotMatch(JSON.stringify(withPlainUnions(schema)), /"anyOf"/);
  });
});
