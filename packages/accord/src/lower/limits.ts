import type * as ast from "../generated/ast.ts";
import type { LimitClause, Term } from "../program/index.ts";
import { lowerHead, single } from "./clause-head.ts";
import { lowerCondition } from "./conditions.ts";
import { assumptionOf, decimalOf, lowerDuration, lowerNumber } from "./quantities.ts";
import { lowerPartyTerm } from "./roles.ts";
import { advise, type ClauseScope, declare, fail, place, useAttribute, type Variable } from "./scope.ts";
import { findKind, lowerTerm, typeName } from "./terms.ts";
import { checkUnder } from "./triggers.ts";

type Part<T extends ast.LimitPart["$type"]> = Extract<ast.LimitPart, { $type: T }>;

/** Reads a ceiling or quota. */
export function lowerLimit(
  scope: ClauseScope,
  node: ast.Limit,
  displacedBy: readonly string[],
): Omit<LimitClause, "hash"> | undefined {
  const { rule } = node;
  const kind = findKind(scope, rule, rule.kind);
  const unless = single(scope, node.lines, "UnlessLine");
  const excessLine = single(scope, node.lines, "ExcessLine");
  if (!kind) {
    lowerHead(scope, node, displacedBy);
    return undefined;
  }
  const variable = declare(scope, rule.variable, "record", kind, "limit", place(scope, rule, "variable"));
  const measure = rule.$type === "StockRule" ? lowerStock(scope, rule, variable) : lowerCount(scope, rule, variable);
  const bearer = lowerBearer(scope, rule, variable);
  const window = lowerWindow(scope, rule);
  const under = one(scope, rule, "UnderPart");
  if (under) checkUnder(scope, under);
  const wherePart = one(scope, rule, "WherePart");
  const where = wherePart && lowerCondition(scope, wherePart.where);
  const timePart = one(scope, rule, "TimePart");
  const time = timePart && lowerTime(scope, timePart);
  const excess = excessLine && lowerExcess(scope, excessLine, measure?.aggregate.kind);
  const head = lowerHead(scope, node, displacedBy);
  if (scope.failed || !measure || !bearer || !window || (timePart && !time)) return undefined;
  return {
    ...head,
    kind: "limit",
    form: measure.aggregate.kind === "count" ? "quota" : "ceiling",
    ...measure,
    record: kind.kind.name,
    variable: variable.name,
    ...(under ? { under: true } : {}),
    ...(where ? { where } : {}),
    ...(time ? { time } : {}),
    window,
    ...bearer,
    ...(excess ? { excess } : {}),
    unlessConsent: unless !== undefined,
  };
}

function one<T extends ast.LimitPart["$type"]>(scope: ClauseScope, rule: ast.LimitRule, type: T): Part<T> | undefined {
  const parts = rule.parts.filter((part): part is Part<T> => part.$type === type);
  if (parts[1]) {
    fail(scope, "duplicate-line", place(scope, parts[1]), {
      message: "This is already said above.",
      why: "The limit could not say which of the two holds.",
      mend: "Remove one of them.",
    });
  }
  return parts[0];
}

type Measure = Pick<LimitClause, "amount" | "amountAssumed" | "aggregate">;

function lowerCount(scope: ClauseScope, rule: ast.CountRule, variable: Variable): Measure | undefined {
  const number = lowerNumber(scope, rule.amount, { type: "count" });
  const span = one(scope, rule, "SimultaneousWindow");
  if (!number) return undefined;
  if (number.value.type === "count" && number.value.value === 0) {
    advise(scope, "info", "limit-of-zero", place(scope, rule, "amount"), {
      message: "A limit of none is a prohibition.",
      mend: `Write: prohibition ... must not do ${rule.kind} x where ....`,
    });
  }
  const amount = { amount: number.value, ...(number.assumed ? { amountAssumed: number.assumed } : {}) };
  if (!span) return { ...amount, aggregate: { kind: "count" } };
  const start = dateAttribute(scope, span, "start", variable);
  const end = dateAttribute(scope, span, "end", variable);
  if (start === undefined || end === undefined) return undefined;
  return { ...amount, aggregate: { kind: "simultaneous", start, end } };
}

function dateAttribute(
  scope: ClauseScope,
  span: ast.SimultaneousWindow,
  property: "start" | "end",
  variable: Variable,
): string | undefined {
  const name = span[property];
  const { kind } = variable.kind;
  const attribute = kind.attributes.find((candidate) => candidate.name === name);
  if (attribute?.type.type === "date") {
    useAttribute(scope, variable.kind, name);
    return name;
  }
  return fail(scope, attribute ? "type" : "unknown-attribute", place(scope, span, property), {
    message: attribute
      ? `${name} is ${typeName(attribute.type)}; what happens at the same time is told by dates.`
      : `${kind.name} has no attribute "${name}".`,
    mend: "Name the attributes of type date on which it starts and ends.",
  });
}

function lowerStock(scope: ClauseScope, rule: ast.StockRule, variable: Variable): Measure | undefined {
  const { kind } = variable.kind;
  const attribute = kind.attributes.find((candidate) => candidate.name === rule.attribute);
  if (!attribute || (attribute.type.type !== "count" && attribute.type.type !== "amount")) {
    return fail(scope, attribute ? "type" : "unknown-attribute", place(scope, rule, "attribute"), {
      message: attribute
        ? `${rule.attribute} is ${typeName(attribute.type)}; only a count or an amount can be limited.`
        : `${kind.name} has no attribute "${rule.attribute}".`,
      mend: "Name a count or an amount.",
    });
  }
  useAttribute(scope, variable.kind, rule.attribute);
  const number = lowerNumber(scope, rule.amount, attribute.type);
  if (!number) return undefined;
  const value = Number("value" in number.value ? number.value.value : 0);
  if (!rule.total && attribute.max !== undefined && value >= attribute.max) {
    advise(scope, "warning", "limit-never-reached", place(scope, rule, "amount"), {
      message: `${rule.attribute} is at most ${attribute.max} anyway, by its declaration.`,
      why: "The limit can never be exceeded.",
      mend: "Correct one of the two numbers.",
    });
  }
  const span = one(scope, rule, "SimultaneousWindow");
  if (span) {
    return fail(scope, "type", place(scope, span), {
      message: "Only records are counted at the same time, not an attribute of them.",
      mend: "Write: at most NUMBER KIND x at the same time from START to END.",
    });
  }
  return {
    amount: number.value,
    ...(number.assumed ? { amountAssumed: number.assumed } : {}),
    aggregate: { kind: rule.total ? "sum" : "level", attribute: rule.attribute },
  };
}

function lowerBearer(
  scope: ClauseScope,
  rule: ast.LimitRule,
  variable: Variable,
): Pick<LimitClause, "bearer" | "groups"> | undefined {
  const part = one(scope, rule, "BearerPart");
  if (!part) {
    return fail(scope, "no-bearer", place(scope, rule, "kind"), {
      message: "It is not said who is limited.",
      why: "The records of all parties would count together against nobody.",
      mend: `Add: for each ${variable.name}.${variable.kind.kind.actor ?? "from"} (or: for each side of ${variable.name}.from).`,
    });
  }
  if (part.side && scope.instrument.head.sides.length < 2) {
    return fail(scope, "no-sides", place(scope, part), {
      message: `${scope.instrument.id} has no sides.`,
      why: "Nobody could be limited here.",
      mend: `Add to ${scope.instrument.id}: sides NAME = {...}, NAME = {...}.`,
    });
  }
  if (part.side) for (const side of scope.instrument.head.sides) scope.uses.sides.add(side.name);
  const term = lowerPartyTerm(scope, part.bearer, false);
  const groups: Term[] = [];
  for (const group of part.groups) {
    const typed = lowerTerm(scope, group);
    if (!typed) return undefined;
    if (["place", "parties", "money"].includes(typed.type.type)) {
      return fail(scope, "type", place(scope, group), {
        message: `Records cannot be grouped by ${typeName(typed.type)}.`,
        mend: "Group by a party, a choice, a text, a number, a date or a reference.",
      });
    }
    groups.push(typed.term);
  }
  return term && { bearer: { term, side: part.side === true }, groups };
}

function lowerWindow(scope: ClauseScope, rule: ast.LimitRule): LimitClause["window"] | undefined {
  const calendar = one(scope, rule, "CalendarWindow");
  const rolling = one(scope, rule, "RollingWindow");
  if (calendar && rolling) {
    return fail(scope, "duplicate-line", place(scope, rolling), {
      message: "A limit holds for each calendar period or for any stretch, not for both.",
      mend: "Make two limits of it.",
    });
  }
  if (calendar) return { kind: "calendar", unit: calendar.unit };
  if (!rolling) return { kind: "always" };
  const value = decimalOf(rolling.value).toNumber();
  const unit = rolling.unit.replace(/s$/, "");
  const days = unit === "week" ? value * 7 : value;
  const known = unit === "week" ? "day" : (["day", "month", "year"] as const).find((candidate) => candidate === unit);
  if (!known || !Number.isInteger(value) || value < 1 || value > 10_000) {
    return fail(scope, "impossible-window", place(scope, rolling), {
      message: `A limit looks back over a whole number of days, weeks, months or years, not ${rolling.value} ${rolling.unit}.`,
      mend: "Write it like: in any 3 years.",
    });
  }
  return { kind: "rolling", value: days, unit: known };
}

function lowerTime(scope: ClauseScope, part: ast.TimePart): Term | undefined {
  const typed = lowerTerm(scope, part.time);
  if (!typed) return undefined;
  if (typed.type.type === "date" || typed.type.type === "instant") return typed.term;
  return fail(scope, "type", place(scope, part.time), {
    message: `A record is placed in time by a date or an instant; this is ${typeName(typed.type)}.`,
    mend: "Name an attribute of type date or instant.",
  });
}

function lowerExcess(
  scope: ClauseScope,
  line: ast.ExcessLine,
  aggregate: string | undefined,
): LimitClause["excess"] | undefined {
  const percent = decimalOf(line.percent.value);
  const forAtMost = lowerDuration(scope, line.duration);
  if (aggregate !== undefined && aggregate !== "level") {
    return fail(scope, "excess-of-flow", place(scope, line), {
      message: "Only a stock (`latest personnel of ...`) can be exceeded for a time.",
      why: "Counts and totals start again with each period.",
      mend: "Remove the line, or limit the latest value.",
    });
  }
  if (percent.lte(0) || percent.gt(10_000)) {
    return fail(scope, "impossible-amount", place(scope, line, "percent"), {
      message: `An excess of ${line.percent.value} percent is none that a text could mean.`,
      mend: "Correct the number.",
    });
  }
  const times = line.once ? 1 : line.times === undefined ? undefined : decimalOf(line.times).toNumber();
  if (times !== undefined && (!Number.isInteger(times) || times < 1)) {
    return fail(scope, "impossible-amount", place(scope, line, "times"), {
      message: "It happens a whole number of times, at least once.",
      mend: "Write once, or 2 times.",
    });
  }
  const own = line.assumed && { source: line.assumed.source, confidence: line.assumed.level };
  const assumed = own ?? assumptionOf(scope, line.percent).assumed;
  return (
    forAtMost && {
      percent: percent.toNumber(),
      forAtMost,
      ...(times !== undefined && line.unit ? { times: { value: times, unit: line.unit } } : {}),
      ...(assumed ? { assumed } : {}),
    }
  );
}
