import { dayOf, type Instant } from "@kelisim/model";
import type { Row } from "../board/row.ts";
import { actWords } from "../board/row-words.ts";
import { citation } from "../clause-index.ts";
import type { Names } from "../names.ts";
import { isoDay } from "../time.ts";

const DAY_MS = 86_400_000;

export interface CalendarHead {
  /** What the calendar is called in the reader's program. */
  readonly name: string;
  readonly region: string;
  /** When this was said (DTSTAMP). A feed gives the same one until something changes. */
  readonly stamp: Instant;
  /** How often a program that follows the calendar asks again (REFRESH-INTERVAL, RFC 7986, section 5.7). */
  readonly refreshSeconds?: number;
}

/**
 * Rows with a date as a calendar (RFC 5545), in the language of the names. A deadline that is a whole day is an all-day
 * event on that day; one that is an instant is an event at that moment: it has no end, as an end may not be the start
 * (section 3.6.1). The UID depends on clause, actors, subject and period only, so that a moved date moves the event instead
 * of adding one.
 */
export async function calendar(rows: readonly Row[], names: Names, head: CalendarHead): Promise<string> {
  const { default: ical, ICalCalendarMethod } = await import("ical-generator");
  const { say } = names;
  const made = ical({
    name: head.name,
    prodId: { company: "kelisim", product: "kelisim", language: say.locale.slice(0, 2).toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ...(head.refreshSeconds === undefined ? {} : { ttl: head.refreshSeconds }),
  });
  for (const row of rows) {
    const { line, placed } = row;
    if (line.deadline === null) continue;
    const { clause, instrument } = placed;
    const who = names.actors(row.debtors, instrument);
    const whom = names.actors(row.creditors, instrument);
    const act = actWords(row, say);
    const day = row.day === undefined ? "" : `, ${isoDay(row.day)}`;
    made.createEvent({
      id: uidOf(row, head.region),
      stamp: new Date(head.stamp),
      ...(line.deadlineIsDay
        ? { start: new Date(dayOf(line.deadline, instrument.timeZone) * DAY_MS), allDay: true, timezone: null }
        : { start: new Date(line.deadline) }),
      summary: plain(`${who}: ${row.unsureDate ? say.unsure(act) : act}`),
      description: plain(
        [
          `${who}${whom === "" ? "" : ` → ${whom}`}`,
          say.states[line.unverified ? "unverified" : line.state],
          say.clauseCell(instrument.id, citation(clause), clause.articleAssumed !== undefined),
          ...(clause.channel === undefined
            ? []
            : [say.channelCell(names.channel(clause.channel), clause.channelAssumed !== undefined)]),
          `${clause.id}${day} ${instrument.timeZone}`,
        ].join("\n"),
      ),
      categories: [{ name: instrument.id }],
    });
  }
  return `${made.toString()}\r\n`;
}

function uidOf({ line, debtors, creditors }: Row, region: string): string {
  const parts = [line.clause, actorsId(debtors), actorsId(creditors), line.subject ?? "", line.period ?? ""];
  return `${parts.map((part) => encodeURIComponent(part)).join("/")}@${region}.kelisim`;
}

/** Many actors are "all": one of them joining or leaving does not make another event. */
const actorsId = (actors: readonly string[]) => (actors.length > 3 ? "all" : actors.join("+"));
const plain = (text: string) => text.replaceAll("\u00a0", " ");
