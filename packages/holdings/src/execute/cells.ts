import { type ColumnType, isRefusal, type ObservationValue } from "@kelisim/model";
import { type Cell, type CellPlace, readCell } from "@kelisim/sources";
import { text } from "../database/sql.ts";
import { SQL_TYPES } from "./columns.ts";
import { withoutAbsent } from "./stage.ts";

/** What stands where a cell is read: SQL of the text of a column, and of the part of which a row is made. */
export interface Source {
  readonly column: (name: string) => string;
  readonly first: (names: readonly string[], absent: readonly string[]) => string;
  readonly part?: string;
}

type Read = Exclude<Cell, { readonly constant: unknown } | { readonly file: unknown }>;

/**
 * How a cell becomes SQL. Plain text needs nothing more; numbers as almost every file writes them are read by `quick`; all else
 * is read once for each different text by `readCell` of the sources, the one place where the rules stand, and looked up.
 */
export type CellPlan =
  | { readonly kind: "value"; readonly sql: string }
  | {
      readonly kind: "looked up";
      /** What is looked up, NULL where the file gives nothing. */
      readonly key: string;
      /** The value where the text is of a usual form, the most usual first; none: always looked up. */
      readonly quick: readonly Quick[];
      /** The text that a refusal quotes. */
      readonly quoted: string;
      /** Reads one key. */
      readonly read: (key: string) => ObservationValue | { readonly refusal: string };
    };

/** Whether a cell holds what the file says; else it is the same in every row that a maker makes. */
export const isRead = (cell: Cell | undefined): boolean =>
  cell !== undefined && !("constant" in cell) && !("file" in cell);

export interface Quick {
  readonly when: string;
  readonly sql: string;
}

/** Between the texts of one key. */
const BETWEEN = "\u001f";
const SQL_BETWEEN = "chr(31)";

export function planCell(cell: Cell, type: ColumnType, source: Source, priceYear: number): CellPlan {
  if ("constant" in cell) return { kind: "value", sql: `CAST(${text(String(cell.constant))} AS ${SQL_TYPES[type]})` };
  if ("file" in cell) return { kind: "value", sql: `CAST(${priceYear} AS ${SQL_TYPES[type]})` };
  const columns = "part" in cell ? [] : typeof cell.from === "string" ? [cell.from] : cell.from;
  if (cell.as === "text" && columns.length > 1) return { kind: "value", sql: source.first(columns, cell.absent ?? []) };
  const texts = "part" in cell ? [source.part ?? "NULL"] : columns.map(source.column);
  const filled = texts.map((one) => withoutAbsent(one, cell.absent));
  const first = coalesce(filled);
  if (cell.as === "text") return { kind: "value", sql: first };
  const key = keyOf(cell, filled, first, source);
  return {
    kind: "looked up",
    key,
    quick: quickOf(cell, first),
    quoted: coalesce(texts),
    read: (found) => {
      const value = readCell(cell, placeOf(cell, columns, found, priceYear));
      return isRefusal(value) ? { refusal: value.refusal } : value;
    },
  };
}

const coalesce = (texts: readonly string[]) => (texts.length === 1 ? texts[0]! : `coalesce(${texts.join(", ")})`);

function keyOf(cell: Read, filled: readonly string[], first: string, source: Source): string {
  if (cell.as === "coded list")
    return filled.length === 1 ? first : `nullif(concat_ws(${SQL_BETWEEN}, ${filled.join(", ")}), '')`;
  if (!("month" in cell)) return first;
  const others = [cell.month, ...(cell.day === undefined ? [] : [cell.day])].map(
    (one) => `coalesce(${source.column(one)}, '')`,
  );
  return [first, ...others].join(` || ${SQL_BETWEEN} || `);
}

/** The place that a key stands for. */
function placeOf(cell: Read, columns: readonly string[], key: string, priceYear: number): CellPlace {
  const texts = key.split(BETWEEN);
  const named = new Map<string, string>();
  if (cell.as === "coded list") for (const [at, column] of columns.entries()) named.set(column, texts[at] ?? "");
  else if ("month" in cell) {
    named.set(cell.month, texts[1] ?? "");
    if (cell.day !== undefined) named.set(cell.day, texts[2] ?? "");
    for (const column of columns) named.set(column, column === columns[0] ? texts[0]! : "");
  } else if (columns[0] !== undefined) named.set(columns[0], key);
  return { text: (column) => named.get(column) ?? "", part: key, priceYear };
}

const matches = (key: string, pattern: string) => `regexp_full_match(${key}, ${text(pattern)})`;

/**
 * Numbers as almost all files write them. The patterns are narrower than those of the sources, so that DuckDB cannot read a text
 * otherwise than `readCell`; up to six decimals fit 64 bits, which it reads ten times faster than 128.
 */
function quickOf(cell: Read, key: string): readonly Quick[] {
  switch (cell.as) {
    case "amount": {
      const amount = (width: number, scale: number) =>
        `CAST(TRY_CAST(${key} AS DECIMAL(${width},${scale})) * ${cell.times} AS DECIMAL(38,6))`;
      // DuckDB keeps the product of 64 bits in 64 bits: 18 digits, six of them decimals, and those of `times`.
      const digits = 12 - Math.log10(cell.times);
      return [
        { when: matches(key, `-?[0-9]{1,${digits}}(?:[.][0-9]{1,6})?`), sql: amount(18, 6) },
        { when: matches(key, "-?[0-9]{1,11}(?:[.][0-9]{1,12})?"), sql: amount(38, 12) },
      ];
    }
    case "year":
      return [{ when: matches(key, "[12][0-9]{3}"), sql: `TRY_CAST(${key} AS BIGINT)` }];
    case "count":
      return [{ when: matches(key, "[0-9]{1,15}"), sql: `TRY_CAST(${key} AS BIGINT)` }];
    case "number":
      return [{ when: matches(key, "-?[0-9]{1,9}(?:[.][0-9]{1,9})?"), sql: `TRY_CAST(${key} AS DOUBLE)` }];
    default:
      return [];
  }
}
