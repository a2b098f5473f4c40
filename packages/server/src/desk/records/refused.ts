import { HttpProblem, type ProblemPlace } from "../../http/problem.ts";

/** 422: the request is sound, the record in it is not. Every place that needs another value is named. */
export const refusedRecord = (errors: readonly ProblemPlace[]) =>
  new HttpProblem(422, "record-refused", "The record cannot be taken", {
    detail: errors.length === 1 ? errors[0]!.detail : `${errors.length} places need another value`,
    errors,
  });
