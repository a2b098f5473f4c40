import type { CivilDay } from "@kelisim/model";
import type { Names } from "../names.ts";
import { clockOf, dayWords, shortDayWords } from "../time.ts";
import type { Row } from "./row.ts";
import type { RowKind } from "./row-words.ts";

/** What stands below the line: the date where no group says it, who owes as a side, why the state is what it is. */
export function notesOf(row: Row, section: RowKind, names: Names, today: CivilDay): readonly string[] {
  const { say } = names;
  const { line, placed, day } = row;
  const zone = placed.instrument.timeZone;
  const notes: string[] = [];
  const unsure = (text: string) => (row.unsureDate ? say.unsure(text) : text);
  const moment = (instant: number) => {
    const clock = clockOf(instant, zone);
    return `${shortDayWords(clock.day, today, say)} ${clock.time} ${clock.zone}`;
  };
  const date =
    day === undefined ? "" : unsure(line.deadlineIsDay ? shortDayWords(day, today, say) : moment(line.deadline!));
  const owed = section === "owed" || row.standpoint === "owed";
  const side = owed ? row.creditors : row.debtors;
  for (const actor of side) {
    const members = names.membersOf(actor);
    if (members.length < 2) continue;
    const who = actor.includes(":") ? say.sideOf(actor.slice(actor.indexOf(":") + 1), members) : members.join(" ");
    notes.push(
      owed
        ? say.owedTo(who)
        : section === "limits"
          ? say.countedFor(who)
          : section === "rights"
            ? say.heldBy(who)
            : say.owedBy(who),
    );
  }
  if (section === "owed" && row.debtors.length <= 3) {
    for (const actor of row.debtors) {
      const members = names.membersOf(actor);
      if (members.length > 1) notes.push(say.owedBy(members.join(" ")));
    }
  }
  if (line.unverified) notes.push(say.bindingUnverified);
  if (row.doubtful.length > 0) notes.push(say.bindingUnverifiedOf(row.doubtful.map((actor) => names.actor(actor))));
  if (line.subject !== undefined && section !== "limits") notes.push(say.subjectNote(line.subject));
  switch (line.state) {
    case "upcoming":
    case "open":
      if (section === "owes" && day !== undefined && !line.deadlineIsDay)
        notes.push(say.dueAt(date, say.distance(day - today)));
      break;
    case "date passed, nothing recorded here":
    case "not received by us":
      notes.push(section === "owes" ? say.dateWas(date) : say.states[line.state]);
      break;
    case "overdue":
      notes.push(say.overdueSince(line.deadlineIsDay && day !== undefined ? unsure(dayWords(day, say)) : date));
      break;
    case "lead time already passed":
      notes.push(say.leadTimePassed(date));
      break;
    case "met":
      if (line.performedAt !== undefined) notes.push(say.metOn(moment(line.performedAt)));
      break;
    case "met late":
      if (line.performedAt !== undefined && line.deadline !== null)
        notes.push(say.metLate(say.lateBy(line.performedAt - line.deadline)));
      break;
    case "waived by creditor":
      if (line.waivedAt !== undefined) notes.push(say.waivedOn(moment(line.waivedAt)));
      break;
    case "closed by silence":
      notes.push(say.silenceMeant(line.reason ?? ""));
      break;
    case "not applicable":
      notes.push(say.notApplicable(names.engine(line.reason ?? "")));
      break;
  }
  if (line.waivedAt !== undefined && line.state !== "waived by creditor")
    notes.push(say.waivedLater(moment(line.waivedAt)));
  if (line.performedAt !== undefined && line.state !== "met" && line.state !== "met late" && line.state !== "used")
    notes.push(say.doneLater(moment(line.performedAt)));
  return notes;
}
