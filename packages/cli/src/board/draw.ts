import type { State } from "@kelisim/duties";
import type { CivilDay } from "@kelisim/model";
import { cells } from "../look/cells.ts";
import { markOf, signOf } from "../look/marks.ts";
import type { Paper } from "../look/paper.ts";
import type { Look, Style } from "../look/style.ts";
import { texts } from "../texts/index.ts";
import { citation } from "../words/clause-index.ts";
import { grouped } from "../words/condition.ts";
import type { Names } from "../words/names.ts";
import { periodWords, shortDayWords } from "../words/time.ts";
import type { Section } from "./arrange.ts";
import { notesOf } from "./notes.ts";
import type { Row } from "./row.ts";

/** A row as it is printed, before widths are known. */
export interface DrawnRow {
  readonly state: State | "unverified";
  readonly style: Style;
  readonly act: string;
  readonly who: string;
  readonly how: string;
  readonly clause: string;
  readonly id: string;
  readonly confidence: string;
  readonly notes: readonly string[];
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
/** So many actors are named; more are counted. */
const NAMED = 3;

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

/** What a row says, in the words of its section. */
export function drawnRow(row: Row, section: Section["kind"], names: Names, today: CivilDay): DrawnRow {
  const { line, placed } = row;
  const { clause, instrument } = placed;
  const state = stateShown(row);
  const style = markOf(state).style;
  return {
    state,
    // An unverified figure never turns red.
    style: style === "red" && row.unsureDate ? "yellow" : style,
    act: actWords(row),
    clause: texts.clauseCell(instrument.id, citation(clause), clause.articleAssumed !== undefined),
    id: clause.id,
    confidence: texts.confidence[clause.confidence],
    ...cellsOf(row, section, names, today),
    notes: notesOf(row, section, names, today),
  };

  function cellsOf(row: Row, kind: Section["kind"], names: Names, today: CivilDay): { who: string; how: string } {
    if (kind === "limits") return { who: limitWords(row), how: limitState(row) };
    if (kind === "owed") return { who: fromWords(row, names), how: dateCell(row, today) };
    const from = row.standpoint === "owed";
    const others = from ? fromWords(row, names) : actorsWords(row, row.creditors, names);
    const whom = row.bothWays === true ? texts.bothWays(others) : others;
    if (kind === "rights") return { who: whom, how: line.deadline === null ? "" : dateCell(row, today) };
    // The mark says that it is in force.
    if (kind === "standing") return { who: whom, how: line.state === "in force" ? "" : texts.states[line.state] };
    return {
      who: whom,
      how:
        clause.channel === undefined
          ? ""
          : texts.channelCell(mainChannel(clause.channel), clause.channelAssumed !== undefined),
    };
  }
}

/** The channel without its particulars in brackets and its alternatives; `explain` prints it whole. */
function mainChannel(channel: string): string {
  return channel.split(/ \(|;/)[0]!;
}

/** The act, with the recurring period it is for. */
export function actWords(row: Row): string {
  const { clause } = row.placed;
  const title = clause.title;
  const period = row.line.period === undefined ? "" : periodWords(row.line.period);
  const group = row.line.group ?? "";
  return [title, ...[group, period].filter((text) => text !== "" && text !== "always")].reduce(texts.actOf);
}

function stateShown(row: Row): State | "unverified" {
  if (row.line.unverified) return "unverified";
  const { clause } = row.placed;
  if (clause.kind === "limit" && row.line.state === "exceeded" && clause.amountAssumed !== undefined)
    return "unverified";
  return row.line.state;
}

function fromWords(row: Row, names: Names): string {
  const sure = row.debtors.filter((actor) => !row.doubtful.includes(actor));
  const from =
    sure.length > NAMED || row.debtors.length > NAMED
      ? texts.fromMany(sure.length)
      : texts.fromOne(sure.map((actor) => names.actor(actor)).join(", "));
  return withDoubtful(from, row, row.debtors, names);
}

/** "55 participants, Russia ?": those whose binding is not verified are named, or counted where names would be many. */
export function actorsWords(row: Row, actors: readonly string[], names: Names): string {
  const sure = actors.filter((actor) => !row.doubtful.includes(actor));
  const { instrument } = row.placed;
  const words =
    actors.length > NAMED && row.doubtful.length > 0
      ? texts.many(sure.length, instrument.kind)
      : names.actors(sure, instrument);
  return withDoubtful(words, row, actors, names);
}

/** The doubtful are named in a note below in any case. */
function withDoubtful(sure: string, row: Row, actors: readonly string[], names: Names): string {
  const { doubtful } = row;
  if (doubtful.length === 0) return sure;
  const counted = doubtful.length > 1 && actors.length > NAMED;
  const words = counted
    ? [texts.unsure(texts.more(doubtful.length))]
    : doubtful.map((actor) => texts.unsure(names.actor(actor)));
  return texts.list([sure, ...words]);
}

function dateCell(row: Row, today: CivilDay): string {
  if (row.day !== undefined) {
    const date = shortDayWords(row.day, today);
    return row.unsureDate ? texts.unsure(date) : date;
  }
  const clause = row.placed.clause;
  const silent = "deadlines" in clause && clause.deadlines.every(({ deadline }) => deadline.kind === "none");
  const unread = silent && clause.deadlines.some(({ deadline }) => deadline.kind === "none" && deadline.unread);
  if (unread) return texts.noNumberKnownCell;
  return silent ? texts.noNumberCell : texts.noDateCell;
}

function limitWords(row: Row): string {
  const { clause } = row.placed;
  const unsure = clause.kind === "limit" && clause.amountAssumed !== undefined;
  const amount = row.line.amount === undefined ? "" : grouped(row.line.amount);
  const most = unsure ? texts.unsure(amount) : amount;
  if (clause.kind === "limit" && clause.form === "prohibition") return texts.recorded(grouped(row.line.value ?? "0"));
  if (row.line.value === undefined) return texts.atMost(most);
  return row.line.state === "unknown"
    ? texts.limitValueOrMore(grouped(row.line.value), most)
    : texts.limitValue(grouped(row.line.value), most);
}

function limitState(row: Row): string {
  const { clause } = row.placed;
  if (row.line.state === "unknown") return texts.notComplete;
  if (row.line.state === "exceeded" && clause.kind === "limit" && clause.amountAssumed !== undefined)
    return texts.unverifiedWord;
  return texts.states[row.line.state];
}
