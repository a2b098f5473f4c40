import type { AttributeType } from "@kelisim/model";
import { Big } from "big.js";
import type * as ast from "../generated/ast.ts";
import type { Assumption, Duration, Scalar, TimeUnit } from "../program/index.ts";
import { advise, type ClauseScope, fail, place } from "./scope.ts";
import { convert } from "./units.ts";

interface Marked {
  readonly mark?: "assume" | "verified" | undefined;
  readonly source?: string | undefined;
  readonly level?: ast.Confidence | undefined;
}

/**
 * The assumption that marks a number: its own (`assume 42 days source ...`), none (`verified`), or that of the clause
 * or instrument. A source given at a verified number joins the sources of the clause.
 */
export function assumptionOf(scope: ClauseScope, marked: Marked): { assumed?: Assumption } {
  if (marked.mark === "verified") {
    if (marked.source) scope.sources.push(marked.source);
    return {};
  }
  if (marked.mark === "assume") {
    return { assumed: { source: marked.source ?? "", confidence: marked.level ?? "low" } };
  }
  return scope.assumption ? { assumed: scope.assumption } : {};
}

/** The digits of a number as an exact decimal. */
export function decimalOf(text: string): Big {
  return new Big(text.replaceAll("_", ""));
}

/** A stretch of time. Refuses fractions: "1.5 hours" is 90 minutes, and half a month is not defined. */
export function lowerDuration(scope: ClauseScope, node: ast.Duration): Duration | undefined {
  const value = decimalOf(node.value);
  const mark = place(scope, node, "value");
  if (!value.eq(value.round())) {
    return fail(scope, "fraction-of-time", mark, {
      message: `${node.value} ${node.unit} is not a whole number of ${node.unit}.`,
      mend: "Use a smaller unit: 90 minutes in place of 1.5 hours.",
    });
  }
  if (value.gt(100_000)) {
    return fail(scope, "impossible-duration", mark, {
      message: `${node.value} ${node.unit} is longer than any calendar here reaches.`,
      mend: "Check the number.",
    });
  }
  let unit = node.unit.replace(/s$/, "") as TimeUnit;
  if (node.working) {
    if (unit !== "day") {
      return fail(scope, "working-unit", place(scope, node, "unit"), {
        message: `Only days are working days, not ${node.unit}.`,
        mend: "Write working days.",
      });
    }
    unit = "working day";
    if (scope.instrument.head.workingCalendar === undefined) {
      advise(scope, "warning", "no-working-calendar", mark, {
        message: `${scope.instrument.id} names no calendar of working days.`,
        why: "Which days are working days is then unknown, and no date is computed.",
        mend: "Add `working days NAME` to the instrument.",
      });
    }
  }
  return { value: value.toNumber(), unit, ...assumptionOf(scope, node) };
}

/** What a number is compared with or limits: decides whether it is a count, an amount or money. */
export type NumberType = Extract<AttributeType, { type: "count" | "amount" | "money" }>;

export interface LoweredNumber {
  readonly value: Scalar;
  readonly type: NumberType;
  readonly assumed?: Assumption;
}

/** A number with its unit, read as `expected`. Units are converted exactly or refused. */
export function lowerNumber(
  scope: ClauseScope,
  node: ast.Quantity,
  expected: NumberType | undefined,
): LoweredNumber | undefined {
  const value = decimalOf(node.value);
  const unit = node.unit ? (node.unit.scale ? `${node.unit.scale} ${node.unit.name}` : node.unit.name) : undefined;
  const marked = assumptionOf(scope, node);
  const type = expected?.type ?? (unit === undefined ? "count" : "amount");
  if (type === "count") {
    if (unit !== undefined) return wrongUnit(scope, node, `a plain number, without "${unit}"`, node.value);
    if (!value.eq(value.round())) {
      return fail(scope, "type", place(scope, node), {
        message: `A count is a whole number, not ${node.value}.`,
        mend: "Round it as the text says, or make the attribute an amount.",
      });
    }
    if (value.gt(Number.MAX_SAFE_INTEGER)) {
      return fail(scope, "type", place(scope, node), { message: `${node.value} is too large.`, mend: "Check it." });
    }
    return { value: { type: "count", value: value.toNumber() }, type: { type: "count" }, ...marked };
  }
  if (type === "money") {
    if (unit === undefined || !/^[A-Z]{3}$/.test(unit)) {
      return wrongUnit(scope, node, "a currency (three capital letters)", `${node.value} USD`);
    }
    return { value: { type: "money", value: value.toFixed(), currency: unit }, type: { type: "money" }, ...marked };
  }
  const wanted = expected?.type === "amount" ? expected.unit : (unit ?? "");
  const converted = unit === undefined ? undefined : convert(value, unit, wanted);
  if (!converted) return wrongUnit(scope, node, `a number in ${wanted}`, `${node.value} ${wanted}`);
  return {
    value: { type: "amount", value: converted.toFixed(), unit: wanted },
    type: { type: "amount", unit: wanted },
    ...marked,
  };
}

function wrongUnit(scope: ClauseScope, node: ast.Quantity, wanted: string, example: string): undefined {
  const found = node.unit
    ? `${node.value} ${node.unit.scale ? `${node.unit.scale} ` : ""}${node.unit.name}`
    : node.value;
  return fail(scope, "unit", place(scope, node), {
    message: `${found} is given where ${wanted} is needed.`,
    why: "Numbers are compared only in the same unit.",
    mend: `Write it like ${example}.`,
  });
}
