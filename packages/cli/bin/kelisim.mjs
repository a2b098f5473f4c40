#!/usr/bin/env node
// The command `kelisim`. Plain JavaScript, so that any Node from 20 on can start it: the sources are TypeScript,
// which only Node 24 and later run as they are. Compiled code is kept in a cache beside the dependencies.
import { existsSync, readFileSync } from "node:fs";
import module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED = 24;

if (Number(process.versions.node.split(".")[0]) >= NEEDED) {
  module.enableCompileCache?.(compileCache());
  await import("../src/main.ts");
} else {
  await startPinnedNode();
}

/** A folder of this checkout and not the shared temp folder: what is read from a compile cache is executed. */
function compileCache() {
  return join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "node_modules", ".cache", "kelisim");
}

async function startPinnedNode() {
  const binary = pinnedNode();
  if (binary === undefined) {
    process.stderr.write(
      `kelisim needs Node ${NEEDED}; this is ${process.versions.node}. Run "npm ci" in the checkout, which installs it.\n`,
    );
    process.exitCode = 2;
    return;
  }
  const { spawn } = await import("node:child_process");
  const child = spawn(binary, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    process.stderr.write(`kelisim could not start ${binary}: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on("exit", (code, signal) => {
    for (const each of signals) process.removeAllListeners(each);
    if (signal === null) process.exitCode = code ?? 0;
    else process.kill(process.pid, signal);
  });
}

/** The binary of the npm package `node`, which pins the version. */
function pinnedNode() {
  try {
    const place = createRequire(import.meta.url).resolve("node/package.json");
    const { bin } = JSON.parse(readFileSync(place, "utf8"));
    const binary = join(dirname(place), typeof bin === "string" ? bin : bin.node);
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}
