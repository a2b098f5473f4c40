import type { TakenList } from "@kelisim/api";
import { type Dated, dayParts, firstDay, formatDated, translationOf } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import { actorNamed, instrumentNamed } from "../../cooperation/names.ts";
import { generalKnowledge, sourcedData } from "../../cooperation/sourced.ts";
import type { Desk } from "../../desk.ts";

type Curated = TakenList["curated"][number] & { readonly ids: readonly string[]; readonly year?: number };

/** Rows of the region's own timeline, or of its table of status, that name one of the states. The newest first. */
export function curatedHappenings(
  desk: Desk,
  words: Words,
  table: "events" | "acts",
  parties: readonly string[],
): readonly Curated[] {
  const rows = table === "events" ? timeline(desk, words) : acts(desk, words);
  return rows
    .filter(({ ids }) => ids.some((id) => parties.includes(id)))
    .sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? 1 : -1));
}

const yearOf = (date: Dated): number => dayParts(firstDay(date)).year;

function timeline(desk: Desk, words: Words): readonly Curated[] {
  const general = generalKnowledge(desk.region.sources);
  const title = translationOf(desk.region, words.language);
  return desk.region.timeline.map((row) => ({
    id: row.id,
    what: row.what,
    title: title("timeline", row.id) ?? row.title,
    parties: row.actors.map((id) => actorNamed(desk, words, id)),
    date: formatDated(row.date),
    ...(row.end === undefined ? {} : { end: formatDated(row.end) }),
    ...(row.placeName === undefined ? {} : { place: row.placeName }),
    ...sourcedData(row, general),
    ids: row.actors,
    year: yearOf(row.date),
  }));
}

function acts(desk: Desk, words: Words): readonly Curated[] {
  const general = generalKnowledge(desk.region.sources);
  return desk.region.facts.flatMap((fact): readonly Curated[] => {
    if (fact.kind !== "status" || fact.actDate === undefined || fact.party === "*") return [];
    const { act, actDate, instrument, party } = fact;
    return [
      {
        id: instrument,
        what: act,
        title: instrumentNamed(words, instrument).name,
        parties: [actorNamed(desk, words, party)],
        date: formatDated(actDate),
        ...sourcedData(fact, general),
        ids: [party],
        year: yearOf(actDate),
      },
    ];
  });
}
