import type { CivilDay } from "@kelisim/model";
import { texts } from "../texts/index.ts";
import type { Names } from "../words/names.ts";
import { clockOf, dayWords, shortDayWords } from "../words/time.ts";
import type { Section } from "./arrange.ts";
import type { Row } from "./row.ts";

/** What stands below the line: the date where no group says it, who owes as a side, why the state is what it is. */
export function notesOf(row: Row, section: Section["kind"], names: Names, today: CivilDay): readonly string[] {
  const { line, placed, day } = row;
  const zone = placed.instrument.timeZone;
  const notes: string[] = [];
  const unsure = (text: string) => (row.unsureDate ? texts.unsure(text) : text);
  const moment = (instant: number) => {
    const clock = clockOf(instant, zone);
    return `${shortDayWords(clock.day, today)} ${clock.time} ${clock.zone}`;
  };
  const date = day === undefined ? "" : unsure(line.deadlineIsDay ? shortDayWords(day, today) : moment(line.deadline!));
  const owed = section === "owed" || row.standpoint === "owed";
  const side = owed ? row.creditors : row.debtors;
  for (const actor of side) {
    const members = names.membersOf(actor);
    if (members.length < 2) continue;
    const who = actor.includes(":") ? texts.sideOf(actor.slice(actor.indexOf(":") + 1), members) : members.join(" ");
    notes.push(
      owed
        ? texts.owedTo(who)
        : section === "limits"
          ? texts.countedFor(who)
          : section === "rights"
            ? texts.heldBy(who)
            : texts.owedBy(who),
    );
  }
  if (section === "owed" && row.debtors.length <= 3) {
    for (const actor of row.debtors) {
      const members = names.membersOf(actor);
      if (members.length > 1) notes.push(texts.owedBy(members.join(" ")));
    }
  }
  if (line.unverified) notes.push(texts.bindingUnverified);
  if (row.doubtful.length > 0) notes.push(texts.bindingUnverifiedOf(row.doubtful.map((actor) => names.actor(actor))));
  if (line.subject !== undefined && section !== "limits") notes.push(texts.subjectNote(line.subject));
  switch (line.state) {
    case "upcoming":
    case "open":
      if (section === "owes" && day !== undefined && !line.deadlineIsDay)
        notes.push(texts.dueAt(date, texts.distance(day - today)));
      break;
    case "date passed, nothing recorded here":
    case "not received by us":
      notes.push(section === "owes" ? texts.dateWas(date) : texts.states[line.state]);
      break;
    case "overdue":
      notes.push(texts.overdueSince(line.deadlineIsDay && day !== undefined ? unsure(dayWords(day)) : date));
      break;
    case "lead time already passed":
      notes.push(texts.leadTimePassed(date));
      break;
    case "met":
      if (line.performedAt !== undefined) notes.push(texts.metOn(moment(line.performedAt)));
      break;
    case "met late":
      if (line.performedAt !== undefined && line.deadline !== null)
        notes.push(texts.metLate(texts.lateBy(line.performedAt - line.deadline)));
      break;
    case "waived by creditor":
      if (line.waivedAt !== undefined) notes.push(texts.waivedOn(moment(line.waivedAt)));
      break;
    case "closed by silence":
      notes.push(texts.silenceMeant(line.reason ?? ""));
      break;
    case "not applicable":
      notes.push(texts.notApplicable(line.reason ?? ""));
      break;
  }
  if (line.waivedAt !== undefined && line.state !== "waived by creditor")
    notes.push(texts.waivedLater(moment(line.waivedAt)));
  if (line.performedAt !== undefined && line.state !== "met" && line.state !== "met late" && line.state !== "used")
    notes.push(texts.doneLater(moment(line.performedAt)));
  return notes;
}
