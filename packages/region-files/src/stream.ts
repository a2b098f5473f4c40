import { createReadStream } from "node:fs";
import {
  createRecordReader,
  type Fact,
  type KelisimRecord,
  type Kind,
  type Problem,
  type RecordReaderOptions,
} from "@kelisim/model";
import { forEachLine } from "./lines.ts";
import { type Obstacle, obstacleOf } from "./obstacle.ts";

export interface StreamCounts {
  readonly file: string;
  readonly bytes: number;
  readonly lines: number;
  readonly taken: number;
  readonly refused: number;
  readonly empty: number;
}

export interface Take {
  readonly record?: (record: KelisimRecord) => void;
  readonly fact?: (fact: Fact) => void;
  readonly problem: (problem: Problem) => void;
}

/**
 * Streams JSON Lines through the model's reader, one line in memory at a time: a file by its path, or bytes that are
 * there already (standard input, an upload). Lines that cannot be records are refused one by one, with their place; only
 * a file that cannot be read at all is an obstacle. `shown` names the source in problems.
 */
export async function streamRecords(
  source: string | AsyncIterable<Uint8Array>,
  shown: string,
  kinds: readonly Kind[],
  options: Omit<RecordReaderOptions, "file">,
  take: Take,
): Promise<StreamCounts | Obstacle> {
  const reader = createRecordReader(kinds, { ...options, file: shown });
  let line = 0;
  /** Lines that never reached the reader as text; it counts them as empty. */
  let unread = 0;
  const refuseLine = (code: string, message: string, mend: string, column?: number) => {
    reader.line("");
    unread += 1;
    take.problem({
      code,
      severity: "error",
      file: shown,
      line,
      ...(column === undefined ? {} : { column }),
      message,
      mend,
    });
  };
  let bytes = 0;
  try {
    const input = typeof source === "string" ? createReadStream(source, { highWaterMark: 1 << 20 }) : source;
    ({ bytes } = await forEachLine(input, (read) => {
      line += 1;
      if (read.kind === "line") {
        const result = reader.line(read.text);
        for (const problem of result.problems) take.problem(problem);
        if (result.record !== undefined) take.record?.(result.record);
        if (result.fact !== undefined) take.fact?.(result.fact);
      } else if (read.kind === "not UTF-8") {
        const message = `not UTF-8 at byte ${read.offset.toLocaleString("en")} of the file`;
        refuseLine("record/not-utf8", message, "Save the file as UTF-8.", read.column);
      } else {
        const message = `a line of ${read.bytes.toLocaleString("en")} bytes`;
        refuseLine("record/too-long", message, "one record a line, at most one million characters");
      }
    }));
  } catch (error) {
    return obstacleOf(error, shown);
  }
  const { lines, taken, refused, empty } = reader.end();
  return { file: shown, bytes, lines, taken, refused: refused + unread, empty: empty - unread };
}
