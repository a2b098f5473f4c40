import type { BorderSection } from "@kelisim/api";
import { type BorderSection as BorderRow, firstDay, formatDated } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import { generalKnowledge } from "../cooperation/sourced.ts";
import type { Desk } from "../desk.ts";
import { borderId, groundOf } from "./basemap.ts";

/**
 * How every border of the region stands as of a day: each row that holds then, and one "unknown" for a border on which
 * no row does. A border is of the region where one side is a party the region is about, or where a row speaks of it.
 */
export function borderSections(desk: Desk, today: number, language: "en" | "ru"): BorderSection[] {
  const { region } = desk;
  const words = desk.words(language);
  const named = (id: string) => ({ id, name: words.names.party(id) });
  const general = generalKnowledge(region.sources);
  const rows = new Map<string, BorderRow[]>();
  for (const row of region.borders) {
    const id = borderId(row.between);
    rows.set(id, [...(rows.get(id) ?? []), row]);
  }
  const mapped = groundOf(desk).borders.flatMap(({ between, parties }) =>
    parties.every((party) => party !== undefined) ? [{ id: borderId(between), between }] : [],
  );
  const all = new Map<string, readonly [string, string]>([
    ...mapped
      .filter(({ id, between }) => rows.has(id) || between.some((party) => region.focus.includes(party)))
      .map(({ id, between }) => [id, between] as const),
    ...region.borders.map(({ between }) => [borderId(between), between] as const),
  ]);
  return [...all]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, pair]): BorderSection[] => {
      const between = [...pair].sort().map(named);
      const now = (rows.get(id) ?? []).filter((row) => holds(row, today));
      if (now.length === 0) return [{ id, border: id, between, status: "unknown", acts: [], unverified: false }];
      return now.map((row) => ({
        id: row.id,
        border: id,
        between,
        status: row.status,
        ...(row.part === undefined ? {} : { part: row.part }),
        ...(row.from === undefined ? {} : { since: formatDated(row.from) }),
        ...(row.to === undefined ? {} : { until: formatDated(row.to) }),
        ...(row.view === undefined ? {} : { view: named(row.view) }),
        ...(row.line === undefined ? {} : { line: row.line.map((point) => [...point]) }),
        ...(row.accuracyKm === undefined ? {} : { accuracyKm: row.accuracyKm }),
        acts: actsOf(desk, words, row),
        source: row.source,
        confidence: row.confidence,
        unverified: row.confidence === "low" || general(row.source),
        ...(row.note === undefined ? {} : { note: row.note }),
      }));
    });
}

/** From the first day its date allows until the day before its end. */
function holds({ from, to }: BorderRow, today: number): boolean {
  return (from === undefined || firstDay(from) <= today) && (to === undefined || today < firstDay(to));
}

function actsOf(desk: Desk, { names }: Words, { instruments, events }: BorderRow): BorderSection["acts"] {
  return [
    ...instruments.map((id) => {
      const signed = desk.program.instruments.find((instrument) => instrument.id === id)?.signed;
      return {
        of: "instrument" as const,
        id,
        title: names.instrument(id),
        ...(signed === undefined ? {} : { date: signed }),
      };
    }),
    ...events.flatMap((id) => {
      const event = desk.region.timeline.find((each) => each.id === id);
      return event === undefined
        ? []
        : [{ of: "event" as const, id, title: event.title, date: formatDated(event.date) }];
    }),
  ];
}
