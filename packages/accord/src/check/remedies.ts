import { type ClauseEntry, report, type Workspace } from "../lower/workspace.ts";
import { headMark, markOf } from "../parse/places.ts";
import type { Clause } from "../program/index.ts";

/** Warns of what follows a miss that can never be concluded. */
export function checkRemedies(workspace: Workspace, entry: ClauseEntry, clause: Clause): void {
  if ((clause.kind !== "duty" && clause.kind !== "right") || clause.trigger.kind !== "miss") return;
  const missed = workspace.clauses.get(clause.trigger.clause)?.clause;
  if (missed?.kind !== "duty") return;
  const node = entry.node?.$type === "Duty" || entry.node?.$type === "Right" ? entry.node.trigger : undefined;
  const mark = node ? markOf(entry.source, node) : headMark(entry.source);
  if (missed.silence) {
    report(workspace, "warning", "remedy-never-arises", mark, {
      message: `Silence on ${missed.id} has an effect of its own ("${missed.silence.means}"), so it is never missed.`,
      why: "This clause can never arise.",
      mend: "Let it follow from something else, or remove it.",
    });
    return;
  }
  const dated = missed.deadlines.filter(({ deadline }) => deadline.kind !== "none");
  if (dated.length === 0) {
    report(workspace, "warning", "remedy-never-arises", mark, {
      message: `${missed.id} has no deadline, so it is never missed.`,
      why: "This clause can never arise.",
      mend: `Let it follow from something else, or give ${missed.id} the deadline that the text sets.`,
    });
  } else if (dated.every(({ deadline }) => deadline.kind === "vague" && !deadline.reading)) {
    report(workspace, "info", "remedy-needs-reading", mark, {
      message: `${missed.id} is missed only where a recorded reading gives its vague term a number.`,
      mend: "Nothing, if that is what the text says.",
    });
  }
}
