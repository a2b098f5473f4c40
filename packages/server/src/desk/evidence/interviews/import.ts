import type { InterviewImport } from "@kelisim/api";
import { type CodedInterview, formatDated, type InterviewProblem, readInterviews } from "@kelisim/model";
import type { Interviews as KeptInterviews, NewInterview } from "@kelisim/store";
import { type Language, problemWords } from "@kelisim/words";

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
  const held = new Set(file.interviews.length === 0 ? [] : (await kept.list()).map(({ label }) => label));
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
    taken: take && taken.length === 0 ? file.interviews.length : 0,
    problems: all.slice(0, MOST_TOLD).map(({ message, mend, ...place }) => ({
      ...place,
      message: problemWords(language, message),
      ...(mend === undefined ? {} : { mend: problemWords(language, mend) }),
    })),
    more: Math.max(0, all.length - MOST_TOLD),
  };
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
