import type { Row, Words } from "@kelisim/words";
import { mutual } from "@kelisim/words";
import type { Asked } from "../standpoint.ts";
import type { View } from "../views.ts";

/** Rows between two parties: what the first owes the second, and back. Alike in both directions: once, in the first. */
export interface PairRows {
  readonly there: readonly Row[];
  readonly back: readonly Row[];
}

/**
 * The lines of the view's board in which one of the two owes the other something in the asked window. A line that is
 * owed to many is narrowed to the other of the two; what is owed to nobody in particular is not between them.
 */
export function pairRows(view: View, asked: Asked, words: Words, [a, b]: readonly [string, string]): PairRows {
  const { asOf, knownAt, from, until } = asked;
  const board = view.ledger.board({ asOf, knownAt, from, until, party: a });
  const isOther = (actor: string) => actor === b || words.names.membersOf(actor).includes(b);
  const rows = words.rowsOf(board.lines).flatMap((row): Row[] => {
    const ends = row.standpoint === "owed" ? "debtors" : "creditors";
    const other = row[ends].find(isOther);
    if (other === undefined || row.standpoint === "neither") return [];
    const { line } = row;
    return [
      {
        ...row,
        [ends]: [other],
        line: { ...line, unverified: line.unverified || row.doubtful.includes(other) },
        doubtful: [],
      },
    ];
  });
  const joined = mutual(rows);
  return {
    there: joined.filter(({ standpoint }) => standpoint === "owes"),
    back: joined.filter(({ standpoint }) => standpoint === "owed"),
  };
}
