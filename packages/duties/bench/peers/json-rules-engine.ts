import { existsSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { runScript } from "../child.ts";
import { type PeerRun, readSharedLine } from "./peer.ts";

const SCRIPT = "duty-json-rules-engine.mjs";

/**
 * The shared script for json-rules-engine, one engine a kind, over the first `events` events. It matches triggers only; the
 * book-keeping of duties is done outside it. The script stands outside this repository and is not copied: a link to
 * it and to our node_modules in the measuring folder lets it find the library.
 */
export function runJsonRulesEngine(shared: string, folder: string, events: number): PeerRun {
  link(join(shared, SCRIPT), join(folder, SCRIPT));
  link(resolve(import.meta.dirname, "../../../../node_modules"), join(folder, "node_modules"));
  const flags = ["--preserve-symlinks", "--preserve-symlinks-main"];
  return readSharedLine(runScript(join(folder, SCRIPT), ["kind", String(events)], { cwd: folder, flags }));
}

function link(target: string, path: string): void {
  if (!existsSync(path)) symlinkSync(target, path);
}
