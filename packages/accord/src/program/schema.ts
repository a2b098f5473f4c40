/**
 * JSON Schema (2020-12) of the program format, version 1: what `compile` gives, what the engine reads, and what may be
 * stored or sent between nodes. It mirrors the types beside it; a test holds compiled programs against it.
 */

const text = { type: "string" };
const name = { type: "string", minLength: 1 };
const whole = { type: "integer", minimum: 0 };
const positive = { type: "integer", minimum: 1 };
const flag = { type: "boolean" };
const date = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
const decimal = { type: "string", pattern: "^-?\\d+(\\.\\d+)?$" };
const confidence = { enum: ["high", "medium", "low"] };
const calendarUnit = { enum: ["month", "quarter", "half-year", "year"] };
const ref = (definition: string) => ({ $ref: `#/$defs/${definition}` });
const list = (items: object) => ({ type: "array", items });

type Properties = Readonly<Record<string, object>>;

/** An object with exactly these properties; names ending in "?" may be absent. */
function object(properties: Properties): object {
  const entries = Object.entries(properties).map(([key, schema]) => [key.replace("?", ""), schema] as const);
  const required = Object.keys(properties).filter((key) => !key.endsWith("?"));
  return { type: "object", properties: Object.fromEntries(entries), required, additionalProperties: false };
}

/** One of several shapes told apart by the value of one property. */
function oneOf(property: string, shapes: readonly (readonly [string, Properties])[]): object {
  return { oneOf: shapes.map(([value, properties]) => object({ [property]: { const: value }, ...properties })) };
}

const head: Properties = {
  id: name,
  title: text,
  article: text,
  "articleAssumed?": ref("assumption"),
  hash: { type: "string", pattern: "^[0-9a-f]{64}$" },
  confidence,
  "source?": text,
  "channel?": text,
  "channelAssumed?": ref("assumption"),
  subjectTo: list(name),
  "line?": positive,
};

const actClause: Properties = {
  ...head,
  trigger: ref("trigger"),
  debtor: ref("role"),
  jointly: flag,
  creditor: ref("role"),
  act: ref("act"),
  deadlines: list(object({ "when?": ref("condition"), deadline: ref("deadline") })),
  "notBefore?": object({ direction: { enum: ["before", "after"] }, duration: ref("duration"), base: ref("term") }),
};

const definitions = {
  assumption: object({ source: text, confidence }),
  duration: object({
    value: whole,
    unit: { enum: ["minute", "hour", "day", "working day", "week", "month", "year"] },
    "assumed?": ref("assumption"),
  }),
  scalar: oneOf("type", [
    ["count", { value: { type: "integer" } }],
    ["amount", { value: decimal, unit: text }],
    ["money", { value: decimal, currency: { type: "string", pattern: "^[A-Z]{3}$" } }],
    ["text", { value: text }],
    ["yes/no", { value: flag }],
    ["party", { value: name }],
    ["date", { value: date }],
  ]),
  term: oneOf("kind", [
    ["constant", { value: ref("scalar"), "assumed?": ref("assumption") }],
    ["attribute", { variable: name, name }],
    ["record", { variable: name }],
    ["period", { offset: { type: "integer" } }],
    ["period start", {}],
    ["period end", {}],
    ["moment", {}],
    ["bound since", {}],
    ["own threshold", { name, of: ref("term"), otherwise: ref("term") }],
    [
      "window",
      {
        aggregate: { enum: ["count", "sum"] },
        record: name,
        variable: name,
        "attribute?": name,
        "where?": ref("condition"),
        over: object({ value: positive, unit: { enum: ["hour", "day", "week", "month", "year"] } }),
      },
    ],
  ]),
  condition: oneOf("kind", [
    ["compare", { op: { enum: ["=", "!=", "<", "<=", ">", ">="] }, left: ref("term"), right: ref("term") }],
    ["holds", { term: ref("term") }],
    ["given", { term: ref("term") }],
    ["in zone", { place: ref("term"), zone: name }],
    ["member", { party: ref("term"), organisation: name }],
    ["and", { all: list(ref("condition")) }],
    ["or", { any: list(ref("condition")) }],
    ["not", { condition: ref("condition") }],
  ]),
  role: oneOf("kind", [
    ["term", { term: ref("term") }],
    ["party", { id: name }],
    ["each party", {}],
    ["every other party", {}],
    ["side", { name }],
    ["side of", { term: ref("term") }],
    ["each side", {}],
    ["other side", {}],
    ["members", { organisation: name }],
    ["parties in zone", { zone: name, place: ref("term") }],
    ["debtor", {}],
    ["creditor", {}],
    ["nobody", {}],
    ["all of", { roles: list(ref("role")) }],
    ["except", { role: ref("role"), minus: ref("role") }],
  ]),
  trigger: oneOf("kind", [
    ["record", { record: name, variable: name, "where?": ref("condition"), under: flag }],
    ["calendar", { count: positive, unit: calendarUnit, "from?": date }],
    ["bound", {}],
    ["miss", { clause: name }],
  ]),
  deadline: oneOf("kind", [
    ["after", { duration: ref("duration"), base: ref("term") }],
    ["before", { duration: ref("duration"), base: ref("term") }],
    [
      "calendar date",
      {
        month: { type: "integer", minimum: 1, maximum: 12 },
        day: { type: "integer", minimum: 1, maximum: 31 },
        years: { type: "integer" },
        "of?": ref("term"),
        "assumed?": ref("assumption"),
      },
    ],
    ["date", { date, "assumed?": ref("assumption") }],
    ["vague", { term: text, base: ref("term"), "reading?": object({ duration: ref("duration"), by: text }) }],
    ["none", { "unread?": { const: true } }],
  ]),
  act: object({
    verb: { enum: ["send", "hold", "do"] },
    record: name,
    variable: name,
    "where?": ref("condition"),
    counts: { enum: ["sent", "received"] },
    "total?": object({ attribute: name, amount: ref("scalar"), "assumed?": ref("assumption") }),
  }),
  clause: oneOf("kind", [
    ["duty", { ...actClause, "silence?": object({ means: text }) }],
    ["right", actClause],
    [
      "limit",
      {
        ...head,
        form: { enum: ["ceiling", "quota", "prohibition"] },
        amount: ref("scalar"),
        "amountAssumed?": ref("assumption"),
        aggregate: oneOf("kind", [
          ["count", {}],
          ["sum", { attribute: name }],
          ["level", { attribute: name }],
          ["simultaneous", { start: name, end: name }],
        ]),
        record: name,
        variable: name,
        "under?": { const: true },
        "where?": ref("condition"),
        "time?": ref("term"),
        window: oneOf("kind", [
          ["calendar", { unit: calendarUnit }],
          ["rolling", { value: positive, unit: { enum: ["day", "month", "year"] } }],
          ["always", {}],
        ]),
        bearer: object({ term: ref("term"), side: flag, "who?": ref("role") }),
        groups: list(ref("term")),
        "excess?": object({
          percent: { type: "number" },
          forAtMost: ref("duration"),
          "times?": object({ value: positive, unit: calendarUnit }),
          "assumed?": ref("assumption"),
        }),
        unlessConsent: flag,
      },
    ],
    ["standing", { ...head, debtor: ref("role"), creditor: ref("role") }],
  ]),
  attributeType: oneOf("type", [
    ["count", {}],
    ["amount", { unit: text }],
    ["money", {}],
    ["text", {}],
    ["yes/no", {}],
    ["party", {}],
    ["parties", {}],
    ["date", {}],
    ["instant", {}],
    ["place", {}],
    ["period", {}],
    ["choice", { of: list(text) }],
    ["record", { of: name }],
  ]),
  kind: object({
    name,
    form: { enum: ["notice", "event"] },
    version: positive,
    title: text,
    "actor?": name,
    attributes: list(
      object({
        name,
        type: ref("attributeType"),
        required: flag,
        "min?": { type: "number" },
        "max?": { type: "number" },
      }),
    ),
    "replaces?": object({
      version: positive,
      renamed: list(object({ from: name, to: name })),
      dropped: list(name),
      choices: list(object({ attribute: name, from: text, to: text })),
    }),
  }),
  instrument: object({
    id: name,
    title: text,
    kind: { enum: ["treaty", "politically binding", "voluntary"] },
    "signed?": date,
    "place?": text,
    timeZone: name,
    monthEnd: { enum: ["clip", "overflow"] },
    "workingCalendar?": name,
    sides: list(object({ name, members: list(name) })),
    zones: { type: "object", additionalProperties: text },
    source: text,
    confidence,
    clauses: list(ref("clause")),
    "file?": text,
  }),
};

export const programSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Kelisim program",
  ...object({
    format: { const: "kelisim-program" },
    formatVersion: { const: 1 },
    vocabulary: list(ref("kind")),
    instruments: list(ref("instrument")),
  }),
  $defs: definitions,
} as const;
