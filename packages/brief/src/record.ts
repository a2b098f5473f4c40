import type { BoundFigure } from "./document.ts";

/** The text of a brief in which every figure records its value of now. Nothing else of it changes. */
export function recordFigures(text: string, figures: readonly BoundFigure[]): string {
  const changed = figures.filter(({ state }) => state !== "current").sort((a, b) => b.place.start - a.place.start);
  return changed.reduce((written, { place, now, written: as }) => {
    const mark = written.slice(place.start, place.end);
    const asked = (as === "braces" ? mark.slice(2, -2) : mark).replace(/(?:^|\s)=\s+.*$/, "").trim();
    const recorded = as === "braces" ? `{{${asked} = ${now}}}` : `${asked} = ${now}`;
    return written.slice(0, place.start) + recorded + written.slice(place.end);
  }, text);
}
