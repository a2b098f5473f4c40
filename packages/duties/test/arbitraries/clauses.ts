import type {
  Act,
  CalendarUnit,
  Deadline,
  DutyClause,
  GuardedDeadline,
  Opening,
  RightClause,
  Role,
  Term,
  Trigger,
} from "@kelisim/accord/program";
import fc from "fast-check";
import { act, both, duty, EACH, equal, lasting, NOBODY, OTHERS, party, right, role, term } from "../sketch/program.ts";
import { condition } from "./terms.ts";

/** Duties and rights of every trigger, role and deadline. A clause may follow or be subject to those before it. */

export type DutyOrRight = DutyClause | RightClause;

/** What a trigger puts in scope. */
interface Source {
  readonly trigger: Trigger;
  readonly variable?: string;
  readonly record?: string;
}

const option = <T>(arbitrary: fc.Arbitrary<T>, freq: number) => fc.option(arbitrary, { nil: undefined, freq });
const DURATIONS = [
  "2 days",
  "48 hours",
  "7 days",
  "1 month",
  "0 days",
  "1 hour",
  "2 weeks",
  "30 days",
  "3 working days",
  "1 year",
  "90 minutes",
];
const duration = fc.constantFrom(...DURATIONS).map(lasting);

const recordSource: fc.Arbitrary<Source> = fc
  .constantFrom(
    ["Ask", "r"] as const,
    ["Ask", "r"] as const,
    ["Plan", "p"] as const,
    ["Plan", "p"] as const,
    ["Invite", "n"] as const,
    ["Visit", "v"] as const,
  )
  .chain(([record, variable]) =>
    fc.record({ where: option(condition(record, variable), 1), under: fc.nat(5) }).map(({ where, under }) => ({
      trigger: { kind: "record", record, variable, under: under === 5, ...(where !== undefined && { where }) },
      record,
      variable,
    })),
  );

const cycle: fc.Arbitrary<Source> = fc
  .tuple(
    fc.constantFrom<CalendarUnit>("month", "quarter", "half-year", "year"),
    fc.constantFrom(undefined, undefined, undefined, "2004-01-31", "2003-12-01"),
  )
  .map(([unit, from]) => ({
    trigger: { kind: "calendar", unit, count: from === undefined ? 1 : 2, ...(from !== undefined && { from }) },
  }));

function source(earlier: readonly DutyOrRight[]): fc.Arbitrary<Source> {
  const missable = earlier.filter((each) => each.kind === "duty");
  const choices = [
    { weight: 8, arbitrary: recordSource },
    { weight: 3, arbitrary: cycle },
    { weight: 1, arbitrary: fc.constant<Source>({ trigger: { kind: "bound" } }) },
  ];
  if (missable.length > 0)
    choices.push({ weight: 6, arbitrary: fc.constantFrom(...missable).map((each) => afterMiss(each, earlier)) });
  return fc.oneof(...choices);
}

/** A clause that follows a miss sees the variables of the one that was missed. */
function afterMiss({ id, trigger }: DutyOrRight, earlier: readonly DutyOrRight[]): Source {
  const origin =
    trigger.kind === "miss" ? afterMiss(earlier.find((each) => each.id === trigger.clause)!, earlier) : undefined;
  const seen = trigger.kind === "record" ? { record: trigger.record, variable: trigger.variable } : origin;
  return { ...seen, trigger: { kind: "miss", clause: id } };
}

/** Terms from which a deadline can count. */
function bases({ trigger, variable, record }: Source): Term[] {
  const moment: Term = { kind: "moment" };
  if (trigger.kind === "calendar")
    return [{ kind: "period end" }, { kind: "period end" }, { kind: "period start" }, moment];
  if (trigger.kind === "bound") return [{ kind: "bound since" }, moment];
  const names: Readonly<Record<string, readonly string[]>> = {
    Ask: ["sent", "sent", "received", "day"],
    Plan: ["start", "start", "end", "opens", "occurred"],
    Invite: ["arrival", "sent"],
    Visit: ["end", "start", "occurred"],
  };
  const attributes = record === undefined ? [] : names[record]!.map((name) => term(`${variable}.${name}`));
  return trigger.kind === "miss" ? [moment, moment, ...attributes] : [...attributes, moment, { kind: "bound since" }];
}

function deadline(from: Source): fc.Arbitrary<Deadline> {
  const base = fc.constantFrom(...bases(from));
  const reading = option(
    duration.map((each) => ({ duration: each, by: "secretariat" })),
    2,
  );
  const choices: { weight: number; arbitrary: fc.Arbitrary<Deadline> }[] = [
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("after"), duration, base }) },
    { weight: from.record === "Plan" ? 8 : 2, arbitrary: fc.record({ kind: fc.constant("before"), duration, base }) },
    {
      weight: 1,
      arbitrary: fc.tuple(base, reading).map(([each, read]) => ({
        kind: "vague",
        term: "promptly",
        base: each,
        ...(read !== undefined && { reading: read }),
      })),
    },
    { weight: 1, arbitrary: fc.constant({ kind: "none" }) },
  ];
  if (from.trigger.kind === "calendar" && from.trigger.unit === "year") {
    const days = fc.constantFrom([12, 15], [6, 30], [2, 29], [3, 1], [1, 31], [12, 31]);
    choices.push({
      weight: 6,
      arbitrary: fc
        .tuple(days, fc.nat(2))
        .map(([[month, day], years]) => ({ kind: "calendar date", month: month!, day: day!, years })),
    });
  } else if (from.trigger.kind !== "calendar") {
    const years = fc.constantFrom([12, 15, -1], [2, 29, 0], [6, 30, 1], [1, 31, 0]);
    choices.push({
      weight: 1,
      arbitrary: fc
        .tuple(years, base)
        .map(([[month, day, later], of]) => ({ kind: "calendar date", month: month!, day: day!, years: later!, of })),
    });
    choices.push({
      weight: 1,
      arbitrary: fc.constantFrom("2024-03-31", "2024-02-29", "2005-08-12").map((date) => ({ kind: "date", date })),
    });
  }
  return fc.oneof(...choices);
}

/** From when on an act counts at all. */
const opening = (from: Source): fc.Arbitrary<Opening> =>
  fc.record({
    direction: fc.constantFrom("after" as const, "before" as const),
    duration,
    base: fc.constantFrom(...bases(from)),
  });

function deadlines(from: Source): fc.Arbitrary<GuardedDeadline[]> {
  const plain = deadline(from).map((each): GuardedDeadline[] => [{ deadline: each }]);
  if (from.record === undefined || from.variable === undefined) return plain;
  const guarded = fc
    .tuple(condition(from.record, from.variable), deadline(from), option(deadline(from), 4))
    .map(([when, first, second]): GuardedDeadline[] => [
      { when, deadline: first },
      ...(second === undefined ? [] : [{ deadline: second }]),
    ]);
  return fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: guarded });
}

/** Roles that a debtor and a creditor can have alike. */
function common({ record, variable, trigger }: Source): Role[] {
  const shared: Role[] = [
    party("A"),
    party("B"),
    party("ORG"),
    { kind: "side", name: "Many" },
    { kind: "members", organisation: "ORG" },
    { kind: "all of", roles: [party("B"), party("A")] },
    { kind: "except", role: EACH, minus: party("C") },
  ];
  const named: Readonly<Record<string, readonly string[]>> = {
    Ask: ["to", "from"],
    Plan: ["host"],
    Invite: ["to", "from"],
    Visit: ["guest", "receiving"],
  };
  const own = record === undefined ? [] : named[record]!.map((name) => role(`${variable}.${name}`));
  const sides = own.slice(0, 1).map((each): Role => ({ kind: "side of", term: (each as { term: Term }).term }));
  const zoned: Role[] =
    record === "Plan" ? [{ kind: "parties in zone", zone: "band", place: term(`${variable}.place`) }] : [];
  const missed: Role[] = trigger.kind === "miss" ? [{ kind: "debtor" }, { kind: "creditor" }] : [];
  return [...own, ...own, ...own, ...missed, ...missed, ...missed, ...zoned, ...sides, ...shared];
}
const debtor = (from: Source) => fc.constantFrom<Role>(...common(from), EACH, EACH, { kind: "each side" });
const creditor = (from: Source) =>
  fc.constantFrom<Role>(
    ...[...common(from)].reverse(),
    OTHERS,
    OTHERS,
    { kind: "other side" },
    { kind: "other side" },
    NOBODY,
  );

/** The act that discharges: usually joined to the trigger or the period. */
function acts({ trigger, record, variable }: Source): fc.Arbitrary<Act> {
  const joined = (kind: string, own: string, name: string, to: Term): fc.Arbitrary<Act> =>
    fc
      .tuple(option(condition(kind, own), 2), fc.constantFrom<"sent" | "received">("sent", "sent", "sent", "received"))
      .map(([extra, counts]) => {
        const join = equal(term(`${own}.${name}`), to);
        return act(kind, own, extra === undefined ? join : both(join, extra), { counts });
      });
  const loose: fc.Arbitrary<Act> = fc.oneof(
    option(condition("Level", "l"), 2).map((where) => act("Level", "l", where)),
    option(condition("Visit", "w"), 1).map((where) => act("Visit", "w", where, { verb: "hold" })),
    fc.constantFrom("1.5", "3").map((value) =>
      act("Release", "w", undefined, {
        verb: "do",
        total: { attribute: "volume", amount: { type: "amount", value, unit: "m3" } },
      }),
    ),
    fc.constant(act("Ask", "q")),
  );
  const period = fc.constantFrom<Term>(
    { kind: "period", offset: 0 },
    { kind: "period", offset: 0 },
    { kind: "period", offset: 1 },
  );
  const fitting: fc.Arbitrary<Act>[] = [];
  if (record === "Ask")
    fitting.push(joined("Answer", "a", "answers", term(variable!)), joined("Ask", "q", "ref", term(variable!)));
  if (record === "Plan") fitting.push(joined("Invite", "i", "plan", term(variable!)));
  if (trigger.kind === "calendar") fitting.push(period.chain((each) => joined("Report", "q", "period", each)));
  if (fitting.length === 0) return loose;
  return fc.oneof({ weight: 4, arbitrary: fc.oneof(...fitting) }, { weight: 1, arbitrary: loose });
}

/** One duty or right; at times one like the clause before it, to which it is then subject. */
export function dutyOrRight(id: string, earlier: readonly DutyOrRight[]): fc.Arbitrary<DutyOrRight> {
  const fresh = source(earlier).chain((from) =>
    fc
      .record({
        isRight: fc.nat(3),
        debtor: debtor(from),
        jointly: fc.nat(7),
        creditor: creditor(from),
        act: acts(from),
        deadlines: deadlines(from),
        silence: fc.nat(5),
        notBefore: option(opening(from), 6),
      })
      .map(({ isRight, jointly, silence, notBefore, ...rest }): DutyOrRight => {
        const apart = from.trigger.kind === "bound";
        const whole = {
          ...rest,
          trigger: from.trigger,
          jointly: jointly === 7 && !apart,
          ...(notBefore !== undefined && { notBefore }),
        };
        if (isRight === 3) return right(id, whole);
        return duty(id, { ...whole, ...(silence === 5 && { silence: { means: "declined" } }) });
      }),
  );
  const before = earlier.at(-1);
  if (before === undefined) return fresh;
  const { debtor: owing, trigger, act: same } = before;
  const alike = fresh.map((next): DutyOrRight => {
    const { creditor: owed, jointly, deadlines: dates } = before;
    const head = {
      trigger,
      debtor: owing,
      creditor: owed,
      jointly,
      act: same,
      deadlines: dates,
      subjectTo: [before.id],
    };
    return next.kind === "right" ? right(id, head) : duty(id, head);
  });
  return fc.oneof({ weight: 5, arbitrary: fresh }, { weight: 1, arbitrary: alike });
}
