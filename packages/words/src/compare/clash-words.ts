import type { Forbidden, WindowClash } from "@kelisim/compare";
import { conditionWords } from "../condition.ts";
import { baseWords, deadlineWords, durationWords } from "../deadline.ts";
import type { Setting } from "../setting.ts";

/** When an act is forbidden: "where ..., unless there is consent"; empty where the clause says nothing of it. */
export function forbiddenWords(clash: Forbidden, { clauses, names }: Pick<Setting, "clauses" | "names">): string {
  const ban = clauses.get(clash.forbids)?.clause;
  if (ban?.kind !== "limit") return "";
  const { compare: t } = names.say;
  const words = conditionWords(ban.where, names);
  return [...(words === "" ? [] : [t.forbiddenWhen(words)]), ...(ban.unlessConsent ? [t.unlessConsent] : [])].join(
    ", ",
  );
}

/** Why two dates cannot both be kept. */
export function windowWords(clash: WindowClash, { clauses, names }: Pick<Setting, "clauses" | "names">): string {
  const { say } = names;
  const sooner = ruleOf(clash.sooner, clash.deadlines.sooner);
  const later = ruleOf(clash.later, clash.deadlines.later);
  return clash.kind === "windows"
    ? say.compare.windowsText(say.compare.openingAfter(sooner, later))
    : say.compare.leadTimeText(sooner, later);

  function ruleOf(id: string, which: number | "opening"): string {
    const clause = clauses.get(id)?.clause;
    if (clause?.kind !== "duty" && clause?.kind !== "right") return id;
    if (which !== "opening") {
      const deadline = clause.deadlines[which]?.deadline;
      return deadline === undefined ? id : `${id}, ${deadlineWords(deadline, names)}`;
    }
    const { notBefore } = clause;
    if (notBefore === undefined) return id;
    const join = notBefore.direction === "after" ? say.after : say.before;
    return `${id}, ${join(durationWords(notBefore.duration, names), baseWords(notBefore.base, names))},`;
  }
}
