import type { Programme } from "@kelisim/model";
import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";
import { isWithin, phaseOf } from "./chains.ts";
import { type CommonDays, commonDays } from "./periods.ts";
import { common, type ThemesOf } from "./themes.ts";

/** Two programmes on the same theme in the same country at the same time. That is a reason to look, not a fault. */
export interface ProgrammeOverlap {
  readonly programmes: readonly [string, string];
  readonly themes: readonly string[];
  readonly countries: readonly string[];
  /** Donors of both; empty: different donors. */
  readonly donors: readonly string[];
  readonly days: CommonDays;
}

/** Pairs of programmes that overlap in theme, country and time. Rows of one phase, or of a phase and its total, are no pair. */
export function programmeOverlaps(
  programmes: readonly Programme[],
  themesOf: ThemesOf,
  from: readonly ResultInput[],
): Result<readonly ProgrammeOverlap[]> {
  return result("programmes.overlaps", overlapsOf(programmes, themesOf), from, [
    { reason: "no theme named", rows: programmes.filter((one) => themesOf(one).length === 0).length },
    { reason: "no beginning known", rows: programmes.filter(({ start }) => start === undefined).length },
  ]);
}

export function overlapsOf(programmes: readonly Programme[], themesOf: ThemesOf): readonly ProgrammeOverlap[] {
  const found: ProgrammeOverlap[] = [];
  for (const [at, a] of programmes.entries()) {
    for (const b of programmes.slice(at + 1)) {
      if (areOnePhase(a, b)) continue;
      const themes = common(themesOf(a), themesOf(b));
      const countries = common(a.countries, b.countries);
      if (themes.length === 0 || countries.length === 0) continue;
      const days = commonDays(a, b);
      if (days === undefined) continue;
      const donors = common(a.donors, b.donors);
      found.push({ programmes: [a.id, b.id], themes, countries, donors, days });
    }
  }
  return found;
}

/** Whether two rows speak of the same phase, or one of a phase of the other. */
function areOnePhase(a: Programme, b: Programme): boolean {
  if (a.dispute !== undefined && a.dispute === b.dispute) return true;
  const [one, other] = [phaseOf(a.name), phaseOf(b.name)];
  if (one === undefined || other === undefined || one.family !== other.family) return false;
  const [x, y] = [one, other].map((phase) => ({ ...phase, programmes: [] }));
  if (isWithin(x!, y!) || isWithin(y!, x!)) return true;
  return `${one.numbers}` === `${other.numbers}` && one.extension === other.extension;
}
