import { describe, test } from "node:test";
import { AGREEMENT_CASES } from "./cases/agreements.ts";
import { DEADLINE_CASES } from "./cases/deadlines.ts";
import { DISPUTE_CASES } from "./cases/disputes.ts";
import { KNOWLEDGE_CASES } from "./cases/knowledge.ts";
import { LIMIT_CASES } from "./cases/limits.ts";
import { MIGRATION_CASES } from "./cases/migrations.ts";
import { PARTY_CASES } from "./cases/parties.ts";
import { STATE_CASES } from "./cases/states.ts";
import { oracle } from "./oracle/oracle.ts";
import { assertCase } from "./sketch/case.ts";

for (const [topic, cases] of Object.entries({
  states: STATE_CASES,
  knowledge: KNOWLEDGE_CASES,
  parties: PARTY_CASES,
  deadlines: DEADLINE_CASES,
  limits: LIMIT_CASES,
  agreements: AGREEMENT_CASES,
  disputes: DISPUTE_CASES,
  migrations: MIGRATION_CASES,
})) {
  describe(`the oracle: ${topic}`, () => {
    for (const each of cases) test(each.name, () => assertCase(each, oracle(each.input, each.question)));
  });
}
