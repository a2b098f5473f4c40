import type { CoverageAspect } from "@kelisim/api";
import type { Address } from "../standpoint.ts";

export const ASPECTS: readonly CoverageAspect[] = ["duties", "programmes", "money"];

/** What of the address narrows the screen. */
export const COVERAGE_FILTERS = ["category", "aspect", "country"] as const;

/** The aspects that are shown: those between commas in the address, in their order; none known: all. */
export function aspectsOf({ aspect }: Address): readonly CoverageAspect[] {
  const asked = (aspect ?? "").split(",");
  const known = ASPECTS.filter((each) => asked.includes(each));
  return known.length === 0 ? ASPECTS : known;
}

/** The address field after an aspect was switched on or off. The last one stays on; all on is no filter. */
export function withAspect(shown: readonly CoverageAspect[], turned: CoverageAspect): string | undefined {
  const next = ASPECTS.filter((each) => shown.includes(each) !== (each === turned));
  return next.length === 0 ? shown.join(",") : next.length === ASPECTS.length ? undefined : next.join(",");
}

export const isFiltered = (address: Address): boolean => COVERAGE_FILTERS.some((name) => Boolean(address[name]));

/** The address without filters and without the cell that was open. */
export const withoutFilters = (): Address =>
  Object.fromEntries([...COVERAGE_FILTERS, "cell"].map((name) => [name, undefined]));
