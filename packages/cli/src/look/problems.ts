import type { Problem } from "@kelisim/model";
import { texts } from "../texts/index.ts";
import type { Paper } from "./paper.ts";

/** `file:line:column`, as editors and terminals make it a link; what is not known is left out. */
export function placeOf(problem: Problem): string {
  return [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(":");
}

/** One problem: place, severity, what, then why and mend below. */
export function drawProblem(paper: Paper, problem: Problem): void {
  const { paint } = paper.look;
  const style = problem.severity === "error" ? "red" : problem.severity === "warning" ? "yellow" : "dim";
  const place = placeOf(problem);
  paper.raw(
    `${place === "" ? "" : `${paint(place, "bold")}: `}${paint(texts.severity[problem.severity], style)} ${problem.code}`,
  );
  paper.text(problem.message, { indent: 2 });
  if (problem.why !== undefined) paper.text(texts.why(problem.why), { indent: 4, style: "dim" });
  if (problem.mend !== undefined) paper.text(texts.mend(problem.mend), { indent: 4, style: "dim" });
}

/** The same on one line, for standard error beside a board. */
export function problemLine(problem: Problem): string {
  const place = placeOf(problem);
  const mend = problem.mend === undefined ? "" : ` (${problem.mend})`;
  return `${place === "" ? "" : `${place}: `}${texts.severity[problem.severity]}: ${problem.message}${mend}\n`;
}
