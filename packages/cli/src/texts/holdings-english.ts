const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
const rows = (count: number) => plural(count, "row", "rows");

/** Files of others taken in, and money over them. */
export const holdingsEnglish = {
  help: {
    import: "Take a file of others in: [source] file. Recognised, read, kept with what it is; --preview only looks",
    layout: "read it by this layout, not by the one that its columns show",
    vintage: "which state of the data set it is, as the producer dates it (2025-08)",
    priceYear: "year of constant prices, where the producer's notes give it",
    entry: "which file of an archive",
    encoding: "how its letters are read: utf-8, utf-16le, utf-16be, windows-1252, windows-1251",
    preview: "show what would be taken, and how; keep nothing",
    data: "folder of the node's data; the files are kept in its folder holdings (data)",
    holdings: "Files of others that were taken in",
    list: "What is held, by data set and vintage",
    show: "One holding: which column became which, what was refused and why",
    reconcile: "Totals that a report prints, as CSV of the table's columns, beside what the rows of a holding give",
    refused: "how many refused rows are shown",
    forget: "Take a holding out; a row stays that says who did it and why",
    why: "the reason, for that row",
    money: "Money by donor, recipient, purpose, flow and year, or the share of a purpose, over what is held",
    by: "columns to group by, with commas: year, donor, recipient, purpose, flow, agency, channel, activity",
    share: "share of a set of purposes in all: 152 (the default), border-management, or beginnings of codes",
    donor: "only these donors, by id or name, with commas",
    recipient: "only these recipients, by id or name, with commas",
    purpose: "only purposes whose codes begin so, with commas",
    flow: "only kinds of flow that begin so (ODA)",
    from: "first year",
    to: "last year",
    measure: "only this sum: commitment, disbursement, budget ...",
    prices: "only prices of the year (current) or of one year (constant); without it both",
    dataset: "only this data set",
    holding: "ask these holdings and no other, by id, with commas: the answer never changes",
    all: "every line",
    json: "as JSON",
    csv: "CSV, RFC 4180, with vintage, citation, licence and caveats in every row",
    parquet: "write the sums into this new Parquet file",
  },
  stopped: "Stopped. Nothing of the file was kept.",
  reading: (file: string, done: string, of: string) => `${file}: reading ${done} of ${of}`,
  scanning: (file: string, done: number) => `${file}: scanning${done > 0 ? `, ${rows(done)}` : ""}`,
  making: (file: string, share: number) => `${file}: making rows${share > 0 ? `, ${share}%` : ""}`,
  megabytes: (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`,
  noLayout: (name: string) => `There is no layout "${name}".`,
  noSource: (name: string) => `There is no source "${name}".`,
  sourcesAre: (names: readonly string[]) => `Sources: ${names.join(", ")}`,
  layoutsAre: (names: readonly string[]) => `Layouts: ${names.join(", ")}`,
  notAYear: (option: string, text: string) => `${option} "${text}" is no year.`,
  noEncoding: (name: string) => `"${name}" is no encoding that is read here.`,
  encodingsAre: (names: readonly string[]) => `Encodings: ${names.join(", ")}`,

  // What would be taken, and what was
  wouldBe: (file: string) => `${file}: what would be taken. Nothing is kept.`,
  taken: (file: string) => `${file} is taken in.`,
  held: (file: string) => `${file} is held already. Nothing was done.`,
  recognised: (layout: string, version: number, why: string) =>
    `Read by layout ${layout} (version ${version}): ${why}.`,
  vintage: (vintage: string, from: "file" | "name" | "given" | "day taken") =>
    `Vintage ${vintage}: ${VINTAGE_FROM[from]}.`,
  counts: (made: number, table: string, read: number, refused: number) =>
    `${rows(made)} of "${table}" made of ${rows(read)} of the file; ${refused === 0 ? "none" : refused.toLocaleString("en")} refused.`,
  notWhole: "Only the beginning of the file was looked at.",
  years: (first: number, last: number) => (first === last ? `Year ${first}.` : `Years ${first} to ${last}.`),
  priceYear: (text: string) => `Year of constant prices: ${text}.`,
  unknownYear: "not known (0)",
  ignored: (count: number, because: string) => `${rows(count)} left out: ${because}.`,
  totals: (count: number) =>
    `${rows(count)} left out: ${count === 1 ? "it says of itself that it is a total" : "they say of themselves that they are totals"}.`,
  cells: (count: number) =>
    `${plural(count, "cell", "cells")} could not be read; the ${count === 1 ? "row was" : "rows were"} taken without ${count === 1 ? "it" : "them"}.`,
  leftOut: (columns: readonly string[]) => `Columns not taken: ${columns.join(", ")}.`,
  beside: (ids: readonly string[]) => `Asked together with ${ids.join(", ")}: no row in common.`,
  agreed: (count: number) =>
    `${plural(count, "total that the file prints agrees", "totals that the file prints agree")} with the sum of its rows, as far as it is rounded.`,
  reconciledTitle: "Totals that the file prints and its rows do not give",
  reconciled: (what: string, printed: string, summed: string) =>
    `${what}: ${printed === "" ? "not readable" : printed} printed, ${summed === "" ? "nothing" : summed} summed`,
  mappingTitle: "Columns",
  mapped: (from: readonly string[], to: string, how: string | undefined) =>
    `${from.length === 0 ? "" : `${from.join(", ")} → `}${to}${how === undefined ? "" : `: ${how}`}`,
  rowsTitle: "First rows",
  row: (row: number) => `row ${row.toLocaleString("en")}`,
  refusedTitle: "Refused, and cells left out",
  cell: (column: string | undefined, text: string | undefined, problem: string) =>
    `${column === undefined ? "" : `${column}: `}${problem}${text === undefined || problem.includes(text) ? "" : ` (${text})`}`,
  moreRefused: (id: string) => `More of them: kelisim holdings show ${id} --refused 1000`,
  caveatsTitle: "What the figures are not",
  citation: (text: string) => `Cite: ${text}`,
  licence: (text: string | undefined) => `Licence: ${text ?? "terms of the producer not seen"}`,
  file: (name: string, bytes: string, sha256: string) => `${name}, ${bytes}, SHA-256 ${sha256}`,
  takenBy: (when: string, by: string) => `Taken in ${when} by ${by}.`,
  id: (id: string) => `Holding ${id}`,

  // Printed totals
  reconcileTitle: (file: string, id: string) => `${file} beside ${id}`,
  totalColumns: ["line", "of", "column", "printed", "summed", "difference", "rows", ""],
  totalStates: {
    agrees: "agrees",
    differs: "differs",
    "nothing below it": "no row below it gives a value",
    "several sums": "its rows are of several kinds of money: name measure, currency, price_year",
  },
  withoutValue: (count: number) => `${rows(count)} without a value`,
  totalsAgree: (agree: number, all: number) =>
    `${agree} of ${plural(all, "total agrees", "totals agree")} with the rows below.`,
  noTotals: (file: string) => `${file} holds no total.`,

  // The list
  heldTitle: (count: number) => plural(count, "file is held", "files are held"),
  noneHeld: (folder: string) => `No file is held in ${folder}.`,
  importHint: "Take one in: kelisim import FILE",
  line: (vintage: string, made: number, table: string, years: string) =>
    `vintage ${vintage}: ${rows(made)} of ${table}${years === "" ? "" : `, ${years}`}`,
  passedOver: (id: string, years: readonly number[] | undefined, by: string, because: string) =>
    `${id}${years === undefined ? "" : `, ${yearsInWords(years)}`}: ${because}, ${by}, answers instead`,
  noHolding: (id: string) => `There is no holding "${id}".`,
  heldAre: (ids: readonly string[]) => (ids.length === 0 ? "Nothing is held." : `Held: ${ids.join(", ")}`),
  notACount: (option: string, text: string) => `${option} "${text}" is no whole number up to 1000.`,
  forgetWhy: "why is it taken out? The reason stays",
  forgetExample: (id: string) => `kelisim holdings forget ${id} --why "the wrong file"`,
  forgotten: (id: string) => `${id} is taken out. The reason stays in forgotten.jsonl.`,

  // Money
  noKey: (name: string) => `Money is not grouped by "${name}".`,
  keysAre: (names: readonly string[]) => `Columns: ${names.join(", ")}`,
  noMeasure: (name: string) => `There is no sum "${name}".`,
  measuresAre: (names: readonly string[]) => `Sums: ${names.join(", ")}`,
  noPrices: (name: string) => `There are no prices "${name}": current or constant.`,
  noSet: (name: string) => `There is no set of purposes "${name}".`,
  setsAre: (names: readonly string[]) =>
    `Sets: ${names.join(", ")}; or beginnings of codes with commas, as 15210,15220`,
  noDataset: (name: string) => `No data set "${name}" with money is held.`,
  datasetsAre: (names: readonly string[]) =>
    names.length === 0 ? "No file with money is held. Take one in: kelisim import FILE" : `Held: ${names.join(", ")}`,
  oneDataset: "A file of figures is of one data set; sources stand side by side and are not added up.",
  sharesNotParquet: "--parquet holds sums; shares are given as table, --json or --csv.",
  parquetNew: "Give another name; nothing is written over.",
  yearsTurned: (from: string, to: string) => `--from ${from} lies after --to ${to}.`,
  moneyTitle: (by: readonly string[]) => `Money by ${by.join(", ")}`,
  shareTitle: (set: string, by: readonly string[]) => `${set}: share by ${by.join(", ")}`,
  basis: (measure: string, currency: string, priceYear: number | null) =>
    `${measure}, ${currency}, ${priceYear === null ? "prices of the year" : priceYear === 0 ? "constant prices of a year that is not known" : `constant prices of ${priceYear}`}`,
  notGiven: "not given",
  unknown: "unknown",
  less: "less than 1",
  lessBelow: "between -1 and 0",
  sum: "sum",
  noPurposes: "Nothing here says for what the money was: the share is not known.",
  part: "in the set",
  whole: "all",
  share: "share",
  undecided: (least: string, greatest: string) => `${least} to ${greatest}: undecided`,
  nothing: "Nothing here answers this.",
  more: (count: number) => `... and ${plural(count, "more line", "more lines")}: --all`,
  wholeUnits: "Whole units; exact in --json and --csv.",
  method: (id: string, formula: string) => `Method ${id}: ${formula}.`,
  madeOf: (name: string, vintage: string, id: string, count: number) =>
    `Made of ${name}, vintage ${vintage}: ${rows(count)} (${id}).`,
  excluded: (reason: string, count: number) => `Left out: ${rows(count)}, ${reason}.`,
};

const VINTAGE_FROM = {
  file: "said in the file",
  name: "said in its name",
  given: "as was given",
  "day taken": "the day on which it was taken in, as neither file nor name says one",
};

/** "2012 to 2015, 2019" */
export function yearsInWords(years: readonly number[]): string {
  const spells: [number, number][] = [];
  for (const year of years.toSorted((a, b) => a - b)) {
    const last = spells.at(-1);
    if (last !== undefined && last[1] === year - 1) last[1] = year;
    else spells.push([year, year]);
  }
  return spells.map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`)).join(", ");
}
