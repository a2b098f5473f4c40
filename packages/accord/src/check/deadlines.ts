import { type InstrumentFacts, report } from "../lower/world.ts";
import { headMark } from "../parse/places.ts";
import type { Deadline, DutyClause, RightClause, Term } from "../program/index.ts";
import type { ClauseCheck } from "./check.ts";
import { isJoined, isOf } from "./mentions.ts";

/** Warns of deadlines that cannot be kept, and of acts that no condition ties to what asks for them. */
export function checkDeadlines(check: ClauseCheck, clause: DutyClause | RightClause): void {
  for (const { deadline } of clause.deadlines) {
    const why = whyNeverKept(check.text.instrument, clause, deadline);
    if (!why) continue;
    report(check, "warning", "deadline-never-kept", check.places.get(deadline) ?? headMark(check.text.source), why);
  }
  checkJoin(check, clause);
}

function whyNeverKept(instrument: InstrumentFacts, clause: DutyClause | RightClause, deadline: Deadline) {
  const { trigger } = clause;
  if (trigger.kind === "record" || trigger.kind === "miss") {
    const back = deadline.kind === "before" && deadline.duration.value > 0 ? deadline.base : undefined;
    const year = deadline.kind === "calendar date" && deadline.years < 0 ? deadline.of : undefined;
    if ([back, year].some((base) => base && isOwnMoment(base))) return BEFORE_IT_ARISES;
  }
  if (deadline.kind === "date") {
    const signed = instrument.head.signed;
    if (signed !== undefined && deadline.date < signed) {
      return {
        message: `${deadline.date} lies before ${instrument.id} was signed (${signed}).`,
        why: "Nobody could ever keep it.",
        mend: "Correct the date.",
      };
    }
    if (trigger.kind === "calendar") {
      return {
        message: "Every period is due by the same day.",
        why: "All periods that begin later can never be kept.",
        mend: "Leave the year out (`by 15 December`), or let the clause arise once (`on becoming bound`).",
      };
    }
  }
  return undefined;
}

const BEFORE_IT_ARISES = {
  message: "This date lies before the moment at which the clause arises.",
  why: "The lead time has always passed already when anybody learns of it.",
  mend: "Count from a date ahead (`before e.start`), or after the moment (`within ... of`).",
};

/** Whether a term is the moment of the trigger itself. */
function isOwnMoment(base: Term): boolean {
  return base.kind === "moment" || (base.kind === "attribute" && ["sent", "occurred"].includes(base.name));
}

function checkJoin(check: ClauseCheck, clause: DutyClause | RightClause): void {
  const { trigger, act } = clause;
  const mark = check.places.get(clause.debtor) ?? headMark(check.text.source);
  if (trigger.kind === "calendar") {
    if (isJoined(act.where, act.variable, (term) => term.kind === "period")) return;
    report(check, "info", "no-period-join", mark, {
      message: `Nothing ties the ${act.record} to the period it is for.`,
      why: "Any one in the time of the period counts for it, and a late one counts for the next.",
      mend: `Where it names its period: where ${act.variable}.ATTRIBUTE = period.`,
    });
    return;
  }
  if (trigger.kind !== "record" || clause.kind === "right") return;
  if (isJoined(act.where, act.variable, (term) => isOf(term, trigger.variable))) return;
  const before = clause.deadlines.some(
    ({ deadline }) => deadline.kind === "before" || (deadline.kind === "calendar date" && deadline.of !== undefined),
  );
  report(check, before ? "warning" : "info", "no-join", mark, {
    message: `Nothing ties the ${act.record} to the ${trigger.record} that asks for it.`,
    why: before
      ? "Before the deadline any earlier one counts, so that a single old one would discharge for ever."
      : "One that follows several of them discharges all at once.",
    mend: `Refer to it: where ${act.variable}.ATTRIBUTE = ${trigger.variable}.`,
  });
}
