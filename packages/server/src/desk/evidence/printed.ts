import { checkPrinted, type Finding, printedClaim } from "@kelisim/analysis";
import type { Evidence, PrintedEvidence } from "@kelisim/api";

import { proofOf, wholeTables } from "../../proof.ts";
import { sourcedData } from "../cooperation/sourced.ts";
import type { EvidenceNeeds } from "./claims.ts";

/** Printed figures judged by each other. A finding says that they cannot all be right, not which is wrong. */
export function printedData({ region, words, general }: EvidenceNeeds): Evidence["printed"] {
  const made = checkPrinted(region.printed.map(printedClaim), wholeTables(region, ["printed"]));
  const items = region.printed.map(({ id, kind, figures, unit, location, claim, ...row }, at) => ({
    id,
    kind,
    figures: [...figures],
    ...(unit === undefined ? {} : { unit }),
    ...(location === undefined ? {} : { location }),
    ...(claim === undefined ? {} : { claim }),
    findings: made.value.filter((found) => found.at === at).map(({ finding }) => findingData(finding)),
    ...sourcedData(row, general),
  }));
  return { items, made: proofOf(made, words.language) };
}

function findingData(finding: Finding): PrintedEvidence["findings"][number] {
  const { kind } = finding;
  switch (kind) {
    case "part above whole":
      return { kind, printed: finding.part.value, follows: finding.whole.value };
    case "parts do not add up":
      return { kind, printed: finding.whole.value, follows: finding.summed };
    case "total among parts":
      return { kind, printed: finding.total.value };
    case "growth does not follow":
      return { kind, printed: finding.printed, follows: finding.follows };
    case "out of line":
      return { kind, printed: finding.figure.value, follows: finding.neighbours };
  }
}
