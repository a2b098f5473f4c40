import { runMeasurement } from "../child.ts";
import { WAYS } from "../kelisim/ways.ts";
import { clipsList } from "../peers/clips.ts";
import { WrongAnswer } from "../peers/peer.ts";
import { script } from "./context.ts";

/**
 * Compares the list per duty of Kelisim (in every way of arrival), SQLite and CLIPS with the floor's, line by line.
 * json-rules-engine prints a digest of its list, which is compared where it is run. A difference ends the benchmark.
 */
export function verifyLists(folder: string, reference: string, clips: boolean): void {
  for (const way of WAYS)
    compare(`Kelisim (${way})`, reference, runMeasurement(script("load.ts"), [folder, way, "1", "list"]));
  compare("SQLite", reference, runMeasurement(script("../peers/sqlite.ts"), [folder, "1", "list"]));
  if (clips) compare("CLIPS", reference, clipsList(folder));
}

function compare(engine: string, reference: string, list: string): void {
  if (list === reference) return;
  const wanted = new Set(reference.split("\n"));
  const found = list.split("\n");
  const foreign = found.filter((line) => !wanted.has(line));
  throw new WrongAnswer(
    `${engine} differs from the floor's list: ${found.length} lines against ${wanted.size}; ` +
      `not in the floor's: ${foreign.slice(0, 5).join(", ")} (${foreign.length} in all)`,
  );
}
