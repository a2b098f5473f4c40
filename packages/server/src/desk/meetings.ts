import type { RecordHead } from "@kelisim/api";
import { firstDay, formatDated, lastDay, type TimelineEvent } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import type { Asked } from "./standpoint.ts";
import type { View } from "./views.ts";

const SHOWN = 5;

/** Dated events of the region's timeline that lie ahead, nearest first. Empty where none is recorded. */
export function upcomingMeetings({ desk }: View, asked: Asked, words: Words): RecordHead[] {
  const ahead = ({ date, end }: TimelineEvent) => lastDay(end ?? date) >= asked.today;
  return desk.region.timeline
    .filter(ahead)
    .sort((a, b) => firstDay(a.date) - firstDay(b.date))
    .slice(0, SHOWN)
    .map((event) => ({
      id: event.id,
      kind: "TimelineEvent",
      kindName: event.title,
      from: "",
      fromName: "",
      to: [],
      toName: event.actors.map((id) => words.names.party(id)).join(", "),
      under: [],
      occurred: formatDated(event.date),
      recorded: formatDated(event.recorded),
      known: formatDated(event.recorded),
      erased: false,
    }));
}
