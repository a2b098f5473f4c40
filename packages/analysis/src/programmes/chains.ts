import { type CivilDay, firstDay, lastDay, type Programme } from "@kelisim/model";
import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";

/** Rows that are one phase of a programme; several where sources tell of it apart. */
export interface Phase {
  /** First and last number that the name gives: "phases 1-8" is 1 to 8. */
  readonly numbers: readonly [number, number];
  readonly extension: boolean;
  /** Ids. */
  readonly programmes: readonly string[];
}

export interface Chain {
  /** The name before the word "phase". */
  readonly family: string;
  readonly phases: readonly Phase[];
  /** Rows over several phases of which at least one has a row of its own: adding both would count twice. */
  readonly totals: readonly Phase[];
  /** Between one phase and the next; negative days: they overlap. Absent days: a date is not known. */
  readonly gaps: readonly {
    readonly after: Phase;
    readonly before: Phase;
    readonly days?: readonly [number, number];
  }[];
}

export interface PhaseName {
  readonly family: string;
  readonly numbers: readonly [number, number];
  readonly extension: boolean;
}

const PHASE = /^(.*?)[\s,:-]*\bphases?\s+(\d+)(?:\s*[-–]\s*(\d+))?\b(.*)$/i;

/** Reads "BOMCA phase 9 extension (18 months)"; undefined: the name tells of no phase. */
export function phaseOf(name: string): PhaseName | undefined {
  const [, family = "", first, last, rest = ""] = PHASE.exec(name) ?? [];
  if (first === undefined || family.trim() === "") return undefined;
  const numbers = [Number(first), Number(last ?? first)] as const;
  return { family: family.trim(), numbers, extension: /\bextension\b/i.test(rest) };
}

/** Programmes that follow each other as phases. Names alone decide: what is called otherwise is not in a chain. */
export function chains(programmes: readonly Programme[], from: readonly ResultInput[]): Result<readonly Chain[]> {
  const rest = programmes.filter(({ name }) => phaseOf(name) === undefined).length;
  return result("programmes.chains", chainsOf(programmes), from, [{ reason: "name tells of no phase", rows: rest }]);
}

export function chainsOf(programmes: readonly Programme[]): readonly Chain[] {
  const families = new Map<string, Programme[]>();
  for (const programme of programmes) {
    const family = phaseOf(programme.name)?.family;
    if (family !== undefined) families.set(family, [...(families.get(family) ?? []), programme]);
  }
  return [...families].map(([family, rows]) => chainOf(family, rows));
}

function chainOf(family: string, rows: readonly Programme[]): Chain {
  const phases = new Map<string, Phase>();
  for (const { id, name } of rows) {
    const { numbers, extension } = phaseOf(name)!;
    const key = `${numbers} ${extension}`;
    phases.set(key, { numbers, extension, programmes: [...(phases.get(key)?.programmes ?? []), id] });
  }
  const all = [...phases.values()].sort(
    (a, b) => a.numbers[0] - b.numbers[0] || Number(a.extension) - Number(b.extension) || a.numbers[1] - b.numbers[1],
  );
  const isTotal = (phase: Phase) => all.some((other) => isWithin(other, phase));
  const single = all.filter((phase) => !isTotal(phase));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const gaps = single.slice(1).map((before, at) => {
    const after = single[at]!;
    const days = daysBetween(after, before, byId);
    return { after, before, ...(days === undefined ? {} : { days }) };
  });
  return { family, phases: single, totals: all.filter(isTotal), gaps };
}

/** Whether a phase is one of those that the other stands over. */
export function isWithin(phase: Phase, total: Phase): boolean {
  const [[a, b], [c, d]] = [phase.numbers, total.numbers];
  return c <= a && b <= d && d - c > b - a;
}

/** Whether a phase comes after another. */
export function isLater(phase: PhaseName, than: PhaseName): boolean {
  if (phase.family !== than.family) return false;
  if (phase.numbers[0] > than.numbers[1]) return true;
  return phase.extension && !than.extension && phase.numbers[0] === than.numbers[1];
}

/** Days without either, least and most that the dates of all rows allow. */
function daysBetween(
  after: Phase,
  before: Phase,
  programmes: ReadonlyMap<string, Programme>,
): readonly [number, number] | undefined {
  const ends = after.programmes.flatMap((id) => programmes.get(id)?.end ?? []);
  const starts = before.programmes.flatMap((id) => programmes.get(id)?.start ?? []);
  if (ends.length === 0 || starts.length === 0) return undefined;
  const days = (start: CivilDay, end: CivilDay) => start - end - 1;
  return [
    days(Math.min(...starts.map(firstDay)), Math.max(...ends.map(lastDay))),
    days(Math.max(...starts.map(lastDay)), Math.min(...ends.map(firstDay))),
  ];
}
