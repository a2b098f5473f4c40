import { type Instant, type KelisimRecord, startOfDay, type Value } from "@kelisim/model";
import { Big } from "big.js";
import { isJoined } from "../check/mentions.ts";
import type { Condition } from "../program/index.ts";
import type { Cause } from "./causes.ts";
import { termValue } from "./evaluate.ts";
import type { Bracket } from "./moments.ts";
import { makeRecord } from "./solve.ts";
import { gap, type Stage } from "./stage.ts";
import type { ActClause } from "./witness.ts";

const DAY = 86_400_000;

/** When the act is done: after what asks for it, in its period, and not after the deadline. */
export function momentOfAct(world: Stage, clause: ActClause, after: Instant, bracket: Bracket): Instant | undefined {
  const zone = world.instrument.timeZone;
  let earliest = after + 1000;
  if (world.period) {
    const { deadline } = clause.deadlines[0]!;
    const fromEnd = "base" in deadline && deadline.base.kind === "period end";
    const joined = isJoined(clause.act.where, clause.act.variable, (term) => term.kind === "period");
    earliest = Math.max(
      earliest,
      startOfDay(fromEnd && !joined ? world.period.end : world.period.start, zone) + DAY / 2,
    );
  }
  if (earliest + 2 > bracket.from) {
    return gap(world, "no moment lies certainly after the trigger and before the deadline");
  }
  return earliest;
}

/** Makes the act that performs the clause. */
export function perform(world: Stage, clause: ActClause, cause: Cause, occurred: Instant): KelisimRecord | undefined {
  const { act } = clause;
  const kind = world.kinds.get(act.record);
  if (!kind) return gap(world, `${act.record} is not in the vocabulary`);
  const from = cause.debtor.members[0]!;
  const to = cause.creditor.members[0];
  const given: Record<string, Value> = {};
  if (kind.actor !== undefined) given[kind.actor] = from;
  if (act.total) {
    const { amount, attribute } = act.total;
    if (amount.type === "count") given[attribute] = amount.value;
    else if (amount.type === "amount") given[attribute] = new Big(amount.value);
  }
  const id = act.where && referredId(world, act.where, act.variable);
  const made = world.records.findIndex((record) => record.id === id);
  if (made >= 0) world.records.splice(made, 1);
  const draft = {
    ...(id === undefined ? {} : { id }),
    kind,
    variable: act.variable,
    from,
    to: kind.form === "event" ? [] : to === undefined ? ["*"] : [to],
    occurred,
    actor: from,
    other: to ?? world.bound.find((id) => id !== from) ?? from,
    given,
  };
  return makeRecord(world, draft, act.where);
}

/** The id by which the trigger already refers to the act ("where i.request = q"). */
function referredId(world: Stage, where: Condition, act: string): string | undefined {
  const parts = where.kind === "and" ? where.all : [where];
  for (const part of parts) {
    if (part.kind !== "compare" || part.op !== "=") continue;
    const sides = [part.left, part.right];
    const other = sides.find((term) => term.kind === "attribute" && term.variable !== act);
    if (!other || !sides.some((term) => term.kind === "record" && term.variable === act)) continue;
    const id = termValue(world, other);
    if (typeof id === "string") return id;
  }
  return undefined;
}
