import { parseDated } from "@kelisim/model";
import { MONTHS } from "../program/months.ts";

/** Whether a text like 2026-11-21 names a day that exists. */
export function dayExists(text: string): boolean {
  return typeof parseDated(text) === "number";
}

/** All zone names, for proposing one; only asked for when a name is wrong. */
export function timeZoneNames(): readonly string[] {
  return Intl.supportedValuesOf("timeZone");
}

/** The number of a month, from 1. */
export function monthNumber(name: string): number {
  return MONTHS.indexOf(name) + 1;
}

/** Greatest number of days the month ever has. */
export function longestMonth(month: number): number {
  return month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
