import { nearest } from "@kelisim/model";
import type * as ast from "../generated/ast.ts";
import type { ParsedItem } from "../parse/syntax.ts";
import type { Trigger } from "../program/index.ts";
import { lowerCondition } from "./conditions.ts";
import { dayExists } from "./dates.ts";
import { decimalOf } from "./quantities.ts";
import { type ClauseScope, declare, fail, place, type Recurrence } from "./scope.ts";
import type { Sight } from "./sight.ts";
import { findKind } from "./terms.ts";

/** Reads what makes a duty or right arise, and puts its record or period in scope. */
export function lowerTrigger(scope: ClauseScope, node: ast.Trigger | undefined): Trigger | undefined {
  if (!node) {
    return fail(scope, "no-trigger", place(scope, scope.entry.node, "name"), {
      message: `${scope.entry.id} does not say when it arises.`,
      mend: "Add before the sentence: when KIND x where ..., every year, on becoming bound, or if ID is not performed.",
    });
  }
  switch (node.$type) {
    case "RecordTrigger":
      return lowerRecordTrigger(scope, node);
    case "CalendarTrigger":
      return lowerCalendarTrigger(scope, node);
    case "BoundTrigger":
      return { kind: "bound" };
    case "MissTrigger":
      return lowerMissTrigger(scope, node);
  }
}

function lowerRecordTrigger(scope: ClauseScope, node: ast.RecordTrigger): Trigger | undefined {
  const kind = findKind(scope, node, node.kind);
  if (!kind) return undefined;
  const variable = declare(scope, node.variable, "trigger", kind, "trigger", place(scope, node, "variable"));
  checkUnder(scope, node);
  const where = node.where && lowerCondition(scope, node.where);
  if (node.where && !where) return undefined;
  return {
    kind: "record",
    record: kind.kind.name,
    variable: variable.name,
    ...(where ? { where } : {}),
    under: node.instrument !== undefined,
  };
}

/** Refuses `under` another instrument than that of the clause. */
export function checkUnder(scope: ClauseScope, node: ast.RecordTrigger | ast.UnderPart | ast.Prohibition): void {
  if (node.instrument === undefined || node.instrument === scope.instrument.id) return;
  const known = scope.sight.hasInstrument(node.instrument);
  fail(scope, "wrong-instrument", place(scope, node, "instrument"), {
    message: known
      ? `This clause belongs to ${scope.instrument.id}, not to ${node.instrument}.`
      : `There is no instrument "${node.instrument}".`,
    mend: `Write under ${scope.instrument.id}, or leave it out.`,
    edit: scope.instrument.id,
  });
}

/** The recurrence that a line like `every 5 years` states; undefined where its number makes none. */
function recurrenceOf(node: ast.CalendarTrigger): Recurrence | undefined {
  const count = node.count === undefined ? 1 : decimalOf(node.count).toNumber();
  if (!Number.isInteger(count) || count < 1 || count > 1000) return undefined;
  return { count, unit: node.unit.replace(/s$/, "") as Recurrence["unit"] };
}

function lowerCalendarTrigger(scope: ClauseScope, node: ast.CalendarTrigger): Trigger | undefined {
  const recurrence = recurrenceOf(node);
  if (!recurrence) {
    return fail(scope, "impossible-period", place(scope, node, "count"), {
      message: `A clause recurs every 1, 2, 3 ... ${node.unit}, not every ${node.count}.`,
      mend: "Write a whole number.",
    });
  }
  scope.recurrence = recurrence;
  if (node.from !== undefined && !dayExists(node.from)) {
    return fail(scope, "no-such-date", place(scope, node, "from"), {
      message: `${node.from} is not a day of the calendar.`,
      mend: "Write an existing day as year-month-day.",
    });
  }
  if (recurrence.count > 1 && node.from === undefined) {
    return fail(scope, "no-start", place(scope, node), {
      message: `It is not said from when every ${recurrence.count} ${node.unit} are counted.`,
      why: "The periods would have no beginning.",
      mend: `Add: from 2011-12-01.`,
    });
  }
  return { kind: "calendar", ...recurrence, ...(node.from === undefined ? {} : { from: node.from }) };
}

function lowerMissTrigger(scope: ClauseScope, node: ast.MissTrigger): Trigger | undefined {
  scope.followsMiss = true;
  const missed = scope.sight.clause(node.clause);
  if (!missed) return unknownClause(scope, node, "clause", 0, node.clause);
  if (missed.item && missed.item.$type !== "Duty") {
    return fail(scope, "not-a-duty", place(scope, node, "clause"), {
      message: `${node.clause} is a ${missed.source.word}; only a duty can be missed.`,
      why: "The clause could never arise.",
      mend: "Name a duty.",
    });
  }
  const origin = originOf(scope.sight, missed);
  if (origin === "cycle") {
    return fail(scope, "cyclic-misses", place(scope, node, "clause"), {
      message: `${scope.entry.id} waits for ${node.clause}, which in turn waits for it.`,
      why: "None of them could ever arise.",
      mend: "Let one of them begin with a record or a date.",
    });
  }
  if (!origin) {
    return fail(scope, "depends-on-error", place(scope, node, "clause"), {
      message: `${node.clause} has an error, so what follows from it cannot be read.`,
      mend: `Mend ${node.clause} first.`,
    });
  }
  if (origin.$type === "RecordTrigger") {
    const kind = scope.sight.kind(origin.kind);
    if (!kind) {
      return fail(scope, "depends-on-error", place(scope, node, "clause"), {
        message: `The kind that ${node.clause} begins with is not known.`,
        mend: `Mend ${node.clause} first.`,
      });
    }
    const variable = declare(scope, origin.variable, "trigger", kind, "trigger", place(scope, node, "clause"));
    variable.used = true;
  }
  if (origin.$type === "CalendarTrigger") scope.recurrence = recurrenceOf(origin);
  return { kind: "miss", clause: node.clause };
}

/** The record, calendar or binding trigger at the start of a chain of misses. */
function originOf(sight: Sight, missed: ParsedItem): ast.Trigger | "cycle" | undefined {
  const seen = new Set<ParsedItem>();
  let text: ParsedItem | undefined = missed;
  while (text?.item?.$type === "Duty") {
    const trigger: ast.Trigger | undefined = text.item.trigger;
    if (trigger?.$type !== "MissTrigger") return trigger;
    if (seen.has(text)) return "cycle";
    seen.add(text);
    text = sight.clause(trigger.clause);
  }
  return undefined;
}

/** Reports a reference to a clause that no file given holds. */
export function unknownClause(
  scope: ClauseScope,
  node: Parameters<typeof place>[1],
  property: string,
  index: number,
  name: string,
): undefined {
  const meant = nearest(name, scope.sight.clauseIds());
  return fail(scope, "unknown-clause", place(scope, node, property, index), {
    message: `There is no clause "${name}" in the files given.`,
    mend: meant ? `Did you mean ${meant}?` : "Check the id, or give the file that holds it too.",
    ...(meant ? { edit: meant } : {}),
  });
}
