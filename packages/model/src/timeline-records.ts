import { lastDay } from "./dated.ts";
import type { TimelineEvent } from "./observations.ts";
import type { KelisimRecord } from "./record.ts";
import { endOfDay } from "./time-zone.ts";

/** The kind of a timeline's records; a region that has a timeline declares it in its vocabulary. */
export const TIMELINE_KIND = "TimelineEvent";

/**
 * A timeline as event records of the stream. `occurred` is the last instant at which it may have happened (of "2013"
 * the end of that year): only then is it certain. The date with its precision stands in the content. `recorded`, and
 * so `known`, is the end of the day on which it was written down.
 */
export function timelineRecords(events: readonly TimelineEvent[], timeZone: string): readonly KelisimRecord[] {
  return events.map((event) => {
    const recorded = endOfDay(lastDay(event.recorded), timeZone);
    const { date, end, what, title, actors, instrument, placeName, place, source, confidence } = event;
    return {
      id: `timeline:${event.id}`,
      kind: TIMELINE_KIND,
      version: 1,
      from: actors[0] ?? "",
      to: [],
      occurred: endOfDay(lastDay(date), timeZone),
      recorded,
      known: recorded,
      content: { date, end, what, title, actors, instrument, placeName, place, source, confidence },
    };
  });
}
