import type { AskedFigure } from "@kelisim/api";

/** What can be put into a text. */
export const INSERTS = ["figure", "chart", "table", "claim", "citation"] as const;
export type Insert = (typeof INSERTS)[number];

/** A text with something put in, and where the caret stands behind it. */
export interface Inserted {
  readonly text: string;
  readonly caret: number;
}

export interface Wanted {
  readonly kind: Insert;
  /** The line that asks, the id of a claim, or that of a source. */
  readonly asked: string;
  readonly title: string;
  readonly form: "line" | "bar";
  /** The value of now, which is recorded with it. */
  readonly now?: string;
}

/** What is written for it: between braces, or as a block of its own. */
export function written({ kind, asked, title, form, now }: Wanted): string {
  const recorded = now === undefined ? "" : ` = ${now}`;
  switch (kind) {
    case "figure":
      return `{{${asked}${recorded}}}`;
    case "citation":
      return `[@${asked}]`;
    case "claim":
      return block("claim", [`${asked}${recorded}`]);
    case "table":
      return block("table", [`title: ${title}`, `${asked}${recorded}`]);
    case "chart":
      return block("chart", [`title: ${title}`, `form: ${form}`, `${asked}${recorded}`]);
  }
}

const block = (name: string, lines: readonly string[]): string => `\`\`\`${name}\n${lines.join("\n")}\n\`\`\``;

/** Puts it in at the caret: a block on lines of its own, with a free line around it. */
export function insertInto(text: string, caret: number, wanted: Wanted): Inserted {
  const piece = written(wanted);
  if (wanted.kind === "figure" || wanted.kind === "citation")
    return { text: text.slice(0, caret) + piece + text.slice(caret), caret: caret + piece.length };
  // Behind the line of the caret, and out of a block that it may stand in.
  const end = endOfBlock(text, caret);
  const before = text.slice(0, end).replace(/\n*$/, "");
  const after = text.slice(end).replace(/^\n*/, "");
  const head = before === "" ? "" : `${before}\n\n`;
  return { text: `${head}${piece}\n${after === "" ? "" : `\n${after}`}`, caret: head.length + piece.length + 1 };
}

/** The end of the line of the caret; within the head or a fenced block, the end of that. */
function endOfBlock(text: string, caret: number): number {
  let at = 0;
  let fence: "head" | "code" | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const end = at + line.length;
    if (index === 0 && line === "---") fence = "head";
    else if (fence === "head") fence = line === "---" ? undefined : "head";
    else if (line.startsWith("```")) fence = fence === "code" ? undefined : "code";
    if (end >= caret && fence === undefined) return end;
    at = end + 1;
  }
  return text.length;
}

/** Whether what the data gave can stand where it is wanted: a chart takes series, a table rows or series. */
export function fits(kind: Insert, { shape }: Pick<AskedFigure, "shape">): boolean {
  if (kind === "citation") return true;
  if (shape === undefined) return false;
  return { figure: ["figure"], chart: ["series"], table: ["series", "table"], claim: ["claim"] }[kind].includes(shape);
}

/** The place of a line and column, both from 1, in a text. */
export function placeOf(text: string, line: number, column: number): number {
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return Math.min(text.length, before + Math.min(column - 1, lines[line - 1]?.length ?? 0));
}
