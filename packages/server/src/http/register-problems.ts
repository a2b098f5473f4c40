import { randomBytes } from "node:crypto";
import { STATUS_CODES } from "node:http";
import { problemWords } from "@kelisim/words";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../app.ts";
import { languageOf } from "./language.ts";
import { away, full, HttpProblem, type ProblemPlace } from "./problem.ts";
import { collectRoutes } from "./route-methods.ts";
import { placesOf } from "./validation-places.ts";

/** Media type of problem details: RFC 9457, section 3. */
export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** What is said about errors that Fastify and its plugins raise; the texts are ours, theirs name inner parts. */
const KNOWN: Readonly<Record<number, readonly [code: string, title: string, detail: string]>> = {
  400: ["wrong-input", "The request cannot be read", "Its body is not the JSON that its headers promise, or is empty."],
  404: ["not-found", "There is nothing at this address", "See /api/v1/openapi.json for what there is."],
  406: ["not-acceptable", "No such representation", "The node cannot answer in the form asked for."],
  408: ["too-slow", "The request took too long to arrive", "Send it again."],
  412: ["changed", "This was changed meanwhile", "Read it again, then decide."],
  413: ["too-large", "The request is larger than this node takes", "Send it in smaller parts."],
  414: ["address-too-long", "The address is too long", "Shorten the filters in it."],
  415: ["media-type", "The node does not read this kind of content", "Send application/json with its content type."],
  421: ["wrong-host", "This node does not answer under that name", "Use the address that it printed at its start."],
  429: ["too-many", "Too many requests", "Wait as long as the header Retry-After says."],
  431: ["headers-too-large", "The headers are too large", "Remove cookies of this address, then sign in again."],
  503: ["busy", "The node cannot answer at the moment", "Ask again in a few seconds."],
};

/**
 * Every error leaves as RFC 9457 problem details: validation with a pointer for each field, unknown routes, other
 * methods (405 with Allow), bodies that are too large or of another kind, and our own errors as a reference number with
 * no inner text. They are worded in the language that the request asks for. `report` gets what the answer does not say.
 */
export function registerProblems(app: App, report: (line: string, error: unknown) => void = console.error): void {
  const methodsOf = collectRoutes(app);

  const answer = (request: FastifyRequest, reply: FastifyReply, problem: HttpProblem, reference?: string) => {
    for (const [name, value] of Object.entries(problem.more.headers ?? {})) reply.header(name, value);
    const language = languageOf(request);
    const say = (sentence: string) => problemWords(language, sentence);
    // A hook may have promised to keep the answer; a problem is about this moment.
    reply.header("cache-control", "no-store").header("content-language", language);
    return reply
      .code(problem.status)
      .type(PROBLEM_TYPE)
      .serializer(JSON.stringify)
      .send({
        type: `/problems/${problem.code}`,
        title: say(problem.title),
        status: problem.status,
        ...(problem.more.detail === undefined ? {} : { detail: say(problem.more.detail) }),
        instance: request.url.split("?", 1)[0]!.slice(0, 200),
        ...(reference === undefined ? {} : { reference }),
        ...(problem.more.errors === undefined ? {} : { errors: worded(problem.more.errors, say) }),
      });
  };

  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof HttpProblem) return answer(request, reply, error);
    // By name: the store raises it, and so may anything that asked the store.
    if (error.name === "DatabaseAway") return answer(request, reply, away());
    if (error.name === "StorageFull") {
      report(`${error.message}; make room, and the node goes on by itself`, error.cause);
      return answer(request, reply, full());
    }
    if (error.validation !== undefined) {
      const errors = placesOf(error.validation, error.validationContext, languageOf(request));
      const detail = errors.length === 1 ? errors[0]!.detail : `${errors.length} places need another value`;
      const problem = new HttpProblem(400, "wrong-input", "The request says something that cannot be used", {
        detail,
        errors,
      });
      return answer(request, reply, problem);
    }
    const status = error.statusCode ?? 500;
    if (status >= 400 && status !== 500) {
      const [code, title, detail] = KNOWN[status] ?? ["refused", STATUS_CODES[status] ?? "Refused", ""];
      return answer(request, reply, new HttpProblem(status, code, title, detail === "" ? {} : { detail }));
    }
    const reference = randomBytes(6).toString("hex");
    report(`reference ${reference}, ${request.method} ${request.url.split("?", 1)[0]}:`, error);
    const problem = new HttpProblem(500, "our-mistake", "Something went wrong on our side", {
      detail: "The operator of this node finds the cause in its log under the reference.",
    });
    return answer(request, reply, problem, reference);
  });

  app.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(request.url.split("?", 1)[0]!);
    if (methods.length > 0 && !methods.includes(request.method)) {
      const problem = new HttpProblem(405, "method", `${request.method} is not possible here`, {
        detail: `Possible: ${methods.join(", ")}.`,
        headers: { allow: methods.join(", ") },
      });
      return answer(request, reply, problem);
    }
    const [code, title, detail] = KNOWN[404]!;
    return answer(request, reply, new HttpProblem(404, code, title, { detail }));
  });
}

/** Places of a request with what is said of them in the words of a reader; the diagnostics of a text stay English. */
const worded = (errors: readonly ProblemPlace[], say: (sentence: string) => string): readonly ProblemPlace[] =>
  errors.map(({ pointer, detail, mend }) => ({
    pointer,
    detail: say(detail),
    ...(mend === undefined ? {} : { mend: say(mend) }),
  }));
