import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";

/** What ends the first line, quoted line ends passed over; undefined: nothing does, or several carriage returns. */
export function firstLineEnd(head: string): "\n" | "\r\n" | "\r" | undefined {
  let quoted = false;
  for (let at = 0; at < head.length; at += 1) {
    const letter = head[at];
    if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === "\n") return "\n";
    else if (!quoted && letter === "\r") {
      const next = head[at + 1];
      if (next === "\n") return "\r\n";
      return next === undefined || next === "\r" ? undefined : "\r";
    }
  }
  return undefined;
}

/** Writes a copy in which every line ends alike: files that were put together from several mix their ends. */
export async function withEqualLineEnds(path: string, copy: string, signal?: AbortSignal): Promise<void> {
  await pipeline(
    createReadStream(path, { highWaterMark: 1 << 20 }),
    equalLineEnds,
    createWriteStream(copy, { mode: 0o600 }),
    {
      ...(signal === undefined ? {} : { signal }),
    },
  );
}

/** A text of one-byte letters or UTF-8 in which every line ends with a line feed. */
export async function* equalLineEnds(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let open = "";
  for await (const part of parts) {
    const text = open + Buffer.from(part).toString("latin1");
    open = text.endsWith("\r") ? "\r" : "";
    yield Buffer.from(text.slice(0, text.length - open.length).replace(/\r\n?/g, "\n"), "latin1");
  }
  if (open !== "") yield Buffer.from("\n");
}
