import type { ObservationValue } from "@kelisim/model";

/** One way into a set: a code that begins so and, where words are given, a title that has one of them. */
export interface PurposeRule {
  /** Beginnings of codes: "152" takes 15210 to 15261 and the bare sector 152. */
  readonly codes: readonly string[];
  /** Beginnings of words of the title, letters of either case: "border" takes "Border" and "borders". Empty: any title. */
  readonly words: readonly string[];
}

/** Purposes that somebody takes together, as plain data: a rule taken away or added is another set. */
export interface PurposeSet {
  readonly id: string;
  readonly name: string;
  readonly rules: readonly PurposeRule[];
}

/** DAC sector 152 (CRS purpose codes 15210 to 15261). */
export const CONFLICT_PEACE_SECURITY: PurposeSet = {
  id: "152",
  name: "Conflict, peace and security (DAC sector 152)",
  rules: [{ codes: ["152"], words: [] }],
};

/**
 * Border management has no code of its own: its projects stand under security system management (15210), government
 * administration (15140; 15110 in other years) and "sectors not specified" (99810). Titles decide.
 */
export const BORDER_MANAGEMENT: PurposeSet = {
  id: "border-management",
  name: "Border management, by titles under 15110, 15140, 15210 and 99810",
  rules: [{ codes: ["15110", "15140", "15210", "99810"], words: ["border", "bomca", "bomnaf"] }],
};

/** "undecided": the code is coarser than the rule, is no code, or the title that a rule needs is absent. */
export type InSet = "in" | "out" | "undecided";

/** Whether a purpose and title belong to a set. `title` undefined: the rows were not grouped by title. */
export function isInSet(set: PurposeSet, purpose: ObservationValue, title: ObservationValue | undefined): InSet {
  const code = purpose === null ? "" : String(purpose).trim();
  if (!/^\d{3,5}$/.test(code)) return "undecided";
  const answers = set.rules.map((rule) => byRule(rule, code, title ?? null));
  if (answers.includes("in")) return "in";
  return answers.includes("undecided") ? "undecided" : "out";
}

function byRule({ codes, words }: PurposeRule, code: string, title: ObservationValue): InSet {
  const hit = codes.some((start) => code.startsWith(start));
  const coarser = codes.some((start) => start.length > code.length && start.startsWith(code));
  if (!hit && !coarser) return "out";
  if (words.length > 0 && title !== null && !hasWord(String(title), words)) return "out";
  if (!hit) return "undecided";
  return words.length > 0 && title === null ? "undecided" : "in";
}

function hasWord(title: string, starts: readonly string[]): boolean {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return starts.some((start) => words.some((word) => word.startsWith(start.toLowerCase())));
}
