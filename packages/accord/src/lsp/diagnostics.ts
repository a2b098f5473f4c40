import type { Problem } from "@kelisim/model";
import type { Desk } from "./desk.ts";
import type { Location, Range } from "./types.ts";

/** A problem where an editor shows it. */
export interface Diagnostic {
  readonly range: Range;
  readonly severity: "error" | "warning" | "information";
  readonly code: string;
  readonly message: string;
  readonly related: readonly (Location & { readonly message: string })[];
  /** What a fix needs. */
  readonly problem: Problem;
}

/** The problems of one file. */
export function diagnosticsOf(desk: Desk, path: string): readonly Diagnostic[] {
  return desk.workspace
    .compilation()
    .problems.filter((problem) => problem.file === path)
    .map((problem) => diagnosticOf(desk, path, problem));
}

/** What is wrong in a table of the region: its text is not held here, so the places are taken as they are told. */
export function tableDiagnostics(problems: readonly Problem[], path: string): readonly Diagnostic[] {
  return problems
    .filter((problem) => problem.file === path)
    .map((problem) => {
      const start = { line: (problem.line ?? 1) - 1, character: (problem.column ?? 1) - 1 };
      const end = { line: start.line, character: start.character + (problem.length ?? 1) };
      return { ...told(problem), range: { start, end }, related: [] };
    });
}

function told(problem: Problem): Pick<Diagnostic, "severity" | "code" | "message" | "problem"> {
  const { message, why, mend, severity, code } = problem;
  return {
    severity: severity === "info" ? "information" : severity,
    code,
    message: [message, why, mend].filter((text) => text !== undefined).join("\n"),
    problem,
  };
}

function diagnosticOf(desk: Desk, path: string, problem: Problem): Diagnostic {
  return { ...told(problem), range: rangeOf(desk, path, problem), related: relatedOf(desk, problem) };
}

/** The marked place; a place without a length marks the word there. */
export function rangeOf(desk: Desk, path: string, place: Pick<Problem, "line" | "column" | "length">): Range {
  const places = desk.places(path);
  const line = (place.line ?? 1) - 1;
  const start = places.offset({ line, character: (place.column ?? 1) - 1 });
  const marked = place.length ?? 0;
  const word = /^[\p{L}\p{N}_-]+/u.exec(places.text.slice(start, start + 100))?.[0].length ?? 1;
  const length = Math.min(marked > 0 ? marked : word, Math.max(0, places.endOf(line) - start));
  return places.range(start, length);
}

/** Places of which the message speaks: "already a clause in FILE, line 3", and other clauses by their ids. */
function relatedOf(desk: Desk, problem: Problem): Diagnostic["related"] {
  const told = / in (.+), line (\d+)\.$/.exec(problem.message);
  if (told && desk.has(told[1]!)) {
    const [, path = "", line = "1"] = told;
    return [{ path, range: rangeOf(desk, path, { line: Number(line), column: 1 }), message: "Declared here first." }];
  }
  if (!["accord/overlap", "accord/depends-on-error"].includes(problem.code)) return [];
  const { clauses } = desk.workspace.survey().world;
  const ids = problem.message.match(/[\p{L}_][\p{L}\p{N}_-]*/gu) ?? [];
  return [...new Set(ids)].flatMap((id) => {
    const source = clauses.get(id)?.source;
    if (!source || (source.file === problem.file && source.line === problem.line)) return [];
    return [{ path: source.file, range: rangeOf(desk, source.file, { line: source.line, column: 1 }), message: id }];
  });
}
