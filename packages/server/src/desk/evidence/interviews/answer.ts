import { codeFrequencies, type InterviewCodes, interviewAgreement, type ResultInput } from "@kelisim/analysis";
import type { Interview, Interviews, InterviewsQuery } from "@kelisim/api";
import type { CodedInterview } from "@kelisim/store";
import type { Words } from "@kelisim/words";
import { proofOf } from "../../../proof.ts";

/** The interviews of a body, those that pass the filters, how often each code was given, and how far the coders agree. */
export function interviewsAnswer(
  kept: readonly CodedInterview[],
  query: InterviewsQuery,
  words: Words,
  { mayAdd, by, keptDays }: { readonly mayAdd: boolean; readonly by: string; readonly keptDays?: number },
): Interviews {
  const { language } = words;
  const all = kept.map(interviewOf);
  const shown = all.filter((interview) => passes(interview, query));
  const codings = shown.map(codesOf);
  const from: readonly ResultInput[] = [{ of: "interviews", name: by, vintage: "", rows: shown.length }];
  const frequencies = codeFrequencies(codings, from);
  const agreed = interviewAgreement(codings, from);
  const { units, coders, differences, ...figures } = agreed.value;
  const excerpt = new Map(
    shown.flatMap(({ label, segments }) => segments.map((each) => [JSON.stringify([label, each.unit]), each.excerpt])),
  );
  return {
    mayAdd,
    ...(keptDays === undefined ? {} : { keptDays }),
    total: all.length,
    interviews: shown,
    choices: {
      sectors: counted(all.map(({ sector }) => sector)),
      countries: counted(all.map(({ country }) => country)),
      cities: counted(all.map(({ city }) => city)),
      codes: counted(all.flatMap((interview) => [...new Set(interview.segments.flatMap(given))])),
    },
    codes: {
      items: frequencies.value.map(({ bySector, byCountry, ...each }) => ({
        ...each,
        bySector: listed(bySector),
        byCountry: listed(byCountry),
      })),
      made: proofOf(frequencies, language),
    },
    agreement: {
      ...figures,
      coders: [...coders],
      segments: units,
      differences: differences.map(({ interview, unit, codes }) => {
        const text = excerpt.get(JSON.stringify([interview, unit]));
        return {
          interview,
          unit,
          ...(text === undefined ? {} : { excerpt: text }),
          codes: Object.entries(codes).map(([coder, code]) => ({ coder, code })),
        };
      }),
      made: proofOf(agreed, language),
    },
  };
}

/** What the store keeps as it was written by `contentOf`. */
interface Content extends Omit<Interview, "id" | "label" | "segments"> {
  readonly segments: readonly {
    readonly unit: string;
    readonly excerpt?: string;
    readonly codes: Readonly<Record<string, string | null>>;
  }[];
}

/** An interview as it is kept, as it is told. */
export function interviewOf({ id, label, content }: CodedInterview): Interview {
  const { city, country, sector, date, language, segments } = content as unknown as Content;
  return {
    id,
    label,
    city,
    country,
    sector,
    date,
    ...(language === undefined ? {} : { language }),
    segments: segments.map(({ unit, excerpt, codes }) => ({
      unit,
      ...(excerpt === undefined ? {} : { excerpt }),
      codes: Object.entries(codes).map(([coder, code]) => ({ coder, ...(code === null ? {} : { code }) })),
    })),
  };
}

/** Codes that were given to a segment, a coder each. */
export const given = ({ codes }: Interview["segments"][number]): readonly string[] =>
  codes.flatMap(({ code }) => code ?? []);

const codesOf = ({ label, sector, country, segments }: Interview): InterviewCodes => ({
  label,
  sector,
  country,
  segments: segments.map(({ unit, codes }) => ({
    unit,
    codes: Object.fromEntries(codes.map(({ coder, code }) => [coder, code ?? null])),
  })),
});

const passes = (interview: Interview, { sector, country, city, code }: InterviewsQuery): boolean =>
  (!sector || interview.sector === sector) &&
  (!country || interview.country === country) &&
  (!city || interview.city === city) &&
  (!code || interview.segments.some((segment) => given(segment).includes(code)));

function counted(values: readonly string[]) {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return listed(counts);
}

const listed = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
