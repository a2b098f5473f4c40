import { dayOf } from "@kelisim/model";
import { clockOf, dayWords, shortDayWords } from "@kelisim/words";
import type { Standpoint } from "../arguments/standpoint.ts";
import type { Paper } from "../look/paper.ts";
import type { Loaded } from "../region/ledger.ts";
import type { OpenRegion } from "../region/open.ts";
import { texts } from "../texts/index.ts";

/** "as of 21 Nov 2026, end of day UTC+5; known 21 Nov 09:12 UTC+5" */
export function standpointWords(standpoint: Standpoint): string {
  const { asOf, knownAt, timeZone, asOfIsDay } = standpoint;
  const clock = clockOf(asOf, timeZone);
  const known = clockOf(knownAt, timeZone);
  const zone = known.zone === clock.zone && !asOfIsDay ? "" : ` ${known.zone}`;
  return `${texts.asOf(dayWords(clock.day, texts, false), asOfIsDay ? texts.endOfDay(clock.zone) : `${clock.time} ${clock.zone}`)}; ${texts.knownAt(
    `${shortDayWords(known.day, clock.day, texts)} ${known.time}${zone}`,
  )}`;
}

/** The lines above every answer: its title, the standpoint, and whose records it rests on. */
export function drawHead(paper: Paper, title: string, open: OpenRegion, loaded: Loaded, standpoint: Standpoint): void {
  const { region } = open;
  const right = standpointWords(standpoint);
  paper.gap();
  if (region.fictional || region.training) {
    paper.ends(title, texts.training(region.name), "bold", "reverse");
    paper.text(right, { style: "dim" });
  } else paper.ends(title, right, "bold", "dim");
  if (loaded.ifBound !== undefined) paper.text(texts.asIfBound(loaded.ifBound), { style: "bold" });
  const ground =
    loaded.records === 0
      ? (region.note?.replaceAll(/\s+/g, " ").trim() ?? texts.noRecords)
      : loaded.covered
        ? texts.withCoverage(loaded.files, loaded.records)
        : texts.withRecords(loaded.files, loaded.records);
  const owned =
    loaded.us.length === 0 ? "" : ` ${texts.ownDesk(loaded.us.map((id) => open.names.party(id)).join(", "))}`;
  paper.text(`${texts.ground(region.name, ground)}${owned}`, { style: "dim" });
}

export function todayOf(standpoint: Standpoint): number {
  return dayOf(standpoint.asOf, standpoint.timeZone);
}
