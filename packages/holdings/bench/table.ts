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
