import type { MadeTable } from "./table.ts";
import { tableTexts } from "./texts.ts";

/** Media type of a workbook. */
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What a cell of a workbook may hold (Excel specifications and limits). */
const LONGEST_TEXT = 32_767;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^-?\d{1,15}(\.\d+)?$/;
/** Before this day workbooks count otherwise. */
const FIRST_DAY = "1900-03-01";

/**
 * The table as a workbook: the rows, then a sheet about them, then what each column holds. Whole days are dates, numbers that
 * a double keeps are numbers; a coarse date and an exact decimal of many digits stay text. Text is written as text, so no cell
 * is ever a formula.
 */
export async function writeXlsx(table: MadeTable, language: "en" | "ru"): Promise<Buffer> {
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const say = tableTexts[language];
  const [name, region, asOf, knownAt, readAs, licence, cite, caveat, source, column, title, description] = say.field;
  const pairs: readonly (readonly [string, string])[] = [
    [name, table.title],
    [region, table.region],
    [asOf, table.standpoint.asOf],
    [knownAt, table.standpoint.knownAt],
    [readAs, table.readAs],
    [licence, table.licence],
    [cite, table.cite],
    ...table.caveats.map((text) => [caveat, text] as const),
    ...table.sources.map((each) => [source, `${each.title} [${each.id}] ${each.address ?? ""}`.trim()] as const),
  ];
  const file = writeXlsxFile([
    {
      sheet: sheetName(table.title),
      stickyRowsCount: 1,
      columns: table.columns.map(({ id }) => ({ width: id === "act" || id === "title" || id === "source" ? 48 : 18 })),
      data: [
        table.columns.map((each) => headCell(each.title)),
        ...table.rows.map((row) => table.columns.map(({ id }) => cell(row[id]))),
      ],
    },
    {
      sheet: say.about,
      columns: [{ width: 24 }, { width: 110 }],
      data: pairs.map(([label, text]) => [headCell(label), cell(text, true)]),
    },
    {
      sheet: say.columns,
      columns: [{ width: 24 }, { width: 30 }, { width: 90 }],
      data: [
        [headCell(column), headCell(title), headCell(description)],
        ...table.columns.map((each) => [cell(each.id, true), cell(each.title, true), cell(each.description, true)]),
      ],
    },
  ]);
  return file.toBuffer();
}

function cell(value: string | number | null | undefined, isText = false) {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number") return { value, type: Number };
  if (!isText && DAY.test(value) && value >= FIRST_DAY)
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
  if (!isText && NUMBER.test(value) && String(Number(value)) === value) return { value: Number(value), type: Number };
  // XML 1.0 has no place for most control characters.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const text = value.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return { value: text.slice(0, LONGEST_TEXT), type: String };
}

/** Rows alone as a workbook of one sheet, for a list that is no table of a region. */
export async function writeSheet(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number | null | undefined)[])[],
): Promise<Buffer> {
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const file = writeXlsxFile([
    {
      sheet: sheetName(title),
      stickyRowsCount: 1,
      columns: columns.map(() => ({ width: 18 })),
      data: [columns.map(headCell), ...rows.map((row) => row.map((value) => cell(value)))],
    },
  ]);
  return file.toBuffer();
}

const headCell = (text: string) => ({ value: text, type: String, fontWeight: "bold" as const });

/** At most 31 characters, none of those that a reference to a sheet uses. */
const sheetName = (title: string) => title.replaceAll(/[\\/?*[\]:]/g, " ").slice(0, 31);
