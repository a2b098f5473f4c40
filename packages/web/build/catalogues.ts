import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

const PREFIX = "virtual:catalogue/";
const FOLDER = join(import.meta.dirname, "../src/texts");

/**
 * The messages of one language, all topics together, each as it is written in `src/texts/LANGUAGE/TOPIC.json`.
 * Throws where two topics use one id, as one of them would never be shown.
 */
export function readCatalogue(language: string): Readonly<Record<string, string>> {
  const folder = join(FOLDER, language);
  const messages: Record<string, string> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    for (const [id, message] of Object.entries(JSON.parse(readFileSync(join(folder, file), "utf8")))) {
      if (id in messages) throw new Error(`${language}/${file}: the id "${id}" stands in another file too`);
      // A figure and its noun stay on one line.
      messages[id] = String(message).replaceAll("# ", "#\u00A0");
    }
  }
  return messages;
}

/** Vite plugin: `virtual:catalogue/en` is the compiled catalogue, so that no parser of messages reaches the browser. */
export function catalogues(): Plugin {
  return {
    name: "kelisim-catalogues",
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const language = id.slice(PREFIX.length + 1);
      for (const name of readdirSync(join(FOLDER, language))) this.addWatchFile(join(FOLDER, language, name));
      const compiled = Object.entries(readCatalogue(language)).map(([key, text]) => [key, compileMessage(text)]);
      return `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(compiled)))});`;
    },
  };
}
