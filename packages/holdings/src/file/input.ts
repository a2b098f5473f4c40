import { createHash, type Hash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { finished } from "node:stream/promises";
import type { Problem } from "@kelisim/model";
import { xmlEncoding } from "@kelisim/sources";
import { type Encoding, encodingByMark, type FileKind, kindOf, utf16Guess } from "./kinds.ts";
import { equalLineEnds, firstLineEnd } from "./line-ends.ts";
import { LongestLine, type Stretch } from "./lines.ts";
import { type FileStopped, nulStopped, stop, stoppedBySystem } from "./stopped.ts";
import { gunzipped, unzipped } from "./unpack.ts";
import { Utf8Check } from "./utf8-check.ts";

/** A file made ready to be read: its content as UTF-8 text or Parquet at `path`, which is the file itself where that is possible. */
export interface Input {
  readonly path: string;
  readonly kind: "text" | "parquet";
  /** The name of what was read: of the file, or of the one in the archive. */
  readonly name: string;
  readonly bytes: number;
  /** Of the file as it was given; absent where only its beginning was read. */
  readonly sha256?: string;
  /** The first 64 KiB of a text. */
  readonly head: string;
  /** Whether all of it was read. */
  readonly whole: boolean;
  /** The longest stretch without a line end, looked for in parts of up to 1 MiB: shorter lines are not told apart. */
  readonly longest: Stretch;
  readonly warnings: readonly Problem[];
}

export interface InputOptions {
  /** Which file of an archive. */
  readonly entry?: string;
  /** How the bytes of a text are read; absent: by its mark, else by the declaration of an XML document, else UTF-8. */
  readonly encoding?: Encoding;
  /** Only so many bytes of a text and to the end of the line, at most twice as many. */
  readonly most?: number;
  /** A folder for what is unpacked or read anew. */
  readonly folder: string;
  readonly signal?: AbortSignal;
  readonly onBytes?: (done: number, of: number) => void;
}

const HEAD = 65_536;

/** Makes a file ready. Throws `FileStopped`: missing, a folder, empty, cut off, no text, not UTF-8 or with a NUL (with the line). */
export async function openInput(path: string, options: InputOptions): Promise<Input> {
  try {
    return await makeReady(path, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    throw stoppedBySystem(error, path);
  }
}

async function makeReady(path: string, options: InputOptions): Promise<Input> {
  const before = await stat(path);
  if (before.isDirectory()) throw stop("file/folder", path, "this is a folder, not a file", "name a file in it");
  if (!before.isFile()) throw stop("file/unreadable", path, "this is no plain file");
  if (before.size === 0) throw stop("file/empty", path, "the file is empty", "load it again");
  const hash = createHash("sha256");
  const source = counted(path, before.size, hash, options);
  const outer = kindOf(await firstBytes(path));
  let name = basename(path);
  let content: AsyncIterable<Uint8Array> = source;
  if (outer === "gzip") {
    name = name.replace(/\.gz$/i, "");
    content = gunzipped(source, path);
  } else if (outer === "zip") content = unzipped(source, path, options.entry, (found) => (name = basename(found)));
  const { head, all } = await peek(content);
  const kind = kindOf(head);
  if (kind !== "text" && kind !== "parquet") throw noText(path, kind);
  const packed = outer !== kind;
  const mark = encodingByMark(head);
  const marked = options.encoding ?? mark ?? utf16Guess(head);
  const encoding = marked ?? declaredEncoding(head, path) ?? "utf-8";
  const limit =
    options.most !== undefined && kind === "text" && (packed || before.size > options.most) ? options.most : undefined;
  // Carriage returns alone end no line for those who read it: such a text is written anew.
  const returns =
    kind === "text" &&
    !encoding.startsWith("utf-16") &&
    firstLineEnd(head.subarray(0, HEAD).toString("latin1")) === "\r";
  const own = packed || returns || (kind === "text" && encoding !== "utf-8") || limit !== undefined;
  const readable = own ? join(options.folder, kind === "parquet" ? "content.parquet" : "content.txt") : path;
  const text = kind === "text" ? asUtf8(returns ? equalLineEnds(all) : all, encoding, path) : all;
  const written = await pass(text, own ? readable : undefined, limit);
  if (written.bytes === 0) throw stop("file/empty", path, "there is nothing in the file", "load it again");
  const after = await stat(path);
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs)
    throw stop(
      "file/changed",
      path,
      "the file changed while it was read",
      "wait until it is whole, and take it in again",
    );
  return {
    path: readable,
    kind,
    name,
    bytes: before.size,
    ...(written.whole ? { sha256: hash.digest("hex") } : {}),
    head: kind === "text" ? headOf(head, encoding, returns) : "",
    whole: written.whole,
    longest: written.longest,
    warnings: encoding === "utf-8" ? [] : [readAs(path, encoding, options.encoding, marked)],
  };
}

function headOf(head: Uint8Array, encoding: string, returns: boolean): string {
  const text = new TextDecoder(encoding).decode(head.subarray(0, HEAD), { stream: true });
  return returns ? text.replace(/\r\n?/g, "\n") : text;
}

/** The bytes of the file, hashed and counted as they pass. */
async function* counted(
  path: string,
  of: number,
  hash: Hash,
  { signal, onBytes }: InputOptions,
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const part of createReadStream(path, {
    highWaterMark: 1 << 20,
    ...(signal === undefined ? {} : { signal }),
  })) {
    const bytes = part as Uint8Array;
    hash.update(bytes);
    done += bytes.length;
    onBytes?.(done, of);
    yield bytes;
  }
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The first bytes, and all of them again. */
async function peek(bytes: AsyncIterable<Uint8Array>) {
  const iterator = bytes[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD) {
    const next = await iterator.next();
    if (next.done === true) break;
    first.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(first);
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head, all: all() };
}

/** Text as UTF-8: checked where it says it is, else read by its encoding and written anew. */
async function* asUtf8(bytes: AsyncIterable<Uint8Array>, encoding: string, path: string): AsyncGenerator<Uint8Array> {
  if (encoding === "utf-8") {
    const check = new Utf8Check(path);
    for await (const part of bytes) {
      check.push(part);
      yield part;
    }
    check.end();
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  let line = 1;
  const decode = (part: Uint8Array | undefined) => {
    let text: string;
    try {
      text = part === undefined ? decoder.decode() : decoder.decode(part, { stream: true });
    } catch {
      throw stop("file/not-text", path, `the file is not ${encoding}`, "name another encoding", { line });
    }
    const nul = text.indexOf("\0");
    for (let at = text.indexOf("\n"); at !== -1 && (nul === -1 || at < nul); at = text.indexOf("\n", at + 1)) line += 1;
    if (nul !== -1) throw nulStopped(path, line);
    return encoder.encode(text);
  };
  for await (const part of bytes) yield decode(part);
  yield decode(undefined);
}

/** Lets all pass, into a file where one is named; to the end of the line in which the limit is reached. */
async function pass(bytes: AsyncIterable<Uint8Array>, path: string | undefined, limit = Number.POSITIVE_INFINITY) {
  const out = path === undefined ? undefined : createWriteStream(path, { mode: 0o600 });
  const failed = out === undefined ? undefined : finished(out);
  failed?.catch(() => undefined);
  const lines = new LongestLine();
  let done = 0;
  let whole = true;
  try {
    for await (const part of bytes) {
      const kept = part.subarray(0, cutAt(part, done, limit));
      whole = kept.length === part.length;
      lines.push(kept);
      done += kept.length;
      if (out?.write(kept) === false) await Promise.race([once(out, "drain"), failed]);
      if (!whole) break;
    }
  } finally {
    out?.end();
  }
  await failed;
  return { bytes: done, whole, longest: lines.longest };
}

/** How much of a part is kept, behind so many bytes. */
function cutAt(part: Uint8Array, done: number, limit: number): number {
  if (done + part.length <= limit) return part.length;
  const end = part.indexOf(0x0a, Math.max(0, limit - done - 1));
  if (end !== -1) return end + 1;
  return Math.min(part.length, 2 * limit - done);
}

/** The encoding that the declaration of an XML document names, as `TextDecoder` calls it. */
function declaredEncoding(head: Uint8Array, path: string): string | undefined {
  const named = xmlEncoding(new TextDecoder("latin1").decode(head.subarray(0, 1024)));
  // Its letters could be read one by one: so it is not UTF-16, whatever it says.
  if (named === undefined || named.startsWith("utf-16")) return undefined;
  try {
    return new TextDecoder(named).encoding;
  } catch {
    const message = `the file says that its encoding is "${named.slice(0, 40)}", which is not read here`;
    throw stop("file/encoding-unknown", path, message, "save it as UTF-8", { line: 1 });
  }
}

const NO_TEXT: Readonly<Record<Exclude<FileKind, "text" | "parquet">, readonly [message: string, mend: string]>> = {
  workbook: ["this is a workbook or another office document, not a table", "save the sheet as CSV, UTF-8"],
  pdf: ["this is a PDF", "ask the producer for the table behind it, as CSV"],
  archive: ["the file is packed in a way that is not read here", "unpack it first; .gz and .zip are read as they are"],
  gzip: ["a packed file within a packed file", "unpack it first"],
  zip: ["a packed file within a packed file", "unpack it first"],
  binary: ["the file is not text", "CSV, TSV, Parquet, JSON and XML are read, also in .gz and .zip"],
};

function noText(path: string, kind: Exclude<FileKind, "text" | "parquet">): FileStopped {
  return stop("file/not-text", path, ...NO_TEXT[kind]);
}

function readAs(path: string, encoding: string, asked: Encoding | undefined, marked: Encoding | undefined): Problem {
  const found = marked === undefined ? "as its first line says" : "as its first bytes say";
  const why = asked === undefined ? found : "as was asked";
  return { code: "file/encoding", severity: "info", file: basename(path), message: `read as ${encoding}, ${why}` };
}
