import type { LimitClause } from "@kelisim/accord/program";
import { type Instant, NEVER } from "@kelisim/model";
import { Big } from "big.js";
import { boundInstants } from "./binding.ts";
import { dayOf, periodHolding, periodNumber, startOfDay, stepInstant } from "./calendar.ts";
import { startOf } from "./deadlines.ts";
import type { OutcomeLine } from "./outcome.ts";
import { type Actor, resolve } from "./roles.ts";
import { amountOf, isCovered, speaks } from "./states.ts";
import { evaluate, type Scope, stepsOf, truth, withVariable } from "./terms.ts";
import type { Typed } from "./values.ts";
import { type ClauseVersion, existing, factsOf, type Subject, type World } from "./world.ts";

/** Docs: "Limits". */

/** A record that counts, or may count (`unknown`); what is undefined of it could not be read. */
interface Member {
  readonly subject: Subject;
  readonly scope: Scope;
  readonly unknown: boolean;
  readonly bearer: string | undefined;
  readonly group: string | undefined;
  readonly time: Instant | undefined;
}

interface Span {
  readonly label?: string;
  /** Members with from <= time < until. */
  readonly from: Instant;
  readonly until: Instant;
}

const ALL: Span = { from: -NEVER, until: NEVER + 1 };

/** Organs and organisations need no row that binds them: they bear a limit as soon as a record is theirs. */
const isOrgan = (world: World, id: string | undefined): boolean =>
  world.input.parties.some((party) => party.id === id && party.kind !== "state");

export function limitLines(world: World, at: ClauseVersion, clause: LimitClause): OutcomeLine[] {
  const { asOf, until } = world.question;
  const zone = at.instrument.timeZone;
  const here: Scope = { world, at, moment: asOf, variables: {} };
  const members = existing(world, clause.record).flatMap((subject) => memberOf(world, at, clause, subject));
  const { who } = clause.bearer;
  const present = resolve(who ?? { kind: clause.bearer.side ? "each side" : "each party" }, { scope: here }) ?? [];
  const instances =
    clause.groups.length === 0
      ? [
          ...present.map(({ id }) => id),
          ...members.flatMap(({ bearer }) => (who === undefined && isOrgan(world, bearer) ? bearer! : [])),
        ].map((bearer) => ({ bearer, group: undefined }))
      : members.filter(({ bearer, group }) => bearer !== undefined && group !== undefined);
  const named = new Map(instances.map(({ bearer, group }) => [`${bearer} ${group}`, { bearer: bearer!, group }]));
  const { window } = clause;
  const spans: Span[] = [];
  if (window.kind === "calendar") {
    const cycle = { count: 1, unit: window.unit };
    const last = periodHolding(cycle, dayOf(until, zone)).index;
    for (let index = periodHolding(cycle, dayOf(asOf, zone)).index; index <= last; index++) {
      const { label, first, next } = periodNumber(cycle, index);
      spans.push({ label, from: startOfDay(first, zone), until: startOfDay(next, zone) });
    }
  } else spans.push(ALL);
  return [...named.values()].flatMap(({ bearer, group }) =>
    spans.map((span) => {
      const mine = members.filter((each) => (each.bearer ?? bearer) === bearer && (each.group ?? group) === group);
      const { value, state } = judge(world, here, clause, bearer, mine, span);
      // Of those whom the clause names a doubtful membership counts too.
      const actor = who ? present.find(({ id }) => id === bearer) : actorNow(here, clause, bearer);
      return {
        form: "limit",
        clause: clause.id,
        version: clause.hash,
        debtor: bearer,
        creditor: "",
        ...(span.label !== undefined && { period: span.label }),
        ...(group !== undefined && { group }),
        state,
        arises: 0,
        deadline: null,
        ...(value !== undefined && { value: value.toFixed() }),
        unverified: actor?.unverified ?? false,
      };
    }),
  );
}

const text = (value: Typed | undefined): string | undefined =>
  value === undefined || !("value" in value) ? undefined : String(value.value);

function memberOf(world: World, at: ClauseVersion, clause: LimitClause, subject: Subject): Member[] {
  const empty: Scope = { world, at, moment: subject.current.occurred, variables: {} };
  const scope = withVariable(empty, clause.variable, { record: subject.current, subject: subject.id });
  if (clause.under && !subject.current.under?.includes(at.instrument.id)) return [];
  const counts = clause.where === undefined ? true : truth(clause.where, scope);
  if (counts === false) return [];
  const bearers = resolve({ kind: clause.bearer.side ? "side of" : "term", term: clause.bearer.term }, { scope });
  const bearer = bearers?.[0]?.id;
  if (bearers !== undefined && bearer === undefined) return [];
  if (bearer !== undefined && clause.unlessConsent && isConsented(world, clause, bearer, subject)) return [];
  const groups = clause.groups.map((term) => text(evaluate(term, scope)));
  const group = groups.length === 0 || groups.includes(undefined) ? undefined : groups.join(", ");
  const placed = clause.time === undefined ? undefined : evaluate(clause.time, scope);
  const time = clause.time === undefined ? subject.current.occurred : placed && startOf(placed, scope);
  const isUnclear = bearer === undefined || groups.includes(undefined) || time === undefined;
  return [{ subject, scope, unknown: counts === undefined || isUnclear, bearer, group, time }];
}

const isConsented = (world: World, clause: LimitClause, bearer: string, { id, current }: Subject): boolean =>
  factsOf(world, "consent").some(
    (fact) =>
      fact.clause === clause.id &&
      fact.to === bearer &&
      fact.occurred <= current.occurred &&
      (fact.about === undefined || world.subjectOf(fact.about) === id),
  );

/** The bearer as of the moment asked about. */
function actorNow(scope: Scope, clause: LimitClause, bearer: string): Actor | undefined {
  const side = scope.at.instrument.sides.find(({ name }) => `${scope.at.instrument.id}:${name}` === bearer);
  const role = clause.bearer.side && side ? ({ kind: "side", name: side.name } as const) : undefined;
  return resolve(role ?? { kind: "party", id: bearer }, { scope })?.[0];
}

type Judgement = { readonly value: Big | undefined; readonly state: "within" | "exceeded" | "unknown" };

function judge(
  world: World,
  scope: Scope,
  clause: LimitClause,
  bearer: string,
  members: readonly Member[],
  span: Span,
): Judgement {
  const { asOf } = world.question;
  const { aggregate, window } = clause;
  const inside = (each: Member) => each.time === undefined || (span.from <= each.time && each.time < span.until);
  const back = window.kind === "rolling" ? stepInstant(asOf, -1, window, stepsOf(scope))! : undefined;
  const recent = (each: Member) => back === undefined || each.time === undefined || each.time > back;
  const counted = members.filter((each) => !each.unknown && inside(each)).sort(byTime);
  let isUnknown = members.some((each) => each.unknown && inside(each) && recent(each));

  let value: Big | undefined;
  let isExceeded = false;
  if (aggregate.kind === "level") {
    value = valueIn(counted.at(-1), aggregate.attribute);
    isExceeded = isLevelExceeded(clause, counted, value, aggregate.attribute, asOf, scope);
    isUnknown ||= value === undefined;
  } else if (aggregate.kind === "simultaneous") {
    const stays = counted.map((each) => [dayIn(each, aggregate.start), dayIn(each, aggregate.end)] as const);
    const today = dayOf(asOf, scope.at.instrument.timeZone);
    const days = [today, ...stays.map(([start]) => start ?? today)].filter((day) => day >= today);
    const on = (day: number) => stays.filter(([start, end]) => start! <= day && day <= end!).length;
    value = stays.some((dates) => dates.includes(undefined)) ? undefined : new Big(Math.max(...days.map(on)));
    isUnknown ||= value === undefined;
  } else {
    const worth = (each: Member) => (aggregate.kind === "count" ? new Big(1) : valueIn(each, aggregate.attribute));
    const total = (some: readonly Member[]) => some.reduce((sum, each) => sum.plus(worth(each) ?? 0), new Big(0));
    isUnknown ||= counted.some((each) => recent(each) && worth(each) === undefined);
    const windows =
      window.kind === "rolling"
        ? counted
            .filter((end) => end.time! > back!)
            .map((end) => {
              const start = stepInstant(end.time!, -1, window, stepsOf(scope))!;
              return total(counted.filter((each) => start < each.time! && each.time! <= end.time!));
            })
        : [total(counted)];
    value = windows.reduce((a, b) => (b.gt(a) ? b : a), new Big(0));
  }
  if (aggregate.kind !== "level") isExceeded = value?.gt(amountOf(clause.amount)) ?? false;
  if (isExceeded) return { value, state: "exceeded" };
  return {
    value,
    state: isUnknown || !isWindowCovered(world, scope, clause, bearer, span, back) ? "unknown" : "within",
  };
}

const byTime = (a: Member, b: Member): number => a.time! - b.time! || (a.subject.id < b.subject.id ? -1 : 1);

function attributeIn(member: Member | undefined, name: string): Typed | undefined {
  const variable = member && Object.keys(member.scope.variables)[0]!;
  return variable === undefined ? undefined : evaluate({ kind: "attribute", variable, name }, member!.scope);
}

function valueIn(member: Member | undefined, name: string): Big | undefined {
  const value = attributeIn(member, name);
  return value?.type === "number" ? value.value : undefined;
}

function dayIn(member: Member, name: string): number | undefined {
  const value = attributeIn(member, name);
  return value?.type === "day" && value.first === value.last ? value.first : undefined;
}

/** Above the amount: at once; with a temporary excess: by too much, for too long, or too often. */
function isLevelExceeded(
  clause: LimitClause,
  counted: readonly Member[],
  value: Big | undefined,
  attribute: string,
  asOf: Instant,
  scope: Scope,
): boolean {
  const amount = amountOf(clause.amount);
  const { excess } = clause;
  if (excess === undefined) return value?.gt(amount) ?? false;
  if (value?.gt(amount.times(new Big(100).plus(excess.percent)).div(100))) return true;
  // Runs of records above the amount, by the time of the first of each; the last goes on if the level is still above.
  const levels = counted
    .map((each) => ({ time: each.time!, value: valueIn(each, attribute) }))
    .filter((each) => each.value !== undefined)
    .map((each) => ({ time: each.time, above: each.value!.gt(amount) }));
  const begun = levels.filter((each, place) => each.above && !(place > 0 && levels[place - 1]!.above));
  if (value?.gt(amount)) {
    const end = stepInstant(begun.at(-1)!.time, 1, excess.forAtMost, stepsOf(scope));
    if (end !== undefined && asOf > end) return true;
  }
  if (excess.times === undefined) return false;
  const zone = scope.at.instrument.timeZone;
  const { first, next } = periodHolding({ count: 1, unit: excess.times.unit }, dayOf(asOf, zone));
  const thisPeriod = begun.filter(({ time }) => startOfDay(first, zone) <= time && time < startOfDay(next, zone));
  return thisPeriod.length > excess.times.value;
}

/** Whether what the bearer did is known for the whole window, so far as it has passed. */
function isWindowCovered(
  world: World,
  scope: Scope,
  clause: LimitClause,
  bearer: string,
  span: Span,
  back: Instant | undefined,
): boolean {
  const side = scope.at.instrument.sides.find(({ name }) => `${scope.at.instrument.id}:${name}` === bearer);
  const parties = side?.members ?? [bearer];
  const members = actorNow(scope, clause, bearer)?.members ?? parties;
  const bound = boundInstants(world, scope.at.instrument, parties)[0];
  // Windows end after as-of less their length, so the earliest of them begins twice their length before as-of.
  const reach = back && clause.window.kind === "rolling" && stepInstant(back, -1, clause.window, stepsOf(scope));
  const from = reach || (clause.window.kind === "calendar" ? span.from : bound);
  if (from === undefined) return false;
  const to = Math.min(world.question.asOf, span.until - 1);
  return members.every((party) => isCovered(world, (fact) => speaks(fact, clause.record, party), from, to));
}
