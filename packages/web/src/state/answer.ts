import type { Line, Today } from "@kelisim/api";
import type { MessageId, MessageValues } from "../texts/ids.ts";
import type { Day } from "./days.ts";
import { writeDay } from "./format.ts";
import { stateOf } from "./states.ts";

/** One sentence of an answer: a message and what stands in it. */
export interface AnswerSentence {
  readonly id: MessageId;
  readonly values: MessageValues;
}

/** The answer of Today in sentences, as one would give it on the telephone: what is due, what is next, what we lack. */
export function todayAnswer(
  today: Today,
  lines: readonly Line[],
  days: number,
  locale: string,
): readonly AnswerSentence[] {
  const now = today.standpoint.today;
  const count = (id: string) => lines.filter((line) => stateOf(line).id === id).length;
  const ahead = lines.filter((line) => ["upcoming", "open"].includes(line.state) && line.day !== undefined);
  const due = ahead.filter((line) => line.day === now);
  const undated = lines.filter((line) => line.day === undefined && stateOf(line).id === "open");
  const sentences: AnswerSentence[] = [];
  const say = (id: MessageId, values: MessageValues) => sentences.push({ id, values });

  if (count("overdue") > 0) say("today.overdue", { count: count("overdue") });
  say("today.lead", { today: due.length });
  const next = ahead
    .map((line) => line.day!)
    .filter((day) => day > now)
    .sort()[0];
  if (next === undefined) say("today.nothingAhead", { days });
  else sentences.push(nextSentence(next, ahead, now, locale));
  if (count("date passed, nothing recorded here") > 0) {
    say("today.passedCount", { count: count("date passed, nothing recorded here") });
  }
  if (undated.length > 0) say("today.undatedCount", { count: undated.length });
  if (count("binding unverified") > 0) say("today.unverifiedCount", { count: count("binding unverified") });
  return sentences;
}

function nextSentence(next: Day, ahead: readonly Line[], now: Day, locale: string): AnswerSentence {
  const acts = ahead.filter((line) => line.day === next);
  const date = writeDay(next, locale, { month: "long", year: "auto", near: now });
  const whos = new Set(acts.map((line) => line.who));
  const [who = ""] = whos;
  return whos.size === 1 && who !== ""
    ? { id: "today.next", values: { date, count: acts.length, who } }
    : { id: "today.nextMany", values: { date, count: acts.length } };
}
