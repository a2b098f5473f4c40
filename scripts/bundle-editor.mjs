// Bundles the language server: a worker for browsers, a program for editors, and the extension of VS Code.
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const at = (path) => `${root}/${path}`;
const common = { bundle: true, minify: true, target: "es2023", legalComments: "none", logLevel: "warning" };

/** The worker: one file, for `new Worker(...)`. */
export async function bundleWorker(outfile = at("packages/accord/dist/accord-worker.js")) {
  await build({
    ...common,
    entryPoints: [at("packages/accord/src/lsp/browser-worker.ts")],
    outfile,
    format: "iife",
    platform: "browser",
  });
  return outfile;
}

/** Server and extension of VS Code. */
export async function bundleExtension(folder = at("editors/vscode/dist")) {
  const node = { ...common, format: "cjs", platform: "node" };
  await build({ ...node, entryPoints: [at("editors/vscode/src/server.ts")], outfile: `${folder}/server.cjs` });
  await build({
    ...node,
    entryPoints: [at("editors/vscode/src/extension.ts")],
    outfile: `${folder}/extension.cjs`,
    external: ["vscode"],
  });
  return folder;
}

/** Bytes as they are, and as they travel. */
export function sizes(file) {
  const bytes = readFileSync(file);
  return { bytes: statSync(file).size, gzip: gzipSync(bytes).length, brotli: brotliCompressSync(bytes).length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const worker = await bundleWorker();
  const folder = await bundleExtension();
  for (const file of [worker, `${folder}/server.cjs`, `${folder}/extension.cjs`]) {
    const { bytes, gzip, brotli } = sizes(file);
    const kb = (number) => `${Math.round(number / 1000)} kB`;
    console.log(`${file.slice(root.length)}: ${kb(bytes)}, gzip ${kb(gzip)}, brotli ${kb(brotli)}`);
  }
}
