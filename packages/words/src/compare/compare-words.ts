import type { Clause, Literal } from "@kelisim/accord/program";
import type { Cause, Doubt } from "@kelisim/compare";
import { citation } from "../clause-index.ts";
import { conditionWords } from "../condition.ts";
import type { Names } from "../names.ts";
import type { Texts } from "../texts/index.ts";

/** "exact", or why a "both are possible" is not certain. */
export function exactness(
  doubts: readonly (Doubt | { readonly kind: "planned" })[],
  { compare }: Pick<Texts, "compare">,
): string {
  return doubts.length === 0 ? compare.exact : compare.notExact(doubts.map(compare.doubt));
}

/** What brings the duties about: "exercise", "every year". */
export function causeWords(cause: Cause, names: Names): string {
  return cause.kind === "record" ? names.kind(cause.record) : names.say.compare.every(cause.count, cause.unit);
}

/** "Notify a large exercise (SH1996-04a; 5 ?)" */
export function clauseTitle(clause: Clause, { compare }: Pick<Texts, "compare">): string {
  return compare.clauseOf(clause.id, clause.title, citation(clause), clause.articleAssumed !== undefined);
}

/** What is asked and denied in an example, each once, in words. */
export function exampleWords(example: readonly Literal[], names: Names): readonly string[] {
  const words = example.flatMap(({ condition, denied }) => {
    if (condition.kind === "in zone") return [names.say.compare.placeInZone(condition.zone, denied)];
    if (condition.kind === "given" && !denied) return [];
    const text = conditionWords(denied ? { kind: "not", condition } : condition, names);
    return text === "" ? [] : [text];
  });
  return [...new Set(words)];
}
