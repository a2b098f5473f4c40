import type { ScreensFound } from "../../server/bench/screens.ts";

/** One line of the table: a heading, or a figure beside plain DuckDB's and its target. */
export type Line =
  | { readonly heading: string }
  | {
      readonly what: string;
      readonly own: number;
      readonly plain?: number;
      readonly format: (value: number) => string;
      /** At most so many times plain DuckDB's. */
      readonly times?: number;
      /** At most. */
      readonly limit?: number;
      /** At least. */
      readonly least?: number;
    };

type Figure = Exclude<Line, { readonly heading: string }>;

/** Prints the figures as a table of Markdown for each heading. */
export function printTable(lines: readonly Line[]): void {
  for (const line of lines) {
    if ("heading" in line)
      console.log(`\n| ${line.heading} | plain DuckDB | Kelisim | target | |\n|---|--:|--:|--:|---|`);
    else console.log(`| ${[line.what, plainOf(line), ownOf(line), ...judged(line)].join(" | ")} |`);
  }
}

const plainOf = ({ plain, format }: Figure): string => (plain === undefined ? "" : format(plain));

function ownOf({ plain, own, format, limit }: Figure): string {
  return plain === undefined || limit !== undefined ? format(own) : `${format(own)} (${(own / plain).toFixed(2)} x)`;
}

function judged({ plain, own, format, times, limit, least }: Figure): readonly [target: string, verdict: string] {
  const verdict = (met: boolean) => (met ? "met" : "**not met**");
  if (times !== undefined && plain !== undefined) return [`${times} x`, verdict(own <= times * plain)];
  if (limit !== undefined) return [format(limit), verdict(own < limit)];
  if (least !== undefined) return [`at least ${format(least)}`, verdict(own >= least)];
  return ["", ""];
}

/** Milliseconds within which every screen is answered. */
const SCREEN_LIMIT = 200;

/** Prints what a node took for the questions of screens; those that miss the limit are listed below. */
export function printScreens({ flows, files, ahead, figures }: ScreensFound): void {
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const isMet = ({ first, slowest }: ScreensFound["figures"][number]) => Math.max(first, slowest) < SCREEN_LIMIT;
  console.log(
    `\nA node over ${flows.toLocaleString("en")} flows and ${files - 1} other files; ${ms(ahead)} of work ahead after it listens.`,
  );
  console.log(
    "\n| screen | question | first answer | its processor time | slowest twentieth | processor time, mean | answer | |\n|---|---|--:|--:|--:|--:|--:|---|",
  );
  for (const figure of figures) {
    const { screen, question, first, firstProcessor, slowest, processor, bytes } = figure;
    const cells = [screen, question, ms(first), ms(firstProcessor), ms(slowest), ms(processor)];
    console.log(
      `| ${[...cells, `${(bytes / 1024).toFixed(0)} kB`, isMet(figure) ? "met" : "**not met**"].join(" | ")} |`,
    );
  }
  const missed = figures.filter((figure) => !isMet(figure)).map(({ screen, question }) => `${screen} ${question}`);
  console.log(
    missed.length === 0 ? `\nAll below ${ms(SCREEN_LIMIT)}.` : `\nNot below ${ms(SCREEN_LIMIT)}: ${missed.join("; ")}.`,
  );
}
