import { timeZoneNames } from "../lower/dates.ts";
import type { Desk, DeskItem } from "./desk.ts";
import { type ItemView, viewText } from "./item-view.ts";
import { type Spot, Walk } from "./network.ts";
import { choices, keyword, type Proposal, proposalsAt, sightOf } from "./proposals.ts";
import type { Position, Range } from "./types.ts";

/** What may be written at a place: `insert` in the place of `range`. */
export interface Completion extends Proposal {
  readonly insert: string;
  readonly range: Range;
}

const WORD_BEFORE = /[\p{L}_][\p{L}\p{N}_-]*$/u;
const ITEM_WORDS = ["instrument", "notice", "event", "duty", "right", "limit", "prohibition", "standing"];

/** What may be written at a place: names by what the grammar expects there, and the words that fit. */
export function completionsAt(desk: Desk, path: string, position: Position): readonly Completion[] {
  const places = desk.places(path);
  const offset = places.offset(position);
  const fence = desk.fences(path).find(({ start, end }) => start <= offset && offset <= end);
  if (!fence) return [];
  const lineStart = places.offset({ line: places.position(offset).line, character: 0 });
  const line = places.text.slice(lineStart, offset);
  if (inComment(line)) return [];
  const item = desk.itemAt(path, offset);
  const quote = openQuote(line);
  const typed = quote === undefined ? (WORD_BEFORE.exec(line)?.[0] ?? "") : line.slice(quote + 1);
  const start = offset - typed.length;
  const itemStart = item ? item.item.source.offset : fence.start;
  const before = places.text.slice(itemStart, quote === undefined ? start : lineStart + quote);
  const found = quote === undefined ? wordsFor(desk, item, before, line) : textsFor(desk, before);
  const range = places.range(start, typed.length);
  const seen = new Set<string>();
  return found
    .filter(({ label, what }) => {
      const key = `${what} ${label}`;
      return !seen.has(key) && seen.add(key);
    })
    .map((proposal) => ({ ...proposal, insert: proposal.insert ?? proposal.label, range }));
}

function inComment(line: string): boolean {
  return /^(?:[^"/]|"(?:\\.|[^"\\])*"|\/(?!\/))*\/\//.test(line);
}

/** Where a text begins on the line that is not closed yet. */
function openQuote(line: string): number | undefined {
  let open: number | undefined;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === "\\" && open !== undefined) at++;
    else if (line[at] === '"') open = open === undefined ? at : undefined;
  }
  return open;
}

/** The walk over what stands before the place, and the words of it. */
function walked(before: string): { readonly next: readonly Spot[]; readonly view: ItemView } {
  const view = viewText(before);
  const walk = new Walk();
  for (const word of view.words) walk.take(word.type);
  return { next: walk.next(), view };
}

function wordsFor(desk: Desk, item: DeskItem | undefined, before: string, line: string): readonly Proposal[] {
  const first = /^\s*[\p{L}_-]*$/u.test(line);
  const heads = first ? ITEM_WORDS.map(keyword) : [];
  if (before.trim() === "") return heads;
  const { next, view } = walked(before);
  const sight = sightOf(desk, item, view);
  const compares = next.every((spot) => spot.callers.includes("Test.right"));
  if (compares && sight.compared?.type === "choice") return choices(sight.compared.of);
  return [...next.flatMap((spot) => proposalsAt(desk, sight, spot)), ...heads];
}

/** What may stand in an opened text: zones, calendars, sources and channels already named. */
function textsFor(desk: Desk, before: string): readonly Proposal[] {
  const spots = new Set(
    walked(before)
      .next.filter(({ takes }) => takes === "STRING")
      .map(({ at }) => at),
  );
  const text = (label: string, detail?: string): Proposal => ({ label, what: "text", ...(detail ? { detail } : {}) });
  if (spots.has("ZoneLine.place")) return desk.context.zones.map((id) => text(id, "zone of the region"));
  if (spots.has("WorkingDaysLine.calendar")) return (desk.context.calendars ?? []).map((id) => text(id, "calendar"));
  if (spots.has("TimeZoneLine.zone")) return timeZoneNames().map((id) => text(id));
  const { instruments } = desk.workspace.compilation().program;
  const used = (values: readonly (string | undefined)[]) =>
    [...new Set(values.filter((value) => value !== undefined && value !== ""))].map((value) => text(value!));
  const all = instruments.flatMap((instrument) => instrument.clauses);
  if (spots.has("ChannelLine.channel")) return used(all.map((clause) => clause.channel));
  if ([...spots].some((spot) => spot.endsWith(".source"))) {
    return used([...instruments.map(({ source }) => source), ...all.map((clause) => clause.source)]);
  }
  return [];
}
