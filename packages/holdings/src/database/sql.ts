/** A name in SQL: whatever it holds, it stays one name. */
export const name = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A text in SQL, where no parameter can stand (paths of files, options). Texts of a reader are always parameters. */
export function text(value: string): string {
  if (value.includes("\0")) throw new RangeError("a text with a zero character cannot stand in SQL");
  return `'${value.replaceAll("'", "''")}'`;
}

/** Values that a statement is given apart from its text. */
export class Parameters {
  readonly values: (string | null)[] = [];

  /** The place of a value; `type` is what it is read as. */
  add(value: string | number | null, type: "VARCHAR" | "BIGINT" | "DOUBLE" | "DATE" | "DECIMAL(38,6)"): string {
    this.values.push(value === null ? null : String(value));
    return `CAST($${this.values.length} AS ${type})`;
  }
}
