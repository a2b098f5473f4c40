import type { Clause, Deadline, Duration, GuardedDeadline, Term } from "@kelisim/accord/program";
import { parseDated } from "@kelisim/model";
import { texts } from "../texts/index.ts";
import { conditionWords, nameOfTerm } from "./condition.ts";
import type { Names } from "./names.ts";
import { dayWords } from "./time.ts";

/** The rule of a deadline in words: "42 days ? before the start", "by 15 December", "no number in the text". */
export function deadlineWords(deadline: Deadline): string {
  switch (deadline.kind) {
    case "after":
      return texts.after(durationWords(deadline.duration), baseWords(deadline.base));
    case "before":
      return deadline.duration.value === 0
        ? texts.noLaterThan(baseWords(deadline.base))
        : texts.before(durationWords(deadline.duration), baseWords(deadline.base));
    case "calendar date":
      if (deadline.of !== undefined) {
        const date = texts.dayAndMonth(deadline.day, deadline.month - 1);
        return texts.byDateOf(date, deadline.years, baseWords(deadline.of), deadline.assumed !== undefined);
      }
      return texts.byDate(
        texts.dayAndMonth(deadline.day, deadline.month - 1),
        deadline.years,
        deadline.assumed !== undefined,
      );
    case "date": {
      const day = parseDated(deadline.date);
      const date = typeof day === "number" ? dayWords(day, false) : deadline.date;
      return texts.byDate(date, 0, deadline.assumed !== undefined);
    }
    case "vague":
      return deadline.reading === undefined
        ? texts.vague(deadline.term)
        : texts.vagueRead(deadline.term, durationWords(deadline.reading.duration), deadline.reading.by);
    case "none":
      return deadline.unread ? texts.noNumberKnown : texts.noNumber;
  }
}

/** All guarded deadlines of a clause, in order. */
export function deadlinesWords(deadlines: readonly GuardedDeadline[], names: Names): string {
  return deadlines
    .map((each) => {
      const guard = conditionWords(each.when, names);
      return guard === "" ? deadlineWords(each.deadline) : texts.guarded(deadlineWords(each.deadline), guard);
    })
    .join("; ");
}

export function durationWords(duration: Duration): string {
  const words = `${duration.value} ${texts.unit(duration.unit, duration.value)}`;
  return duration.assumed === undefined ? words : texts.unsure(words);
}

export function baseWords(base: Term): string {
  return base.kind === "attribute"
    ? (texts.bases[base.name] ?? texts.theAttribute(nameOfTerm(base)))
    : nameOfTerm(base);
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
