import { isRefusal, parseInstant } from "@kelisim/model";
import { WrongQuery } from "./filter.ts";

/** Where a page ended: the last `seq`, and the moment it occurred where that is the order. */
export interface Cursor {
  readonly seq: number;
  readonly occurred?: string;
}

/** Written as plain text, "1042" or "1042@2026-11-22T09:00:00Z": it says nothing that the page did not. */
export function writeCursor({ seq, occurred }: Cursor): string {
  return occurred === undefined ? String(seq) : `${seq}@${occurred}`;
}

/** Reads what `writeCursor` wrote. Throws `WrongQuery`. */
export function readCursor(text: string): Cursor {
  const [seq = "", occurred] = text.split("@");
  const sound = /^\d{1,15}$/.test(seq) && (occurred === undefined || !isRefusal(parseInstant(occurred)));
  if (!sound) throw new WrongQuery(`after: "${text.slice(0, 60)}" is not where a page ended`);
  return { seq: Number(seq), ...(occurred === undefined ? {} : { occurred }) };
}
