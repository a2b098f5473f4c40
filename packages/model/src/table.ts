import { CsvError, parse } from "#csv-parse";
import type { Confidence } from "./confidence.ts";
import { type Dated, parseDated } from "./dated.ts";
import { propose } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import { strangeCharacter } from "./read-value.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";

/** Columns of a table. Every table may have a `note`, and a `dispute`: the question on which it and other rows disagree. */
export interface TableShape {
  readonly name: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** One row, with cells that report what is wrong in them and then give `undefined`. */
export interface TableRow {
  /** Path of the table in the region. */
  readonly file: string;
  /** 1-based line on which the row starts. */
  readonly line: number;
  /** Text of a cell without outer spaces; undefined where it is empty. */
  text(column: string): string | undefined;
  /** The same, with a problem where it is empty. */
  need(column: string): string | undefined;
  date(column: string): Dated | undefined;
  /** Cell read by a function that may refuse. */
  read<T>(column: string, read: (text: string) => T | Refusal): T | undefined;
  oneOf<T extends string>(column: string, choices: readonly T[]): T | undefined;
  confidence(): Confidence | undefined;
  /** Parts of a cell between semicolons. */
  list(column: string): readonly string[];
  fault(column: string, refusal: Refusal, severity?: Problem["severity"]): void;
  /** Whether no fault of severity "error" was reported so far. */
  sound(): boolean;
}

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a CSV table (RFC 4180, UTF-8, a header line) row by row. Problems name file and line: broken quoting,
 * unknown, missing or repeated columns, rows of another length. `row` is called for every row that has the
 * table's columns; it reports what is wrong in the cells.
 */
export function readTable(
  file: string,
  text: string,
  shape: TableShape,
  problems: Problem[],
  row: (row: TableRow) => void,
): void {
  const report = (code: string, severity: Problem["severity"], line: number, refusal: Refusal) => {
    const mend = refusal.mend === undefined ? {} : { mend: refusal.mend };
    problems.push({ code, severity, file, line, message: refusal.refusal, ...mend });
  };
  let rows: readonly ParsedRow[];
  try {
    // With `info`, csv-parse gives {record, info} for each row; its types know only plain rows.
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const;
    rows = parse(text, options) as unknown as readonly ParsedRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines);
    report("table/broken", "error", Number.isSafeInteger(line) ? line : 1, refuse(`not a CSV table: ${error.message}`));
    return;
  }
  const header = rows[0]?.record.map((cell) => cell.trim()) ?? [];
  if (header.length === 0) {
    report(
      "table/empty",
      "error",
      1,
      refuse(`the table ${shape.name} is empty`, `first line: ${shape.required.join(",")}`),
    );
    return;
  }
  const known = [...shape.required, ...shape.optional, "dispute", "note"];
  const columns = new Map<string, number>();
  for (const [index, name] of header.entries()) {
    if (!known.includes(name)) {
      const refusal = `the table ${shape.name} has no column "${name.slice(0, 60)}"`;
      report(
        "table/unknown-column",
        "error",
        1,
        refuse(refusal, propose(name, known) ?? `columns: ${known.join(", ")}`),
      );
    } else if (columns.has(name)) report("table/repeated-column", "error", 1, refuse(`column "${name}" stands twice`));
    else columns.set(name, index);
  }
  const missing = shape.required.filter((name) => !columns.has(name));
  for (const name of missing) report("table/missing-column", "error", 1, refuse(`the column "${name}" is missing`));
  if (missing.length > 0) return;
  for (const { record, info } of rows.slice(1)) {
    // csv-parse counts the line on which a row ends.
    const line = info.lines - record.join("").split("\n").length + 1;
    if (record.length === header.length) row(createRow(file, line, record, columns, report));
    else {
      const refusal = `the row has ${record.length} cells, the header ${header.length}`;
      report("table/ragged-row", "error", line, refuse(refusal, "a cell with a comma needs quotes around it"));
    }
  }
}

function createRow(
  file: string,
  line: number,
  record: readonly string[],
  columns: ReadonlyMap<string, number>,
  report: (code: string, severity: Problem["severity"], line: number, refusal: Refusal) => void,
): TableRow {
  let errors = 0;
  const fault: TableRow["fault"] = (column, refusal, severity = "error") => {
    if (severity === "error") errors += 1;
    const located = { ...refusal, refusal: `${column}: ${refusal.refusal}` };
    report(refusal.code ?? "table/wrong-value", severity, line, located);
  };
  const text = (column: string): string | undefined => {
    const cell = record[columns.get(column) ?? -1]?.trim();
    if (cell === undefined || cell === "") return undefined;
    const strange = strangeCharacter(cell);
    if (strange === undefined) return cell;
    fault(column, refuse(`has the character ${strange}, which is no text`, "take it out"));
    return undefined;
  };
  const read: TableRow["read"] = (column, reader) => {
    const cell = text(column);
    if (cell === undefined) return undefined;
    const value = reader(cell);
    if (!isRefusal(value)) return value;
    fault(column, value);
    return undefined;
  };
  const need = (column: string): string | undefined => {
    const before = errors;
    const cell = text(column);
    if (cell === undefined && errors === before) fault(column, refuse("is empty", "the row means nothing without it"));
    return cell;
  };
  const oneOf: TableRow["oneOf"] = (column, choices) => {
    const cell = need(column);
    if (cell === undefined) return undefined;
    const choice = choices.find((candidate) => candidate === cell);
    if (choice === undefined) {
      fault(column, refuse(`"${cell.slice(0, 60)}" is not one of ${choices.join(", ")}`, propose(cell, choices)));
    }
    return choice;
  };
  return {
    file,
    line,
    text,
    need,
    read,
    oneOf,
    fault,
    date: (column) => read(column, parseDated),
    confidence: () => oneOf("confidence", ["high", "medium", "low"]),
    list: (column) => (text(column) ?? "").split(";").flatMap((part) => (part.trim() === "" ? [] : [part.trim()])),
    sound: () => errors === 0,
  };
}
