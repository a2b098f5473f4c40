import { formatInstant, type WrittenRecord } from "@kelisim/model";

/**
 * Puts a record together again from its canonical header, `known` and the canonical body, in one parse. Without a
 * body (erased, or not readable) there is no `content`.
 */
export function writtenOf(header: string, known: string, body: string | undefined): WrittenRecord {
  const rest = body === undefined || body === "{}" ? "" : `,"content":${body}`;
  return JSON.parse(`${header.slice(0, -1)},"known":"${known}"${rest}}`) as WrittenRecord;
}

/** A moment as the driver or the server's text gives it, as RFC 3339. */
export function momentOf(value: Date | string): string {
  return formatInstant(typeof value === "string" ? Date.parse(value.replace(/([+-]\d\d)$/, "$1:00")) : value.getTime());
}
