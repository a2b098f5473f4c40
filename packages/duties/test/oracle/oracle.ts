import type { StandingClause } from "@kelisim/accord/program";
import { suspended } from "./binding.ts";
import { limitLines } from "./limits.ts";
import { comparable, type Input, type Outcome, type OutcomeLine, type Question } from "./outcome.ts";
import { type Actor, distinct, isPair, resolve } from "./roles.ts";
import { judgeOf } from "./states.ts";
import type { Scope } from "./terms.ts";
import { type ClauseVersion, seeWorld, versionAt, type World } from "./world.ts";

/**
 * Everything docs/engine.md says, computed from scratch with plain loops: it judges the engine. Takes all records and
 * facts (it looks at those known by `knownAt`) and gives sorted lines, so that two answers can be compared as they are.
 */
export function oracle(input: Input, question: Question): Outcome {
  const world = seeWorld(input, question);
  const judge = judgeOf(world);
  const lines: OutcomeLine[] = [];
  const undetermined: { clause: string; subject: string }[] = [];
  for (const clause of new Set(world.versions.map((version) => version.clause.id))) {
    const found = judge.found(clause);
    lines.push(...found.instances.map(judge.lineOf));
    undetermined.push(...found.undetermined.map((subject) => ({ clause, subject })));
    const now = versionAt(world, clause, question.asOf);
    if (now?.clause.kind === "limit") lines.push(...limitLines(world, now, now.clause));
    if (now?.clause.kind === "standing") lines.push(...standingLines(world, now, now.clause));
  }
  return comparable({ lines, undetermined });
}

/** Docs: "Standing". */
function standingLines(world: World, at: ClauseVersion, clause: StandingClause): OutcomeLine[] {
  const moment = world.question.asOf;
  const scope: Scope = { world, at, moment, variables: {} };
  const isSuspended = ({ members }: Actor) =>
    members.length > 0 && members.every((party) => suspended(world, at.instrument, party, clause.id, moment) === true);
  return distinct(resolve(clause.debtor, { scope, standing: true }) ?? []).flatMap((debtor) =>
    distinct(resolve(clause.creditor, { scope, debtor, standing: true }) ?? [])
      .filter((creditor) => isPair(debtor, creditor))
      .map((creditor) => ({
        form: "standing",
        clause: clause.id,
        version: clause.hash,
        debtor: debtor.id,
        creditor: creditor.id,
        state: isSuspended(debtor) || isSuspended(creditor) ? "suspended" : "in force",
        arises: moment,
        deadline: null,
        unverified: debtor.unverified || creditor.unverified,
      })),
  );
}
