import type { ObservationRow } from "@kelisim/model";
import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";
import { checkGrowth, checkParts, checkUnitSlips, type Finding, type NamedFigure, totalsAmong } from "./checks.ts";
import { type DuplicateRows, duplicateRows } from "./duplicates.ts";

/** What is printed somewhere and can be judged by itself. */
export type PrintedClaim =
  | {
      readonly kind: "parts";
      readonly whole: NamedFigure;
      readonly parts: readonly NamedFigure[];
      readonly complete: boolean;
    }
  | { readonly kind: "list"; readonly parts: readonly NamedFigure[] }
  | { readonly kind: "growth"; readonly before: string; readonly after: string; readonly percent: string }
  | { readonly kind: "series"; readonly figures: readonly NamedFigure[] };

/** Looks for misprints in figures as they are printed. No finding does not mean that the figures are right. */
export function checkPrinted(
  claims: readonly PrintedClaim[],
  from: readonly ResultInput[],
): Result<readonly { readonly at: number; readonly finding: Finding }[]> {
  const value = claims.flatMap((claim, at) => findingsOf(claim).map((finding) => ({ at, finding })));
  return result("money.check", value, from);
}

function findingsOf(claim: PrintedClaim): readonly Finding[] {
  switch (claim.kind) {
    case "parts":
      return checkParts(claim.whole, claim.parts, claim.complete);
    case "list":
      return totalsAmong(claim.parts);
    case "growth":
      return checkGrowth(claim.before, claim.after, claim.percent);
    case "series":
      return checkUnitSlips(claim.figures);
  }
}

/** Rows that stand more than once in what was taken in. */
export function checkDuplicates(
  rows: Iterable<ObservationRow>,
  from: readonly ResultInput[],
  columns?: readonly string[],
): Result<readonly DuplicateRows[]> {
  return result("money.check", duplicateRows(rows, columns), from);
}
