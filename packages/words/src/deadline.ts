import type { Clause, Deadline, Duration, GuardedDeadline, Term } from "@kelisim/accord/program";
import { parseDated } from "@kelisim/model";
import { conditionWords, nameOfTerm } from "./condition.ts";
import type { Names } from "./names.ts";
import { dayWords } from "./time.ts";

/** The rule of a deadline in words: "42 days ? before the start", "by 15 December", "no number in the text". */
export function deadlineWords(deadline: Deadline, names: Names): string {
  switch (deadline.kind) {
    case "after":
      return names.say.after(durationWords(deadline.duration, names), baseWords(deadline.base, names));
    case "before":
      return deadline.duration.value === 0
        ? names.say.noLaterThan(baseWords(deadline.base, names))
        : names.say.before(durationWords(deadline.duration, names), baseWords(deadline.base, names));
    case "calendar date":
      if (deadline.of !== undefined) {
        const date = names.say.dayAndMonth(deadline.day, deadline.month - 1);
        return names.say.byDateOf(date, deadline.years, baseWords(deadline.of, names), deadline.assumed !== undefined);
      }
      return names.say.byDate(
        names.say.dayAndMonth(deadline.day, deadline.month - 1),
        deadline.years,
        deadline.assumed !== undefined,
      );
    case "date": {
      const day = parseDated(deadline.date);
      const date = typeof day === "number" ? dayWords(day, names.say, false) : deadline.date;
      return names.say.byDate(date, 0, deadline.assumed !== undefined);
    }
    case "vague":
      return deadline.reading === undefined
        ? names.say.vague(deadline.term)
        : names.say.vagueRead(deadline.term, durationWords(deadline.reading.duration, names), deadline.reading.by);
    case "none":
      return deadline.unread ? names.say.noNumberKnown : names.say.noNumber;
  }
}

/** All guarded deadlines of a clause, in order. */
export function deadlinesWords(deadlines: readonly GuardedDeadline[], names: Names): string {
  return deadlines
    .map((each) => {
      const guard = conditionWords(each.when, names);
      return guard === ""
        ? deadlineWords(each.deadline, names)
        : names.say.guarded(deadlineWords(each.deadline, names), guard);
    })
    .join("; ");
}

/** "42 days ?" */
export function durationWords(duration: Duration, names: Names): string {
  const words = `${duration.value} ${names.say.unit(duration.unit, duration.value)}`;
  return duration.assumed === undefined ? words : names.say.unsure(words);
}

/** What a deadline counts from: "the start", "it was sent". */
export function baseWords(base: Term, names: Names): string {
  return base.kind === "attribute"
    ? (names.say.bases[base.name] ?? names.say.theAttribute(nameOfTerm(base, names)))
    : (names.say.termBases[base.kind] ?? nameOfTerm(base, names));
}

/** Whether no source we hold confirms the number or date that the deadline rests on. */
export function deadlineUnverified(clause: Clause): boolean {
  if (clause.kind !== "duty" && clause.kind !== "right") return false;
  return clause.deadlines.some(({ deadline }) => {
    if (deadline.kind === "after" || deadline.kind === "before") return deadline.duration.assumed !== undefined;
    if (deadline.kind === "calendar date" || deadline.kind === "date") return deadline.assumed !== undefined;
    return deadline.kind === "vague" && deadline.reading?.duration.assumed !== undefined;
  });
}
