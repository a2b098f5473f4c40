import { open } from "node:fs/promises";

/** What the directory at the end of an archive says of a file. */
export interface ZipEntry {
  readonly name: string;
  /** CRC-32 of the content. */
  readonly crc: number;
}

/** Signatures and lengths of PKWARE's APPNOTE 6.3, sections 4.3.12 to 4.3.16. */
const FILE = { signature: 0x02014b50, bytes: 46 };
const END = { signature: 0x06054b50, bytes: 22 };
const LOCATOR = { signature: 0x07064b50, bytes: 20 };
const END_64 = { signature: 0x06064b50, bytes: 56 };
const MOST_COMMENT = 0xffff;
const IN_64 = 0xffffffff;

/** Reads the directory of an archive; undefined: there is none, as where the archive was cut. */
export async function zipDirectory(path: string): Promise<readonly ZipEntry[] | undefined> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const read = async (from: number, bytes: number) => {
      const part = Buffer.alloc(Math.max(0, Math.min(bytes, size - from)));
      return from < 0 ? part.subarray(0, 0) : part.subarray(0, (await file.read(part, 0, part.length, from)).bytesRead);
    };
    const last = Math.max(0, size - END.bytes - MOST_COMMENT);
    const tail = await read(last, size - last);
    let at = tail.length - END.bytes;
    while (at >= 0 && tail.readUInt32LE(at) !== END.signature) at -= 1;
    if (at < 0) return undefined;
    let [bytes, from] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    if (from === IN_64 || bytes === IN_64) {
      const locator = await read(last + at - LOCATOR.bytes, LOCATOR.bytes);
      if (locator.length < LOCATOR.bytes || locator.readUInt32LE(0) !== LOCATOR.signature) return undefined;
      const end = await read(Number(locator.readBigUInt64LE(8)), END_64.bytes);
      if (end.length < END_64.bytes || end.readUInt32LE(0) !== END_64.signature) return undefined;
      [bytes, from] = [Number(end.readBigUInt64LE(40)), Number(end.readBigUInt64LE(48))];
    }
    return entriesOf(await read(from, bytes));
  } finally {
    await file.close();
  }
}

function entriesOf(directory: Buffer): readonly ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  for (let at = 0; at < directory.length; ) {
    if (at + FILE.bytes > directory.length || directory.readUInt32LE(at) !== FILE.signature) return undefined;
    const [name, extra, comment] = [28, 30, 32].map((place) => directory.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const isUtf8 = (directory.readUInt16LE(at + 8) & 0x0800) !== 0;
    const text = directory.subarray(at + FILE.bytes, at + FILE.bytes + name);
    entries.push({ name: text.toString(isUtf8 ? "utf8" : "latin1"), crc: directory.readUInt32LE(at + 16) });
    at += FILE.bytes + name + extra + comment;
  }
  return entries;
}
