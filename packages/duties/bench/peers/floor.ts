import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runScript } from "../child.ts";
import { type PeerRun, readSharedLine } from "./peer.ts";

/** The shared floor: typed arrays, indexes and a heap, no audit trail. It prints the best of five runs in its process. */
export function runFloor(shared: string, folder: string): PeerRun {
  return readSharedLine(runScript(join(shared, "duty-floor.mjs"), [], { cwd: folder }));
}

/** Has the floor write its sorted list, one line a duty: rule, party, minute of the trigger, F (met) or B (missed). */
export function floorList(shared: string, folder: string): { readonly run: PeerRun; readonly list: string } {
  const run = readSharedLine(runScript(join(shared, "duty-floor.mjs"), ["--dump"], { cwd: folder }));
  return { run, list: readFileSync(join(folder, "ref.txt"), "utf8") };
}
