import { createReadStream, createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { Unzip, UnzipInflate, Zip, ZipDeflate } from "fflate";

/** An archive that cannot be taken in: it is none, names a file that no export holds, or is larger than allowed. */
export class ArchiveRefused extends Error {
  override readonly name = "ArchiveRefused";
}

/** Files of a folder as a ZIP archive, written while it is read. Names are those given. */
export function zipFolder(folder: string, names: readonly string[]): Readable {
  return Readable.from(zipped(folder, names), { objectMode: false });
}

async function* zipped(folder: string, names: readonly string[]): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error !== null) throw error;
    ready.push(part);
  });
  const flush = function* () {
    const parts = ready;
    ready = [];
    yield* parts;
  };
  for (const name of names) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    for await (const part of createReadStream(join(folder, name))) {
      file.push(part as Uint8Array, false);
      yield* flush();
    }
    file.push(new Uint8Array(0), true);
    yield* flush();
  }
  zip.end();
  yield* flush();
}

/** Names that an export holds; a folder around all of them, as a person's own packing makes it, is left away. */
const NAME =
  /^(?:[^/\\]{1,100}\/)??((?:(?:records|drafts|interviews|decisions|briefs)\/)?[a-z0-9][a-z0-9-]{0,79}\.jsonl|manifest\.json)$/;

/**
 * Unpacks an archive of an export into a folder. At most `most` bytes come out of it: an archive can hold far more than
 * its own length. Throws `ArchiveRefused`.
 */
export async function unzipInto(archive: AsyncIterable<Uint8Array>, folder: string, most: number): Promise<void> {
  const files: { readonly path: string; readonly parts: Uint8Array[]; ended: boolean; opened: boolean }[] = [];
  let out = 0;
  const unzip = new Unzip((file) => {
    // Folders, and what archivers of some systems add.
    if (file.name.endsWith("/") || /(^|\/)(__MACOSX\/|\.)/.test(file.name)) return;
    const name = NAME.exec(file.name)?.[1];
    if (name === undefined)
      throw new ArchiveRefused(`the archive holds "${file.name.slice(0, 100)}", which no export does`);
    if (files.some(({ path }) => path === name)) throw new ArchiveRefused(`the archive holds "${name}" twice`);
    const entry = { path: name, parts: [] as Uint8Array[], ended: false, opened: false };
    files.push(entry);
    file.ondata = (error, part, final) => {
      if (error !== null) throw new ArchiveRefused(`"${name}" cannot be unpacked: ${error.message}`);
      out += part.length;
      if (out > most) throw new ArchiveRefused(`the archive unpacks to more than ${most} bytes`);
      entry.parts.push(part);
      if (final) entry.ended = true;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  const write = async () => {
    for (const entry of files) {
      if (entry.opened && entry.parts.length === 0) continue;
      const path = join(folder, entry.path);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const stream = createWriteStream(path, { flags: entry.opened ? "a" : "wx", mode: 0o600 });
      entry.opened = true;
      for (const part of entry.parts.splice(0)) stream.write(part);
      stream.end();
      await finished(stream);
    }
  };
  try {
    for await (const part of archive) {
      // A small part at a time, so that one that unpacks to very much is stopped early.
      for (let at = 0; at < part.length; at += 16_384) unzip.push(part.subarray(at, at + 16_384), false);
      await write();
    }
    unzip.push(new Uint8Array(0), true);
    await write();
  } catch (error) {
    if (error instanceof ArchiveRefused || !(error instanceof Error) || "syscall" in error) throw error;
    throw new ArchiveRefused(`the archive cannot be read: ${error.message}`, { cause: error });
  }
  if (!files.some(({ path }) => path === "manifest.json"))
    throw new ArchiveRefused("the archive holds no manifest.json");
  const cut = files.find(({ ended }) => !ended);
  if (cut !== undefined) throw new ArchiveRefused(`the archive ends within "${cut.path}"`);
}
