import { BORDER_MANAGEMENT, CONFLICT_PEACE_SECURITY, type PurposeRule, type PurposeSet } from "@kelisim/analysis";
import type { ShareQuery } from "@kelisim/api";
import { badRequest } from "../http/problem.ts";

const SETS: Readonly<Record<"152" | "border-management", PurposeSet>> = {
  "152": CONFLICT_PEACE_SECURITY,
  "border-management": BORDER_MANAGEMENT,
};

const MOST_RULES = 12;
const MOST_PARTS = 40;
/** DAC sectors have three digits and purposes of the CRS five; a beginning may be shorter. */
const CODE = /^\d{1,5}$/;

/** The purposes that a question takes together. Throws 400 naming what of a reader's own set cannot be read. */
export function purposeSetOf({ set = "152", rules, called }: Pick<ShareQuery, "set" | "rules" | "called">): PurposeSet {
  if (set !== "own") return SETS[set];
  const read = (rules ?? "")
    .split(";")
    .map((rule) => rule.trim())
    .filter((rule) => rule !== "")
    .map(ruleOf);
  const mend = 'write "15210;15110,99810:border": codes between commas, words of the title behind a colon';
  if (read.length === 0) throw badRequest("/query/rules", "names no purposes", mend);
  if (read.length > MOST_RULES) throw badRequest("/query/rules", `has more than ${MOST_RULES} rules`);
  return { id: "own", name: called?.trim() || writtenRules(read), rules: read };
}

function ruleOf(text: string): PurposeRule {
  const at = text.indexOf(":");
  const codes = listOf(at === -1 ? text : text.slice(0, at));
  const words = at === -1 ? [] : listOf(text.slice(at + 1));
  const wrong = codes.find((code) => !CODE.test(code));
  if (wrong !== undefined)
    throw badRequest("/query/rules", `"${wrong.slice(0, 40)}" is no beginning of a purpose code`, "one to five digits");
  if (codes.length === 0) throw badRequest("/query/rules", "has a rule without codes", "one to five digits");
  if (codes.length > MOST_PARTS || words.length > MOST_PARTS)
    throw badRequest("/query/rules", `has a rule of more than ${MOST_PARTS} codes or words`);
  return { codes, words };
}

const listOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  ),
];

/** The rules as they are asked for. */
export const writtenRules = (rules: readonly PurposeRule[]): string =>
  rules
    .map(({ codes, words }) => (words.length === 0 ? codes.join(",") : `${codes.join(",")}:${words.join(",")}`))
    .join(";");
