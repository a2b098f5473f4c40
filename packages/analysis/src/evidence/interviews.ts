import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";
import { type CoderAgreement, type Coding, coderAgreement } from "./agreement.ts";

/** A stretch of an interview, and the code that each coder gave it; null: looked at and not coded. */
export interface CodedSegment {
  readonly unit: string;
  readonly codes: Readonly<Record<string, string | null>>;
}

/** A coded interview without identities. */
export interface InterviewCodes {
  readonly label: string;
  readonly sector: string;
  readonly country: string;
  readonly segments: readonly CodedSegment[];
}

export interface CodeFrequency {
  readonly code: string;
  /** Segments and interviews to which at least one coder gave it. */
  readonly segments: number;
  readonly interviews: number;
  /** Interviews with it, by sector and by country. */
  readonly bySector: Readonly<Record<string, number>>;
  readonly byCountry: Readonly<Record<string, number>>;
}

/** How often each code was given, the most frequent first. Says nothing of how many people hold a view. */
export function codeFrequencies(
  interviews: readonly InterviewCodes[],
  from: readonly ResultInput[],
): Result<readonly CodeFrequency[]> {
  const codes = [...new Set(interviews.flatMap(({ segments }) => segments.flatMap(codesOf)))];
  const value = codes.map((code): CodeFrequency => {
    const its = interviews.filter(({ segments }) => segments.some((segment) => codesOf(segment).includes(code)));
    const segments = its.flatMap((one) => one.segments.filter((segment) => codesOf(segment).includes(code)));
    return {
      code,
      segments: segments.length,
      interviews: its.length,
      bySector: counted(its.map(({ sector }) => sector)),
      byCountry: counted(its.map(({ country }) => country)),
    };
  });
  const bare = interviews.flatMap(({ segments }) => segments.filter((segment) => codesOf(segment).length === 0));
  return result(
    "evidence.codes",
    value.sort((a, b) => b.segments - a.segments || (a.code < b.code ? -1 : 1)),
    from,
    [{ reason: "segment that nobody coded", rows: bare.length }],
  );
}

/** A segment that at least two coded, and not alike. */
export interface CodingDifference {
  readonly interview: string;
  readonly unit: string;
  readonly codes: Readonly<Record<string, string>>;
}

export interface InterviewAgreement extends CoderAgreement {
  readonly coders: readonly string[];
  readonly differences: readonly CodingDifference[];
}

/** Agreement of the coders over segments that at least two of them coded, with those on which they differ. */
export function interviewAgreement(
  interviews: readonly InterviewCodes[],
  from: readonly ResultInput[],
): Result<InterviewAgreement> {
  const all = interviews.flatMap(({ label, segments }) =>
    segments.map((segment) => ({ interview: label, ...segment, key: JSON.stringify([label, segment.unit]) })),
  );
  const coders = [...new Set(all.flatMap(({ codes }) => Object.keys(codes)))].sort();
  const codings = coders.map((coder): Coding => {
    const own = all.filter(({ codes }) => Object.hasOwn(codes, coder));
    return { coder, codes: Object.fromEntries(own.map(({ key, codes }) => [key, codes[coder] ?? null])) };
  });
  const made = coderAgreement(
    all.map(({ key }) => key),
    codings,
    from,
  );
  const differences = all.flatMap(({ interview, unit, codes }): readonly CodingDifference[] => {
    const given = Object.entries(codes).filter((entry): entry is [string, string] => entry[1] !== null);
    if (new Set(given.map(([, code]) => code)).size < 2) return [];
    return [{ interview, unit, codes: Object.fromEntries(given) }];
  });
  return { ...made, value: { ...made.value, coders, differences } };
}

const codesOf = ({ codes }: CodedSegment): readonly string[] => Object.values(codes).flatMap((code) => code ?? []);

function counted(values: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
