import type { BoundFigure } from "@kelisim/api";
import {
  type Answer,
  answerCall,
  asksHoldings,
  type BoundBrief,
  type Brief,
  type BriefLanguage,
  bindBrief,
  callKey,
  callsOf,
  type FigureSources,
  readBrief,
} from "@kelisim/brief";
import type { Problem, Source } from "@kelisim/model";
import { type Language, problemWords } from "@kelisim/words";

/** A text set beside the data of now. */
export interface BoundText {
  readonly bound: BoundBrief;
  readonly problems: readonly Problem[];
  /** Nothing is wrong: it can be printed. */
  readonly sound: boolean;
}

/** Questions put to the holdings at once: each is a query of its own. */
const AT_ONCE = 4;

/** Reads a text and works out all that it asks. */
export async function bindText(
  text: string,
  sourcesFor: (language: BriefLanguage) => FigureSources,
  sources: readonly Source[],
): Promise<BoundText> {
  const read = readBrief(text);
  const answers = await answersOf(read.brief, sourcesFor(read.brief.front.language));
  const { bound, problems } = bindBrief(read.brief, answers, sources);
  const all = [...read.problems, ...problems].sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  return { bound, problems: all, sound: !all.some(({ severity }) => severity === "error") };
}

async function answersOf(brief: Brief, from: FigureSources): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  const calls = [...callsOf(brief)];
  const work = async () => {
    for (let call = calls.shift(); call !== undefined; call = calls.shift()) {
      answers.set(callKey(call), await answerCall(call, from));
      // Between figures others are heard.
      if (!asksHoldings(call)) await new Promise((resume) => setImmediate(resume));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answers;
}

/** What a figure asks, as its block or its braces write it. */
export const askedText = ({ name, call }: BoundBrief["figures"][number]): string =>
  name ??
  [
    call.calculation,
    ...Object.entries(call.arguments).map(([key, value]) => `${key}=${/\s/.test(value) ? `"${value}"` : value}`),
  ].join(" ");

export const figureData = (figure: BoundBrief["figures"][number], at: number): BoundFigure => ({
  at,
  line: figure.place.line,
  column: figure.place.column,
  asked: askedText(figure),
  shape: figure.shape,
  state: figure.state,
  ...(figure.recorded === undefined ? {} : { recorded: figure.recorded }),
  now: figure.now,
  method: figure.figure.method.id,
});

/** A problem of a text, in the reader's language as far as there are words for it. */
export const briefProblem = (
  { code, severity, line, column, length, message, mend, why }: Problem,
  language: Language,
) => ({
  code,
  severity,
  message: problemWords(language, message),
  ...(line === undefined ? {} : { line }),
  ...(column === undefined ? {} : { column }),
  ...(length === undefined ? {} : { length }),
  ...(mend === undefined ? {} : { mend: problemWords(language, mend) }),
  ...(why === undefined ? {} : { why }),
});
