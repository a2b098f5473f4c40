/**
 * `npm run bench:node`: measures a whole node (start, first view, boards under load, records taken durably, a million
 * records) and prints each figure with its target. `--only NAME[,NAME]`; `--records N` for the million.
 * Load is bounded in count and time and goes to 127.0.0.1 only.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { boardsSection } from "./boards.ts";
import type { Figure } from "./figure.ts";
import { firstViewSection } from "./first-view.ts";
import { millionSection } from "./million.ts";
import { startSection } from "./start.ts";
import { writersSection } from "./writers.ts";

const { values } = parseArgs({
  options: { only: { type: "string" }, records: { type: "string", default: "1000000" } },
});

const sections: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  start: startSection,
  view: firstViewSection,
  boards: boardsSection,
  writers: writersSection,
  million: () => millionSection(Number(values.records)),
};

const wanted = values.only?.split(",") ?? Object.keys(sections);
console.log(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.versions.node}`);
console.log("| what | figure | target |\n|---|---|---|");
for (const name of wanted) {
  const section = sections[name];
  if (section === undefined) {
    console.error(`there is no section "${name}": ${Object.keys(sections).join(", ")}`);
    process.exitCode = 2;
    continue;
  }
  for (const { what, figure, target } of await section()) console.log(`| ${what} | ${figure} | ${target ?? ""} |`);
}
