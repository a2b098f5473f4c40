import { type Dated, formatDated, type Instant } from "@kelisim/model";
import { texts } from "../texts/index.ts";
import { clockOf, dayWords } from "./time.ts";

/** What an explanation says of one thing: a label, the words, and where they come from (may be empty). */
export type FactRow = readonly [label: string, text: string, source: string];

/** "Tue 15 Dec 2026 09:12 UTC+5" without the weekday; empty for the ends of time. */
export function momentWords(instant: Instant, timeZone: string): string {
  if (Math.abs(instant) >= 8.64e15) return "";
  const clock = clockOf(instant, timeZone);
  return `${dayWords(clock.day, false)} ${clock.time} ${clock.zone}`;
}

export function datedWords(date: Dated | undefined): string {
  return date === undefined ? "" : typeof date === "number" ? dayWords(date, false) : formatDated(date);
}

export const unsure = (text: string, is: boolean): string => (is ? texts.unsure(text) : text);

export const sourceOfFact = (fact: { readonly source: string; readonly confidence: string }): string =>
  texts.sourceOf(fact.source, confidenceWord(fact.confidence));

export const confidenceWord = (confidence: string): string =>
  confidence === "high" || confidence === "medium" || confidence === "low" ? texts.confidence[confidence] : confidence;
