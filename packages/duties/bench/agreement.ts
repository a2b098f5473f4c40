import type { Party } from "@kelisim/model";
import { PARTIES, type Rule } from "./workload.ts";

const MINUTES_A_DAY = 1_440;

export function kindName(kind: number): string {
  return `K${kind}`;
}

export function partyName(party: number): string {
  return `P${party}`;
}

export function clauseName(rule: number): string {
  return `B-${String(rule).padStart(4, "0")}`;
}

/** The number of the rule that became the clause of this name. */
export function ruleOf(clause: string): number {
  return Number(clause.slice(2));
}

export function workloadParties(): Party[] {
  return Array.from({ length: PARTIES }, (_, i) => ({ id: partyName(i), name: `Party ${i}`, kind: "state" }));
}

/** The workload's rules as an agreement in Accord: a kind of event for each number, a duty for each rule. */
export function agreementText(rules: readonly Rule[], kinds: number): string {
  const vocabulary = Array.from(
    { length: kinds },
    (_, i) => `event ${kindName(i)} "Event ${i}" by party { party: party required; value: count required }`,
  );
  return [
    "# An invented agreement for measuring",
    "",
    "```accord",
    ...vocabulary,
    "```",
    "",
    "```accord",
    'instrument BENCH "Agreement for measuring"',
    "  kind treaty",
    '  source "invented for measuring"',
    "  confidence high",
    ...rules.flatMap(dutyText),
    "```",
    "",
  ].join("\n");
}

function dutyText(rule: Rule): string[] {
  return [
    "",
    `duty ${clauseName(rule.id)} "Answer event ${rule.trigger} with event ${rule.act}" article "${rule.id + 1}"`,
    `  when ${kindName(rule.trigger)} e where e.value > ${rule.threshold}`,
    `  e.party must do ${kindName(rule.act)} f`,
    `  within ${rule.minutes / MINUTES_A_DAY} days of e.occurred`,
  ];
}
