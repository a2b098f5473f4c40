import { isBig, isRefusal, parseDated, type Value } from "@kelisim/model";
import { Big } from "big.js";
import type { Comparison, Condition, Scalar, Term } from "../program/index.ts";
import type { Stage } from "./stage.ts";

type Truth = boolean | undefined;

/** The value of a term in the world of a witness; undefined where it is unknown there. */
export function termValue(stage: Stage, term: Term): Value | undefined {
  switch (term.kind) {
    case "constant":
      return constantOf(term.value);
    case "attribute": {
      const record = stage.variables.get(term.variable);
      if (!record) return undefined;
      if (term.name === "from") return record.from;
      if (term.name === "to") return record.to;
      if (term.name === "sent" || term.name === "occurred") return record.occurred;
      if (term.name === "received") return record.received;
      return record.content[term.name];
    }
    case "record":
      return stage.variables.get(term.variable)?.id;
    case "period":
      return stage.period?.label(term.offset);
    case "period start":
      return stage.period?.start;
    case "period end":
      return stage.period?.end;
    case "moment":
      return stage.moment;
    case "bound since":
      return stage.boundSince;
    case "own threshold":
      return termValue(stage, term.otherwise);
    case "window":
      return windowValue(stage, term);
  }
}

export function constantOf(scalar: Scalar): Value | undefined {
  switch (scalar.type) {
    case "amount":
      return new Big(scalar.value);
    case "money":
      return { amount: new Big(scalar.value), currency: scalar.currency };
    case "date": {
      const date = parseDated(scalar.value);
      return isRefusal(date) ? undefined : date;
    }
    default:
      return scalar.value;
  }
}

function windowValue(stage: Stage, term: Extract<Term, { kind: "window" }>): Value | undefined {
  let sum = new Big(0);
  let big = false;
  for (const record of stage.records.filter((candidate) => candidate.kind === term.record)) {
    const inner = { ...stage, variables: new Map(stage.variables).set(term.variable, record) };
    const truth = term.where ? isTrue(inner, term.where) : true;
    if (truth === undefined) return undefined;
    if (!truth) continue;
    const value = term.attribute === undefined ? 1 : record.content[term.attribute];
    if (isBig(value)) big = true;
    else if (typeof value !== "number") return undefined;
    sum = sum.plus(value);
  }
  return big ? sum : sum.toNumber();
}

/** Whether a condition is true in the world of a witness. */
export function isTrue(stage: Stage, condition: Condition): Truth {
  switch (condition.kind) {
    case "and":
      return every(condition.all.map((part) => isTrue(stage, part)));
    case "or": {
      const denied = every(condition.any.map((part) => not(isTrue(stage, part))));
      return not(denied);
    }
    case "not":
      return not(isTrue(stage, condition.condition));
    case "given":
      return termValue(stage, condition.term) !== undefined;
    case "holds": {
      const value = termValue(stage, condition.term);
      return typeof value === "boolean" ? value : undefined;
    }
    case "in zone": {
      const place = termValue(stage, condition.place);
      if (typeof place !== "object" || !("lat" in place)) return undefined;
      return stage.zones.get(place) === condition.zone ? true : undefined;
    }
    case "member":
      return undefined;
    case "compare":
      return compared(condition.op, termValue(stage, condition.left), termValue(stage, condition.right));
  }
}

function every(truths: readonly Truth[]): Truth {
  return truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;
}

function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

function compared(op: Comparison, left: Value | undefined, right: Value | undefined): Truth {
  if (left === undefined || right === undefined) return undefined;
  if (Array.isArray(left)) return op === "=" ? left.includes(right) : !left.includes(right);
  const order = orderOf(left, right);
  if (order === undefined) return undefined;
  switch (op) {
    case "=":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

function orderOf(left: Value, right: Value): number | undefined {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a && b) return a.cmp(b);
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : left > right ? 1 : 0;
  return undefined;
}

/** A number, amount or sum of money as an exact decimal. */
export function numberOf(value: Value | undefined): Big | undefined {
  if (typeof value === "number") return new Big(value);
  if (isBig(value)) return value;
  if (typeof value === "object" && "currency" in value) return value.amount;
  return undefined;
}
