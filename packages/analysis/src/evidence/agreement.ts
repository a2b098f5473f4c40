import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";

/** What one coder made of each unit; a unit that is not here, or has null, was not coded. */
export interface Coding {
  readonly coder: string;
  readonly codes: Readonly<Record<string, string | null>>;
}

export interface CoderAgreement {
  /** Units of the whole text. */
  readonly units: number;
  /** Coded by at least two: only these can agree or not. */
  readonly compared: number;
  readonly codedByOne: number;
  /** Coded by nobody. They are no agreement, however many they are. */
  readonly codedByNobody: number;
  /** Pairs of codes of one unit that are equal / all pairs, over the units compared. Absent: none compared. */
  readonly agreement?: number;
  /** Agreeing units / units that anybody coded: a unit that only one coded counts against it. */
  readonly agreementOfAllCoded?: number;
  /** Cohen's kappa; of two coders only. Absent too where chance alone would agree on everything. */
  readonly kappa?: number;
  /** Krippendorff's alpha for names (nominal), any number of coders. Absent where all codes are one and the same. */
  readonly alpha?: number;
}

/**
 * Agreement of coders on coded text only. `units` are the ids of all units that were there to be coded; codes of others are left out.
 */
export function coderAgreement(
  units: readonly string[],
  codings: readonly Coding[],
  from: readonly ResultInput[],
): Result<CoderAgreement> {
  const coded = units.map((unit) =>
    codings.flatMap(({ codes }) => (Object.hasOwn(codes, unit) ? (codes[unit] ?? []) : [])),
  );
  const compared = coded.filter((codes) => codes.length >= 2);
  const byAny = coded.filter((codes) => codes.length >= 1);
  const unanimous = compared.filter((codes) => codes.every((code) => code === codes[0]));
  const pairs = compared.map((codes) => (codes.length * (codes.length - 1)) / 2);
  const equal = compared.map((codes) => codes.flatMap((a, at) => codes.slice(at + 1).filter((b) => a === b)).length);
  const kappa = codings.length === 2 ? kappaOf(compared) : undefined;
  const alpha = alphaOf(compared);
  const value = {
    units: units.length,
    compared: compared.length,
    codedByOne: byAny.length - compared.length,
    codedByNobody: units.length - byAny.length,
    ...(compared.length === 0 ? {} : { agreement: sum(equal) / sum(pairs) }),
    ...(byAny.length === 0 ? {} : { agreementOfAllCoded: unanimous.length / byAny.length }),
    ...(kappa === undefined ? {} : { kappa }),
    ...(alpha === undefined ? {} : { alpha }),
  };
  const strangers = codings.flatMap(({ codes }) => Object.keys(codes).filter((unit) => !units.includes(unit)));
  return result("evidence.agreement", value, from, [
    { reason: "coded by nobody", rows: value.codedByNobody },
    { reason: "coded by one only", rows: value.codedByOne },
    { reason: "code of a unit that is not in the text", rows: strangers.length },
  ]);
}

/** Cohen (1960): chance agreement from how often each coder used each code. */
function kappaOf(pairs: readonly (readonly string[])[]): number | undefined {
  if (pairs.length === 0) return undefined;
  const observed = pairs.filter(([a, b]) => a === b).length / pairs.length;
  const uses = (coder: 0 | 1) => frequencies(pairs.map((pair) => pair[coder]!));
  const [first, second] = [uses(0), uses(1)];
  const expected = sum([...first].map(([code, uses]) => uses * (second.get(code) ?? 0))) / pairs.length ** 2;
  return expected === 1 ? undefined : (observed - expected) / (1 - expected);
}

/** Krippendorff (2011): each unit's pairs weigh 1 / (codes of the unit - 1), so that every code counts once. */
function alphaOf(units: readonly (readonly string[])[]): number | undefined {
  const all = frequencies(units.flat());
  const n = sum([...all.values()]);
  const same = sum([...all.values()].map((uses) => uses * (uses - 1)));
  const expected = n * (n - 1) - same;
  if (n === 0 || expected === 0) return undefined;
  const observed = sum(
    units.map((codes) => {
      const uses = [...frequencies(codes).values()];
      const unequal = codes.length * (codes.length - 1) - sum(uses.map((one) => one * (one - 1)));
      return unequal / (codes.length - 1);
    }),
  );
  return 1 - ((n - 1) * observed) / expected;
}

function frequencies(codes: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const code of codes) found.set(code, (found.get(code) ?? 0) + 1);
  return found;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
