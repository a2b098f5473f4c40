import type { Call, CitedItem, Place } from "../document.ts";
import type { Places } from "./places.ts";

/** What the text holds besides Markdown. */
export type Mark =
  | {
      readonly kind: "figure";
      readonly place: Place;
      readonly asked: Call;
      readonly recorded?: string;
      readonly raw: string;
    }
  | { readonly kind: "citation"; readonly place: Place; readonly items: readonly CitedItem[]; readonly raw: string }
  | { readonly kind: "unreadable"; readonly place: Place; readonly raw: string };

/** Letters of Unicode's private use that stand for a mark while Markdown is read. */
const OPEN = "\uE000";
const CLOSE = "\uE001";
const MARK = /\{\{([^{}\n]*)\}\}|\[@([^\]\n]*)\]|\{\{/g;
const STAND_IN = /\uE000(\d+)\uE001/g;

/**
 * Letters that cannot stand in a brief: those that XML forbids, changes of writing direction, which make a text look like another, and
 * the two that stand in for marks.
 */
const FORBIDDEN = /[\p{Cc}\p{Cs}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069\uE000\uE001]/gu;

/** The place of the first forbidden letter of a text, or -1. */
export function forbiddenAt(text: string): number {
  for (const { index, 0: letter } of text.matchAll(FORBIDDEN)) if (!/[\t\r\n]/.test(letter)) return index;
  return -1;
}

/** Finds figures and citations, and gives the text with a stand-in for each, line for line the same. */
export function findMarks(text: string, places: Places): { readonly marks: readonly Mark[]; readonly text: string } {
  const marks: Mark[] = [];
  const replaced = text.replaceAll(
    MARK,
    (raw: string, figure: string | undefined, cited: string | undefined, start: number) => {
      const place = places.of(start, raw.length);
      marks.push(
        figure !== undefined
          ? figureMark(figure, place, raw)
          : cited !== undefined
            ? citation(cited, place, raw)
            : { kind: "unreadable", place, raw },
      );
      return `${OPEN}${marks.length - 1}${CLOSE}`;
    },
  );
  return { marks, text: replaced };
}

/** A text cut at its stand-ins: pieces of text and places in the list of marks. */
export function cutAtMarks(text: string): readonly (string | number)[] {
  const pieces: (string | number)[] = [];
  let from = 0;
  for (const { index, 0: whole, 1: number } of text.matchAll(STAND_IN)) {
    if (index > from) pieces.push(text.slice(from, index));
    pieces.push(Number(number));
    from = index + whole.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** Text in which marks mean nothing: as it was written. */
export const unmarked = (text: string, marks: readonly Mark[]): string =>
  text.replaceAll(STAND_IN, (_, number: string) => marks[Number(number)]!.raw);

function figureMark(inside: string, place: Place, raw: string): Mark {
  const read = readAsked(inside);
  return read === undefined ? { kind: "unreadable", place, raw } : { kind: "figure", place, raw, ...read };
}

/** Reads `calculation name=value = value last seen`; undefined: it is none. */
export function readAsked(text: string): { readonly asked: Call; readonly recorded?: string } | undefined {
  const [, written = "", recorded] = /^(.*?)(?:(?:^|\s)=\s+(.*?))?\s*$/.exec(text) ?? [];
  const asked = readCall(written);
  if (asked === undefined || recorded === "") return undefined;
  return { asked, ...(recorded === undefined ? {} : { recorded }) };
}

/** Reads `calculation name=value name="two words"`; undefined: it is none. */
export function readCall(written: string): Call | undefined {
  const found = /^\s*([\w.-]+)((?:\s+\w+=(?:"[^"]*"|[^\s"=]+))*)\s*$/.exec(written);
  if (found === null) return undefined;
  const [, calculation = "", rest = ""] = found;
  const pairs = [...rest.matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/g)].map(([, name = "", quoted, bare]) => [
    name,
    quoted ?? bare ?? "",
  ]);
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) return undefined;
  return { calculation, arguments: Object.fromEntries(pairs.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1))) };
}

function citation(inside: string, place: Place, raw: string): Mark {
  const items: CitedItem[] = [];
  for (const part of inside.replaceAll("@", "").split(";")) {
    const [, source, locator] = /^\s*([\w-]+)\s*(?:,\s*(.+?))?\s*$/.exec(part) ?? [];
    if (source === undefined) return { kind: "unreadable", place, raw };
    items.push({ source, ...(locator === undefined ? {} : { locator }) });
  }
  return { kind: "citation", place, items, raw };
}
