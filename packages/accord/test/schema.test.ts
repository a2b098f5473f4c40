import assert from "node:assert/strict";
import { test } from "node:test";
import { programSchema } from "../src/program/index.ts";
import { compileText, languageReference } from "./region.ts";

interface Schema {
  readonly [keyword: string]: unknown;
}

const KEYWORDS = new Set(
  "$schema $defs $ref title type const enum oneOf properties required additionalProperties items pattern minimum maximum minLength".split(
    " ",
  ),
);

/** Faults of a value against the part of JSON Schema that the program's schema uses. */
function faults(value: unknown, schema: Schema, at = "$"): string[] {
  const unknown = Object.keys(schema).filter((keyword) => !KEYWORDS.has(keyword));
  assert.deepEqual(unknown, [], "the check below must know every keyword in use");
  if (typeof schema.$ref === "string") {
    const name = schema.$ref.replace("#/$defs/", "");
    const target = (programSchema.$defs as Readonly<Record<string, object>>)[name];
    assert.ok(target, schema.$ref);
    return faults(value, target as Schema, at);
  }
  if (schema.oneOf) {
    const options = schema.oneOf as Schema[];
    const fitting = options.filter((option) => faults(value, option, at).length === 0);
    return fitting.length === 1 ? [] : [`${at}: fits ${fitting.length} of ${options.length}: ${JSON.stringify(value)}`];
  }
  if ("const" in schema) return value === schema.const ? [] : [`${at}: not ${String(schema.const)}`];
  if (schema.enum) return (schema.enum as unknown[]).includes(value) ? [] : [`${at}: not one of the values`];
  switch (schema.type) {
    case "string": {
      if (typeof value !== "string") return [`${at}: no string`];
      const short = value.length < Number(schema.minLength ?? 0);
      const wrong = typeof schema.pattern === "string" && !new RegExp(schema.pattern).test(value);
      return short || wrong ? [`${at}: "${value}"`] : [];
    }
    case "boolean":
      return typeof value === "boolean" ? [] : [`${at}: no boolean`];
    case "number":
    case "integer": {
      const fits = schema.type === "integer" ? Number.isInteger(value) : typeof value === "number";
      const number = value as number;
      const inside = number >= Number(schema.minimum ?? -Infinity) && number <= Number(schema.maximum ?? Infinity);
      return fits && inside ? [] : [`${at}: ${String(value)}`];
    }
    case "array":
      if (!Array.isArray(value)) return [`${at}: no array`];
      return value.flatMap((item, index) => faults(item, schema.items as Schema, `${at}[${index}]`));
    case "object": {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${at}: no object`];
      const properties = (schema.properties ?? {}) as Readonly<Record<string, Schema>>;
      const missing = ((schema.required ?? []) as string[]).filter((key) => !(key in value));
      const rest = schema.additionalProperties;
      return [
        ...missing.map((key) => `${at}: no ${key}`),
        ...Object.entries(value).flatMap(([key, item]) => {
          const own = properties[key] ?? (typeof rest === "object" ? (rest as Schema) : undefined);
          return own ? faults(item, own, `${at}.${key}`) : [`${at}: ${key} is not known`];
        }),
      ];
    }
    default:
      return [`${at}: the schema has no type here`];
  }
}

test("compiled programs satisfy the schema of the program format", () => {
  const { program } = compileText(languageReference());
  assert.deepEqual(faults(JSON.parse(JSON.stringify(program)), programSchema), []);
  assert.ok(program.instruments.length > 0);
});

test("the schema refuses what is no program", () => {
  const { program } = compileText(languageReference());
  const copy = () => JSON.parse(JSON.stringify(program)) as typeof program & Record<string, unknown>;
  const broken: ((value: ReturnType<typeof copy>) => void)[] = [
    (value) => Object.assign(value, { format: "other" }),
    (value) => Object.assign(value, { more: 1 }),
    (value) => Object.assign(value.instruments[0]!, { kind: "rumour" }),
    (value) => Object.assign(value.instruments[0]!.clauses[0]!, { hash: "no" }),
    (value) => Object.assign(value.instruments[0]!.clauses[0]!, { deadlines: [{ deadline: { kind: "soon" } }] }),
    (value) => Object.assign(value.vocabulary[0]!.attributes[0]!, { type: { type: "float" } }),
  ];
  for (const breakIt of broken) {
    const value = copy();
    breakIt(value);
    assert.notDeepEqual(faults(value, programSchema), []);
  }
});
