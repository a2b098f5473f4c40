import type { Clause, Term } from "@kelisim/accord/program";

/** The kinds that clauses speak of, and of each the attributes that they read. */
export function readsOf(clauses: readonly Clause[], all: readonly Clause[]): ReadonlyMap<string, ReadonlySet<string>> {
  const reads = new Map<string, Set<string>>();
  const read = (kind: string, ...names: readonly string[]) => {
    const known = reads.get(kind) ?? new Set();
    for (const name of names) known.add(name);
    reads.set(kind, known);
  };
  for (const clause of clauses) {
    const variables = variablesOf(clause, all);
    for (const kind of variables.values()) read(kind);
    if (clause.kind === "limit") {
      const { aggregate } = clause;
      if (aggregate.kind === "sum" || aggregate.kind === "level") read(clause.record, aggregate.attribute);
      if (aggregate.kind === "simultaneous") read(clause.record, aggregate.start, aggregate.end);
    }
    if ((clause.kind === "duty" || clause.kind === "right") && clause.act.total)
      read(clause.act.record, clause.act.total.attribute);
    forEachTerm(clause, (term) => {
      const kind = term.kind === "attribute" ? variables.get(term.variable) : undefined;
      if (term.kind === "attribute" && kind !== undefined) read(kind, term.name);
      if (term.kind === "window") read(term.record, ...(term.attribute === undefined ? [] : [term.attribute]));
    });
  }
  return reads;
}

/** The records that a clause names: variable → kind, those of a duty whose miss it follows too. */
export function variablesOf(clause: Clause, all: readonly Clause[]): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  if (clause.kind === "limit") variables.set(clause.variable, clause.record);
  if (clause.kind !== "duty" && clause.kind !== "right") return variables;
  const { trigger, act } = clause;
  if (trigger.kind === "record") variables.set(trigger.variable, trigger.record);
  if (trigger.kind === "miss") {
    const missed = all.find((other) => other.id === trigger.clause);
    const chain = missed && missed.id !== clause.id ? variablesOf(missed, all) : [];
    for (const [name, kind] of chain) variables.set(name, kind);
  }
  variables.set(act.variable, act.record);
  forEachTerm(clause, (term) => {
    if (term.kind === "window") variables.set(term.variable, term.record);
  });
  return variables;
}

/** Visits every term inside a clause, or inside a part of one. */
export function forEachTerm(part: unknown, visit: (term: Term) => void): void {
  if (Array.isArray(part)) for (const each of part) forEachTerm(each, visit);
  else if (typeof part === "object" && part !== null) {
    if (isTerm(part)) visit(part);
    for (const value of Object.values(part)) forEachTerm(value, visit);
  }
}

function isTerm(part: object): part is Term {
  const { kind } = part as { kind?: unknown };
  return (kind === "attribute" && "variable" in part) || (kind === "window" && "record" in part && "over" in part);
}
