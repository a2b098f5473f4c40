import type { Board, BoardLine } from "@kelisim/duties";
import { type CivilDay, NEVER } from "@kelisim/model";
import type { ClauseIndex } from "../clause-index.ts";
import type { Texts } from "../texts/index.ts";
import { dayWords } from "../time.ts";
import { mutual, type Row, rowsOf } from "./row.ts";
import type { RowKind } from "./row-words.ts";

/** Rows under one heading. `kind` says how they are drawn. */
export interface Group {
  /** Empty: the rows follow the section's title directly. */
  readonly title: string;
  readonly rows: readonly Row[];
  /** A part of its own, set apart from the group before it. */
  readonly apart?: true;
}

export interface Section {
  readonly kind: RowKind;
  readonly title: string;
  readonly groups: readonly Group[];
  /** Rows of this section that are only counted: open without a date, and not because of any record. */
  readonly counted: readonly Row[];
}

export interface Choice {
  readonly owes: boolean;
  readonly owed: boolean;
  /** Also rights, limits and standing principles. */
  readonly all: boolean;
  /** Also duties open without a date that no record gave rise to. */
  readonly undated: boolean;
}

export interface Arranged {
  readonly sections: readonly Section[];
  readonly rows: readonly Row[];
  /** Lines left out of the sections, by form. */
  readonly others: { readonly rights: number; readonly limits: number; readonly standing: number };
}

/** A board's lines in the order people read them; `today` is the day of as-of. */
export function arrange(
  board: Pick<Board, "lines">,
  clauses: ClauseIndex,
  today: CivilDay,
  choice: Choice,
  say: Texts,
): Arranged {
  const of = (form: BoardLine["form"], keep: (line: BoardLine) => boolean = () => true) =>
    rowsOf(
      board.lines.filter((line) => line.form === form && keep(line)),
      clauses,
    );
  const owes = choice.owes ? of("duty", (line) => line.standpoint !== "owed") : [];
  const owed = choice.owed ? of("duty", (line) => line.standpoint === "owed") : [];
  const rights = of("right");
  const limits = of("limit");
  const standing = of("standing");
  // A verified limit exceeded is no line to look for: it is always shown.
  const shownLimits = choice.all ? limits : limits.filter((row) => row.line.state === "exceeded");
  const [owesShown, owesCounted] = parted(owes, choice.undated);
  const [owedShown, owedCounted] = parted(owed, choice.undated);
  const sections: Section[] = [
    { kind: "owes", title: say.weOwe, groups: dutyGroups(owesShown, today, say), counted: owesCounted },
    { kind: "owed", title: say.owedToUs, groups: plain(owedInOrder(owedShown)), counted: owedCounted },
    {
      kind: "rights",
      title: say.rightsGroup,
      groups: choice.all ? byInstrument(mutual(rights), say) : [],
      counted: [],
    },
    { kind: "limits", title: say.limitsGroup, groups: byInstrument(shownLimits, say), counted: [] },
    {
      kind: "standing",
      title: say.standingGroup,
      groups: choice.all ? byInstrument(mutual(standing), say) : [],
      counted: [],
    },
  ];
  const shown = sections.filter((section) => section.groups.length > 0 || section.counted.length > 0);
  return {
    sections: shown,
    rows: shown.flatMap((section) => section.groups.flatMap((group) => group.rows)),
    others: choice.all
      ? { rights: 0, limits: 0, standing: 0 }
      : { rights: rights.length, limits: limits.length - shownLimits.length, standing: standing.length },
  };
}

/**
 * What is shown, and what is only counted. A duty that was there since a party became bound, or comes back every year,
 * and has no date that could be computed, would bury what has one; a duty that a record gave rise to is always shown.
 */
function parted(rows: readonly Row[], undated: boolean): readonly [shown: readonly Row[], counted: readonly Row[]] {
  const isCounted = ({ day, line }: Row) =>
    !undated && day === undefined && line.subject === undefined && (line.state === "open" || line.state === "upcoming");
  return [rows.filter((row) => !isCounted(row)), rows.filter(isCounted)];
}

/** More rows than this are read by instrument. */
const ROWS_UNGROUPED = 12;

function byInstrument(rows: readonly Row[], say: Texts): readonly Group[] {
  if (rows.length <= ROWS_UNGROUPED) return plain(rows);
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const { instrument } = row.placed;
    const title = say.instrumentGroup(instrument.id, instrument.title);
    groups.set(title, [...(groups.get(title) ?? []), row]);
  }
  return [...groups].map(([title, found]) => ({ title, rows: found }));
}

const plain = (rows: readonly Row[]): readonly Group[] => (rows.length === 0 ? [] : [{ title: "", rows }]);

/** Overdue first, then what is ahead by date, then what passed, then what has no date, then what is closed. */
function dutyGroups(rows: readonly Row[], today: CivilDay, say: Texts): readonly Group[] {
  const left = new Set(rows);
  const takeAll = (which: (row: Row) => boolean): Row[] => {
    const taken = [...left].filter(which);
    for (const row of taken) left.delete(row);
    return taken;
  };
  const groups: Group[] = [];
  const add = (title: string, found: readonly Row[], apart = true) => {
    if (found.length > 0) groups.push({ title, rows: found, ...(apart ? { apart } : {}) });
  };
  add(say.overdueGroup, inOrder(takeAll((row) => row.line.state === "overdue")));
  add(say.leadTimeGroup, inOrder(takeAll((row) => row.line.state === "lead time already passed")));
  const ahead = takeAll((row) => row.day !== undefined && (row.line.state === "upcoming" || row.line.state === "open"));
  const dates = new Map<string, Row[]>();
  for (const row of inOrder(ahead)) {
    const title = say.dateGroup(dayWords(row.day!, say), say.distance(row.day! - today), row.unsureDate);
    const known = dates.get(title);
    if (known === undefined) dates.set(title, [row]);
    else known.push(row);
  }
  for (const [title, found] of dates) add(title, found, false);
  add(say.passedGroup, inOrder(takeAll((row) => row.line.state === "date passed, nothing recorded here")).reverse());
  add(say.notReceivedGroup, inOrder(takeAll((row) => row.line.state === "not received by us")));
  add(say.undatedGroup, inOrder(takeAll((row) => row.line.state === "open" || row.line.state === "upcoming")));
  add(say.closedGroup, inOrder([...left]));
  return groups;
}

/** What we should have got, then what is ahead by date, what passed, what has no date, what is closed. */
function owedInOrder(rows: readonly Row[]): readonly Row[] {
  const rank = ({ day, line }: Row) => {
    if (line.state === "not received by us" || line.state === "overdue") return 0;
    if (line.state === "open" || line.state === "upcoming") return day === undefined ? 3 : 1;
    return line.state === "date passed, nothing recorded here" || line.state === "lead time already passed" ? 2 : 4;
  };
  return inOrder(rows).sort((a, b) => rank(a) - rank(b));
}

function inOrder(rows: readonly Row[]): Row[] {
  const last = NEVER;
  return [...rows].sort(
    (a, b) =>
      (a.line.deadline ?? last) - (b.line.deadline ?? last) ||
      Number(a.unsureDate) - Number(b.unsureDate) ||
      compare(a.line.clause, b.line.clause) ||
      compare(a.line.subject ?? a.line.period ?? "", b.line.subject ?? b.line.period ?? ""),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
