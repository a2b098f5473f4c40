import { AstUtils } from "langium";
import type * as ast from "../generated/ast.ts";
import type { Deadline, GuardedDeadline, Term } from "../program/index.ts";
import { lowerCondition } from "./conditions.ts";
import { dayExists, longestMonth, monthNumber } from "./dates.ts";
import { assumptionOf, decimalOf, lowerDuration } from "./quantities.ts";
import { advise, type ClauseScope, fail, place } from "./scope.ts";
import { lowerTerm, noSuchDay, typeName } from "./terms.ts";

/** Reads the deadlines of a clause in their order. Their bases and guards may refer to the trigger only. */
export function lowerDeadlines(scope: ClauseScope, lines: readonly ast.DeadlineLine[]): readonly GuardedDeadline[] {
  const outer = scope.variables;
  scope.variables = new Map([...outer].filter(([, variable]) => variable.role === "trigger"));
  const acts = [...outer.values()].filter((variable) => variable.role === "act");
  const lowered: GuardedDeadline[] = [];
  for (const line of lines) {
    const own = acts.find((act) => mentionsWord(line, act.name));
    if (own) {
      fail(scope, "deadline-from-act", place(scope, line), {
        message: `This deadline looks at ${own.name}, the ${own.kind.kind.name} that is still to come.`,
        why: "Before the act there would be no date.",
        mend: "Count from the trigger, or put what must be true of the act in its `where`.",
      });
      continue;
    }
    const deadline = lowerDeadline(scope, line.deadline);
    const when = line.guard && lowerCondition(scope, line.guard);
    if (!deadline || (line.guard && !when)) continue;
    scope.workspace.places.set(deadline, place(scope, line));
    lowered.push({ ...(when ? { when } : {}), deadline });
  }
  scope.variables = outer;
  return lowered;
}

/** Whether a path of the line starts with this name. */
function mentionsWord(line: ast.DeadlineLine, name: string): boolean {
  return AstUtils.streamAst(line).some((node) => node.$type === "Path" && (node as ast.Path).name === name);
}

function lowerDeadline(scope: ClauseScope, node: ast.Deadline): Deadline | undefined {
  switch (node.$type) {
    case "WithinDeadline": {
      const duration = lowerDuration(scope, node.duration);
      const base = lowerBase(scope, node.base);
      return duration && base && { kind: "after", duration, base };
    }
    case "NoLaterDeadline": {
      const duration = node.duration ? lowerDuration(scope, node.duration) : ({ value: 0, unit: "day" } as const);
      const base = lowerBase(scope, node.base);
      return duration && base && { kind: node.direction === "after" ? "after" : "before", duration, base };
    }
    case "AtTimeDeadline": {
      const base = lowerBase(scope, node.base);
      return base && { kind: "before", duration: { value: 0, unit: "day" }, base };
    }
    case "CalendarDateDeadline":
      return lowerCalendarDate(scope, node);
    case "DateDeadline":
      if (!dayExists(node.date)) return noSuchDay(scope, node, node.date);
      return { kind: "date", date: node.date, ...assumptionOf(scope, node) };
    case "VagueDeadline":
      return lowerVague(scope, node);
    case "NoneDeadline":
      return { kind: "none" };
  }
}

function lowerBase(scope: ClauseScope, node: ast.Base): Term | undefined {
  const typed = lowerTerm(scope, node);
  if (!typed) return undefined;
  if (typed.type.type === "date" || typed.type.type === "instant") return typed.term;
  return fail(scope, "type", place(scope, node), {
    message: `A deadline counts from a date or an instant; this is ${typeName(typed.type)}.`,
    mend: "Name an attribute of type date or instant, or `sent`, `received`, `the moment`.",
  });
}

function lowerCalendarDate(scope: ClauseScope, node: ast.CalendarDateDeadline): Deadline | undefined {
  const day = decimalOf(node.day).toNumber();
  const month = monthNumber(node.month);
  if (!Number.isInteger(day) || day < 1 || day > longestMonth(month)) {
    return fail(scope, "no-such-date", place(scope, node, "day"), {
      message: `${node.day} ${node.month} is not a day of the calendar.`,
      mend: `${node.month} has ${longestMonth(month)} days.`,
    });
  }
  if (month === 2 && day === 29) {
    advise(scope, "warning", "leap-day", place(scope, node, "day"), {
      message: "29 February exists only in leap years.",
      mend: "Say what the text means in other years: usually 28 February.",
    });
  }
  if (!scope.recurrence) {
    return fail(scope, "no-period", place(scope, node), {
      message: `\`by ${node.day} ${node.month}\` has no year: the clause does not recur.`,
      why: "No date could be computed.",
      mend: "Add `every year`, or write the full date: by 2026-12-15.",
    });
  }
  if (scope.recurrence.unit !== "year") {
    advise(scope, "warning", "same-date", place(scope, node), {
      message: `Every ${scope.recurrence.unit} of a year would be due by the same ${node.day} ${node.month}.`,
      mend: `Count from the period: within 1 month of the end of period.`,
    });
  }
  const years = node.following?.next ? (node.following.second ? 2 : 1) : 0;
  return { kind: "calendar date", month, day, years, ...assumptionOf(scope, node) };
}

function lowerVague(scope: ClauseScope, node: ast.VagueDeadline): Deadline | undefined {
  const term =
    node.term ??
    (node.inTime ? "in time" : node.asSoon ? "as soon as possible" : node.noDelay ? "without delay" : "vague");
  const base = node.base ? lowerBase(scope, node.base) : ({ kind: "moment" } as const);
  const duration = node.reading && lowerDuration(scope, node.reading);
  if (!base || (node.reading && !duration)) return undefined;
  if (!duration) {
    advise(scope, "info", "no-reading", place(scope, node), {
      message: `"${term}" has no number; no date will be computed.`,
      why: "The duty stays open until performed and is never overdue, unless a recorded reading gives the number.",
      mend: `Where somebody has decided it: ${term} read as 24 hours by "WHO".`,
    });
    return { kind: "vague", term, base };
  }
  return { kind: "vague", term, base, reading: { duration, by: node.by ?? "" } };
}
