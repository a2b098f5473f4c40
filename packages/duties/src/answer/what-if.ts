import type { WhatIf } from "../explanation.ts";
import type { Line, Outcome } from "../question.ts";
import type { View } from "../records/view.ts";

const identity = (line: Line) =>
  JSON.stringify([line.clause, line.debtor, line.creditor, line.subject, line.period, line.group]);

/** Lead times already passed first, then by deadline; undated last. */
function strictestFirst(a: Line, b: Line): number {
  const rank = (line: Line) => (line.state === "lead time already passed" ? 0 : 1);
  return (
    rank(a) - rank(b) ||
    (a.deadline ?? 8.64e15) - (b.deadline ?? 8.64e15) ||
    (a.clause < b.clause ? -1 : a.clause > b.clause ? 1 : 0) ||
    (a.creditor < b.creditor ? -1 : 1)
  );
}

/** What would follow, from the answers without and with hypothetical records. */
export function compareOutcomes(view: View, before: Outcome, after: Outcome): WhatIf {
  const stood = new Map(before.lines.map((line) => [identity(line), line]));
  const arising: Line[] = [];
  const limits: Line[] = [];
  const changed: { before: Line; after: Line }[] = [];
  for (const line of after.lines) {
    const was = stood.get(identity(line));
    if (line.form === "limit") {
      if (!was || was.value !== line.value || was.state !== line.state) limits.push(line);
    } else if (!was) arising.push(line);
    else if (was.state !== line.state || was.deadline !== line.deadline || was.performance !== line.performance) {
      changed.push({ before: was, after: line });
    }
  }
  const known = new Set(before.undetermined.map((u) => `${u.clause} ${u.subject}`));
  return {
    arising: arising.sort(strictestFirst),
    changed,
    limits,
    undetermined: after.undetermined.filter((u) => !known.has(`${u.clause} ${u.subject}`)),
    together: together(view, arising),
  };
}

/** Lines of one debtor that one notice could discharge: the same kind of act about the same subject. */
function together(view: View, lines: readonly Line[]): WhatIf["together"] {
  const groups = new Map<string, { record: string; lines: Line[] }>();
  for (const line of lines) {
    const row = view.plan.rows.find((r) => r.clause.id === line.clause && r.clause.hash === line.version);
    if (!row || line.state === "not applicable" || row.clause.kind !== "duty") continue;
    const record = row.clause.act.record;
    const key = `${record} ${line.subject ?? ""}`;
    const group = groups.get(key);
    if (group) group.lines.push(line);
    else groups.set(key, { record, lines: [line] });
  }
  return [...groups.values()].filter((group) => new Set(group.lines.map((line) => line.clause)).size > 1);
}
