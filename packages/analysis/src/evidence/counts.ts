import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";

/** Something that happened, or an act, with whom it concerns. */
export interface Happening {
  readonly parties: readonly string[];
  /** The year of its first day; absent: no date is given. */
  readonly year?: number;
  readonly rows: number;
}

export interface CountOfYear {
  readonly party: string;
  readonly year: number;
  readonly rows: number;
}

/**
 * How many rows name each of the parties in each year. A row that names several counts once for each of them: counts of parties are
 * never added up. Where nothing is counted there is no entry.
 */
export function countsByYear(
  happenings: readonly Happening[],
  parties: readonly string[],
  from: readonly ResultInput[],
): Result<readonly CountOfYear[]> {
  const counts = new Map<string, CountOfYear>();
  for (const { parties: named, year, rows } of happenings) {
    if (year === undefined) continue;
    for (const party of new Set(named)) {
      if (!parties.includes(party)) continue;
      const key = `${party} ${year}`;
      counts.set(key, { party, year, rows: (counts.get(key)?.rows ?? 0) + rows });
    }
  }
  const value = [...counts.values()].sort(
    (a, b) => a.year - b.year || parties.indexOf(a.party) - parties.indexOf(b.party),
  );
  const rowsOf = (those: readonly Happening[]) => those.reduce((sum, { rows }) => sum + rows, 0);
  return result("evidence.counts", value, from, [
    { reason: "no date given", rows: rowsOf(happenings.filter(({ year }) => year === undefined)) },
    {
      reason: "names none of the states asked",
      rows: rowsOf(happenings.filter((one) => !one.parties.some((party) => parties.includes(party)))),
    },
  ]);
}
