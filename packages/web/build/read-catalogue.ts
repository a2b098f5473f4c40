import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of all catalogues. */
export const TEXTS = join(import.meta.dirname, "../src/texts");
/** Beside the topics of a draft: ids of texts its translator is not sure of, each with what is doubtful. */
const DOUBTFUL = "doubtful.json";
/** Beside them too: from which English text each was made (`origins.ts`). */
export const ORIGINS = "origins.json";

const read = (path: string): Readonly<Record<string, string>> =>
  existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};

/** Names of the topics that a language has. */
export const topicsOf = (language: string): readonly string[] =>
  readdirSync(join(TEXTS, language)).filter((name) => name.endsWith(".json") && name !== DOUBTFUL && name !== ORIGINS);

/**
 * The messages of one language, all topics together, each as it is written in `src/texts/LANGUAGE/TOPIC.json`.
 * Throws where two topics use one id, as one of them would never be shown.
 */
export function readCatalogue(language: string): Readonly<Record<string, string>> {
  const messages: Record<string, string> = {};
  for (const file of topicsOf(language)) {
    for (const [id, message] of Object.entries(read(join(TEXTS, language, file)))) {
      if (id in messages) throw new Error(`${language}/${file}: the id "${id}" stands in another file too`);
      // A figure and its noun stay on one line.
      messages[id] = String(message).replaceAll("# ", "#\u00A0");
    }
  }
  return messages;
}

/** Texts of a draft that its translator is not sure of, by id, and why. */
export const readDoubtful = (language: string) => read(join(TEXTS, language, DOUBTFUL));

/** By id, the mark of the English text that a draft's text was made from. */
export const readOrigins = (language: string) => read(join(TEXTS, language, ORIGINS));
