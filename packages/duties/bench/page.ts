import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { describeMachine, type Machine } from "./machine.ts";
import { asMarkdown, type Section } from "./report.ts";
import { roundsText } from "./rounds.ts";

const BEGIN = "<!-- figures: written by `npm run bench:duties -- --write`, not by hand -->";
const END = "<!-- end of figures -->";

/** Puts the figures of a run between the two marks of docs/benchmarks.md and leaves the prose around them as it is. */
export function writePage(machine: Machine, rounds: number, sections: readonly Section[]): string {
  const file = resolve(import.meta.dirname, "../../../docs/benchmarks.md");
  const page = readFileSync(file, "utf8");
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`docs/benchmarks.md has lost its marks: ${BEGIN} and ${END}`);
  const figures = [
    BEGIN,
    "",
    `${roundsText(rounds)} on: ${describeMachine(machine)}.`,
    "",
    asMarkdown(sections).trimEnd(),
    "",
    "",
  ];
  writeFileSync(file, page.slice(0, begin) + figures.join("\n") + page.slice(end));
  return file;
}
