import type { BindingClause, CoverageCell } from "@kelisim/analysis";
import type { CoverageAspect, CoverageGap } from "@kelisim/api";
import { namesClause, type Programme, type Threat } from "@kelisim/model";
import type { Words } from "@kelisim/words";

type GapReason = keyof Words["say"]["coverage"]["gaps"];

/** For each threat: in which countries nothing was found, gathered by aspect and reason, in the order of the table. */
export function gapsOf(
  threats: readonly Threat[],
  cells: readonly CoverageCell[],
  { binding, programmes }: { readonly binding: readonly BindingClause[]; readonly programmes: readonly Programme[] },
  { coverage }: Words["say"],
): CoverageGap[] {
  return threats.flatMap((threat) => {
    const its = cells.filter((cell) => cell.threat === threat.id);
    const here = programmes.filter(({ id }) => threat.programmes.includes(id));
    return [
      ...gathered(threat.id, "duties", its, (cell) => whyNoDuty(threat, cell, binding)),
      ...gathered(threat.id, "programmes", its, (cell) => whyNoProgramme(threat, cell, here)),
      ...gathered(threat.id, "money", its, whyNoMoney),
    ].map(({ reason, ...gap }) => ({ ...gap, reason: coverage.gaps[reason] }));
  });
}

function gathered(
  threat: string,
  aspect: CoverageAspect,
  cells: readonly CoverageCell[],
  why: (cell: CoverageCell) => GapReason | undefined,
): readonly (Omit<CoverageGap, "reason"> & { readonly reason: GapReason })[] {
  const countries = new Map<GapReason, string[]>();
  for (const cell of cells) {
    const reason = why(cell);
    if (reason !== undefined) countries.set(reason, [...(countries.get(reason) ?? []), cell.country]);
  }
  return [...countries].map(([reason, found]) => ({ threat, aspect, countries: found, reason }));
}

function whyNoDuty(threat: Threat, { duties }: CoverageCell, binding: readonly BindingClause[]): GapReason | undefined {
  if (duties.state === "some") return undefined;
  if (threat.duties.length === 0) return "no clause named";
  if (duties.perhaps.length > 0) return "binding unverified";
  const isHere = threat.duties.some((listed) => binding.some(({ clause }) => namesClause(listed, clause)));
  return isHere ? "binds none" : "clause not here";
}

function whyNoProgramme(
  threat: Threat,
  { country, programmes }: CoverageCell,
  its: readonly Programme[],
): GapReason | undefined {
  if (programmes.state === "some") return undefined;
  if (threat.programmes.length === 0) return "no programme named";
  if (programmes.perhaps.length > 0) return "dates unknown";
  return its.some(({ countries }) => countries.includes(country)) ? "not under way" : "programmes elsewhere";
}

/** Money is missed only where something is under way: elsewhere the missing programme says it all. */
const whyNoMoney = ({ programmes, money }: CoverageCell): GapReason | undefined =>
  programmes.state === "some" && money.state !== "some" ? "budget unknown" : undefined;
