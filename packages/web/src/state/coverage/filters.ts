import type { CoverageAspect } from "@kelisim/api";
import type { Address } from "../standpoint.ts";

export const ASPECTS: readonly CoverageAspect[] = ["duties", "programmes", "money"];

/** What of the address narrows the screen. */
export const COVERAGE_FILTERS = ["category", "aspect", "country"] as const;

/** The aspects that are shown: the one asked for, else all. */
export const aspectsOf = ({ aspect }: Address): readonly CoverageAspect[] =>
  ASPECTS.some((each) => each === aspect) ? ASPECTS.filter((each) => each === aspect) : ASPECTS;

export const isFiltered = (address: Address): boolean => COVERAGE_FILTERS.some((name) => Boolean(address[name]));

/** The address without filters and without the cell that was open. */
export const withoutFilters = (): Address =>
  Object.fromEntries([...COVERAGE_FILTERS, "cell"].map((name) => [name, undefined]));
