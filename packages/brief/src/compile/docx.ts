import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { ChartRun } from "docx/charts";
import type { BoundBrief } from "../bind.ts";
import type { Block, Inline, Plot } from "../document.ts";
import { barNumbers, figureWords } from "../figure-words.ts";
import type { FormattedCitations, Run } from "./citations.ts";
import { type Frame, frameOf } from "./frame.ts";
import { plotWords } from "./plot-svg.ts";

/** A brief as a file of Word: its own styles and headings, footnotes, tables, charts that Word draws. */
export async function docxOf(brief: BoundBrief, citations: FormattedCitations): Promise<Buffer> {
  return Packer.toBuffer(new Pages(brief, citations).document());
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;
/** Names of languages as Word knows them. */
const WORD_LANGUAGES = {
  en: "en-GB",
  ru: "ru-RU",
  kk: "kk-KZ",
  ky: "ky-KG",
  tg: "tg-Cyrl-TJ",
  tk: "tk-TM",
  uz: "uz-Latn-UZ",
} as const;
const NUMBERED = "numbered";
/** Millimetres in Word's twentieths of a point. */
const mm = (length: number): number => Math.round((length * 1440) / 25.4);

type Child = Paragraph | Table;
type Around = Omit<IParagraphOptions, "children" | "text">;

class Pages {
  readonly #brief: BoundBrief;
  readonly #citations: FormattedCitations;
  readonly #frame: Frame;
  /** Each numbered list begins anew. */
  #lists = 0;

  constructor(brief: BoundBrief, citations: FormattedCitations) {
    this.#brief = brief;
    this.#citations = citations;
    this.#frame = frameOf(brief, citations);
  }

  document(): Document {
    const { front } = this.#brief;
    const children = [...this.#head(), ...this.#blocks(this.#brief.blocks), ...this.#ends()];
    return new Document({
      title: front.title,
      creator: front.authors.join(", "),
      ...(front.versions.at(-1) === undefined ? {} : { revision: front.versions.at(-1)!.number }),
      styles: {
        default: {
          document: {
            run: {
              font: "Times New Roman",
              size: 22,
              language: { value: WORD_LANGUAGES[front.language] },
            },
            paragraph: { spacing: { after: 120, line: 276 } },
          },
        },
      },
      numbering: {
        config: [
          {
            reference: NUMBERED,
            levels: [0, 1, 2].map((level) => ({
              level,
              format: LevelFormat.DECIMAL,
              text: `%${level + 1}.`,
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } },
            })),
          },
        ],
      },
      sections: [
        {
          properties: {
            page: {
              size: { width: mm(210), height: mm(297) },
              margin: { top: mm(22), bottom: mm(22), left: mm(24), right: mm(24) },
            },
          },
          children,
        },
      ],
    });
  }

  #head(): readonly Child[] {
    const { title, by, notices, remark } = this.#frame;
    return [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
      ...(by === undefined ? [] : [new Paragraph(by)]),
      ...notices.map((text) => new Paragraph({ children: [new TextRun({ text, bold: true })] })),
      ...(remark === undefined ? [] : [new Paragraph(remark)]),
    ];
  }

  #blocks(blocks: readonly Block[], around: Around = {}): readonly Child[] {
    return blocks.flatMap((block) => this.#block(block, around));
  }

  #block(block: Block, around: Around): readonly Child[] {
    switch (block.kind) {
      case "heading":
        return [this.#paragraph(block.inlines, { ...around, heading: HEADINGS[block.depth - 1]! })];
      case "paragraph":
        return [this.#paragraph(block.inlines, around)];
      case "list":
        return this.#list(block, 0);
      case "quote":
        return this.#blocks(block.blocks, { indent: { left: 720 } });
      case "code":
        return block.text
          .split("\n")
          .map((text) => new Paragraph({ ...around, spacing: { after: 0 }, children: [mono(text)] }));
      case "rule":
        return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: "999999" } } })];
      case "table":
        return [
          ...(block.caption === undefined ? [] : [this.#paragraph(block.caption, { keepNext: true })]),
          table(
            block.header.map((cell) => this.#inlines(cell)),
            block.rows.map((row) => row.map((cell) => this.#inlines(cell))),
            block.numbers,
          ),
          new Paragraph(""),
        ];
      case "chart":
        return this.#chart(block);
      case "plot":
        return [new Paragraph({ keepNext: true, children: [plotRun(block)] })];
    }
  }

  #list({ ordered, start, items }: Extract<Block, { kind: "list" }>, level: number): readonly Child[] {
    if (ordered) this.#lists += 1;
    const instance = this.#lists;
    const mark: Around = ordered
      ? { numbering: { reference: NUMBERED, level: Math.min(level, 2), instance } }
      : { bullet: { level: Math.min(level, 8) } };
    // Word numbers from 1; another beginning is written out.
    const byHand = ordered && start !== 1;
    return items.flatMap((blocks, index) =>
      blocks.flatMap((block, at) => {
        if (block.kind === "list") return this.#list(block, level + 1);
        const inside: Around = { indent: { left: 720 * (level + 1) } };
        if (at > 0 || block.kind !== "paragraph") return this.#block(block, inside);
        if (!byHand) return [this.#paragraph(block.inlines, mark)];
        const number = new TextRun(`${start + index}. `);
        return [new Paragraph({ ...inside, children: [number, ...this.#inlines(block.inlines)] })];
      }),
    );
  }

  /** A chart that Word draws, and its figures below it: what a reader cannot see is there to be read. */
  #chart({ title, bars }: Extract<Block, { kind: "chart" }>): readonly Child[] {
    const numbers = barNumbers(bars, this.#brief.figures);
    const chart = new ChartRun({
      type: "bar",
      title,
      legend: false,
      categories: bars.map(({ label }) => label),
      series: [{ name: title, values: numbers.map((number) => number ?? null) }],
      categoryAxis: { reverseOrder: true },
      transformation: { width: 560, height: 80 + 36 * bars.length },
      altText: { name: title, description: title },
    });
    const rows = bars.map(({ label, figure }) => [[new TextRun(label)], this.#figure(figure)]);
    return [new Paragraph({ keepNext: true, children: [chart] }), table(undefined, rows), new Paragraph("")];
  }

  #paragraph(inlines: readonly Inline[], around: Around): Paragraph {
    return new Paragraph({ ...around, children: this.#inlines(inlines) });
  }

  #inlines(inlines: readonly Inline[]): readonly ParagraphChild[] {
    return inlines.flatMap((inline) => this.#inline(inline));
  }

  #inline(inline: Inline): readonly ParagraphChild[] {
    switch (inline.kind) {
      case "text":
        return [styled(inline.text, inline)];
      case "code":
        return [mono(inline.text)];
      case "link":
        return [runOf({ text: inline.text, address: inline.address })];
      case "break":
        return [new TextRun({ break: 1 })];
      case "figure":
      case "note":
        return this.#figure(inline.at);
      case "citation":
        return (this.#citations.marks[inline.at] ?? []).map(runOf);
    }
  }

  #figure(at: number): readonly ParagraphChild[] {
    const { text, flag, note } = figureWords(this.#brief.figures, at, this.#brief.front.language);
    const footnote = new FootnoteReferenceRun({
      children: [new Paragraph({ children: [new TextRun({ text: ` ${note}`, size: 17 })] })],
    });
    const flagged = flag === undefined ? [] : [new TextRun({ text: ` [${flag}]`, bold: true, color: "8A2C00" })];
    return [new TextRun(text), ...flagged, footnote];
  }

  /** Sources, data sets and the table of versions. */
  #ends(): readonly Child[] {
    const { lists, versions } = this.#frame;
    const entry = (runs: readonly Run[]) =>
      new Paragraph({ indent: { left: 425, hanging: 425 }, children: runs.map(runOf) });
    const cells = (row: readonly string[]) => row.map((text) => [new TextRun(text)]);
    return [
      ...lists.flatMap(({ title, entries }) => [titleOf(title), ...entries.map(({ runs }) => entry(runs))]),
      ...(versions === undefined
        ? []
        : [titleOf(versions.title), table(cells(versions.header), versions.rows.map(cells))]),
    ];
  }
}

const titleOf = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(text)] });

const mono = (text: string): TextRun => new TextRun({ text, font: "Courier New", size: 20 });

const styled = (text: string, { strong, emphasis }: Pick<Run, "strong" | "emphasis">): TextRun =>
  new TextRun({ text, bold: strong === true, italics: emphasis === true });

function runOf(run: Run): ParagraphChild {
  if (run.address === undefined) return styled(run.text, run);
  return new ExternalHyperlink({ link: run.address, children: [new TextRun({ text: run.text, style: "Hyperlink" })] });
}

type Cell = readonly ParagraphChild[];

/** Series as a chart that Word draws: lines with marks, or columns. A value that is not known leaves a gap. */
function plotRun(plot: Plot): ChartRun {
  const { form, title, unit, keys, series } = plot;
  const shared = {
    title,
    ...(series.length > 1 ? {} : { legend: false as const }),
    categories: [...keys],
    series: series.map(({ label, values }) => ({ name: label, values: values.map((value) => value ?? null) })),
    ...(unit === "" ? {} : { valueAxis: { title: unit } }),
    transformation: { width: 560, height: 300 },
    altText: { name: title, description: plotWords(plot) },
  };
  return new ChartRun(form === "line" ? { ...shared, type: "line", markers: true } : { ...shared, type: "column" });
}

function table(
  header: readonly Cell[] | undefined,
  rows: readonly (readonly Cell[])[],
  numbers: readonly number[] = [],
): Table {
  const columns = (header ?? rows[0] ?? []).length;
  const width = Math.floor(mm(162) / Math.max(columns, 1));
  const row = (cells: readonly Cell[], tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map(
        (children, at) =>
          new TableCell({
            width: { size: width, type: WidthType.DXA },
            margins: { left: 80, right: 80, top: 40, bottom: 40 },
            children: [
              new Paragraph({
                spacing: { after: 0 },
                ...(numbers.includes(at) ? { alignment: AlignmentType.END } : {}),
                children,
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: width * columns, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => width),
    rows: [...(header === undefined ? [] : [row(header, true)]), ...rows.map((cells) => row(cells, false))],
  });
}
