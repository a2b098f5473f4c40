import type { ApiProblem as ProblemDetails } from "@kelisim/api";

/** The node answered with a problem (RFC 9457). `details` names what is wrong, where, and the reference to quote. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: number;
  readonly details: ProblemDetails;

  constructor(details: ProblemDetails) {
    super(details.detail ?? details.title);
    this.status = details.status;
    this.details = details;
  }
}

/** The node could not be reached: no answer came at all. */
export class NoConnection extends Error {
  override readonly name = "NoConnection";
}

/** Reads a problem from a response; an answer that is none (a proxy's page) is named by its status alone. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const kind = response.headers.get("content-type") ?? "";
  if (kind.includes("json")) {
    try {
      const body = (await response.json()) as Partial<ProblemDetails>;
      if (typeof body.title === "string") {
        return new ApiProblem({ type: "about:blank", ...body, title: body.title, status: response.status });
      }
    } catch {
      // Not JSON after all: named by its status below.
    }
  }
  return new ApiProblem({ type: "about:blank", title: response.statusText, status: response.status });
}
