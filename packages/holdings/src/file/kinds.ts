/** What the first bytes of a file say that it is. */
export type FileKind = "text" | "parquet" | "gzip" | "zip" | "workbook" | "pdf" | "archive" | "binary";

const begins = (bytes: Uint8Array, ...start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);

/** Reads the kind from the first bytes; a workbook is known by the name of the first file in its archive. */
export function kindOf(head: Uint8Array): FileKind {
  if (begins(head, 0x1f, 0x8b)) return "gzip";
  if (begins(head, 0x50, 0x4b, 3, 4)) return isWorkbook(head) ? "workbook" : "zip";
  if (begins(head, 0xd0, 0xcf, 0x11, 0xe0)) return "workbook";
  if (begins(head, 0x50, 0x41, 0x52, 0x31)) return "parquet";
  if (begins(head, 0x25, 0x50, 0x44, 0x46)) return "pdf";
  if (begins(head, 0x37, 0x7a, 0xbc, 0xaf) || begins(head, 0x42, 0x5a, 0x68) || begins(head, 0x28, 0xb5, 0x2f, 0xfd))
    return "archive";
  if (encodingByMark(head) === undefined && head.includes(0) && utf16Guess(head) === undefined && !isMostlyText(head))
    return "binary";
  return "text";
}

/** Whether a zero in these bytes is a fault of a text: packed bytes hold a control letter in every tenth place, tables of numbers more. */
function isMostlyText(head: Uint8Array): boolean {
  let controls = 0;
  for (let at = 0; at < head.length; at += 1) if (head[at]! < 9 || (head[at]! > 13 && head[at]! < 32)) controls += 1;
  return controls < head.length / 20;
}

function isWorkbook(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 4096)).toString("latin1");
  return (
    start.includes("[Content_Types].xml") || start.includes("xl/") || start.includes("mimetypeapplication/vnd.oasis")
  );
}

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "windows-1251";

/** The encoding that a mark at the beginning names. */
export function encodingByMark(head: Uint8Array): Encoding | undefined {
  if (begins(head, 0xef, 0xbb, 0xbf)) return "utf-8";
  if (begins(head, 0xff, 0xfe)) return "utf-16le";
  if (begins(head, 0xfe, 0xff)) return "utf-16be";
  return undefined;
}

/** UTF-16 without a mark: Latin letters have a zero in every second byte. */
export function utf16Guess(head: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  const seen = Math.min(head.length, 4096);
  for (let at = 0; at < seen; at += 1) if (head[at] === 0) zeros[at % 2]! += 1;
  if (zeros[1]! > seen / 4 && zeros[0]! < seen / 50) return "utf-16le";
  if (zeros[0]! > seen / 4 && zeros[1]! < seen / 50) return "utf-16be";
  return undefined;
}

/** The one-byte encoding that a line which is not UTF-8 looks like: words of high bytes are Cyrillic, single ones are accents. */
export function singleByteGuess(line: Uint8Array): Encoding {
  let [high, inWords] = [0, 0];
  for (let at = 0; at < line.length; at += 1) {
    if (line[at]! < 0xc0) continue;
    high += 1;
    if ((line[at - 1] ?? 0) >= 0xc0 || (line[at + 1] ?? 0) >= 0xc0) inWords += 1;
  }
  return inWords > high / 2 ? "windows-1251" : "windows-1252";
}
