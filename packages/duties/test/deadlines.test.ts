import { describe, test } from "node:test";
import { DEADLINE_CASES } from "./cases/deadlines.ts";
import { assertCase } from "./sketch/case.ts";
import { answerOf, ledgerOf } from "./sketch/engine.ts";

describe("the last instant that still counts", () => {
  for (const each of DEADLINE_CASES) {
    test(each.name, () => assertCase(each, answerOf(ledgerOf(each.input), each.question)));
  }
});
