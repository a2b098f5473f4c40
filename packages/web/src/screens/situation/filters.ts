import type { Address } from "../../state/standpoint.ts";

/** What of the address chooses among events. */
export const FILTERS = ["threat", "party", "kind", "place", "zone", "from", "to"] as const;
export type FilterName = (typeof FILTERS)[number];

const DATED = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** The filters of an address; dates that are none are left out, as an address is often typed by hand. */
export function readFilters(address: Address): Address {
  const kept = FILTERS.flatMap((name) => {
    const value = address[name];
    if (value === undefined || value === "") return [];
    return (name === "from" || name === "to") && !isDated(value) ? [] : [[name, value] as const];
  });
  return Object.fromEntries(kept);
}

/** Whether a text is a year, a month or a day that the calendar has. */
export function isDated(text: string): boolean {
  if (!DATED.test(text)) return false;
  const [year, month = "01", day = "01"] = text.split("-");
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** The address without filters and what was chosen through them. */
export const withoutFilters = (): Address =>
  Object.fromEntries([...FILTERS, "spot", "event"].map((name) => [name, undefined]));

export const isFiltered = (filters: Address): boolean => Object.keys(filters).length > 0;
