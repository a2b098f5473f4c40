import { AstUtils } from "langium";
import type * as ast from "../generated/ast.ts";
import type { Assumption, Deadline, GuardedDeadline, Opening, Term } from "../program/index.ts";
import { lowerCondition } from "./conditions.ts";
import { dayExists, longestMonth, monthNumber } from "./dates.ts";
import { assumptionOf, decimalOf, lowerDuration } from "./quantities.ts";
import { advise, type ClauseScope, fail, place } from "./scope.ts";
import { lowerTerm, noSuchDay, typeName } from "./terms.ts";

/** Reads the deadlines of a clause in their order. Their bases and guards may refer to the trigger only. */
export function lowerDeadlines(scope: ClauseScope, lines: readonly ast.DeadlineLine[]): readonly GuardedDeadline[] {
  return lines.flatMap(
    (line) =>
      beforeTheAct(scope, line, (): readonly GuardedDeadline[] => {
        const deadline = lowerDeadline(scope, line.deadline);
        const when = line.guard && lowerCondition(scope, line.guard);
        if (!deadline || (line.guard && !when)) return [];
        scope.places.set(deadline, place(scope, line));
        return [{ ...(when ? { when } : {}), deadline }];
      }) ?? [],
  );
}

/** Reads from when on an act counts. */
export function lowerOpening(scope: ClauseScope, line: ast.OpeningLine): Opening | undefined {
  return beforeTheAct(scope, line, () => {
    const duration = line.duration ? lowerDuration(scope, line.duration) : ({ value: 0, unit: "day" } as const);
    const base = lowerBase(scope, line.base);
    return duration && base && { direction: line.direction ?? "after", duration, base };
  });
}

/** Reads a line with only the trigger in sight; one that looks at the act is refused. */
function beforeTheAct<T>(
  scope: ClauseScope,
  line: ast.DeadlineLine | ast.OpeningLine,
  read: () => T | undefined,
): T | undefined {
  const outer = scope.variables;
  const own = [...outer.values()].find((variable) => variable.role === "act" && mentionsWord(line, variable.name));
  if (own) {
    return fail(scope, "deadline-from-act", place(scope, line), {
      message: `This looks at ${own.name}, the ${own.kind.kind.name} that is still to come.`,
      why: "Before the act there would be no date.",
      mend: "Count from the trigger, or put what must be true of the act in its `where`.",
    });
  }
  scope.variables = new Map([...outer].filter(([, variable]) => variable.role === "trigger"));
  const found = read();
  scope.variables = outer;
  return found;
}

/** Whether a path of the line starts with this name. */
function mentionsWord(line: ast.DeadlineLine | ast.OpeningLine, name: string): boolean {
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
      return { kind: "none", ...(node.unread && { unread: true as const }) };
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
  const marked = assumptionOf(scope, node);
  if (node.following?.base)
    return lowerDateOfYear(scope, node.following, node.following.base, { month, day, ...marked });
  if (!scope.recurrence) {
    return fail(scope, "no-period", place(scope, node), {
      message: `\`by ${node.day} ${node.month}\` has no year: the clause does not recur.`,
      why: "No date could be computed.",
      mend: "Add `every year`, name the year (`of the year before e.start`), or write the full date: by 2026-12-15.",
    });
  }
  if (scope.recurrence.unit !== "year") {
    advise(scope, "warning", "same-date", place(scope, node), {
      message: `Every ${scope.recurrence.unit} of a year would be due by the same ${node.day} ${node.month}.`,
      mend: `Count from the period: within 1 month of the end of period.`,
    });
  }
  const years = node.following?.next ? (node.following.second ? 2 : 1) : 0;
  return { kind: "calendar date", month, day, years, ...marked };
}

/** "15 November of the second year before e.start". */
function lowerDateOfYear(
  scope: ClauseScope,
  node: ast.FollowingYear,
  baseNode: ast.Base,
  date: { readonly month: number; readonly day: number; readonly assumed?: Assumption },
): Deadline | undefined {
  if (node.second && node.direction === "of") {
    return fail(scope, "type", place(scope, node), {
      message: "A date has only one year.",
      mend: "Write `of the year of`, `of the second year before` or `of the second year after`.",
    });
  }
  const base = lowerBase(scope, baseNode);
  const years = node.direction === "of" ? 0 : (node.second ? 2 : 1) * (node.direction === "before" ? -1 : 1);
  return base && { kind: "calendar date", years, of: base, ...date };
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
