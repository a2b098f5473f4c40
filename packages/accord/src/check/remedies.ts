import { report } from "../lower/world.ts";
import { headMark, markOf } from "../parse/places.ts";
import type { ClauseCheck } from "./check.ts";

/** Warns of what follows a miss that can never be concluded. */
export function checkRemedies(check: ClauseCheck): void {
  const { clause, text } = check;
  if ((clause.kind !== "duty" && clause.kind !== "right") || clause.trigger.kind !== "miss") return;
  const missed = check.sight.compiled(clause.trigger.clause);
  if (missed?.kind !== "duty") return;
  const node = text.node.$type === "Duty" || text.node.$type === "Right" ? text.node.trigger : undefined;
  const mark = node ? markOf(text.source, node) : headMark(text.source);
  if (missed.silence) {
    report(check, "warning", "remedy-never-arises", mark, {
      message: `Silence on ${missed.id} has an effect of its own ("${missed.silence.means}"), so it is never missed.`,
      why: "This clause can never arise.",
      mend: "Let it follow from something else, or remove it.",
    });
    return;
  }
  const dated = missed.deadlines.filter(({ deadline }) => deadline.kind !== "none");
  if (dated.length === 0) {
    report(check, "warning", "remedy-never-arises", mark, {
      message: `${missed.id} has no deadline, so it is never missed.`,
      why: "This clause can never arise.",
      mend: `Let it follow from something else, or give ${missed.id} the deadline that the text sets.`,
    });
  } else if (dated.every(({ deadline }) => deadline.kind === "vague" && !deadline.reading)) {
    report(check, "info", "remedy-needs-reading", mark, {
      message: `${missed.id} is missed only where a recorded reading gives its vague term a number.`,
      mend: "Nothing, if that is what the text says.",
    });
  }
}
