import type { BoardLine, Line } from "@kelisim/duties";
import { type CivilDay, dayOf } from "@kelisim/model";
import type { ClauseIndex, PlacedClause } from "../clause-index.ts";
import { deadlineUnverified } from "../deadline.ts";

/** A line of the engine without its pair of actors. */
export type PairlessLine = Omit<Line, "debtor" | "creditor">;

/** One printed line: the actors of both ends, and what is the same for all of them. */
export interface Row {
  readonly line: PairlessLine;
  readonly debtors: readonly string[];
  readonly creditors: readonly string[];
  readonly placed: PlacedClause;
  /** The deadline's day in the instrument's time zone. */
  readonly day: CivilDay | undefined;
  /** The deadline rests on a number or date that no source we hold confirms. */
  readonly unsureDate: boolean;
  /** Whether the asked party owes it or is owed it, where one was asked. */
  readonly standpoint: BoardLine["standpoint"];
  /** Those among the actors whose binding is not verified, where that of the others is. */
  readonly doubtful: readonly string[];
  /** The same holds from the others towards the asked party: one row for both directions. */
  readonly bothWays?: true;
}

/**
 * The lines as rows. Where a line and the same line with unverified binding stand beside each other, they are one
 * row: the actors whose binding is not verified are named in it, and the mark is that of the others.
 */
export function rowsOf(lines: readonly BoardLine[], clauses: ClauseIndex): Row[] {
  const rows = new Map<string, Row>();
  for (const line of [...lines].sort((a, b) => Number(a.unverified) - Number(b.unverified))) {
    const row = { ...rowOf(line, line.debtors, line.creditors, clauses), standpoint: line.standpoint };
    const owed = line.standpoint === "owed";
    const { debtors, creditors, unverified, ...same } = line;
    const key = JSON.stringify([same, owed ? creditors : debtors]);
    const known = rows.get(key);
    if (known === undefined) rows.set(key, row);
    else if (!unverified || known.line.unverified) rows.set(`${key} ${rows.size}`, row);
    else
      rows.set(key, {
        ...known,
        debtors: owed ? [...new Set([...known.debtors, ...debtors])] : known.debtors,
        creditors: owed ? known.creditors : [...new Set([...known.creditors, ...creditors])],
        doubtful: owed ? debtors : creditors,
      });
  }
  return [...rows.values()];
}

export function rowOf(
  line: PairlessLine,
  debtors: readonly string[],
  creditors: readonly string[],
  clauses: ClauseIndex,
): Row {
  const placed = clauses.of(line);
  return {
    line,
    debtors,
    creditors,
    placed,
    day: line.deadline === null ? undefined : dayOf(line.deadline, placed.instrument.timeZone),
    unsureDate: line.deadline !== null && deadlineUnverified(placed.clause),
    standpoint: "neither",
    doubtful: [],
  };
}

/**
 * Rows that stand in both directions between the asked party and the same others, as one: "China, both ways". Those
 * that hold in one direction only stay as they are; the order is kept.
 */
export function mutual(rows: readonly Row[]): readonly Row[] {
  const keyOf = (row: Row) => {
    const owed = row.standpoint === "owed";
    const [own, others] = owed ? [row.creditors, row.debtors] : [row.debtors, row.creditors];
    const { line, doubtful } = row;
    return JSON.stringify([
      line.clause,
      line.version,
      line.period,
      line.subject,
      line.state,
      line.deadline,
      own,
      others,
      doubtful,
    ]);
  };
  const given = new Set(rows.filter((row) => row.standpoint === "owed").map(keyOf));
  const taken = new Set(rows.filter((row) => row.standpoint === "owes" && given.has(keyOf(row))).map(keyOf));
  return rows.flatMap((row): readonly Row[] => {
    if (!taken.has(keyOf(row))) return [row];
    return row.standpoint === "owed" ? [] : [{ ...row, bothWays: true }];
  });
}
