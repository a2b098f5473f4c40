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
  // Russian names the state before the rule: "состояние: открыто; за 30 дней до начала".
  const named = /^состояние: ([^;]+)(?:; ([\s\S]*))?$/.exec(note);
  if (named) return { state: named[1]!, rule: named[2] ?? "" };
  const at = note.indexOf(": ");
  return at < 0 ? { state: note, rule: "" } : { state: note.slice(0, at), rule: note.slice(at + 2) };
}

/** "1 and 4  one notification to China": the numbers of a list stand apart from what is said of them by two spaces. */
export function withoutNumbers(text: string): string {
  const at = text.search(/[ \u00a0]{2}/);
  return at < 0 ? text : text.slice(at).trim();
}

/** "e.tanks is not given" names an attribute as clauses do; here it is named as the form does. */
export function withLabels(
  text: string,
  fields: readonly { readonly name: string; readonly label: string }[],
  quoted: (label: string) => string,
): string {
  return text.replaceAll(/\b[a-z]\w*\.(\w+)\b/g, (whole, name: string) => {
    const field = fields.find((each) => each.name === name);
    return field === undefined ? whole : quoted(field.label);
  });
}
