import { describe, test } from "node:test";
import { AGREEMENT_CASES } from "./cases/agreements.ts";
import { DISPUTE_CASES } from "./cases/disputes.ts";
import { KNOWLEDGE_CASES } from "./cases/knowledge.ts";
import { LIMIT_CASES } from "./cases/limits.ts";
import { MIGRATION_CASES } from "./cases/migrations.ts";
import { PARTY_CASES } from "./cases/parties.ts";
import { STATE_CASES } from "./cases/states.ts";
import { assertCase } from "./sketch/case.ts";
import { answerOf, ledgerOf } from "./sketch/engine.ts";

/** Each convention of docs/engine.md as one named case, its answer computed by hand. */
const TOPICS = {
  "states of duties and rights": STATE_CASES,
  "what is known": KNOWLEDGE_CASES,
  "parties and roles": PARTY_CASES,
  limits: LIMIT_CASES,
  "what agreements need": AGREEMENT_CASES,
  "rows that disagree": DISPUTE_CASES,
  "older versions of kinds": MIGRATION_CASES,
};

for (const [topic, cases] of Object.entries(TOPICS)) {
  describe(topic, () => {
    for (const each of cases) test(each.name, () => assertCase(each, answerOf(ledgerOf(each.input), each.question)));
  });
}
