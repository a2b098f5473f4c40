import type { PlanAnswer } from "@kelisim/api";

export type Group = PlanAnswer["groups"][number];
export type Arising = Group["arising"][number];
export type Together = PlanAnswer["together"][number];

/** All duties that would arise, in the node's order: strictest first. */
export const dutiesOf = ({ groups }: Pick<PlanAnswer, "groups">): readonly Arising[] =>
  groups.flatMap(({ arising }) => arising).toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));

/** What of one message stands under which group: with the first of its duties. */
export function togetherIn(group: Group, together: readonly Together[]): readonly Together[] {
  const numbers = new Set(group.arising.map(({ number }) => number));
  return together.filter((each) => numbers.has(Math.min(...each.numbers)));
}

/** "would be open: 30 days before the start; live" is a state and its rule; both are drawn apart. */
export function stateAndRule(note: string): { readonly state: string; readonly rule: string } {
  const at = note.indexOf(": ");
  return at < 0 ? { state: note, rule: "" } : { state: note.slice(0, at), rule: note.slice(at + 2) };
}
