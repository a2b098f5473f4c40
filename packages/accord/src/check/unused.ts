import { type ClauseEntry, HEADER_ATTRIBUTES, report, type Workspace } from "../lower/workspace.ts";
import { headMark, markOf } from "../parse/places.ts";

/** Tells of what is declared and never used. Kinds to which another kind refers are in use. */
export function checkUnused(workspace: Workspace, entries: readonly ClauseEntry[]): void {
  for (const { kind } of workspace.allKinds) {
    for (const { type } of kind.attributes) {
      const referred = type.type === "record" && type.of !== kind.name ? workspace.kinds.get(type.of) : undefined;
      if (referred) referred.used = true;
    }
  }
  const anyClause = entries.length > 0;
  for (const entry of workspace.allKinds) {
    const { kind, node, source } = entry;
    if (!node || workspace.kinds.get(kind.name) !== entry) continue;
    if (!entry.used) {
      if (!anyClause) continue;
      report(workspace, "info", "unused-kind", markOf(source, node, "name"), {
        message: `No clause speaks of ${kind.name}.`,
        mend: "Remove it, unless it is exchanged without any clause asking for it.",
      });
      continue;
    }
    const unread = kind.attributes.map((attribute) => attribute.name).filter((name) => !entry.read.has(name));
    const informative = unread.filter((name) => !(name in HEADER_ATTRIBUTES) && name !== kind.actor);
    if (informative.length === 0 || informative.length === kind.attributes.length) continue;
    report(workspace, "info", "unused-attributes", markOf(source, node, "name"), {
      message: `No clause asks for ${informative.join(", ")} of ${kind.name}.`,
      why: "They are carried and shown, and decide nothing.",
      mend: "Keep them if the text asks for them; otherwise remove them.",
    });
  }
  for (const entry of workspace.instruments.values()) checkInstrument(workspace, entry);
}

function checkInstrument(
  workspace: Workspace,
  {
    id,
    node,
    source,
    head,
    clauses,
    usedSides,
    usedZones,
  }: Workspace["instruments"] extends Map<string, infer I> ? I : never,
): void {
  if (!node) return;
  if (clauses.length === 0) {
    report(workspace, "warning", "unused-instrument", headMark(source), {
      message: `${id} has no clauses.`,
      mend: "Write its clauses below it, or remove it.",
    });
    return;
  }
  for (const line of node.lines) {
    if (line.$type === "ZoneLine" && !usedZones.has(line.name)) {
      report(workspace, "warning", "unused-zone", markOf(source, line, "name"), {
        message: `No clause of ${id} asks for the zone ${line.name}.`,
        mend: "Use it (`e.place in ZONE`), or remove it.",
      });
    }
    if (line.$type === "SidesLine" && head.sides.length > 0 && usedSides.size === 0) {
      report(workspace, "warning", "unused-side", markOf(source, line), {
        message: `No clause of ${id} speaks of its sides.`,
        mend: "Use them (`the other side`, `side of x.from`), or remove them.",
      });
    }
  }
}
