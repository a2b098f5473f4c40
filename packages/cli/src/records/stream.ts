import { createReadStream } from "node:fs";
import {
  createRecordReader,
  type Fact,
  type KelisimRecord,
  type Kind,
  type Problem,
  type RecordReaderOptions,
} from "@kelisim/model";
import { forEachLine } from "../files/lines.ts";
import { fileRefusal } from "../files/read-text.ts";
import type { Io } from "../io.ts";
import type { Answer } from "../refusal.ts";
import { texts } from "../texts/index.ts";

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
 * Streams a file of records (JSON Lines; "-" is standard input) through the model's reader, one line in memory at a
 * time. Lines that cannot be records are refused one by one, with their place; only a file that cannot be read at
 * all refuses the whole.
 */
export async function streamRecords(
  io: Io,
  path: string,
  shown: string,
  kinds: readonly Kind[],
  options: Omit<RecordReaderOptions, "file">,
  take: Take,
): Promise<Answer<StreamCounts>> {
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
    const input: AsyncIterable<Uint8Array> =
      path === "-" ? io.input : createReadStream(path, { highWaterMark: 1 << 20 });
    ({ bytes } = await forEachLine(input, (read) => {
      line += 1;
      if (read.kind === "line") {
        const result = reader.line(read.text);
        for (const problem of result.problems) take.problem(problem);
        if (result.record !== undefined) take.record?.(result.record);
        if (result.fact !== undefined) take.fact?.(result.fact);
      } else if (read.kind === "not UTF-8") {
        refuseLine("record/not-utf8", texts.lineNotUtf8(read.offset), texts.saveAsUtf8, read.column);
      } else {
        refuseLine("record/too-long", texts.lineTooLong(read.bytes), texts.lineTooLongMend);
      }
    }));
  } catch (error) {
    return fileRefusal(error, shown);
  }
  const { lines, taken, refused, empty } = reader.end();
  return { file: shown, bytes, lines, taken, refused: refused + unread, empty: empty - unread };
}
