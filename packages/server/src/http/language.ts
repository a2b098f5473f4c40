import { DRAFT_LANGUAGES } from "@kelisim/api";
import type { FastifyRequest } from "fastify";
import type { App } from "../app.ts";

/** Languages in which the node speaks, the one it begins with first. */
const LANGUAGES = ["en", "ru"] as const;
type Language = (typeof LANGUAGES)[number];

/**
 * The language of an answer that no route words: the `lang` of the address, else what Accept-Language asks for first
 * (RFC 9110, section 12.5.4), else English.
 */
export function languageOf({ query, headers }: Pick<FastifyRequest, "query" | "headers">): Language {
  const asked = (query as Readonly<Record<string, unknown>> | undefined)?.lang;
  const known = LANGUAGES.find((each) => each === asked);
  if (known !== undefined) return known;
  const ranges = (headers["accept-language"] ?? "").split(",", 20).map((text) => {
    const [range = "", ...more] = text.trim().toLowerCase().split(";");
    const weight = /^\s*q=([\d.]+)\s*$/.exec(more.join(";"))?.[1];
    return { language: LANGUAGES.find((each) => each === range.split("-")[0]), weight: Number(weight ?? 1) };
  });
  const wanted = ranges.filter(({ language, weight }) => language !== undefined && weight > 0);
  return wanted.sort((a, b) => b.weight - a.weight)[0]?.language ?? "en";
}

/**
 * A question in a language of the region that the node does not speak is answered in the one behind it, and says so: before the
 * question is read its `lang` becomes that one. Any other `lang` stays what it is, and is refused where a route does not know it.
 */
export function registerDraftLanguages(app: App): void {
  app.addHook("preValidation", async (request, reply) => {
    const query = request.query as { lang?: unknown } | undefined;
    const primary = typeof query?.lang === "string" ? query.lang.toLowerCase().split("-")[0] : undefined;
    if (query === undefined || !DRAFT_LANGUAGES.some((each) => each === primary)) return;
    query.lang = languageOf(request);
    reply.header("content-language", query.lang);
    reply.header("vary", "accept-language");
  });
}
