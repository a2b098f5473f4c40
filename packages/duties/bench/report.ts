import type { Spread } from "./statistics.ts";

/** One figure of the run, with its target where one is set. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** "events/s", "ms", "times", "bytes"; empty for a plain number. */
  readonly unit: string;
  readonly low?: number;
  readonly high?: number;
  readonly target?: { readonly text: string; readonly met: boolean };
  readonly note?: string;
}

export interface Section {
  readonly title: string;
  readonly figures: readonly Figure[];
  /** What a reader must know to read the figures: one sentence each. */
  readonly remarks: readonly string[];
}

export function figure(name: string, unit: string, spread: Spread, more: Partial<Figure> = {}): Figure {
  return { name, unit, value: spread.median, low: spread.low, high: spread.high, ...more };
}

/** A target that a figure must reach ("at least") or stay below ("below"); `value` decides, `text` is shown. */
export function atLeast(value: number, bound: number, text: string): NonNullable<Figure["target"]> {
  return { text: `at least ${text}`, met: value >= bound };
}

export function below(value: number, bound: number, text: string): NonNullable<Figure["target"]> {
  return { text: `below ${text}`, met: value < bound };
}

/** 1,234,567 or 45.3 or 0.312: three figures that mean something, and whole numbers from 100 on. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function cells(f: Figure): readonly string[] {
  const range = f.low !== undefined && f.high !== undefined && f.low !== f.high;
  return [
    f.name,
    `${formatNumber(f.value)}${f.unit ? ` ${f.unit}` : ""}`,
    range ? `${formatNumber(f.low!)} to ${formatNumber(f.high!)}` : "",
    f.target?.text ?? "",
    f.target ? (f.target.met ? "met" : "NOT MET") : "",
    f.note ?? "",
  ];
}

const HEADINGS = ["", "median", "least to greatest", "target", "", "remark"];
const RIGHT = new Set([1, 2]);

/** The sections as a table for a terminal. */
export function asText(sections: readonly Section[]): string {
  const rows = sections.flatMap((s) => s.figures.map(cells));
  const widths = HEADINGS.map((heading, i) => Math.max(heading.length, ...rows.map((row) => row[i]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (RIGHT.has(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join("  ")
      .trimEnd();
  const blocks = sections.map((s) =>
    [s.title.toUpperCase(), ...s.figures.map((f) => line(cells(f))), ...s.remarks.map((r) => `  · ${r}`), ""].join(
      "\n",
    ),
  );
  return `${[line(HEADINGS), "", ...blocks].join("\n")}\n`;
}

/** The sections as Markdown. */
export function asMarkdown(sections: readonly Section[]): string {
  return sections
    .map((s) => {
      const rows = s.figures.map((f) => `| ${cells(f).join(" | ")} |`);
      const table = [`| ${HEADINGS.join(" | ")} |`, "|---|--:|--:|---|---|---|", ...rows];
      const remarks = s.remarks.map((r) => `- ${r}`);
      const body = s.figures.length > 0 ? [...table, ""] : [];
      return [`### ${s.title}`, "", ...body, ...remarks, ...(remarks.length > 0 ? [""] : [])].join("\n");
    })
    .join("\n");
}
