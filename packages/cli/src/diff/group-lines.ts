import type { LineChange } from "@kelisim/draft";

export interface GroupedLines {
  /** The first of them. */
  readonly change: LineChange;
  readonly pairs: number;
}

/** Lines of the same clause, subject or period, states and dates taken together, in their order: who owes whom is counted. */
export function groupLines(changes: readonly LineChange[]): readonly GroupedLines[] {
  const groups = new Map<string, { change: LineChange; pairs: number }>();
  for (const change of changes) {
    const key = JSON.stringify(
      [change.before, change.after].map(
        (line) => line && [line.clause, line.subject, line.period, line.state, line.deadline, line.version],
      ),
    );
    const group = groups.get(key);
    if (group) group.pairs += 1;
    else groups.set(key, { change, pairs: 1 });
  }
  return [...groups.values()];
}
