import { nearest } from "@kelisim/model";
import type * as ast from "../generated/ast.ts";
import { markOf } from "../parse/places.ts";
import { type ClauseEntry, report, type World } from "./world.ts";

export interface Displacements {
  /** Clauses that displace this one by a `notwithstanding` of their own. */
  of(id: string): readonly string[];
  /** Clauses whose own priorities name what does not exist. */
  readonly faulty: ReadonlySet<string>;
}

/**
 * Reads `subject to` and `notwithstanding` of all clauses: one displaces the other only where a text says so. Two
 * clauses that displace each other would leave neither, and are refused.
 */
export function readPriorities(world: World, entries: readonly ClauseEntry[]): Displacements {
  const displacedBy = new Map<string, Set<string>>();
  const faulty = new Set<string>();
  const add = (displaced: string, by: string) => {
    const all = displacedBy.get(displaced) ?? new Set();
    displacedBy.set(displaced, all.add(by));
  };
  for (const entry of entries) {
    for (const line of entry.node?.lines ?? []) {
      if (line.$type !== "SubjectLine" && line.$type !== "NotwithstandingLine") continue;
      for (const { name, node } of line.clauses.map((node) => ({ name: node.name, node }))) {
        if (!accept(world, entry, node, name)) faulty.add(entry.id);
        else if (line.$type === "SubjectLine") add(entry.id, name);
        else add(name, entry.id);
      }
    }
  }
  for (const entry of entries) {
    if (!displacesItself(entry.id, displacedBy)) continue;
    faulty.add(entry.id);
    report(world, "error", "circular-priority", headOf(entry), {
      message: `${entry.id} is displaced by a clause that it displaces itself.`,
      why: "Neither could ever apply. The clause is left out of the program until this is mended.",
      mend: "Keep the priority in one direction only.",
    });
  }
  return { of: (id) => [...(displacedBy.get(id) ?? [])].sort(), faulty };
}

function headOf(entry: ClauseEntry) {
  return entry.node
    ? markOf(entry.source, entry.node, "name")
    : { file: entry.source.file, line: entry.source.line, column: 1, length: 0 };
}

function accept(world: World, entry: ClauseEntry, node: ast.ClauseName, name: string): boolean {
  if (world.clauses.has(name) && name !== entry.id) return true;
  const meant = name === entry.id ? undefined : nearest(name, world.clauses.keys());
  report(world, "error", "unknown-clause", markOf(entry.source, node), {
    message:
      name === entry.id ? "A clause cannot displace itself." : `There is no clause "${name}" in the files given.`,
    why: "The clause is left out of the program until this is mended.",
    mend: meant ? `Did you mean ${meant}?` : "Check the id, or give the file that holds it too.",
    ...(meant ? { edit: meant } : {}),
  });
  return false;
}

function displacesItself(id: string, displacedBy: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set<string>();
  const next = [...(displacedBy.get(id) ?? [])];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (at === id) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    next.push(...(displacedBy.get(at) ?? []));
  }
  return false;
}
