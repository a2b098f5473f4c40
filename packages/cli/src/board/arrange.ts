import type { Board, BoardLine } from "@kelisim/duties";
import { type CivilDay, NEVER } from "@kelisim/model";
import { texts } from "../texts/index.ts";
import type { ClauseIndex } from "../words/clause-index.ts";
import { dayWords } from "../words/time.ts";
import { type Row, rowsOf } from "./row.ts";

/** Rows under one heading. `kind` says how they are drawn. */
export interface Group {
  /** Empty: the rows follow the section's title directly. */
  readonly title: string;
  readonly rows: readonly Row[];
}

export interface Section {
  readonly kind: "owes" | "owed" | "rights" | "limits" | "standing";
  readonly title: string;
  readonly groups: readonly Group[];
}

export interface Choice {
  readonly owes: boolean;
  readonly owed: boolean;
  /** Also rights, limits and standing principles. */
  readonly all: boolean;
}

export interface Arranged {
  readonly sections: readonly Section[];
  readonly rows: readonly Row[];
  /** Lines left out of the sections, by form. */
  readonly others: { readonly rights: number; readonly limits: number; readonly standing: number };
}

/** A board's lines in the order people read them; `today` is the day of as-of. */
export function arrange(board: Pick<Board, "lines">, clauses: ClauseIndex, today: CivilDay, choice: Choice): Arranged {
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
  const sections: Section[] = [
    { kind: "owes", title: texts.weOwe, groups: dutyGroups(owes, today) },
    { kind: "owed", title: texts.owedToUs, groups: owed.length === 0 ? [] : [{ title: "", rows: inOrder(owed) }] },
    { kind: "rights", title: texts.rightsGroup, groups: choice.all ? plain(rights) : [] },
    { kind: "limits", title: texts.limitsGroup, groups: plain(shownLimits) },
    { kind: "standing", title: texts.standingGroup, groups: choice.all ? plain(standing) : [] },
  ];
  const shown = sections.filter((section) => section.groups.some((group) => group.rows.length > 0));
  return {
    sections: shown,
    rows: shown.flatMap((section) => section.groups.flatMap((group) => group.rows)),
    others: choice.all
      ? { rights: 0, limits: 0, standing: 0 }
      : { rights: rights.length, limits: limits.length - shownLimits.length, standing: standing.length },
  };
}

const plain = (rows: readonly Row[]): readonly Group[] => (rows.length === 0 ? [] : [{ title: "", rows }]);

/** Overdue first, then what is ahead by date, then what passed, then what has no date, then what is closed. */
function dutyGroups(rows: readonly Row[], today: CivilDay): readonly Group[] {
  const left = new Set(rows);
  const takeAll = (which: (row: Row) => boolean): Row[] => {
    const taken = [...left].filter(which);
    for (const row of taken) left.delete(row);
    return taken;
  };
  const groups: Group[] = [];
  const add = (title: string, found: readonly Row[]) => {
    if (found.length > 0) groups.push({ title, rows: found });
  };
  add(texts.overdueGroup, inOrder(takeAll((row) => row.line.state === "overdue")));
  add(texts.leadTimeGroup, inOrder(takeAll((row) => row.line.state === "lead time already passed")));
  const ahead = takeAll((row) => row.day !== undefined && (row.line.state === "upcoming" || row.line.state === "open"));
  const dates = new Map<string, Row[]>();
  for (const row of inOrder(ahead)) {
    const title = texts.dateGroup(dayWords(row.day!), texts.distance(row.day! - today), row.unsureDate);
    const known = dates.get(title);
    if (known === undefined) dates.set(title, [row]);
    else known.push(row);
  }
  for (const [title, found] of dates) add(title, found);
  add(texts.passedGroup, inOrder(takeAll((row) => row.line.state === "date passed, nothing recorded here")).reverse());
  add(texts.notReceivedGroup, inOrder(takeAll((row) => row.line.state === "not received by us")));
  add(texts.undatedGroup, inOrder(takeAll((row) => row.line.state === "open" || row.line.state === "upcoming")));
  add(texts.closedGroup, inOrder([...left]));
  return groups;
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
