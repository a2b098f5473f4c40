import type { Interview, InterviewImport } from "@kelisim/api";
import { type CodedInterview, formatDated, type InterviewProblem, readInterviews } from "@kelisim/model";
import type { Interviews as KeptInterviews, NewInterview } from "@kelisim/store";
import { type Language, problemWords } from "@kelisim/words";
import { given, interviewOf } from "./answer.ts";

/** Problems that are told one by one; a file with more is mended step by step. */
const MOST_TOLD = 100;

export interface InterviewImportNeeds {
  readonly interviews: KeptInterviews;
  readonly countries: ReadonlySet<string>;
  readonly language: Language;
  readonly by: string;
  /** Only looked at. */
  readonly dry: boolean;
}

/** Looks at a file of coded interviews and takes it, whole or not at all. Interviews that are there already are problems too. */
export async function importInterviews(text: string, needs: InterviewImportNeeds): Promise<InterviewImport> {
  const { interviews: kept, countries, language, by, dry } = needs;
  const file = readInterviews(text, countries);
  const here = file.interviews.length === 0 ? [] : await kept.list();
  const held = new Set(here.map(({ label }) => label));
  const problems = [...file.problems, ...alreadyHere(file.interviews, held)];
  const coders = new Set(
    file.interviews.flatMap(({ segments }) => segments.flatMap(({ codes }) => Object.keys(codes))),
  );
  const take = !dry && problems.length === 0;
  // Somebody else of the body may have taken the same labels since.
  const { taken } = take ? await kept.add(file.interviews.map(contentOf), by) : { taken: [] };
  const all = [...problems, ...alreadyHere(file.interviews, new Set(taken))];
  return {
    dry,
    lines: file.lines,
    interviews: file.interviews.length,
    segments: file.interviews.reduce((sum, { segments }) => sum + segments.length, 0),
    coders: [...coders].sort(),
    codes: codesOf(file.interviews, here.map(interviewOf)),
    others: here.length > 0,
    taken: take && taken.length === 0 ? file.interviews.length : 0,
    problems: all.slice(0, MOST_TOLD).map(({ message, mend, ...place }) => ({
      ...place,
      message: problemWords(language, message),
      ...(mend === undefined ? {} : { mend: problemWords(language, mend) }),
    })),
    more: Math.max(0, all.length - MOST_TOLD),
  };
}

/** Codes of a file, most used first, each with whether interviews that are here have it: a code that is written otherwise shows as new. */
function codesOf(interviews: readonly CodedInterview[], here: readonly Interview[]): InterviewImport["codes"] {
  const known = new Set(here.flatMap(({ segments }) => segments.flatMap(given)));
  const segments = new Map<string, number>();
  for (const { codes } of interviews.flatMap((interview) => interview.segments))
    for (const code of new Set(Object.values(codes)))
      if (code !== null) segments.set(code, (segments.get(code) ?? 0) + 1);
  return [...segments]
    .map(([code, count]) => ({ code, segments: count, known: known.has(code) }))
    .sort((a, b) => b.segments - a.segments || (a.code < b.code ? -1 : 1));
}

const alreadyHere = (interviews: readonly CodedInterview[], held: ReadonlySet<string>): readonly InterviewProblem[] =>
  interviews
    .filter(({ label }) => held.has(label))
    .map(({ label }) => ({
      line: 1,
      column: "interview",
      message: `${label} is here already`,
      mend: "erase it first, or give this one another number",
    }));

const contentOf = ({ label, date, ...interview }: CodedInterview): NewInterview => ({
  label,
  content: { ...interview, date: formatDated(date) },
});
