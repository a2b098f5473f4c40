import { join } from "node:path";
import type { Plugin } from "vite";

const RUNTIME = "react/jsx-runtime";
const OWN = join(import.meta.dirname, "../src/texts/jsx-runtime.ts");

/**
 * Vite plugin: whatever makes elements, ours or a library, makes them by `src/texts/jsx-runtime.ts`, so that a text of
 * another language than the page's says so in every part of it. The server of `vite dev` makes them by React alone.
 */
export function elementLanguage(): Plugin {
  return {
    name: "kelisim-element-language",
    apply: "build",
    enforce: "pre",
    resolveId: (id, importer) => (id === RUNTIME && importer !== OWN ? OWN : undefined),
  };
}
