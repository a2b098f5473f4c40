import type { CoverageState } from "@kelisim/api";
import type { CoverageMark, CoverageRow } from "../../state/coverage/matrix.ts";
import type { MessageId } from "../../texts/ids.ts";
import type { Say } from "../../texts/use-text.ts";

const STATES: Readonly<Record<CoverageState, MessageId>> = {
  some: "coverage.state.some",
  none: "coverage.state.none",
  "none in our table": "coverage.state.noneHere",
  unknown: "coverage.state.unknown",
};

/** One state in words, with how many were found. */
export function stateWords({ state, look, count }: Omit<CoverageMark, "aspect">, t: Say): string {
  const words = t(STATES[state], { count });
  return state === "some" && look === "dashed" ? t("coverage.state.notVerified", { words }) : words;
}

/** What stands in a cell, as one sentence. */
export function cellWords(
  marks: CoverageRow["cells"][number]["marks"],
  threat: string,
  country: string,
  t: Say,
): string {
  const parts = marks.map((mark) =>
    t("coverage.part", { aspect: t(`coverage.aspect.${mark.aspect}`), words: stateWords(mark, t) }),
  );
  return t("coverage.cell", { threat, country, parts: parts.join("; ") });
}
