import { columnsOf, type MappedColumn } from "@kelisim/model";
import { columnFinder, foldColumn } from "./find-columns.ts";
import type { Cell, CellReading, CodeListName, RowMaker, RowTest, TableLayout } from "./layout.ts";

const LISTS: Readonly<Record<CodeListName, string>> = {
  iso3: "ISO 3166-1 alpha-3",
  iso2: "ISO 3166-1 alpha-2",
  "iso number": "ISO 3166-1 numbers",
  cow: "numbers of the Correlates of War",
  gw: "numbers of Gleditsch and Ward",
  "country names": "names of countries",
  "crs recipients": "recipients of the OECD DAC",
  "crs donors": "donors of the OECD DAC",
};

const TIMES = { 1: "units of the currency", 1000: "thousands, times 1,000", 1000000: "millions, times 1,000,000" };

/** What is done to the text, in words. */
function howReading(reading: CellReading): string | undefined {
  const end = "after" in reading && reading.after === true ? "; the first day after it" : "";
  switch (reading.as) {
    case "text":
      return undefined;
    case "word":
      return Object.entries(reading.words)
        .map(([from, to]) => `"${from}" is "${to}"`)
        .join(", ");
    case "count":
      return "a count";
    case "number":
      return "a number";
    case "year":
      return "a year; of two years the first";
    case "amount":
      return `an amount in ${TIMES[reading.times]}`;
    case "date":
      return `a date like ${reading.like}; a coarser one is its first day${end}`;
    case "precision":
      return "whether day, month or year is written";
    case "date parts":
      return `a date with its month in "${reading.month}"${reading.day === undefined ? "" : ` and its day in "${reading.day}"`}${end}`;
    case "precision of parts":
      return "whether day, month or year is known";
    case "coded":
      return `by ${LISTS[reading.list]}; what is not in the list is kept as ${reading.prefix}:code`;
    case "coded list":
      return `all of them, by ${LISTS[reading.list]}; what is not in the list is kept as ${reading.prefix}:code`;
  }
}

const columnsOfCell = (cell: Cell, maker: RowMaker): readonly string[] =>
  "from" in cell ? [cell.from].flat() : "part" in cell ? (maker.each?.columns ?? []) : [];

function howCell(cell: Cell, maker: RowMaker): string | undefined {
  if ("constant" in cell) return `always "${cell.constant}"`;
  if ("file" in cell) return "the year of constant prices, as it was told or found; 0 where it is not known";
  const parts = "part" in cell ? `a row for each part${betweenWords(maker)}` : undefined;
  const absent =
    cell.absent === undefined ? undefined : `${cell.absent.map((text) => `"${text}"`).join(" and ")}: not given`;
  const words = [parts, howReading(cell), absent].filter((part) => part !== undefined);
  return words.length === 0 ? undefined : words.join("; ");
}

const betweenWords = ({ each }: RowMaker): string => (each?.between === undefined ? "" : ` between "${each.between}"`);

/**
 * How a layout makes columns of a file into columns of a table, in words, in the order of the table. A column that is read in
 * several ways stands once for each; constants that differ from row to row (the indicators of a wide file) stand once together.
 */
export function describeMapping(layout: TableLayout): readonly MappedColumn[] {
  return columnsOf(layout.table).flatMap(({ name }) => {
    const ways = new Map<string, MappedColumn>();
    const constants: string[] = [];
    for (const maker of layout.makes) {
      const cell = maker.cells[name];
      if (cell === undefined) continue;
      if ("constant" in cell) {
        if (!constants.includes(String(cell.constant))) constants.push(String(cell.constant));
        continue;
      }
      const how = howCell(cell, maker);
      const from = columnsOfCell(cell, maker);
      ways.set(JSON.stringify([from, how]), { from, to: name, ...(how === undefined ? {} : { how }) });
    }
    return [...constantsIn(layout, name, constants), ...merged([...ways.values()])];
  });
}

function constantsIn(layout: TableLayout, to: string, constants: readonly string[]): readonly MappedColumn[] {
  if (constants.length === 0) return [];
  if (constants.length === 1) return [{ from: [], to, how: `always "${constants[0]}"` }];
  // Which columns decide between them: those of the tests, and those that hold the value.
  const deciding = new Set(
    layout.makes.flatMap((maker) => [...maker.when.map((test: RowTest) => test.column), ...valueColumns(maker)]),
  );
  return [
    { from: [...deciding], to, how: `one of ${constants.map((value) => `"${value}"`).join(", ")}, by the column read` },
  ];
}

const valueColumns = (maker: RowMaker): readonly string[] =>
  ["amount", "written"].flatMap((name) => {
    const cell = maker.cells[name];
    return cell === undefined ? [] : columnsOfCell(cell, maker);
  });

/** Columns that are read in the same way stand together. */
function merged(ways: readonly MappedColumn[]): readonly MappedColumn[] {
  const together = new Map<string, MappedColumn>();
  for (const way of ways) {
    const key = way.how ?? "";
    const other = together.get(key);
    together.set(key, other === undefined ? way : { ...other, from: [...new Set([...other.from, ...way.from])] });
  }
  return [...together.values()];
}

/** Columns of a file that the layout does not read, in the order of the file. */
export function leftOutColumns(layout: TableLayout, header: readonly string[]): readonly string[] {
  const find = columnFinder(header);
  const readColumns = layout.makes.flatMap((maker) => [
    ...maker.when.map(({ column }) => column),
    ...(maker.each?.columns ?? []),
    ...Object.values(maker.cells).flatMap((cell) => [
      ...columnsOfCell(cell, maker),
      ...("month" in cell ? [cell.month, ...(cell.day === undefined ? [] : [cell.day])] : []),
    ]),
  ]);
  const totals = layout.totals === undefined ? [] : [layout.totals.column];
  const ignored = (layout.ignores ?? []).flatMap(({ when }) => when.map(({ column }) => column));
  const places = new Set([...readColumns, ...totals, ...ignored].map(find));
  return header.filter((name, place) => !places.has(place) && foldColumn(name) !== "");
}
