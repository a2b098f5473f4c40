import { Transform } from "node:stream";
import { HttpProblem } from "./problem.ts";

/** Counts the bytes of a stream that names no length, and ends it with 413 where they are more than `most`. */
export function bounded(stream: NodeJS.ReadableStream, most: number): AsyncIterable<Uint8Array> {
  let seen = 0;
  const gate = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      seen += chunk.byteLength;
      if (seen > most) done(new HttpProblem(413, "too-large", "The file is larger than this node takes at once"));
      else done(null, chunk);
    },
  });
  stream.on("error", (error) => gate.destroy(error));
  stream.on("aborted", () => gate.destroy(new HttpProblem(400, "broken-off", "The file broke off")));
  return stream.pipe(gate);
}
