import assert from "node:assert/strict";
import { inflateRawSync, inflateSync } from "node:zlib";

/** Files of an archive as text, by name (PKWARE APPNOTE: local headers found through the central directory). */
export function unzipped(bytes: Buffer): ReadonlyMap<string, string> {
  const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  assert.ok(end > 0, "no archive");
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [size, name, extra, comment] = [20, 28, 30, 32].map((offset, index) =>
      index === 0 ? bytes.readUInt32LE(at + offset) : bytes.readUInt16LE(at + offset),
    ) as [number, number, number, number];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    const content = bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), content.toString("utf8"));
    at += 46 + name + extra + comment;
  }
  return files;
}

/** What stands in a PDF: its objects with all streams unpacked, and the letters that its fonts map to. */
export function openedPdf(bytes: Buffer): { readonly objects: string; readonly letters: ReadonlySet<string> } {
  const parts = [bytes.toString("latin1")];
  for (let at = bytes.indexOf("stream\n"); at !== -1; at = bytes.indexOf("stream\n", at + 7)) {
    if (bytes.toString("latin1", at - 3, at) === "end") continue;
    const until = bytes.indexOf("endstream", at);
    try {
      parts.push(inflateSync(bytes.subarray(at + 7, until)).toString("latin1"));
    } catch {
      // A stream that is packed otherwise (an image, a font) holds no text.
    }
  }
  const objects = parts.join("\n");
  const mapped = [...objects.matchAll(/<[\da-f]{2,4}>\s*<((?:[\da-f]{4})+)>/gi)].flatMap(([, hex = ""]) =>
    [...hex.matchAll(/.{4}/g)].map(([code]) => String.fromCharCode(Number.parseInt(code, 16))),
  );
  return { objects, letters: new Set(mapped) };
}
