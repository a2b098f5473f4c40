import type { FastifySchemaValidationError } from "fastify";
import { Locale } from "typebox/system";
import type { ProblemPlace } from "./problem.ts";

const PARTS: Readonly<Record<string, string>> = {
  body: "/body",
  querystring: "/query",
  params: "/path",
  headers: "/headers",
};

/** No answer lists more places than somebody mends at once. */
const MOST = 20;

/** Where a request disagrees with its schema: one place a field, missing fields each by themselves. */
export function placesOf(
  errors: readonly FastifySchemaValidationError[],
  context: string | undefined,
  language: "en" | "ru",
): readonly ProblemPlace[] {
  const part = PARTS[context ?? "body"] ?? "/body";
  const places = new Map<string, ProblemPlace>();
  const add = (pointer: string, detail: string) => {
    if (!places.has(pointer) && places.size < MOST) places.set(pointer, { pointer, detail });
  };
  for (const error of errors) {
    const at = `${part}${error.instancePath}`;
    const missing = error.params.requiredProperties;
    const unknown = error.params.additionalProperties;
    if (Array.isArray(missing)) for (const name of missing) add(`${at}/${escaped(String(name))}`, "is missing");
    else if (Array.isArray(unknown))
      for (const name of unknown) add(`${at}/${escaped(String(name))}`, "is not known here");
    // A schema of `false` behind additionalProperties repeats what was just said.
    else if (error.keyword !== "boolean") add(at, said(error, language));
  }
  return [...places.values()];
}

/** RFC 6901, section 3. */
const escaped = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1").slice(0, 100);

/** The words of the validator, which has them in both languages. */
function said(error: FastifySchemaValidationError, language: "en" | "ru"): string {
  const own = error.message ?? "cannot be used";
  return language === "ru" ? Locale.ru_RU(error as unknown as Parameters<typeof Locale.ru_RU>[0]) : own;
}
