import type { BriefFormat } from "@kelisim/api";
import type { Problem } from "@kelisim/model";
import type { FastifyReply } from "fastify";
import { attachment } from "../../http/attachment.ts";
import { HttpProblem } from "../../http/problem.ts";
import type { BoundText } from "./bind-text.ts";
import type { Printed } from "./printer.ts";

const TYPES: Readonly<Record<BriefFormat, string>> = {
  html: "text/html; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
};

/** Hands a printed brief out as a file. Throws 422 with the places where it cannot be printed. */
export function sendBrief(reply: FastifyReply, printed: Printed, format: BriefFormat, title: string): FastifyReply {
  if ("problems" in printed) throw notPrintable(printed.problems);
  return reply.type(TYPES[format]).header("content-disposition", attachment(title, format)).send(printed.file);
}

/** A text in which nothing is wrong. Throws 422 with the places of its errors. */
export function soundOr422(bound: BoundText): BoundText {
  if (!bound.sound) throw notPrintable(bound.problems.filter(({ severity }) => severity === "error"));
  return bound;
}

const notPrintable = (problems: readonly Problem[]) =>
  new HttpProblem(422, "brief-has-errors", "The brief has errors", {
    detail: "Mend them first: a figure that nobody can work out is not printed.",
    errors: problems.map(({ message, mend, line, column }) => ({
      pointer: `/text/${line ?? 1}/${column ?? 1}`,
      detail: message,
      ...(mend === undefined ? {} : { mend }),
    })),
  });
