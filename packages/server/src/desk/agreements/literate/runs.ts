import type { Run } from "@kelisim/api";

/** What words put behind a figure that no source we hold confirms. */
const MARK = "\u00a0?";
/** From the last figure before a mark to the mark: "9,000 people", "15 December". */
const FIGURE = /\p{N}[\p{N},.\u00a0]*(?:[ \u00a0][^\p{N};,?]+)?$/u;

/**
 * Words as runs: what stands before "?" is marked from its figure on, or back to the last comma where it has none, and
 * the sign itself goes: a screen writes the word instead.
 */
export function runsOf(text: string): Run[] {
  const parts = text.split(MARK);
  return parts.flatMap((part, index): readonly Run[] => {
    if (part === "") return [];
    if (index === parts.length - 1) return [{ text: part }];
    const from = FIGURE.exec(part)?.index ?? part.search(/[^,;(]+$/);
    const start = from + (/^\s*/.exec(part.slice(from))?.[0].length ?? 0);
    return [
      ...(start > 0 ? [{ text: part.slice(0, start) }] : []),
      { text: part.slice(start), mark: "unverified" as const },
    ];
  });
}

/** Runs in which given figures are marked as unverified wherever they stand as whole words. */
export function markFigures(runs: readonly Run[], figures: readonly string[]): Run[] {
  if (figures.length === 0) return [...runs];
  const any = figures.map((figure) => figure.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "[ \u00a0\n]"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N},.])(?:${any.join("|")})(?![\\p{L}\\p{N}]|[,.]\\p{N})`, "gu");
  return runs.flatMap((run): readonly Run[] => {
    if (run.mark !== undefined) return [run];
    const found: Run[] = [];
    let at = 0;
    for (const match of run.text.matchAll(pattern)) {
      if (match.index > at) found.push({ text: run.text.slice(at, match.index) });
      found.push({ text: match[0], mark: "unverified" });
      at = match.index + match[0].length;
    }
    if (at < run.text.length) found.push({ text: run.text.slice(at) });
    return found;
  });
}
