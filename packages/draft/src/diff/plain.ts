import type { Clause } from "@kelisim/accord/program";
import canonicalize from "canonicalize";

const MARKS = new Set(["assumed", "articleAssumed", "channelAssumed", "amountAssumed"]);

/**
 * A clause as far as anything is computed from it: without the marks of what is assumed, its records named by the part they
 * play, so that another letter for the same record is no difference. `ids`: clause ids of the old text as they are now.
 */
export function plain(clause: Clause, all: readonly Clause[], ids: ReadonlyMap<string, string> = new Map()): Clause {
  const names = namesOf(clause, all);
  let windows = 0;
  const scan = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(scan);
    else if (typeof part === "object" && part !== null) {
      if ("kind" in part && part.kind === "window" && "variable" in part)
        names.set(String(part.variable), `window ${++windows}`);
      Object.values(part).forEach(scan);
    }
  };
  scan(clause);
  const map = (part: unknown, key = ""): unknown => {
    if (Array.isArray(part)) return part.map((each) => map(each, key));
    if (typeof part === "string") {
      if (key === "variable") return names.get(part) ?? part;
      return key === "clause" || key === "subjectTo" ? (ids.get(part) ?? part) : part;
    }
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).flatMap(([name, value]) => (MARKS.has(name) ? [] : [[name, map(value, name)]])),
    );
  };
  return map(clause) as Clause;
}

function namesOf(clause: Clause, all: readonly Clause[], depth = 0): Map<string, string> {
  const names = new Map<string, string>();
  if (clause.kind === "limit") names.set(clause.variable, "record");
  if (clause.kind !== "duty" && clause.kind !== "right") return names;
  const { trigger, act } = clause;
  if (trigger.kind === "record") names.set(trigger.variable, "trigger");
  if (trigger.kind === "miss" && depth < 20) {
    const missed = all.find((other) => other.id === trigger.clause);
    for (const [name, part] of missed ? namesOf(missed, all, depth + 1) : []) {
      if (part !== "act") names.set(name, part);
    }
  }
  return names.set(act.variable, "act");
}

/** Whether two parts of a program are the same, marks of what is assumed aside where they were taken out before. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || canonicalize(a) === canonicalize(b);
}

/** What a clause says, without what it is called and where it comes from. */
export function content(clause: Clause): unknown {
  const { id: _id, title: _title, article: _article, source: _source, hash: _hash, line: _line, ...rest } = clause;
  const { confidence: _confidence, subjectTo: _subjectTo, ...said } = rest;
  return "trigger" in said && said.trigger.kind === "miss"
    ? { ...said, trigger: { ...said.trigger, clause: "" } }
    : said;
}
