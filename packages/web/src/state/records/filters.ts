import type { Address } from "../standpoint.ts";

/** Filters of the register that stand in the address, by the name the node knows them by. */
export const FILTERS = ["q", "kinds", "form", "from", "to", "since", "until", "own", "held", "order"] as const;

/** What of an address narrows the register; what cannot be a date yet is not asked for. */
export function registerFilters(address: Address): Address {
  const given = FILTERS.flatMap((name) => {
    const value = address[name];
    if (value === undefined || value === "") return [];
    if ((name === "since" || name === "until") && !isDated(value)) return [];
    return [[name, value] as const];
  });
  return Object.fromEntries(given);
}

/** Whether anything but the place where it is held and the order is chosen. */
export const isNarrowed = (filters: Address): boolean =>
  Object.entries(filters).some(([name, value]) => name !== "held" && name !== "order" && value !== undefined);

/** Takes every filter away. */
export const withoutFilters = (): Address =>
  Object.fromEntries(FILTERS.filter((name) => name !== "held" && name !== "order").map((name) => [name, undefined]));

/** "2026", "2026-11" or "2026-11-21". */
export const isDated = (text: string): boolean => /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text);
