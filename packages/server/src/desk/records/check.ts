import { createRecordReader, isRefusal, type Problem, type WrittenRecord } from "@kelisim/model";
import { parseMarking } from "@kelisim/store";
import { problemWords, type Words } from "@kelisim/words";
import type { ProblemPlace } from "../../http/problem.ts";
import type { Desk } from "../desk.ts";

export interface Checked {
  readonly errors: readonly ProblemPlace[];
  readonly warnings: readonly ProblemPlace[];
}

/**
 * Reads a record as the vocabulary asks, and its marking as TLP 2.0 does. Each problem carries the place in the request:
 * `content.start` of a record under "/body/record" is "/body/record/content/start". They are said in the language of `words`.
 */
export function checkRecord(desk: Desk, record: WrittenRecord, now: number, base: string, words: Words): Checked {
  const { region, program } = desk;
  const reader = createRecordReader(program.vocabulary, {
    parties: region.parties,
    instruments: program.instruments.map(({ id }) => id),
    // An invented story plays when it plays.
    ...(region.fictional ? {} : { now }),
  });
  const problems = [...reader.written(record).problems];
  const marking = typeof record.marking === "string" ? parseMarking(record.marking) : undefined;
  const places = (severity: Problem["severity"]) =>
    problems.filter((each) => each.severity === severity).map((each) => placeOf(each, base, words));
  const refused = isRefusal(marking)
    ? [placeOf({ ...marking, message: `marking: ${marking.refusal}` }, base, words)]
    : [];
  return { errors: [...places("error"), ...refused], warnings: places("warning") };
}

/** A message of the reader: the path of the field, then what is said of it. */
export const FIELD = /^([\w.$-]+): (.*)$/s;

/** A problem of the reader, whose message begins with the path of the field, as a place of a request. */
export function placeOf(
  { message, mend }: Pick<Problem, "message" | "mend">,
  base: string,
  words: Words,
): ProblemPlace {
  const say = (sentence: string) => problemWords(words.language, sentence, words);
  const [, path, rest] = FIELD.exec(message) ?? [];
  const pointer = path === undefined ? base : `${base}/${path.replaceAll("~", "~0").replaceAll(".", "/")}`;
  return { pointer, detail: say(rest ?? message), ...(mend === undefined ? {} : { mend: say(mend) }) };
}
