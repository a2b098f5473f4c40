import { firstInvalid } from "./read-text.ts";

/** Longer lines are cut here; the record reader refuses anything above one million characters. */
const MOST_LINE_BYTES = 4 * 1024 * 1024;

/** The byte order mark in UTF-8. */
const MARK = [0xef, 0xbb, 0xbf];

/** What stands on one line of a stream. */
export type StreamLine =
  | { readonly kind: "line"; readonly text: string }
  /** A byte that is not UTF-8: its offset from the start of the file, and its column in bytes (1-based). */
  | { readonly kind: "not UTF-8"; readonly offset: number; readonly column: number }
  | { readonly kind: "too long"; readonly bytes: number };

/**
 * Calls `take` for each line of a byte stream, in order, in bounded memory: it holds copies of one chunk and one line.
 * LF and CRLF end a line; a byte order mark at the start is skipped; a last line without an end counts.
 * A whole block is decoded at once, and only a block that holds a fault is looked at line by line.
 */
export async function forEachLine(
  input: AsyncIterable<Uint8Array>,
  take: (line: StreamLine) => void,
): Promise<{ readonly bytes: number }> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  let overlong = false;
  /** Offset in the file of the first pending byte. */
  let offset = 0;
  /** What may be the beginning of a byte order mark, until it is decided. */
  let head: Uint8Array | undefined = new Uint8Array(0);

  const takeLine = (bytes: Uint8Array, start: number) => {
    let end = bytes.length;
    if (end > 0 && bytes[end - 1] === 0x0d) end--;
    const line = bytes.subarray(0, end);
    try {
      take({ kind: "line", text: decoder.decode(line) });
    } catch {
      const at = firstInvalid(line);
      take({ kind: "not UTF-8", offset: start + at, column: at + 1 });
    }
  };

  const takeBlock = (block: Uint8Array, start: number) => {
    let text: string;
    try {
      text = decoder.decode(block);
    } catch {
      let from = 0;
      for (let at = block.indexOf(0x0a); at !== -1; at = block.indexOf(0x0a, from)) {
        takeLine(block.subarray(from, at), start + from);
        from = at + 1;
      }
      return;
    }
    let from = 0;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", from)) {
      const end = at > from && text.charCodeAt(at - 1) === 0x0d ? at - 1 : at;
      take({ kind: "line", text: text.slice(from, end) });
      from = at + 1;
    }
  };

  for await (const read of input) {
    let chunk = read;
    if (head !== undefined) {
      chunk = joined([head, read], head.length + read.length);
      const matching = MARK.findIndex((byte, index) => chunk[index] !== byte);
      if (matching === -1) {
        chunk = chunk.subarray(MARK.length);
        offset = MARK.length;
      } else if (matching === chunk.length) {
        head = chunk;
        continue;
      }
      head = undefined;
    }
    const last = chunk.lastIndexOf(0x0a);
    if (last === -1) {
      pendingBytes += chunk.length;
      if (pendingBytes > MOST_LINE_BYTES) {
        overlong = true;
        pending = [];
      } else pending.push(chunk.slice());
      continue;
    }
    let block = chunk.subarray(0, last + 1);
    if (pendingBytes > 0) {
      const first = block.indexOf(0x0a);
      if (overlong || pendingBytes + first > MOST_LINE_BYTES) {
        take({ kind: "too long", bytes: pendingBytes + first });
      } else {
        takeLine(joined([...pending, block.subarray(0, first)], pendingBytes + first), offset);
      }
      offset += pendingBytes + first + 1;
      block = block.subarray(first + 1);
    }
    if (block.length > 0) takeBlock(block, offset);
    offset += block.length;
    const rest = chunk.slice(last + 1);
    pending = rest.length > 0 ? [rest] : [];
    pendingBytes = rest.length;
    overlong = false;
  }
  if (head !== undefined && head.length > 0) takeLine(head, 0);
  if (overlong) take({ kind: "too long", bytes: pendingBytes });
  else if (pendingBytes > 0) takeLine(joined(pending, pendingBytes), offset);
  return { bytes: offset + pendingBytes + (head?.length ?? 0) };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
