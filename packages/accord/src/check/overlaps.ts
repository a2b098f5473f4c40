import { type ClauseEntry, report, type World } from "../lower/world.ts";
import { headMark } from "../parse/places.ts";
import type { DutyClause, TimeUnit } from "../program/index.ts";

/**
 * Tells where one act may discharge duties of several instruments: the same kind of record asks for the same kind of
 * act. Names the strictest, where the deadlines can be set against each other.
 */
export function checkOverlaps(world: World, entries: readonly ClauseEntry[]): void {
  const groups = new Map<string, { entry: ClauseEntry; clause: DutyClause }[]>();
  for (const entry of entries) {
    const { clause } = entry;
    if (clause?.kind !== "duty" || clause.trigger.kind !== "record") continue;
    const key = `${clause.trigger.record} ${clause.act.record}`;
    groups.set(key, [...(groups.get(key) ?? []), { entry, clause }]);
  }
  for (const group of groups.values()) {
    if (new Set(group.map(({ entry }) => entry.instrument?.id)).size < 2) continue;
    const first = group[0]!;
    const strictest = strictestOf(group.map(({ clause }) => clause));
    const ids = group.map(({ clause }) => clause.id);
    report(world, "info", "overlap", headMark(first.entry.source), {
      message: `One ${first.clause.act.record} may discharge duties of several instruments: ${ids.join(", ")}.`,
      why: strictest ? `${strictest.id} asks for it first.` : "Their deadlines count from different moments.",
      mend: "Nothing, if the same act is meant; otherwise use different kinds.",
    });
  }
}

const HOURS: Readonly<Record<TimeUnit, number>> = {
  minute: 1 / 60,
  hour: 1,
  day: 24,
  "working day": 24,
  week: 168,
  month: 720,
  year: 8760,
};

/** The clause whose first plain deadline leaves the least time; undefined where they cannot be compared. */
function strictestOf(clauses: readonly DutyClause[]): DutyClause | undefined {
  const kinds = new Set(clauses.map((clause) => clause.deadlines.at(-1)?.deadline.kind));
  const kind = [...kinds][0];
  if (kinds.size !== 1 || (kind !== "before" && kind !== "after")) return undefined;
  const hours = (clause: DutyClause) => {
    const deadline = clause.deadlines.at(-1)?.deadline;
    if (deadline?.kind !== "before" && deadline?.kind !== "after") return 0;
    return deadline.duration.value * HOURS[deadline.duration.unit];
  };
  return [...clauses].sort((a, b) => (kind === "before" ? hours(b) - hours(a) : hours(a) - hours(b)))[0];
}
