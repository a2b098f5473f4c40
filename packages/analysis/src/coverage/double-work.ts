import type { Programme } from "@kelisim/model";
import { result } from "../methods.ts";
import { overlapsOf, type ProgrammeOverlap } from "../programmes/overlaps.ts";
import type { ThemesOf } from "../programmes/themes.ts";
import type { Result, ResultInput } from "../result.ts";

/** Programmes of different donors on one theme in one country at one time. */
export interface DoubleWork {
  readonly theme: string;
  readonly country: string;
  readonly programmes: readonly string[];
  readonly donors: readonly string[];
  readonly pairs: readonly ProgrammeOverlap[];
  /** Whether at least one pair overlaps for certain. */
  readonly certain: boolean;
}

/** Where donors that have nothing in common work side by side. Whether that is double or divided work only a person can say. */
export function doubleWork(
  programmes: readonly Programme[],
  themesOf: ThemesOf,
  countries: readonly string[],
  from: readonly ResultInput[],
): Result<readonly DoubleWork[]> {
  const byId = new Map(programmes.map((programme) => [programme.id, programme]));
  const paid = programmes.filter(({ donors }) => donors.length > 0);
  const pairs = overlapsOf(paid, themesOf).filter(({ donors }) => donors.length === 0);
  const themes = [...new Set(pairs.flatMap((pair) => pair.themes))].sort();
  const value = themes.flatMap((theme) =>
    countries.flatMap((country): readonly DoubleWork[] => {
      const here = pairs.filter((pair) => pair.themes.includes(theme) && pair.countries.includes(country));
      if (here.length === 0) return [];
      const ids = [...new Set(here.flatMap((pair) => pair.programmes))];
      const donors = [...new Set(ids.flatMap((id) => byId.get(id)!.donors))].sort();
      return [{ theme, country, programmes: ids, donors, pairs: here, certain: here.some(({ days }) => days.certain) }];
    }),
  );
  return result("coverage.double", value, from, [
    { reason: "no donor named by its id", rows: programmes.length - paid.length },
    { reason: "no theme named", rows: paid.filter((one) => themesOf(one).length === 0).length },
    { reason: "no beginning known", rows: paid.filter(({ start }) => start === undefined).length },
  ]);
}
