import type { Institutions, MembershipCell } from "@kelisim/api";

/**
 * The cells that pass, with what one source alone has of them and of that only the spells that hold on the day, or may: the rows from
 * which a tie, an overlap or a centrality by this source is worked out.
 */
export function rowsOnDay(
  cells: Institutions["cells"],
  source: string,
  passes: (cell: MembershipCell) => boolean,
): Institutions["cells"] {
  return cells.filter(passes).flatMap((cell): MembershipCell[] => {
    const answers = cell.answers
      .filter((answer) => answer.source === source)
      .map((answer) => ({ ...answer, spells: answer.spells.filter(({ holds }) => holds !== "no") }))
      .filter(({ spells }) => spells.length > 0);
    return answers.length === 0 ? [] : [{ ...cell, answers }];
  });
}

/** The mark of a year of one drawing, and back; both it and a pair of ids stand in the address as what is open. */
export const yearMark = (key: string, year: number): string => `${key}~${year}`;

/** Undefined: the mark is of a pair, or of nothing. */
export function markedYear(mark: string | undefined): readonly [key: string, year: number] | undefined {
  const [, key, year] = /^(.+)~(\d{4})$/.exec(mark ?? "") ?? [];
  return key === undefined ? undefined : [key, Number(year)];
}
