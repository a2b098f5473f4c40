import { dayOf, type Instant } from "@kelisim/model";
import { actWords, citation, isoDay, type Names, type Row } from "@kelisim/words";
import { texts } from "../texts/index.ts";

const DAY_MS = 86_400_000;

/**
 * Rows with a date as a calendar (RFC 5545). A deadline that is a whole day is an all-day event on that day; one
 * that is an instant ends then. The UID depends on clause, actors, subject and period only, so that a moved date
 * moves the event instead of adding one.
 */
export async function calendar(
  name: string,
  rows: readonly Row[],
  names: Names,
  stamp: Instant,
  region: string,
): Promise<string> {
  const { default: ical, ICalCalendarMethod } = await import("ical-generator");
  const made = ical({
    name,
    prodId: { company: "kelisim", product: "kelisim", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const row of rows) {
    const { line, placed } = row;
    if (line.deadline === null) continue;
    const { clause, instrument } = placed;
    const who = names.actors(row.debtors, instrument);
    const whom = names.actors(row.creditors, instrument);
    const clauseText = texts.clauseCell(instrument.id, citation(clause), clause.articleAssumed !== undefined);
    const title = row.unsureDate ? texts.unsure(actWords(row, texts)) : actWords(row, texts);
    made.createEvent({
      id: uid(row, region),
      stamp: new Date(stamp),
      ...(line.deadlineIsDay
        ? { start: new Date(dayOf(line.deadline, instrument.timeZone) * DAY_MS), allDay: true, timezone: null }
        : { start: new Date(line.deadline), end: new Date(line.deadline) }),
      summary: plain(`${who}: ${title}`),
      description: plain(
        [
          `${who}${whom === "" ? "" : ` → ${whom}`}`,
          texts.states[line.unverified ? "unverified" : line.state],
          clauseText,
          ...(clause.channel === undefined
            ? []
            : [texts.channelCell(clause.channel, clause.channelAssumed !== undefined)]),
          `${clause.id}${row.day === undefined ? "" : `, ${isoDay(row.day)}`} ${instrument.timeZone}`,
        ].join("\n"),
      ),
      categories: [{ name: instrument.id }],
    });
  }
  return `${made.toString()}\r\n`;
}

function uid(row: Row, region: string): string {
  const { line } = row;
  const parts = [line.clause, actorsId(row.debtors), actorsId(row.creditors), line.subject ?? "", line.period ?? ""];
  return `${parts.map((part) => encodeURIComponent(part)).join("/")}@${region}.kelisim`;
}

/** Many actors are "all": one of them joining or leaving does not make another event. */
const actorsId = (actors: readonly string[]) => (actors.length > 3 ? "all" : actors.join("+"));
const plain = (text: string) => text.replaceAll("\u00a0", " ");
