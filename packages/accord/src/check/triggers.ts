import { type ClauseEntry, report, type World } from "../lower/world.ts";
import { headMark, markOf } from "../parse/places.ts";
import type { Clause } from "../program/index.ts";

/** Tells of clauses that begin with a notice which no clause lets anybody send. */
export function checkTriggers(world: World, entries: readonly ClauseEntry[]): void {
  const sent = new Set<string>();
  for (const { clause } of entries) if (isAct(clause)) sent.add(clause.act.record);
  for (const entry of entries) {
    const { clause, node, source } = entry;
    if (!isAct(clause) || clause.trigger.kind !== "record") continue;
    const { record } = clause.trigger;
    if (world.kinds.get(record)?.facts.kind.form !== "notice" || sent.has(record)) continue;
    const trigger = node?.$type === "Duty" || node?.$type === "Right" ? node.trigger : undefined;
    report(world, "info", "uncaused", trigger ? markOf(source, trigger) : headMark(source), {
      message: `No clause says who may or must send the notice ${record}.`,
      why: "The clause arises only if somebody sends one all the same.",
      mend: "If the text gives that right, write it as a right.",
    });
  }
}

function isAct(clause: Clause | undefined): clause is Extract<Clause, { kind: "duty" | "right" }> {
  return clause?.kind === "duty" || clause?.kind === "right";
}
