/** One place in a request that cannot be used: a JSON Pointer (RFC 6901) from /body, /query, /path or /headers. */
export interface ProblemPlace {
  readonly pointer: string;
  readonly detail: string;
  readonly mend?: string;
}

/**
 * An answer that is not the one asked for, as RFC 9457 problem details. Thrown by routes; the error handler writes it.
 * `type` is a path of this node's documentation, so that a reader can look it up without leaving the machine.
 */
export class HttpProblem extends Error {
  override readonly name = "HttpProblem";
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly more: {
    readonly detail?: string;
    readonly errors?: readonly ProblemPlace[];
    readonly headers?: Readonly<Record<string, string>>;
  };
  constructor(status: number, code: string, title: string, more: HttpProblem["more"] = {}) {
    super(title);
    this.status = status;
    this.code = code;
    this.title = title;
    this.more = more;
  }
  /** What Fastify and its plugins look at. */
  get statusCode(): number {
    return this.status;
  }
}

export const notFound = (what: string) => new HttpProblem(404, "not-found", `${what} is not here, or not yours to see`);
export const badRequest = (pointer: string, detail: string, mend?: string) =>
  new HttpProblem(400, "wrong-input", "The request says something that cannot be used", {
    detail,
    errors: [{ pointer, detail, ...(mend === undefined ? {} : { mend }) }],
  });
export const signInFirst = () =>
  new HttpProblem(401, "sign-in", "Sign in first", { detail: "This node answers people it knows." });
export const forbidden = (detail: string) =>
  new HttpProblem(403, "not-allowed", "Your role does not allow this", { detail });
export const conflict = (detail: string) =>
  new HttpProblem(409, "conflict", "This stands otherwise by now", { detail });
/** 503: the database is away for a moment. */
export const away = () =>
  new HttpProblem(503, "database-away", "The database is away for a moment", {
    detail: "Nothing was taken. Ask again in a few seconds.",
    headers: { "retry-after": "3" },
  });
/** 507: no room is left where the node keeps its data. */
export const full = () =>
  new HttpProblem(507, "disk-full", "There is no room left on the disk of this node", {
    detail: "What was taken before is not lost. Tell the operator, who makes room; then send it again.",
    headers: { "retry-after": "60" },
  });
/** 429: `seconds` until asking makes sense again. */
export const tooMany = (seconds: number) =>
  new HttpProblem(429, "too-many", "Too many requests", {
    detail: `Ask again in ${seconds} seconds.`,
    headers: { "retry-after": String(seconds) },
  });
