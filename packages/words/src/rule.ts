import type { PlacedClause } from "./clause-index.ts";
import { citation } from "./clause-index.ts";
import { conditionWords, grouped } from "./condition.ts";
import { deadlinesWords } from "./deadline.ts";
import type { Names } from "./names.ts";
import { roleWords, triggerWords } from "./role.ts";
import { totalWords } from "./total.ts";

/** One thing that a clause says: label and words. */
export interface RuleFact {
  readonly label: string;
  readonly text: string;
}

/** What a clause says, before anybody is named: when, who to whom, what, by when, over which channel. */
export function ruleFacts({ clause }: PlacedClause, names: Names): readonly RuleFact[] {
  const { say } = names;
  const facts: RuleFact[] = [];
  const add = (label: string, text: string) => facts.push({ label, text });
  if (clause.kind === "duty" || clause.kind === "right") {
    add(say.ruleWhen, triggerWords(clause.trigger, names));
    add(say.ruleWho, `${roleWords(clause.debtor, names)} → ${roleWords(clause.creditor, names)}`);
    const total = totalWords(clause, names);
    const act = names.kind(clause.act.record);
    add(say.ruleAct, total === "" ? act : say.actInAll(act, total));
    add(say.ruleBy, deadlinesWords(clause.deadlines, names) || say.noNumber);
  } else if (clause.kind === "limit") {
    const amount = "value" in clause.amount ? grouped(String(clause.amount.value), say) : "";
    add(say.ruleAct, say.atMost(clause.amountAssumed === undefined ? amount : say.unsure(amount)));
    add(say.ruleWhen, `${names.kind(clause.record)}: ${conditionWords(clause.where, names)}`.replace(/: $/, ""));
  } else add(say.ruleWho, `${roleWords(clause.debtor, names)} → ${roleWords(clause.creditor, names)}`);
  if (clause.channel !== undefined)
    add(say.factChannel, say.channelCell(clause.channel, clause.channelAssumed !== undefined));
  return facts;
}

/** "Shanghai Agreement, 4. Clause SH1996-04a, version 0123456789ab" */
export function clauseWords({ clause, instrument }: PlacedClause, { say }: Names): string {
  const article = say.articleOf(citation(clause), clause.articleAssumed !== undefined);
  return say.clauseFact(instrument.title, article, clause.id, clause.hash.slice(0, 12));
}

/** Where the clause comes from: its own source, else that of its instrument. */
export function sourceOfClause({ clause, instrument }: PlacedClause) {
  return { source: clause.source ?? instrument.source, confidence: clause.confidence };
}
