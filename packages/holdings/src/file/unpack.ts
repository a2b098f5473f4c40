import { pipeline, Readable } from "node:stream";
import { crc32, createGunzip } from "node:zlib";
import { Unzip, UnzipInflate } from "fflate";
import { FileStopped, stop } from "./stopped.ts";
import { zipDirectory } from "./zip-directory.ts";

/** The name under which what came out of an archive is known, and its bytes. */
export interface Unpacked {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** A gzip file unpacked as it is read. */
export async function* gunzipped(bytes: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  const unzip = pipeline(Readable.from(bytes), createGunzip(), () => undefined);
  try {
    for await (const part of unzip) yield part as Uint8Array;
  } catch (error) {
    if (error instanceof FileStopped) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "Z_BUF_ERROR") throw cutOff(path, "gzip file");
    if (code.startsWith("Z_")) throw stop("file/broken", path, "the gzip file cannot be unpacked", "load it again");
    throw error;
  }
}

const DATA = /\.(csv|tsv|txt|parquet|json|jsonl|xml)$/i;

/**
 * The one file of data in a ZIP archive, unpacked as it is read; documents beside it are passed over. Where there are several,
 * `wanted` names one; else it stops with their names.
 */
export async function* unzipped(
  bytes: AsyncIterable<Uint8Array>,
  path: string,
  wanted: string | undefined,
  onName: (name: string) => void,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const names: string[] = [];
  let ended = false;
  let taken = "";
  let crc = 0;
  const unzip = new Unzip((file) => {
    if (!DATA.test(file.name) || /(^|\/)(__MACOSX\/|\.)/.test(file.name)) return;
    names.push(file.name);
    if (wanted === undefined ? names.length > 1 : file.name !== wanted) return;
    onName(file.name);
    taken = file.name;
    file.ondata = (error, part, final) => {
      if (error !== null)
        throw stop("file/broken", path, `"${file.name}" cannot be unpacked: ${error.message}`, "load it again");
      if (part.length > 0) ready.push(part);
      crc = crc32(part, crc);
      ended ||= final;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  const push = (part: Uint8Array, final: boolean) => {
    try {
      unzip.push(part, final);
    } catch (error) {
      if (error instanceof FileStopped || !(error instanceof Error)) throw error;
      if (final) throw cutOff(path, "archive");
      throw stop("file/broken", path, `the archive cannot be read: ${error.message}`, "load it again");
    }
  };
  for await (const part of bytes) {
    // A small part at a time, so that one that unpacks to very much is given on early.
    for (let at = 0; at < part.length; at += 65_536) {
      push(part.subarray(at, at + 65_536), false);
      yield* ready.splice(0);
      if (wanted === undefined && names.length > 1) throw several(path, names);
    }
  }
  push(new Uint8Array(0), true);
  yield* ready.splice(0);
  if (names.length === 0) throw stop("file/no-data", path, "the archive holds no CSV, text, Parquet, JSON or XML file");
  if (wanted !== undefined && !names.includes(wanted)) throw several(path, names, wanted);
  const directory = await zipDirectory(path);
  if (!ended || directory === undefined) throw cutOff(path, "archive");
  const entry = directory.find(({ name }) => name === taken);
  // A changed byte can unpack to other figures: only the checksum tells.
  if (entry !== undefined && entry.crc !== crc)
    throw stop("file/broken", path, `"${taken}" was changed on the way: its checksum is another`, "load it again");
}

const cutOff = (path: string, what: string) =>
  stop("file/truncated", path, `the ${what} ends before its content does`, "load it again: it was cut on the way");

function several(path: string, names: readonly string[], wanted?: string): FileStopped {
  const message = wanted === undefined ? "the archive holds several files of data" : `the archive holds no "${wanted}"`;
  return stop("file/several", path, message, `name one of them: ${names.slice(0, 10).join(", ")}`);
}
