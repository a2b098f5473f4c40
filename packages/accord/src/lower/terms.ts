import type { AttributeType } from "@kelisim/model";
import { nearest } from "@kelisim/model";
import type * as ast from "../generated/ast.ts";
import type { Assumption, Term } from "../program/index.ts";
import { lowerCondition } from "./conditions.ts";
import { dayExists } from "./dates.ts";
import { assumptionOf, decimalOf, lowerNumber, type NumberType } from "./quantities.ts";
import { type ClauseScope, declare, fail, place, useAttribute, type Variable } from "./scope.ts";
import { HEADER_ATTRIBUTES } from "./world.ts";

export interface TypedTerm {
  readonly term: Term;
  readonly type: AttributeType;
}

/** The words for a type in a message. */
export function typeName(type: AttributeType): string {
  switch (type.type) {
    case "amount":
      return `an amount in ${type.unit}`;
    case "choice":
      return `one of (${type.of.join(", ")})`;
    case "record":
      return `a ${type.of}`;
    case "yes/no":
      return "a yes/no";
    case "money":
    case "text":
      return type.type;
    case "parties":
      return "a list of parties";
    case "instant":
      return "an instant";
    default:
      return `a ${type.type}`;
  }
}

/** Whether a term has a meaning only beside another one: a bare word, a number, a text, a date. */
export function isConstant(scope: ClauseScope, node: ast.Term): boolean {
  switch (node.$type) {
    case "Quantity":
    case "DateConstant":
    case "TextConstant":
    case "YesNo":
      return true;
    case "Path":
      return node.attribute === undefined && !scope.variables.has(node.name);
    default:
      return false;
  }
}

/** Reads a term. `expected` is the type of what it is compared with, where that is known. */
export function lowerTerm(scope: ClauseScope, node: ast.Term, expected?: AttributeType): TypedTerm | undefined {
  switch (node.$type) {
    case "Path":
      return node.attribute === undefined ? lowerWord(scope, node, expected) : lowerAttribute(scope, node);
    case "Quantity": {
      const number = lowerNumber(scope, node, numberType(expected));
      return number && constant(number.value, number.type, number.assumed);
    }
    case "DateConstant": {
      if (!dayExists(node.date)) return noSuchDay(scope, node, node.date);
      const { assumed } = assumptionOf(scope, {});
      return constant({ type: "date", value: node.date }, { type: "date" }, assumed);
    }
    case "TextConstant":
      if (expected?.type === "choice") return lowerChoice(scope, node, node.text, expected);
      return constant({ type: "text", value: node.text }, { type: "text" });
    case "YesNo":
      return constant({ type: "yes/no", value: node.value === "yes" }, { type: "yes/no" });
    case "PeriodTerm": {
      if (!needPeriod(scope, node)) return undefined;
      return { term: { kind: "period", offset: node.next ? 1 : node.previous ? -1 : 0 }, type: { type: "period" } };
    }
    case "PeriodEdge": {
      if (!needPeriod(scope, node)) return undefined;
      return { term: { kind: node.edge === "start" ? "period start" : "period end" }, type: { type: "date" } };
    }
    case "Moment":
      return { term: { kind: "moment" }, type: { type: "instant" } };
    case "Bound":
      return { term: { kind: "bound since" }, type: { type: "date" } };
    case "Threshold":
      return lowerThreshold(scope, node);
    case "Window":
      return lowerWindow(scope, node);
  }
}

function constant(
  value: Extract<Term, { kind: "constant" }>["value"],
  type: AttributeType,
  assumed?: Assumption,
): TypedTerm {
  return { term: { kind: "constant", value, ...(assumed ? { assumed } : {}) }, type };
}

function numberType(type: AttributeType | undefined): NumberType | undefined {
  return type?.type === "count" || type?.type === "amount" || type?.type === "money" ? type : undefined;
}

export function noSuchDay(scope: ClauseScope, node: Parameters<typeof place>[1], date: string): undefined {
  return fail(scope, "no-such-date", place(scope, node, "date"), {
    message: `${date} is not a day of the calendar.`,
    mend: "Write an existing day as year-month-day.",
  });
}

function needPeriod(scope: ClauseScope, node: ast.Term): boolean {
  if (scope.recurrence) return true;
  fail(scope, "no-period", place(scope, node), {
    message: "There is no period here: the clause does not recur.",
    why: "A period exists only where a clause says `every year`, `every quarter` and so on.",
    mend: "Add such a line, or refer to an attribute of the trigger.",
  });
  return false;
}

/** `e.start`: an attribute of a record in scope, or of its header. */
export function lowerAttribute(scope: ClauseScope, node: ast.Path): TypedTerm | undefined {
  const name = node.attribute ?? "";
  const variable = variableOf(scope, node);
  if (!variable) return undefined;
  variable.used = true;
  const { kind, faulty } = variable.kind;
  const header = Object.hasOwn(HEADER_ATTRIBUTES, name) ? HEADER_ATTRIBUTES[name] : undefined;
  const attribute = kind.attributes.find((candidate) => candidate.name === name);
  const type = header ?? attribute?.type;
  if (!type) {
    const names = [...kind.attributes.map((candidate) => candidate.name), ...Object.keys(HEADER_ATTRIBUTES)];
    const meant = nearest(name, names);
    return fail(scope, "unknown-attribute", place(scope, node, "attribute"), {
      message: faulty
        ? `Whether ${kind.name} has an attribute "${name}" is unknown: its declaration has an error.`
        : `${kind.name} has no attribute "${name}".`,
      mend: faulty
        ? `Mend the declaration of ${kind.name} first.`
        : meant
          ? `Did you mean ${meant}?`
          : `It has: ${names.join(", ")}.`,
      ...(meant && !faulty ? { edit: meant } : {}),
    });
  }
  useAttribute(scope, variable.kind, name);
  return { term: { kind: "attribute", variable: variable.name, name }, type };
}

function variableOf(scope: ClauseScope, node: ast.Path): Variable | undefined {
  const known = scope.variables.get(node.name);
  if (known) return known;
  const names = [...scope.variables.keys()];
  const meant = names.length === 1 && node.name.length <= 2 ? names[0] : nearest(node.name, names);
  return fail(scope, "unknown-variable", place(scope, node, "name"), {
    message: `"${node.name}" names no record of this clause.`,
    mend: meant
      ? `Did you mean ${meant}?`
      : names.length > 0
        ? `Records of this clause here: ${names.join(", ")}.`
        : "No record is named before this place.",
    ...(meant ? { edit: meant } : {}),
  });
}

/** A word standing alone: a record of the clause, a choice, or a party. */
function lowerWord(scope: ClauseScope, node: ast.Path, expected: AttributeType | undefined): TypedTerm | undefined {
  const { name } = node;
  const variable = scope.variables.get(name);
  if (expected?.type === "choice") return lowerChoice(scope, node, name, expected);
  if (variable) {
    variable.used = true;
    return { term: { kind: "record", variable: variable.name }, type: { type: "record", of: variable.kind.kind.name } };
  }
  if (expected?.type === "text") {
    return fail(scope, "type", place(scope, node), {
      message: `A text is written in quotes: "${name}".`,
      mend: `Write "${name}".`,
      edit: `"${name}"`,
    });
  }
  if (scope.sight.parties.has(name)) return constant({ type: "party", value: name }, { type: "party" });
  const known = [...scope.variables.keys(), ...(expected?.type === "record" ? [] : scope.sight.parties.keys())];
  const meant = nearest(name, known);
  return fail(scope, "unknown-name", place(scope, node), {
    message: `"${name}" is neither a record of this clause nor a party.`,
    mend: meant ? `Did you mean ${meant}?` : "Name a record of the clause (as in `e.start`), or a party of the region.",
    ...(meant ? { edit: meant } : {}),
  });
}

function lowerChoice(
  scope: ClauseScope,
  node: ast.Term,
  value: string,
  expected: Extract<AttributeType, { type: "choice" }>,
): TypedTerm | undefined {
  if (expected.of.includes(value)) return constant({ type: "text", value }, expected);
  const meant = nearest(value, expected.of);
  return fail(scope, "unknown-choice", place(scope, node), {
    message: `"${value}" is not one of the choices: ${expected.of.join(", ")}.`,
    why: "The condition could never hold.",
    mend: meant ? `Did you mean ${meant}?` : "Use one of them, or add it to the vocabulary.",
    ...(meant ? { edit: /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(meant) ? meant : `"${meant}"` } : {}),
  });
}

function lowerThreshold(scope: ClauseScope, node: ast.Threshold): TypedTerm | undefined {
  const of = lowerTerm(scope, node.party);
  const otherwise = lowerTerm(scope, node.otherwise, { type: "count" });
  if (!of || !otherwise) return undefined;
  if (of.type.type !== "party") {
    return fail(scope, "type", place(scope, node.party), {
      message: `A threshold belongs to a party; this is ${typeName(of.type)}.`,
      mend: "Name an attribute of type party.",
    });
  }
  if (otherwise.type.type !== "count") {
    return fail(scope, "type", place(scope, node.otherwise), {
      message: `A threshold is a count; this is ${typeName(otherwise.type)}.`,
      mend: "Write a whole number.",
    });
  }
  return {
    term: { kind: "own threshold", name: node.name, of: of.term, otherwise: otherwise.term },
    type: { type: "count" },
  };
}

const WINDOW_UNITS = ["hour", "day", "week", "month", "year"] as const;

function lowerWindow(scope: ClauseScope, node: ast.Window): TypedTerm | undefined {
  const kind = findKind(scope, node, node.kind);
  if (!kind) return undefined;
  const outer = scope.variables;
  // Inside, the record that is judged and the counted ones are in sight, not an act, nor those of a window around.
  const judged = (variable: Variable) => variable.role === "trigger" || variable.role === "limit";
  scope.variables = new Map([...outer].filter(([, variable]) => judged(variable)));
  const variable = declare(scope, node.variable, "other", kind, "window", place(scope, node, "variable"));
  const summed = node.summed && lowerTerm(scope, node.summed);
  const where = node.where && lowerCondition(scope, node.where);
  scope.variables = outer;
  const value = decimalOf(node.value);
  const unit = WINDOW_UNITS.find((candidate) => candidate === node.unit.replace(/s$/, ""));
  if (!unit || !value.eq(value.round()) || value.lt(1) || value.gt(100_000)) {
    return fail(scope, "impossible-window", place(scope, node, "value"), {
      message: `A window is a whole number of hours, days, weeks, months or years, not ${node.value} ${node.unit}.`,
      mend: "Write it like: in 30 days.",
    });
  }
  if (node.where && !where) return undefined;
  const over = { value: value.toNumber(), unit };
  const base = {
    kind: "window",
    record: kind.kind.name,
    variable: variable.name,
    ...(where ? { where } : {}),
    over,
  } as const;
  if (node.count) return { term: { ...base, aggregate: "count" }, type: { type: "count" } };
  if (!summed || !node.summed) return undefined;
  const own = summed.term.kind === "attribute" && summed.term.variable === variable.name ? summed.term.name : undefined;
  if (own === undefined || (summed.type.type !== "count" && summed.type.type !== "amount")) {
    return fail(scope, "type", place(scope, node.summed), {
      message: `A sum needs a count or an amount of ${variable.name}, the ${kind.kind.name} that is counted.`,
      mend: `Write it like: sum of ${variable.name}.ATTRIBUTE of ${kind.kind.name} ${variable.name} in 30 days.`,
    });
  }
  return { term: { ...base, aggregate: "sum", attribute: own }, type: summed.type };
}

/** A kind of the vocabulary by name. */
export function findKind(scope: ClauseScope, node: Parameters<typeof place>[1], name: string) {
  const kind = scope.sight.kind(name);
  if (kind) {
    scope.uses.kinds.add(kind.kind.name);
    return kind;
  }
  const meant = nearest(name, scope.sight.kindNames());
  return fail(scope, "unknown-kind", place(scope, node, "kind"), {
    message: `"${name}" is not a kind of the vocabulary.`,
    why: "Clauses speak only of kinds whose attributes are declared.",
    mend: meant ? `Did you mean ${meant}?` : `Declare it: notice ${name} { ... } or event ${name} { ... }.`,
    ...(meant ? { edit: meant } : {}),
  });
}
