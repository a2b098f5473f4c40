import type { Fact } from "./facts.ts";
import type { Problem } from "./problem.ts";
import type { KelisimRecord } from "./record.ts";
import { createRecordReader, type RecordCounts, type RecordReaderOptions } from "./record-reader.ts";
import type { Kind } from "./vocabulary.ts";

export interface ReadRecords {
  readonly records: readonly KelisimRecord[];
  readonly facts: readonly Fact[];
  readonly problems: readonly Problem[];
  readonly counts: RecordCounts;
}

/**
 * Reads JSON Lines, given as one text or line by line, into records and facts. Lines that are refused make
 * problems and leave the others untouched; see `createRecordReader` for what is refused.
 */
export function readRecords(
  input: string | Iterable<string>,
  kinds: readonly Kind[],
  options: RecordReaderOptions = {},
): ReadRecords {
  const reader = createRecordReader(kinds, options);
  const records: KelisimRecord[] = [];
  const facts: Fact[] = [];
  const problems: Problem[] = [];
  for (const text of typeof input === "string" ? linesOf(input) : input) {
    const result = reader.line(text);
    if (result.record !== undefined) records.push(result.record);
    if (result.fact !== undefined) facts.push(result.fact);
    problems.push(...result.problems);
  }
  return { records, facts, problems, counts: reader.end() };
}

/** Lines of a text; the end of the last line starts no further one. */
function* linesOf(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf("\n", start);
    yield end === -1 ? text.slice(start) : text.slice(start, end);
    start = end === -1 ? text.length : end + 1;
  }
}
