import type { TextProblem } from "@kelisim/api";
import { ApiProblem } from "./problem.ts";

/** What a refusal says of a text, line by line: places like "/text/12/3". Empty: it is about something else. */
export function problemsOfText(problem: unknown): readonly TextProblem[] {
  if (!(problem instanceof ApiProblem)) return [];
  return (problem.details.errors ?? []).flatMap(({ pointer, detail, mend }): readonly TextProblem[] => {
    const [, line, column] = /^\/text\/(\d+)\/(\d+)$/.exec(pointer) ?? [];
    if (line === undefined) return [];
    return [
      {
        code: pointer,
        severity: "error",
        line: Number(line),
        column: Number(column),
        message: detail,
        ...(mend === undefined ? {} : { mend }),
      },
    ];
  });
}

/** The same refusal where its places are shown elsewhere. */
export function withoutPlaces(problem: unknown): unknown {
  if (!(problem instanceof ApiProblem)) return problem;
  const { errors: _errors, ...details } = problem.details;
  return new ApiProblem({
    ...details,
    title: problem.details.title,
    type: problem.details.type,
    status: problem.status,
  });
}
