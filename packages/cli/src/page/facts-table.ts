import { confidenceWord, type FactSource } from "@kelisim/words";
import { wrap } from "../look/cells.ts";
import type { Paper } from "../look/paper.ts";
import { texts } from "../texts/index.ts";

const LABEL = 13;

/** Facts with their source below each: label, what it says, where it comes from. The same label is written once. */
export function drawFacts(
  paper: Paper,
  facts: readonly (readonly [label: string, text: string, source: string])[],
): void {
  const { look } = paper;
  const narrow = look.narrow;
  const indent = narrow ? 4 : 4 + LABEL;
  let before = "";
  for (const [label, text, source] of facts) {
    const shown = label === before ? "" : label;
    before = label;
    if (narrow) {
      if (shown !== "") paper.text(shown, { indent: 2, style: "bold" });
      paper.text(text, { indent });
    } else {
      const lines = wrap(text, look.width - indent);
      lines.forEach((line, index) => {
        const head = index === 0 ? look.paint(shown.padEnd(LABEL), "dim") : " ".repeat(LABEL);
        paper.raw(`    ${head}${paper.marked(line, "plain")}`.trimEnd());
      });
    }
    if (source !== "") paper.text(source, { indent, style: "dim" });
  }
}

/** "Source: Law 57-I, confidence high; ..."; empty where none is named. */
export function sourcesText(sources: readonly FactSource[]): string {
  if (sources.length === 0) return "";
  return texts.sourcesOf(
    sources.map(({ source, confidence }) => texts.sourceAndConfidence(source, confidenceWord(confidence, texts))),
  );
}
