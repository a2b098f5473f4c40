import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DRAFTS } from "../src/texts/languages.ts";
import { ORIGINS, readCatalogue, readOrigins, TEXTS } from "./read-catalogue.ts";

const mark = (english: string): string => createHash("sha256").update(english).digest("hex").slice(0, 8);

/** Ids of a draft's texts whose English text has changed since they were made: nobody has looked whether they still say the same. */
export function outrun(language: string): readonly string[] {
  const english = readCatalogue("en");
  const origins = readOrigins(language);
  return Object.keys(readCatalogue(language)).filter((id) => {
    const text = english[id];
    return text !== undefined && origins[id] !== mark(text);
  });
}

/** Notes that all texts of a draft say what the English ones say now. */
function stamp(language: string): void {
  const english = readCatalogue("en");
  const ids = Object.keys(readCatalogue(language)).filter((id) => id in english);
  const origins = Object.fromEntries(ids.map((id) => [id, mark(english[id]!)]));
  writeFileSync(join(TEXTS, language, ORIGINS), `${JSON.stringify(origins, null, 2)}\n`);
}

// "node packages/web/build/origins.ts kk ky": after their texts were looked through.
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((each) => !DRAFTS.some((draft) => draft === each));
  if (asked.length === 0 || unknown.length > 0) {
    console.error(`Name the drafts that were looked through, of ${DRAFTS.join(", ")}. None is: ${unknown.join(", ")}`);
    process.exitCode = 2;
  } else for (const language of asked) stamp(language);
}
