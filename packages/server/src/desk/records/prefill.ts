import type { Condition, Scalar, Term } from "@kelisim/accord/program";
import type { Prefill } from "@kelisim/api";
import { formatInstant, type WrittenRecord } from "@kelisim/model";
import { citation, type Words } from "@kelisim/words";
import type { LineName } from "../line-name.ts";
import type { Asked } from "../standpoint.ts";

export interface PrefillNeeds {
  readonly words: Words;
  readonly asked: Asked;
  readonly key: string;
  readonly name: LineName;
  /** The record that gave rise to the line, where the body may read it. */
  readonly trigger: WrittenRecord | undefined;
}

/**
 * A first record for the act that a line asks for: who sends it, to whom, under what, by which channel, for which period, in
 * answer to which record. Only what the clause says is filled in. Undefined where the clause asks for no act.
 */
export function prefillOf({ words, asked, key, name, trigger }: PrefillNeeds): Prefill | undefined {
  const placed = words.clauses.get(name.clause);
  if (placed === undefined) return undefined;
  const { clause, instrument } = placed;
  if (clause.kind !== "duty" && clause.kind !== "right") return undefined;
  const { act } = clause;
  const kind = words.program.vocabulary.find((each) => each.name === act.record);
  if (kind === undefined) return undefined;
  const one = (actor: string) => {
    const members = words.names.membersOf(actor);
    return asked.party !== undefined && members.includes(asked.party) ? asked.party : members[0];
  };
  const from = one(name.debtor);
  const to = words.names.membersOf(name.creditor);
  const variable = "variable" in clause.trigger ? clause.trigger.variable : undefined;
  const content: Record<string, unknown> = {};
  for (const [attribute, term] of equalities(act.where, act.variable)) {
    const value = termValue(term, variable, name, trigger);
    if (value !== undefined && kind.attributes.some((each) => each.name === attribute)) content[attribute] = value;
  }
  if (kind.actor !== undefined && from !== undefined) content[kind.actor] ??= from;
  return {
    kind: kind.name,
    record: {
      kind: kind.name,
      ...(from === undefined ? {} : { from }),
      ...(to.length === 0 || kind.form === "event" ? {} : { to: [...to] }),
      under: [instrument.id],
      ...(clause.channel === undefined ? {} : { channel: clause.channel }),
      occurred: formatInstant(asked.asOf),
      ...(Object.keys(content).length === 0 ? {} : { content }),
    },
    act: clause.title,
    article: `${words.names.instrument(instrument.id)} ${citation(clause)}`,
    line: key,
  };
}

/** What the act's attributes must equal: the comparisons that all must hold. */
function equalities(where: Condition | undefined, variable: string): readonly (readonly [string, Term])[] {
  if (where === undefined) return [];
  if (where.kind === "and") return where.all.flatMap((each) => equalities(each, variable));
  if (where.kind === "holds") {
    const { term } = where;
    return term.kind === "attribute" && term.variable === variable
      ? [[term.name, { kind: "constant", value: { type: "yes/no", value: true } }]]
      : [];
  }
  if (where.kind !== "compare" || where.op !== "=") return [];
  const { left, right } = where;
  if (left.kind === "attribute" && left.variable === variable) return [[left.name, right]];
  if (right.kind === "attribute" && right.variable === variable) return [[right.name, left]];
  return [];
}

function termValue(
  term: Term,
  variable: string | undefined,
  name: LineName,
  trigger: WrittenRecord | undefined,
): unknown {
  if (term.kind === "period" && term.offset === 0) return name.period === "" ? undefined : name.period;
  if (term.kind === "record" && term.variable === variable) return name.subject === "" ? undefined : name.subject;
  if (term.kind === "attribute" && term.variable === variable) {
    if (term.name === "from") return trigger?.from;
    return trigger?.content?.[term.name];
  }
  return term.kind === "constant" ? constantOf(term.value) : undefined;
}

/** A constant as a record would write it. */
const constantOf = (value: Scalar): unknown =>
  value.type === "money" ? { amount: value.value, currency: value.currency } : value.value;
