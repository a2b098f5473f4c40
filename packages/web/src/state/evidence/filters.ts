import type { SupportState } from "@kelisim/api";
import type { Address } from "../standpoint.ts";

/** The lists of the screen, in the order of its tabs. */
export const TABS = [
  "claims",
  "indicators",
  "figures",
  "happenings",
  "recommendations",
  "interviews",
  "tasks",
  "endings",
] as const;
export type Tab = (typeof TABS)[number];

export const SUPPORT: readonly SupportState[] = ["supported", "contradicted", "nothing that counts"];

/** Filters of the list of statements, as they stand in the address. */
export interface Filters {
  readonly q: string;
  readonly source?: string;
  readonly subject?: string;
  readonly threat?: string;
  readonly state?: SupportState;
}

export const readTab = (address: Address): Tab => TABS.find((each) => each === address.tab) ?? "claims";

/** Reads filters; what an address typed by hand gets wrong is left out, never an error. */
export function readFilters({ q, source, subject, threat, state }: Address): Filters {
  const known = SUPPORT.find((each) => each === state);
  return {
    q: q ?? "",
    ...(source ? { source } : {}),
    ...(subject ? { subject } : {}),
    ...(threat ? { threat } : {}),
    ...(known === undefined ? {} : { state: known }),
  };
}

/** Writes filters; what is as by default is left out of the address. */
export function writeFilters({ q, source, subject, threat, state }: Filters): Address {
  return { q: q.trim() === "" ? undefined : q, source, subject, threat, state };
}

export const isFiltered = ({ q, ...rest }: Filters): boolean =>
  q.trim() !== "" || Object.values(rest).some((each) => each !== undefined);
