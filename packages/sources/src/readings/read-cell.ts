import { isRefusal, type ObservationValue, type Refusal } from "@kelisim/model";
import { codeOf } from "../codes/code-of.ts";
import type { Cell } from "../layout.ts";
import { type DateParts, readDate, readDateParts, readPartsPrecision, readPrecision } from "./dates.ts";
import { readAmount, readCount, readNumber, readYear } from "./numbers.ts";
import { trimCell } from "./trim.ts";

/** Where a cell is read. */
export interface CellPlace {
  /** Trimmed text of a column of the file; "" where there is none. */
  readonly text: (column: string) => string;
  /** The part of which the row is made, trimmed. */
  readonly part: string;
  /** Year of constant prices; 0: unknown. */
  readonly priceYear: number;
}

/** The value of a cell, or why its text could not be read; null where the file gives nothing. */
export function readCell(cell: Cell, place: CellPlace): ObservationValue | Refusal {
  if ("constant" in cell) return cell.constant;
  if ("file" in cell) return place.priceYear;
  const columns = "part" in cell ? [] : typeof cell.from === "string" ? [cell.from] : cell.from;
  const texts = ("part" in cell ? [place.part] : columns.map(place.text)).filter(
    (text) => text !== "" && !(cell.absent ?? []).includes(text),
  );
  if (cell.as === "coded list") return codedList(texts, cell);
  const text = texts[0];
  if (text === undefined) return null;
  switch (cell.as) {
    case "text":
      return text;
    case "word":
      return Object.hasOwn(cell.words, text) ? cell.words[text]! : text;
    case "count":
      return readCount(text);
    case "number":
      return readNumber(text);
    case "year":
      return readYear(text);
    case "amount":
      return readAmount(text, cell.times);
    case "date":
      return readDate(text, cell.like, cell.after);
    case "precision":
      return readPrecision(text, cell.like);
    case "date parts":
      return readDateParts(partTexts(text, cell, place), cell.after);
    case "precision of parts":
      return readPartsPrecision(partTexts(text, cell, place));
    case "coded":
      return codeOf(cell.list, cell.prefix, text);
  }
}

function partTexts(
  year: string,
  columns: { readonly month: string; readonly day?: string },
  place: CellPlace,
): DateParts {
  const month = place.text(columns.month);
  return columns.day === undefined ? { year, month } : { year, month, day: place.text(columns.day) };
}

/** Codes between semicolons, sorted by their characters, once each; null where there is none. */
function codedList(texts: readonly string[], cell: Extract<Cell, { readonly as: "coded list" }>): string | null {
  const parts = texts.flatMap((text) => text.split(cell.between).map(trimCell)).filter((part) => part !== "");
  const ids = new Set(parts.map((part) => codeOf(cell.list, cell.prefix, part)));
  return ids.size === 0 ? null : [...ids].sort().join(";");
}

/** Narrows what `readCell` gives. */
export const isRead = (value: ObservationValue | Refusal): value is ObservationValue => !isRefusal(value);
