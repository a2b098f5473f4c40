import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FACT_KINDS, jsonSchemaOf, jsonSchemaOfFact, jsonSchemas, readRecords } from "../src/index.ts";
import { EXERCISE, exercise, INVITATION, invitation, KINDS, RELEASE, release } from "./fixtures.ts";

interface ObjectSchema {
  readonly properties: Readonly<Record<string, ObjectSchema & { readonly const?: unknown }>>;
  readonly required: readonly string[];
  readonly additionalProperties: boolean;
}

/** What the schema demands and what the reader demands must be the same things. */
describe("JSON Schemas", () => {
  const written = { Exercise: exercise, ObserverInvitation: invitation, Release: release };
  for (const kind of [EXERCISE, INVITATION, RELEASE]) {
    const record: Readonly<Record<string, unknown>> = written[kind.name as keyof typeof written];
    const schema = jsonSchemaOf(kind) as ObjectSchema;

    it(`${kind.name}: knows every field of a sound record, and demands only what it has`, () => {
      for (const key of Object.keys(record)) assert.ok(key in schema.properties, key);
      for (const key of schema.required) assert.ok(key in record, key);
      assert.deepEqual(
        Object.keys(schema.properties.content?.properties ?? {}),
        kind.attributes.map(({ name }) => name),
      );
      assert.equal(schema.additionalProperties, false);
      assert.equal(schema.properties.kind?.const, kind.name);
    });

    it(`${kind.name}: the reader refuses a record without what the schema demands`, () => {
      for (const key of schema.required) {
        const { [key]: _left, ...rest } = record;
        assert.equal(readRecords([JSON.stringify(rest)], KINDS).counts.refused, 1, key);
      }
      for (const key of schema.properties.content?.required ?? []) {
        const { [key]: _left, ...rest } = record.content as Record<string, unknown>;
        assert.equal(readRecords([JSON.stringify({ ...record, content: rest })], KINDS).counts.refused, 1, key);
      }
    });

    it(`${kind.name}: the reader takes a record with no more than the schema demands`, () => {
      const content = schema.properties.content?.required ?? [];
      const full = record.content as Record<string, unknown>;
      const least = {
        ...Object.fromEntries(schema.required.map((key) => [key, record[key]])),
        content: Object.fromEntries(content.map((key) => [key, full[key]])),
      };
      assert.equal(readRecords([JSON.stringify(least)], KINDS).counts.taken, 1);
    });
  }

  it("stands for every kind a file may hold, and is plain JSON", () => {
    const schemas = jsonSchemas(KINDS);
    assert.deepEqual(
      Object.keys(schemas).sort(),
      [...KINDS.map(({ name }) => name), ...FACT_KINDS, "withdrawal"].sort(),
    );
    assert.deepEqual(JSON.parse(JSON.stringify(schemas)), schemas);
  });

  it("demands a source of every fact", () => {
    for (const kind of FACT_KINDS) {
      const required = (jsonSchemaOfFact(kind) as ObjectSchema).properties.content?.required ?? [];
      assert.ok(required.includes("source") && required.includes("confidence"), kind);
    }
  });
});
