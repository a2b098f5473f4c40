type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A schema of answers in which a union of plain values says so as one: words of a list as `enum`, "text or null" as two types. What
 * writes answers then writes such a value as it is; for `anyOf` it makes a validator for each place, which takes half a second at the
 * first answer of a large route, and asks it for every value. Unions of objects stay as they are.
 */
export function withPlainUnions(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withPlainUnions);
  if (!isSchema(schema)) return schema;
  const plain = plainUnion(schema);
  if (plain !== undefined) return plain;
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withPlainUnions(value)]));
}

/** Keywords beside the choices that say nothing of them. */
const BESIDE = ["anyOf", "description", "title"];

function plainUnion({ anyOf, ...rest }: Schema): Schema | undefined {
  if (!Array.isArray(anyOf) || Object.keys(rest).some((key) => !BESIDE.includes(key))) return undefined;
  const choices: readonly unknown[] = anyOf;
  if (!choices.every(isPlain)) return undefined;
  const types = [...new Set(choices.map(({ type }) => type))];
  const words = choices.flatMap((choice) => ("const" in choice ? [choice.const] : []));
  // Of a list with something free in it only the types are told.
  const listed = words.length === choices.length ? { enum: words } : {};
  return { ...rest, type: types.length === 1 ? types[0] : types, ...listed };
}

const TYPES = ["string", "number", "integer", "boolean", "null"];
const PLAIN = ["type", "const", "description", "title"];

const isPlain = (choice: unknown): choice is Schema & { readonly type: string } =>
  isSchema(choice) && TYPES.includes(String(choice.type)) && Object.keys(choice).every((key) => PLAIN.includes(key));
