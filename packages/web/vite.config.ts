import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { catalogues } from "./build/catalogues.ts";
import { elementLanguage } from "./build/element-language.ts";

/** Where `vite dev` finds the node; a build is served by the node itself. */
const NODE = process.env.KELISIM_URL ?? "http://localhost:4780";

export default defineConfig({
  plugins: [react(), catalogues(), elementLanguage()],
  // Fonts and marks stay files of their own: the policy of the pages allows no font from a data address.
  build: { assetsInlineLimit: 0, sourcemap: false, target: "es2023", chunkSizeWarningLimit: 1200 },
  server: { proxy: { "/api": NODE } },
});
