import type { PrintedFigures } from "@kelisim/model";
import type { PrintedClaim } from "./check.ts";

/** A row of a region's printed figures as what `checkPrinted` judges. */
export function printedClaim({ kind, figures }: PrintedFigures): PrintedClaim {
  const [first, second, third] = figures;
  switch (kind) {
    case "growth":
      return { kind, before: first!.value, after: second!.value, percent: third!.value };
    case "parts":
    case "some parts":
      return { kind: "parts", whole: first!, parts: figures.slice(1), complete: kind === "parts" };
    case "list":
      return { kind, parts: figures };
    case "series":
      return { kind, figures };
  }
}
