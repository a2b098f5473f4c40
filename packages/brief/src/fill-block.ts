import type {
  AskedBlock,
  AskedLine,
  Block,
  BoundFigure,
  CitedItem,
  ClaimValue,
  Inline,
  SeriesValue,
  Statement,
  TableCell,
  TableValue,
} from "./document.ts";
import { numberIn, shownText, shownUnit } from "./figure-text.ts";
import type { BriefLanguage } from "./read/front-matter.ts";
import { type BriefTexts, textsIn } from "./texts/index.ts";

export interface FillPorts {
  readonly language: BriefLanguage;
  /** Whether an id is a source of the region. */
  readonly isSource: (id: string) => boolean;
  /** Cites sources at the place of the block, and gives the place in the list of citations. */
  readonly cite: (items: readonly CitedItem[]) => number;
  readonly wrong: (code: string, message: string, mend: string) => void;
}

/** Makes blocks that can be printed of one that the data fill. What asks nothing or could not be worked out gives nothing: that was said. */
export function fillBlock(block: AskedBlock, figures: readonly BoundFigure[], ports: FillPorts): readonly Block[] {
  const lines = block.lines.filter(({ figure }) => figures[figure]!.figure.method.id !== "");
  if (lines.length < block.lines.length) return [];
  if (block.as === "claim") return lines.map((line) => claimBlock(line, figures, ports));
  const [first] = lines;
  if (first === undefined) return [];
  if (figures[first.figure]!.shape === "table") {
    return [tableBlock(block.title, first.figure, figures[first.figure]!.figure.value as TableValue, ports)];
  }
  return block.as === "plot"
    ? plotBlocks(block, lines, figures, ports)
    : [seriesTable(block.title, lines, figures, ports)];
}

const words = (text: string): Inline => ({ kind: "text", text });

/** The caption with the footnotes of what the table is made of. */
const captionOf = (title: string, notes: readonly number[]): readonly Inline[] => [
  { kind: "text", text: title, strong: true },
  ...notes.map((at): Inline => ({ kind: "note", at })),
];

function tableBlock(title: string, at: number, { columns, rows }: TableValue, ports: FillPorts): Block {
  const say = textsIn(ports.language);
  const numbers = columns.flatMap((_, column) => (rows.some((row) => row[column]?.isNumber) ? [column] : []));
  return {
    kind: "table",
    caption: captionOf(title, [at]),
    numbers,
    header: columns.map((id) => [words(say.columns[id] ?? id)]),
    rows:
      rows.length === 0
        ? [columns.map((_, column) => [words(column === 0 ? say.noRows : "")])]
        : rows.map((row) => row.map((cell) => cellOf(cell, say, ports))),
  };
}

function cellOf(
  { text, isNumber, isWord, sources = [] }: TableCell,
  say: BriefTexts,
  ports: FillPorts,
): readonly Inline[] {
  const known = sources.filter(ports.isSource);
  const others = sources.filter((id) => !ports.isSource(id));
  const cited: readonly Inline[] =
    known.length === 0 ? [] : [{ kind: "citation", at: ports.cite(known.map((source) => ({ source }))) }];
  const shown =
    text === undefined
      ? sources.length > 0
        ? undefined
        : say.unknown
      : isWord
        ? (say.words[text] ?? text)
        : isNumber
          ? shownText(text, ports.language, say.unknown)
          : text;
  const parts = [
    ...(shown === undefined || shown === "" ? [] : [words(shown)]),
    ...(others.length === 0 ? [] : [words(others.join(", "))]),
    ...cited,
  ];
  return parts.flatMap((part, at) => (at === 0 ? [part] : [words(" "), part]));
}

const seriesOf = (figures: readonly BoundFigure[], { figure }: AskedLine): SeriesValue =>
  figures[figure]!.figure.value as SeriesValue;

/** All keys of the series: years by their size, others in the order in which they first come. */
function keysOf(all: readonly SeriesValue[]): readonly string[] {
  const keys = [...new Set(all.flatMap(({ points }) => points.map(({ at }) => at)))];
  return all[0]?.by === "year" ? keys.sort((a, b) => Number(a) - Number(b)) : keys;
}

const pointAt = ({ points }: SeriesValue, key: string) => points.find(({ at }) => at === key)?.value;

/** Series beside each other: a row a key, a column a series. */
function seriesTable(
  title: string | undefined,
  lines: readonly AskedLine[],
  figures: readonly BoundFigure[],
  { language }: FillPorts,
): Block {
  const all = lines.map((line) => seriesOf(figures, line));
  return {
    kind: "table",
    ...(title === undefined ? {} : { caption: captionOf(title, []) }),
    numbers: lines.map((_, at) => at + 1),
    header: [keyHead(all, language), ...lines.map((line, at) => seriesHead(line, all[at]!, language))],
    rows: keysOf(all).map((key) => [[words(key)], ...all.map((series) => valueCell(series, key, language))]),
  };
}

/** So many years stand beside each other on a page. */
const MOST_YEARS = 10;

/** Series below each other, the years beside each other; many years in several tables of about as many each. */
function yearTables(
  lines: readonly AskedLine[],
  figures: readonly BoundFigure[],
  { language }: FillPorts,
): readonly Block[] {
  const all = lines.map((line) => seriesOf(figures, line));
  const years = keysOf(all);
  const each = Math.ceil(years.length / Math.max(1, Math.ceil(years.length / MOST_YEARS)));
  const bands = years.flatMap((_, at) => (at % each === 0 ? [years.slice(at, at + each)] : []));
  return bands.map((band, place) => ({
    kind: "table",
    numbers: band.map((_, at) => at + 1),
    header: [keyHead(all, language), ...band.map((year) => [words(year)])],
    rows: lines.map((line, at) => [
      // A footnote stands once.
      seriesHead(line, all[at]!, language).filter(({ kind }) => place === 0 || kind !== "note"),
      ...band.map((year) => valueCell(all[at]!, year, language)),
    ]),
  }));
}

const keyHead = ([first]: readonly SeriesValue[], language: BriefLanguage): readonly Inline[] => [
  words(textsIn(language).columns[first!.by] ?? first!.by),
];

function seriesHead({ label, figure }: AskedLine, { unit }: SeriesValue, language: BriefLanguage): readonly Inline[] {
  const name = label ?? textsIn(language).columns.value ?? "";
  return [words(unit === "" ? name : `${name}, ${shownUnit(unit, language)}`), { kind: "note", at: figure }];
}

function valueCell(series: SeriesValue, key: string, language: BriefLanguage): readonly Inline[] {
  const { unknown } = textsIn(language);
  const value = pointAt(series, key);
  return [words(value === undefined ? unknown : shownText(value, language, unknown))];
}

/** A picture, and below it the same values as a table: what a reader cannot see is there to be read. */
function plotBlocks(
  { title, form }: AskedBlock,
  lines: readonly AskedLine[],
  figures: readonly BoundFigure[],
  ports: FillPorts,
): readonly Block[] {
  const all = lines.map((line) => seriesOf(figures, line));
  const units = [...new Set(all.filter(({ points }) => points.length > 0).map(({ unit }) => unit))];
  if (units.length > 1) {
    ports.wrong(
      "brief/units",
      `the series of a chart have one unit, not ${units.map((unit) => `"${unit}"`).join(" and ")}`,
      "make two charts",
    );
    return [];
  }
  if (new Set(all.map(({ by }) => by)).size > 1) {
    ports.wrong("brief/keys", "the series of a chart are by one key", "give all of them the same by=");
    return [];
  }
  const keys = keysOf(all);
  const series = lines.map(({ label }, at) => ({
    label: label ?? title,
    values: keys.map((key) => numberIn(pointAt(all[at]!, key) ?? "")),
  }));
  if (form === "bar" && series.some(({ values }) => values.some((value) => value !== undefined && value < 0))) {
    ports.wrong("brief/bar", "a value below zero has no length", "write form: line, or put it in a table");
    return [];
  }
  return [
    { kind: "plot", form, title, unit: shownUnit(units[0] ?? "", ports.language), keys, series },
    ...(all[0]?.by === "year" ? yearTables(lines, figures, ports) : [seriesTable(undefined, lines, figures, ports)]),
  ];
}

/** A claim as its source makes it, what stands behind it, and what says otherwise. */
function claimBlock({ figure: at }: AskedLine, figures: readonly BoundFigure[], ports: FillPorts): Block {
  const say = textsIn(ports.language);
  const { state, against, check, dispute, ...own } = figures[at]!.figure.value as ClaimValue;
  const cited = (sources: readonly string[], location?: string): readonly Inline[] => {
    const [first, ...rest] = sources.filter(ports.isSource).map((source) => ({ source }));
    if (first === undefined) return [];
    const items = [{ ...first, ...(location === undefined ? {} : { locator: location }) }, ...rest];
    return [words(" "), { kind: "citation", at: ports.cite(items) }];
  };
  const said = (one: Statement): readonly Inline[] => [
    words(sentence(one.claim)),
    ...cited(one.sources, one.location),
    words(` ${say.support(one.confidence, one.independent)}`),
  ];
  const paragraph = (inlines: readonly Inline[]): Block => ({ kind: "paragraph", inlines });
  const strong = (text: string): Inline => ({ kind: "text", text, strong: true });
  // Sources are numbered in the order of reading.
  const head = paragraph([...said(own), { kind: "note", at }]);
  const differ =
    dispute === undefined
      ? []
      : [
          paragraph([
            strong(say.sourcesDiffer),
            words(` ${dispute.question} ${sentence(dispute.reason ?? "")}`.trimEnd()),
            ...cited(dispute.sources),
          ]),
        ];
  const others: readonly Block[] =
    against.length === 0
      ? []
      : [
          paragraph([strong(say.against)]),
          { kind: "list", ordered: false, start: 1, items: against.map((one) => [paragraph(said(one))]) },
        ];
  return {
    kind: "quote",
    blocks: [
      head,
      paragraph([
        words(say.stateOf(say.words[state] ?? state)),
        ...(check === undefined ? [] : [words(` ${say.check(sentence(check))}`)]),
      ]),
      ...differ,
      ...others,
    ],
  };
}

const sentence = (text: string): string => (text === "" || /[.!?]$/.test(text) ? text : `${text}.`);
