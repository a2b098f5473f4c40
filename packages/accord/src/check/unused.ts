import type * as ast from "../generated/ast.ts";
import {
  type ClauseEntry,
  HEADER_ATTRIBUTES,
  type InstrumentEntry,
  type InstrumentHead,
  report,
  type World,
} from "../lower/world.ts";
import { headMark, markOf } from "../parse/places.ts";

/** Tells of what is declared and never used. Kinds to which another kind refers are in use. */
export function checkUnused(world: World, entries: readonly ClauseEntry[]): void {
  for (const { facts } of world.allKinds) {
    for (const { type } of facts.kind.attributes) {
      const referred = type.type === "record" && type.of !== facts.kind.name ? world.kinds.get(type.of) : undefined;
      if (referred) referred.used = true;
    }
  }
  const anyClause = entries.length > 0;
  for (const entry of world.allKinds) {
    const { node, source } = entry;
    const { kind } = entry.facts;
    if (!node || world.kinds.get(kind.name) !== entry) continue;
    if (!entry.used) {
      if (!anyClause) continue;
      report(world, "info", "unused-kind", markOf(source, node, "name"), {
        message: `No clause speaks of ${kind.name}.`,
        mend: "Remove it, unless it is exchanged without any clause asking for it.",
      });
      continue;
    }
    const unread = kind.attributes.map((attribute) => attribute.name).filter((name) => !entry.read.has(name));
    const informative = unread.filter((name) => !(name in HEADER_ATTRIBUTES) && name !== kind.actor);
    if (informative.length === 0 || informative.length === kind.attributes.length) continue;
    report(world, "info", "unused-attributes", markOf(source, node, "name"), {
      message: `No clause asks for ${informative.join(", ")} of ${kind.name}.`,
      why: "They are carried and shown, and decide nothing.",
      mend: "Keep them if the text asks for them; otherwise remove them.",
    });
  }
  for (const entry of world.instruments.values()) checkInstrument(world, entry);
}

/** Warns of a side of which the status table binds nobody. */
function checkSides(
  world: World,
  source: InstrumentEntry["source"],
  line: ast.SidesLine,
  head: InstrumentHead,
  bound: readonly string[],
): void {
  for (const [index, declared] of line.sides.entries()) {
    const side = head.sides.find((candidate) => candidate.name === declared.name);
    if (!side || side.members.length === 0 || side.members.some((id) => bound.includes(id))) continue;
    report(world, "warning", "empty-side", markOf(source, line, "sides", index), {
      message: `No row of the status table may bind a member of side ${declared.name}.`,
      why: "It can neither owe nor be owed.",
      mend: "Correct its members, or add their status rows.",
    });
  }
}

function checkInstrument(
  world: World,
  { id, facts, node, source, clauses, usedSides, usedZones }: InstrumentEntry,
): void {
  const { head } = facts;
  if (!node) return;
  if (clauses.length === 0) {
    report(world, "warning", "unused-instrument", headMark(source), {
      message: `${id} has no clauses.`,
      mend: "Write its clauses below it, or remove it.",
    });
    return;
  }
  const bound = world.context.boundParties?.(id);
  if (bound?.length === 0) {
    report(world, "warning", "never-bound", headMark(source), {
      message: `No row of the status table may bind anybody by ${id}.`,
      why: "Its clauses make no duties between states.",
      mend: "Add the status rows of its parties.",
    });
  }
  for (const line of node.lines) {
    if (line.$type === "SidesLine" && bound && bound.length > 0) checkSides(world, source, line, head, bound);
    if (line.$type === "ZoneLine" && !usedZones.has(line.name)) {
      report(world, "warning", "unused-zone", markOf(source, line, "name"), {
        message: `No clause of ${id} asks for the zone ${line.name}.`,
        mend: "Use it (`e.place in ZONE`), or remove it.",
      });
    }
    if (line.$type === "SidesLine" && head.sides.length > 0 && usedSides.size === 0) {
      report(world, "warning", "unused-side", markOf(source, line), {
        message: `No clause of ${id} speaks of its sides.`,
        mend: "Use them (`the other side`, `side of x.from`), or remove them.",
      });
    }
  }
}
