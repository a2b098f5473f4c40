import { FACT_HEAD, FACT_SHAPES, type FactField, type FactFieldType } from "./fact-shapes.ts";
import { FACT_KINDS, type FactKind } from "./facts.ts";
import type { Attribute, AttributeType, Kind } from "./vocabulary.ts";

type Schema = Readonly<Record<string, unknown>>;

const DIALECT = "https://json-schema.org/draft/2020-12/schema";
const ID: Schema = { type: "string", minLength: 1, maxLength: 256 };
const INSTANT: Schema = {
  type: "string",
  format: "date-time",
  pattern: "^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$",
};
const DATED: Schema = {
  type: "string",
  pattern: "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
  description: "a date at the precision its source gives: 2026-11-21, 2026-11 or 2026",
};
const DECIMAL: Schema = {
  anyOf: [{ type: "string", pattern: "^-?\\d{1,30}(\\.\\d{1,30})?$" }, { type: "number" }],
  description: "exact; as text where a JSON number would lose digits",
};
const CORNER: Schema = objectOf([
  ["lat", { type: "number", minimum: -90, maximum: 90 }, true],
  ["lon", { type: "number", minimum: -180, maximum: 180 }, true],
]);
const IDS: Schema = { type: "array", items: ID };

const HEADER: Readonly<Record<string, Schema>> = {
  id: ID,
  version: { type: "integer", minimum: 1 },
  from: { ...ID, description: "the party that speaks" },
  body: { type: "string", description: "the agency of that party" },
  to: { ...IDS, description: 'whom it is addressed to; ["*"] is everyone' },
  under: { ...IDS, description: "instruments it is made under" },
  channel: { type: "string" },
  marking: { type: "string", description: "TLP 2.0 label and release-to list" },
  occurred: { ...INSTANT, description: "when it was sent or happened; for a plan, when the plan was made" },
  received: { ...INSTANT, description: "when the receiver got it" },
  recorded: { ...INSTANT, description: "when it was written down" },
  known: { ...INSTANT, description: "when this node took it in; default: recorded" },
};

/**
 * JSON Schema (2020-12) of a whole record of a kind, header and content, as the record reader takes it. Schemas cannot
 * say everything: days that do not exist, unknown parties and clocks that disagree are found by the reader only.
 */
export function jsonSchemaOf(kind: Kind): object {
  const speaks = kind.form === "notice" || kind.actor === undefined;
  const content = objectOf(
    kind.attributes.map((attribute) => [attribute.name, schemaOfAttribute(attribute), attribute.required]),
  );
  const contentRequired = kind.attributes.some((attribute) => attribute.required);
  return {
    $schema: DIALECT,
    title: kind.title,
    ...objectOf([
      ["kind", { const: kind.name }, true],
      ...Object.entries(HEADER).map(
        ([name, schema]) =>
          [name, versionOf(name, schema, kind.version), isRequired(name, speaks, kind.version)] as const,
      ),
      ["corrects", { ...ID, description: "id of the record that this one restates in full" }, false],
      ["content", content, contentRequired],
    ]),
  };
}

/** JSON Schema (2020-12) of a fact record of a kind. */
export function jsonSchemaOfFact(kind: FactKind): object {
  const fields: readonly (readonly [string, FactField])[] = Object.entries({ ...FACT_SHAPES[kind], ...FACT_HEAD });
  const content = objectOf(fields.map(([name, field]) => [name, schemaOfField(field), field.required]));
  return {
    $schema: DIALECT,
    title: `Fact: ${kind}`,
    ...objectOf([
      ["kind", { const: kind }, true],
      ...Object.entries(HEADER).map(
        ([name, schema]) => [name, versionOf(name, schema, 1), isRequired(name, false, 1)] as const,
      ),
      ["content", content, true],
    ]),
  };
}

/** JSON Schema (2020-12) of a withdrawal: it has no content. */
export function jsonSchemaOfWithdrawal(): object {
  return {
    $schema: DIALECT,
    title: "Withdrawal of a record",
    ...objectOf([
      ["kind", { const: "withdrawal" }, true],
      ...Object.entries(HEADER).map(
        ([name, schema]) => [name, versionOf(name, schema, 1), isRequired(name, false, 1)] as const,
      ),
      ["withdraws", { ...ID, description: "id of the record that is taken back" }, true],
      ["content", { type: "object", maxProperties: 0 }, false],
    ]),
  };
}

/** Schemas of everything a file of records may hold, by kind. A kind of several versions has its latest here. */
export function jsonSchemas(kinds: readonly Kind[]): Readonly<Record<string, object>> {
  const latest = [...kinds].sort((a, b) => a.version - b.version);
  return Object.fromEntries([
    ...latest.map((kind) => [kind.name, jsonSchemaOf(kind)] as const),
    ...FACT_KINDS.map((kind) => [kind, jsonSchemaOfFact(kind)] as const),
    ["withdrawal", jsonSchemaOfWithdrawal()] as const,
  ]);
}

function isRequired(name: string, speaks: boolean, version: number): boolean {
  if (name === "id" || name === "occurred" || name === "recorded") return true;
  return (name === "from" && speaks) || (name === "version" && version !== 1);
}

function versionOf(name: string, schema: Schema, version: number): Schema {
  return name === "version" ? { const: version } : schema;
}

function objectOf(properties: readonly (readonly [name: string, schema: Schema, required: boolean])[]): Schema {
  return {
    type: "object",
    properties: Object.fromEntries(properties.map(([name, schema]) => [name, schema])),
    required: properties.filter(([, , required]) => required).map(([name]) => name),
    additionalProperties: false,
  };
}

function schemaOfAttribute(attribute: Attribute): Schema {
  const schema = schemaOfType(attribute.type);
  const { min, max } = attribute;
  if (attribute.type.type !== "count") return schema;
  return { ...schema, ...(min === undefined ? {} : { minimum: min }), ...(max === undefined ? {} : { maximum: max }) };
}

function schemaOfType(type: AttributeType): Schema {
  switch (type.type) {
    case "count":
      return { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
    case "amount":
      return { ...DECIMAL, description: `in ${type.unit}; ${String(DECIMAL.description)}` };
    case "money":
      return objectOf([
        ["amount", DECIMAL, true],
        ["currency", { type: "string", pattern: "^[A-Z]{3}$" }, true],
      ]);
    case "text":
      return { type: "string" };
    case "yes/no":
      return { type: "boolean" };
    case "party":
      return { ...ID, description: "id of a party" };
    case "parties":
      return { ...IDS, description: "ids of parties" };
    case "date":
      return DATED;
    case "instant":
      return INSTANT;
    case "place":
      return objectOf([
        ["lat", { type: "number", minimum: -90, maximum: 90 }, true],
        ["lon", { type: "number", minimum: -180, maximum: 180 }, true],
        ["accuracyKm", { type: "number", minimum: 0, maximum: 20_000 }, false],
        ["corners", { type: "array", items: CORNER, minItems: 2, maxItems: 200 }, false],
      ]);
    case "period":
      return { type: "string", pattern: "^\\d{4}(-(Q[1-4]|H[12]|\\d{2}(-\\d{2})?))?$" };
    case "choice":
      return { enum: type.of };
    case "record":
      return { ...ID, description: `id of a record of kind ${type.of}` };
  }
}

function schemaOfField(field: FactField): Schema {
  return { ...schemaOfFieldType(field.type), description: field.says };
}

function schemaOfFieldType(type: FactFieldType): Schema {
  if (typeof type === "object") return { enum: type.of };
  switch (type) {
    case "ids":
    case "parties or all":
      return { ...IDS, minItems: type === "ids" ? 1 : 0 };
    case "text":
      return { type: "string" };
    case "count":
      return { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
    case "date":
      return DATED;
    case "instant":
      return INSTANT;
    default:
      return ID;
  }
}
