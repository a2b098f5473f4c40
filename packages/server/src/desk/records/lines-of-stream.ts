/** One character more than the record reader takes in a line. */
const LONGEST_LINE = 1_000_001;

/**
 * Lines of a stream of UTF-8 bytes, with the end of the last line starting no further one. A line without end is cut where no
 * line may be longer: the reader then refuses it, and memory stays small. Stops where the stream breaks off: an unfinished
 * last line of a broken stream is not given.
 */
export async function* linesOfStream(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let rest = "";
  let skipping = false;
  for await (const chunk of stream) {
    rest += decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n", start)) {
      const line = rest.slice(start, end);
      start = end + 1;
      if (!skipping) yield line;
      skipping = false;
    }
    rest = rest.slice(start);
    if (rest.length > LONGEST_LINE) {
      if (!skipping) yield rest;
      skipping = true;
      rest = "";
    }
  }
  rest += decoder.decode();
  if (rest !== "" && !skipping) yield rest;
}
