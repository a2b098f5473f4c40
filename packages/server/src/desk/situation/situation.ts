import type { Happening, Situation, SituationQuery } from "@kelisim/api";
import { translationOf } from "@kelisim/model";
import type { NodeContext, Viewer } from "../../context.ts";
import { readCursor, writeCursor } from "../../http/cursor.ts";
import { instrumentNamed } from "../cooperation/names.ts";
import type { Desk } from "../desk.ts";
import { type Asked, standpointData } from "../standpoint.ts";
import { coverageOf } from "./coverage.ts";
import { eventRecords } from "./event-records.ts";
import { type FacetName, readFilters, zonesOf } from "./filters.ts";
import { HappeningWords, type Known } from "./happenings.ts";
import { zoneName } from "./zones.ts";

const PAGE = 100;
/** Tables whose rows stand on this page. */
const TABLES = ["timeline", "threats"];

/** What happened in a region as one body may know it: the region's timeline and the records of events. */
export async function situationOf(
  node: NodeContext,
  desk: Desk,
  viewer: Viewer,
  asked: Asked,
  query: SituationQuery,
): Promise<Situation> {
  const { region } = desk;
  const filters = readFilters(query, desk);
  const words = new HappeningWords(desk, asked.language);
  const found = await eventRecords(node, desk, viewer, asked.knownAt);
  const told = region.timeline.map((event) => words.ofTimeline(event));
  const known = told.filter((each) => each.known <= asked.knownAt);
  for (const record of found.records) {
    const each = words.ofRecord(record);
    if (each !== undefined) known.push(each);
  }
  const past = known.filter(({ first }) => first <= asked.today).sort(newestFirst);
  const matches = past.filter((each) => filters.passes(each));
  const rest = query.after === undefined ? matches : matches.filter((each) => isAfter(each, query.after!));
  const page = rest.slice(0, query.limit ?? PAGE);
  const end = page.at(-1);
  const facet = (name: FacetName, of: (each: Known) => readonly { readonly id: string; readonly name: string }[]) =>
    counted(past.filter((each) => filters.passes(each, name)).flatMap(of));
  const threats = threatsOf(desk, asked.language, matches);
  const nameOf = new Map(threats.map(({ id, name }) => [id, name]));
  return {
    standpoint: standpointData(asked, desk),
    happenings: page.map(({ shown }) => shown),
    ...(end !== undefined && rest.length > page.length
      ? { next: writeCursor([end.last, end.first, end.shown.id]) }
      : {}),
    total: matches.length,
    unplaced: matches.filter(({ shown }) => shown.place === undefined).length,
    notLooked: found.notLooked,
    learnedLater: told.length - told.filter((each) => each.known <= asked.knownAt).length,
    ahead: known.length - past.length,
    marks: matches.map(({ shown }) => markOf(shown)),
    facets: {
      kinds: facet("kind", ({ shown }) => [{ id: shown.kind, name: shown.kindName }]),
      parties: facet("party", ({ shown }) => shown.parties),
      threats: facet("threat", ({ shown }) => shown.threats.map((id) => ({ id, name: nameOf.get(id) ?? id }))),
      places: facet("place", ({ placeId, shown }) =>
        placeId === undefined ? [] : [{ id: placeId, name: shown.placeName ?? placeId }],
      ),
      zones: facet("zone", (each) =>
        zonesOf(desk, each).map((id) => ({ id, name: zoneName(desk, id, asked.language) })),
      ),
    },
    threats,
    tables: coverageOf(desk, TABLES),
  };
}

const newestFirst = (a: Known, b: Known): number =>
  b.last - a.last || b.first - a.first || (a.shown.id < b.shown.id ? -1 : a.shown.id > b.shown.id ? 1 : 0);

/** Whether it comes after the place that a cursor names, in the order of the list. */
function isAfter(each: Known, cursor: string): boolean {
  const [last, first, id] = readCursor(cursor, ["number", "number", "string"]) as [number, number, string];
  return newestFirst({ ...each, last, first, shown: { ...each.shown, id } }, each) < 0;
}

function markOf({
  id,
  kind,
  title,
  firstDay,
  lastDay,
  place,
  unverified,
  from,
}: Happening): Situation["marks"][number] {
  return { id, kind, title, firstDay, lastDay, ...place, unverified, recorded: from === "record" };
}

/** How often each is named, the most frequent first, then by name. */
function counted(items: readonly { readonly id: string; readonly name: string }[]): Situation["facets"]["kinds"] {
  const counts = new Map<string, { id: string; name: string; count: number }>();
  for (const { id, name } of items) {
    const entry = counts.get(id) ?? { id, name, count: 0 };
    entry.count += 1;
    counts.set(id, entry);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function threatsOf(desk: Desk, language: "en" | "ru", matches: readonly Known[]): Situation["threats"] {
  const { threats, programmes } = desk.region;
  const title = translationOf(desk.region, language);
  const words = desk.words(language);
  return threats.map((threat) => ({
    id: threat.id,
    name: title("threat", threat.id) ?? threat.name,
    ...(threat.definition === undefined
      ? {}
      : { definition: title("threat", threat.id, "definition") ?? threat.definition }),
    category: title("category", threat.category) ?? threat.category,
    instruments: threat.instruments.map((id) => instrumentNamed(words, id)),
    programmes: threat.programmes.map((id) => ({
      id,
      name: title("programme", id) ?? programmes.find((programme) => programme.id === id)?.name ?? id,
    })),
    duties: [...threat.duties],
    events: matches.filter(({ shown }) => shown.threats.includes(threat.id)).length,
    source: threat.source,
    confidence: threat.confidence,
  }));
}
