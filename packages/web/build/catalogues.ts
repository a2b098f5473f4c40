import { readdirSync } from "node:fs";
import { join } from "node:path";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";
import { isDraft, LOCALES } from "../src/texts/languages.ts";
import { localeNames } from "./locale-names.ts";
import { outrun } from "./origins.ts";
import { readCatalogue, readDoubtful, TEXTS } from "./read-catalogue.ts";

const PREFIX = "virtual:catalogue/";
/** Says that the page is a draft: in English as well. */
const SAID_IN_ENGLISH = ["shell.draft"];

const compiled = (messages: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(messages).map(([id, text]) => [id, compileMessage(text)]));

/** What `virtual:catalogue/BEHIND/behind/DRAFT` exports: of a complete language, the texts that the draft lacks. */
export function behindModule(behind: string, draft: string) {
  const own = readCatalogue(draft);
  return {
    messages: compiled(Object.fromEntries(Object.entries(readCatalogue(behind)).filter(([id]) => !(id in own)))),
  };
}

/**
 * What `virtual:catalogue/LANGUAGE` exports. Of a draft also what is doubtful in it: what its translator was not sure of, and what
 * English says otherwise by now. A text that English no longer has is left out, as nothing asks for it.
 */
export function catalogueModule(language: string) {
  const messages = readCatalogue(language);
  if (!isDraft(language)) return { messages: compiled(messages) };
  const english = readCatalogue("en");
  const kept = Object.fromEntries(Object.entries(messages).filter(([id]) => id in english));
  const doubtful = new Set([...Object.keys(readDoubtful(language)), ...outrun(language)]);
  return {
    messages: compiled(kept),
    draft: {
      doubtful: [...doubtful].filter((id) => id in kept),
      translated: Object.keys(kept).length,
      of: Object.keys(english).length,
      names: localeNames(LOCALES[language]),
      inEnglish: compiled(Object.fromEntries(SAID_IN_ENGLISH.map((id) => [id, english[id]!]))),
    },
  };
}

/** Vite plugin: `virtual:catalogue/en` is the compiled catalogue, so that no parser of messages reaches the browser. */
export function catalogues(): Plugin {
  return {
    name: "kelisim-catalogues",
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const [language = "", , draft] = id.slice(PREFIX.length + 1).split("/");
      for (const folder of new Set([language, draft ?? language, "en"]))
        for (const name of readdirSync(join(TEXTS, folder))) this.addWatchFile(join(TEXTS, folder, name));
      return Object.entries(draft === undefined ? catalogueModule(language) : behindModule(language, draft))
        .map(([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`)
        .join("\n");
    },
  };
}
