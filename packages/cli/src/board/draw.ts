import type { CivilDay } from "@kelisim/model";
import { type Names, type Row, type RowWords, rowWords, type Section } from "@kelisim/words";
import { cells } from "../look/cells.ts";
import { markOf, signOf } from "../look/marks.ts";
import type { Paper } from "../look/paper.ts";
import type { Look, Style } from "../look/style.ts";
import { texts } from "../texts/index.ts";

/** A row as it is printed, before widths are known. */
export interface DrawnRow extends RowWords {
  readonly style: Style;
  /** Stands before the mark where other lines refer to this one; a space keeps the column where none does. */
  readonly number?: string;
}

/** Widths of the columns, the same over a whole board so that it reads as one table. */
export interface Widths {
  readonly mark: number;
  readonly act: number;
  readonly who: number;
  readonly how: number;
  readonly clause: number;
  readonly id: number;
  readonly confidence: boolean;
  /** What stands under the act, for want of room. */
  readonly below: readonly ("how" | "clause")[];
}

const CONFIDENCE_CELLS = 4;
/** The act gets at least this, and no other column less than the narrowest. */
const ACT_CELLS = 24;
const ACT_CELLS_BESIDE_DATE = 28;
const NARROWEST = 6;
const MOST_WORD = 22;

/**
 * Fits the columns to the terminal: the act takes what the others leave, clause ids are shown above 112 columns, and
 * where there is too little room for an act the channel stands under it, then the clause. Words are not broken.
 * `dated`: the id column holds a date that is always shown.
 */
export function widthsFor(rows: readonly DrawnRow[], look: Look, dated = false): Widths {
  const mark = Math.max(0, ...rows.map((row) => cells(leadOf(row, look))));
  const natural = (of: (row: DrawnRow) => string, most: number) =>
    Math.min(most, Math.max(0, ...rows.map((row) => cells(of(row)))));
  const longestWord = (of: (row: DrawnRow) => string) =>
    Math.max(
      0,
      ...rows.flatMap((row) =>
        of(row)
          .split(/[ \n]+/)
          .map(cells),
      ),
    );
  const tight = look.width < 96 || dated;
  const most = {
    who: natural((row) => row.who, tight ? 16 : 17),
    // A word is never broken where the column can be as wide as it.
    how: Math.max(
      natural((row) => row.how, tight ? 14 : 19),
      Math.min(
        MOST_WORD,
        longestWord((row) => row.how),
      ),
    ),
    clause: Math.max(
      natural((row) => row.clause, tight ? 17 : 20),
      Math.min(
        MOST_WORD,
        longestWord((row) => row.clause),
      ),
    ),
    id: dated || look.width >= 112 ? natural((row) => row.id, dated ? 24 : 18) : 0,
  };
  const confidence = rows.some((row) => row.confidence !== "");
  const fixed = 2 + (mark > 0 ? mark + 1 : 0) + (confidence ? CONFIDENCE_CELLS + 2 : 0);
  const roomWith = (columns: typeof most) =>
    Object.values(columns).reduce((room, width) => (width > 0 ? room - width - 2 : room), look.width - fixed);
  const shrunk = (columns: typeof most) => ({
    ...columns,
    how: Math.min(
      columns.how,
      longestWord((row) => row.how),
    ),
    who: Math.min(
      columns.who,
      longestWord((row) => row.who),
    ),
  });
  const tries: readonly [typeof most, Widths["below"]][] = [
    [most, []],
    ...(dated ? [] : [[shrunk(most), []] as [typeof most, Widths["below"]]]),
    [{ ...most, how: 0 }, ["how"]],
    [shrunk({ ...most, how: 0 }), ["how"]],
    [shrunk({ ...most, how: 0, clause: 0 }), ["how", "clause"]],
  ];
  const least = dated ? ACT_CELLS_BESIDE_DATE : ACT_CELLS;
  const [columns, below] = tries.find(([columns]) => roomWith(columns) >= least) ?? tries.at(-1)!;
  return { mark, ...columns, below, confidence, act: Math.max(NARROWEST, roomWith(columns)) };
}

/** One line with its notes below. Narrow: who, channel and clause stand under the act. */
export function drawRow(paper: Paper, row: DrawnRow, widths: Widths): void {
  const { look } = paper;
  const act = look.words ? texts.statedFirst(texts.states[row.state], row.act) : row.act;
  const mark = widths.mark === 0 ? [] : [{ text: leadOf(row, look), width: widths.mark, style: row.style }];
  const indent = 2 + (widths.mark === 0 ? 0 : widths.mark + 1);
  const under = (parts: readonly string[], separator: string) => {
    const text = parts.filter((part) => part !== "").join(separator);
    if (text !== "") paper.text(text, { indent, style: "dim" });
  };
  if (look.narrow) {
    paper.row(2, [...mark, { text: act, width: look.width - indent, style: "plain" }]);
    under([row.who, row.how], ", ");
    under([row.id, row.clause, row.confidence], "  ");
  } else {
    const columns: readonly (readonly [string, number, Style])[] = [
      [act, widths.act, "plain"],
      [row.who, widths.who, "plain"],
      [row.how, widths.how, "dim"],
      [row.id, widths.id, widths.below.includes("how") ? "plain" : "dim"],
      [row.clause, widths.clause, "dim"],
    ];
    paper.row(2, [
      ...mark,
      ...columns.filter(([, width]) => width > 0).map(([text, width, style]) => ({ text, width, style, gap: 2 })),
      ...(widths.confidence ? [{ text: row.confidence, width: CONFIDENCE_CELLS, style: "plain" as const }] : []),
    ]);
    under(
      widths.below.map((column) => row[column]),
      ", ",
    );
  }
  for (const note of row.notes) paper.text(note, { indent, style: "dim" });
}

/** Number and mark; nothing where states are said in words and no line is numbered. */
function leadOf(row: DrawnRow, look: Look): string {
  const sign = look.words ? "" : signOf(row.state, look);
  return row.number === undefined ? sign : `${row.number} ${sign}`;
}

/** What a row says, in the words of its section, and the style of its mark. */
export function drawnRow(row: Row, section: Section["kind"], names: Names, today: CivilDay): DrawnRow {
  const words = rowWords(row, section, names, today);
  const { style } = markOf(words.state);
  // An unverified figure never turns red.
  return { ...words, style: style === "red" && row.unsureDate ? "yellow" : style };
}
