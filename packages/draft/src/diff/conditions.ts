import { type Condition, canHold, type Declarations, type Scalar, type Term } from "@kelisim/accord/program";
import type { Order, ThresholdChange } from "./change.ts";
import { same } from "./plain.ts";

const ALWAYS: Condition = { kind: "and", all: [] };

/**
 * Whether the second condition catches more than the first. That nothing falls out, or nothing comes in, is certain for
 * records that state what is asked for; "other": some may fall out and others come in.
 */
export function compareConditions(
  before: Condition | undefined,
  now: Condition | undefined,
  declared: Declarations,
): Order {
  if (same(before, now)) return "same";
  const [a, b] = [before ?? ALWAYS, now ?? ALWAYS];
  const fallsOut = canHold({ kind: "and", all: [a, { kind: "not", condition: b }] }, declared);
  const comesIn = canHold({ kind: "and", all: [b, { kind: "not", condition: a }] }, declared);
  if (fallsOut && comesIn) return "other";
  return comesIn ? "more" : fallsOut ? "less" : "same";
}

/** Numbers to which the same attribute is compared in the same way, where one became another. */
export function thresholdChanges(
  before: Condition | undefined,
  now: Condition | undefined,
): readonly ThresholdChange[] {
  const [old, next] = [numbersIn(before), numbersIn(now)];
  return [...old].flatMap(([key, values]) => {
    const others = next.get(key);
    const [was, is] = [values[0], others?.[0]];
    if (values.length !== 1 || others?.length !== 1 || was === undefined || is === undefined || was === is) return [];
    return [{ attribute: key.split(" ")[0]!, before: was, after: is }];
  });
}

function numbersIn(condition: Condition | undefined): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const visit = (part: Condition): void => {
    if (part.kind === "and") part.all.forEach(visit);
    else if (part.kind === "or") part.any.forEach(visit);
    else if (part.kind === "not") visit(part.condition);
    else if (part.kind === "compare") {
      const value = numberOf(part.right);
      if (part.left.kind !== "attribute" || value === undefined) return;
      const key = `${part.left.name} ${part.op}`;
      found.set(key, [...(found.get(key) ?? []), value]);
    }
  };
  if (condition) visit(condition);
  return found;
}

function numberOf(term: Term): string | undefined {
  const constant = term.kind === "own threshold" ? term.otherwise : term;
  if (constant.kind !== "constant") return undefined;
  const { value }: { value: Scalar } = constant;
  if (value.type === "count") return String(value.value);
  if (value.type === "amount") return `${value.value} ${value.unit}`;
  return value.type === "money" ? `${value.value} ${value.currency}` : undefined;
}
