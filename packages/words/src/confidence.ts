import type { Texts } from "./texts/index.ts";

/** "high", "med", "low"; a word of another scale stays as it is. */
export function confidenceWord(confidence: string, say: Texts): string {
  return confidence === "high" || confidence === "medium" || confidence === "low"
    ? say.confidence[confidence]
    : confidence;
}

/** The text with the mark of what no source we hold confirms, where that is so. */
export function unsure(text: string, is: boolean, say: Texts): string {
  return is ? say.unsure(text) : text;
}
