import type { Line } from "@kelisim/api";
import { addDays, type Day, dayIn, daysBetween } from "./days.ts";
import { type StateEntry, type StateId, stateOf } from "./states.ts";

/** What falls on one day of one lane. */
export interface CalendarMark {
  readonly day: Day;
  readonly count: number;
  /** Of several, the one that asks most of a reader. */
  readonly state: StateEntry;
  /** From when the act can be done, where it lies before the day. */
  readonly opens?: Day;
}

export interface CalendarLane {
  readonly id: "we" | "us" | "meetings";
  readonly marks: readonly CalendarMark[];
}

/** One row of the strip: the whole window, or thirty days of it on a phone. */
export interface StripRow {
  readonly from: Day;
  readonly days: number;
}

/** The state that stands for a day, first come first. */
const SPEAKS: readonly StateId[] = [
  "overdue",
  "lead time already passed",
  "not received by us",
  "open",
  "upcoming",
  "binding unverified",
];
const rank = (state: StateEntry): number => {
  const at = SPEAKS.indexOf(state.id);
  return at < 0 ? SPEAKS.length : at;
};

/** Takes the dated lines of a window together by day. Lines that are done or have passed are no longer drawn. */
export function laneMarks(lines: readonly Line[], from: Day, days: number, timeZone: string): readonly CalendarMark[] {
  const until = addDays(from, days);
  const drawn = lines.filter(
    (line) => line.day !== undefined && line.day <= until && rank(stateOf(line)) < SPEAKS.length,
  );
  // What is overdue stays at the left edge: its day lies before the strip.
  const byDay = Map.groupBy(drawn, (line) => (line.day! < from ? from : line.day!));
  return [...byDay]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([day, some]) => {
      const opens = some.map((line) => opening(line, timeZone)).filter((each): each is Day => each !== undefined);
      const first = opens.length === some.length ? opens.sort()[0] : undefined;
      return {
        day,
        count: some.length,
        state: some.map(stateOf).sort((a, b) => rank(a) - rank(b))[0]!,
        ...(first !== undefined && first < day ? { opens: first < from ? from : first } : {}),
      };
    });
}

function opening(line: Line, timeZone: string): Day | undefined {
  const moment = line.notBefore ?? line.arises;
  return moment === undefined ? undefined : dayIn(moment, timeZone);
}

/** One row where there is room, else rows of thirty days. */
export function stripRows(from: Day, days: number, wide: boolean): readonly StripRow[] {
  if (wide) return [{ from, days }];
  const rows: StripRow[] = [];
  for (let start = 0; start < days; start += 30) {
    rows.push({ from: addDays(from, start), days: Math.min(30, days - start) });
  }
  return rows;
}

/** Marks of a row only. */
export function marksIn(row: StripRow, marks: readonly CalendarMark[]): readonly CalendarMark[] {
  return marks.filter((mark) => {
    const at = daysBetween(row.from, mark.day);
    return at >= 0 && at < row.days;
  });
}

export interface MonthName {
  /** The first day of the month, or of the row. */
  readonly day: Day;
  readonly x: number;
  /** Absent where not even the shortest name has room before the next month. */
  readonly text?: string;
}

/** About how wide a bold character of 12 px is. */
const BOLD = 7.6;
/** From the line of a month to its name. */
const MONTH_GAP = 6;

/**
 * Names of the months of a row, each where its month begins: the longest of `namesOf` (longest first) that ends before
 * the next month begins.
 */
export function monthNames(
  row: StripRow,
  edge: (day: Day) => number,
  namesOf: (day: Day) => readonly string[],
): readonly MonthName[] {
  const end = addDays(row.from, row.days);
  const starts = Array.from({ length: row.days }, (_, index) => addDays(row.from, index)).filter(
    (day, index) => index === 0 || day.endsWith("-01"),
  );
  return starts.map((day, index) => {
    const x = edge(day) + (index === 0 ? 0 : MONTH_GAP);
    const room = edge(starts[index + 1] ?? end) - MONTH_GAP - x;
    const text = namesOf(day).find((name) => name.length * BOLD <= room);
    return { day, x, ...(text === undefined ? {} : { text }) };
  });
}

export interface Label {
  readonly mark: CalendarMark;
  readonly x: number;
  readonly anchor: "start" | "end";
  /** Absent where there is no room: the mark stands alone and the list below says the rest. */
  readonly text?: string;
  /** Its neighbour stands so close that the mark is drawn smaller. */
  readonly near: boolean;
}

/** About how wide a character of 12 px is; labels are left out rather than drawn over each other. */
const CHARACTER = 6.9;
const MARK = 12;
/** How wide a mark is drawn where it has room. */
const WHOLE = 16;

/**
 * Places marks on a row and their texts beside them: to the right where they fit before the next mark and the edge,
 * else to the left, else nowhere; a shorter text is tried before none.
 */
export function placeLabels(
  marks: readonly CalendarMark[],
  xOf: (day: Day) => number,
  edges: { readonly left: number; readonly right: number },
  textsOf: (mark: CalendarMark) => readonly string[],
): readonly Label[] {
  const placed: Label[] = [];
  let taken = edges.left;
  for (const [index, mark] of marks.entries()) {
    const x = xOf(mark.day);
    const next = marks[index + 1];
    const room = (next ? xOf(next.day) - MARK : edges.right) - (x + MARK);
    const before = x - MARK - taken;
    const texts = textsOf(mark);
    const right = texts.find((each) => each.length * CHARACTER <= room);
    const left = right === undefined ? texts.find((each) => each.length * CHARACTER <= before) : undefined;
    const text = right ?? left;
    const last = marks[index - 1];
    const near = (next !== undefined && xOf(next.day) - x < WHOLE) || (last !== undefined && x - xOf(last.day) < WHOLE);
    placed.push({
      mark,
      x,
      anchor: left === undefined ? "start" : "end",
      ...(text === undefined ? {} : { text }),
      near,
    });
    taken = x + MARK + (right === undefined ? 0 : right.length * CHARACTER);
  }
  return placed;
}
