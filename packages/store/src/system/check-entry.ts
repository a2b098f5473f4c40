import { parseDated } from "@kelisim/model";

/** A value that cannot be kept: `field` is the name of the value as it was given, the message says what it must be. */
export class WrongEntry extends Error {
  override readonly name = "WrongEntry";
  readonly field: string;
  constructor(field: string, what: string) {
    super(`${field}: ${what}`);
    this.field = field;
  }
}

/** Throws `WrongEntry` unless the text is a day of the calendar, "2026-12-01". PostgreSQL's time line has no year 0. */
export function checkDay(field: string, text: string): void {
  if (typeof parseDated(text) !== "number" || text.startsWith("0000"))
    throw new WrongEntry(field, `"${text.slice(0, 60)}" is no day; write it like 2026-12-01`);
}

/** Throws `WrongEntry` where a text is empty or holds a NUL, which PostgreSQL keeps in no text. */
export function checkTexts(texts: Readonly<Record<string, string>>): void {
  for (const [field, text] of Object.entries(texts)) {
    if (text === "") throw new WrongEntry(field, "is empty");
    if (text.includes("\0")) throw new WrongEntry(field, "holds a character (NUL) that no text may hold");
  }
}
