import type { CivilDay } from "@kelisim/model";
import type { Row } from "../board/row.ts";
import { type RowWords, rowWords } from "../board/row-words.ts";
import { conditionWords } from "../condition.ts";
import { deadlinesWords } from "../deadline.ts";
import type { Names } from "../names.ts";
import { momentWords, shortDayWords } from "../time.ts";

export interface ArisingWords extends RowWords {
  /** "15 Dec, in 24 days" */
  readonly date: string;
}

/** A row that would arise: when, by which rule, in which case. `speaker`: who would do it, and need not be named. */
export function arisingWords(row: Row, names: Names, today: CivilDay, speaker: string): ArisingWords {
  const { say } = names;
  const { clause } = row.placed;
  const short = row.day === undefined ? "" : shortDayWords(row.day, today, say);
  const date =
    row.day === undefined
      ? say.noDateCell
      : say.distanceNote(row.unsureDate ? say.unsure(short) : short, say.distance(row.day - today));
  const rule = clause.kind === "duty" || clause.kind === "right" ? deadlinesWords(clause.deadlines, names) : "";
  const when =
    (clause.kind === "duty" || clause.kind === "right") && clause.trigger.kind === "record"
      ? conditionWords(clause.trigger.where, names)
      : "";
  const moment =
    row.line.deadline === null || row.line.deadlineIsDay
      ? ""
      : say.thatIs(momentWords(row.line.deadline, row.placed.instrument.timeZone, say));
  const reason = [rule, moment, when].filter((text) => text !== "").join("; ");
  const state = say.states[row.line.state];
  const note = row.line.state === "lead time already passed" ? say.passedRule(reason) : say.wouldBe(state, reason);
  const notes = [note];
  const by = row.line.form === "right" ? say.heldBy : say.owedBy;
  for (const debtor of row.debtors) {
    const members = names.membersOf(debtor);
    const side = debtor.includes(":") ? debtor.slice(debtor.indexOf(":") + 1) : undefined;
    if (members.length > 1) notes.push(by(side === undefined ? members.join(" ") : say.sideOf(side, members)));
    else if (members[0] !== speaker) notes.push(by(names.actor(debtor)));
  }
  if (row.line.unverified) notes.push(say.bindingUnverified);
  if (row.line.reason !== undefined) notes.push(names.engine(row.line.reason));
  return { ...rowWords(row, "owes", names, today), date, notes };
}
