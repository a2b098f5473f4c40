import type { Institution, Institutions, MembershipCell, SourceAnswer, SourceSpell } from "@kelisim/api";

/** How a status is drawn: ink means knowledge. "line" is a status that does not count as membership. */
export type MarkLook = "filled" | "dashed" | "hatched" | "line";

export interface InstitutionMark {
  readonly kind: SourceSpell["kind"];
  readonly look: MarkLook;
  readonly perhaps: boolean;
}

export interface InstitutionRow {
  readonly organisation: Institution;
  /** In the order of the parties; undefined: no source has a row. */
  readonly cells: readonly (MembershipCell | undefined)[];
}

export const cellKey = ({ organisation, party }: Pick<MembershipCell, "organisation" | "party">): string =>
  `${organisation}~${party}`;

/** Organisations × parties in the order of the answer; `onlyDiffering` keeps rows with a disagreement. */
export function institutionRows(data: Institutions, onlyDiffering: boolean): readonly InstitutionRow[] {
  const cells = new Map(data.cells.map((cell) => [cellKey(cell), cell]));
  const rows = data.organisations.map((organisation) => ({
    organisation,
    cells: data.parties.map(({ id }) => cells.get(`${organisation.id}~${id}`)),
  }));
  return onlyDiffering ? rows.filter((row) => row.cells.some((cell) => cell?.disagree === true)) : rows;
}

/** What stands in a cell on the day: membership where any source has it, else what else they have. */
export function marksOf(cell: MembershipCell | undefined): readonly InstitutionMark[] {
  if (cell === undefined) return [];
  const said = (standing: SourceAnswer["standing"]) => cell.answers.filter((answer) => answer.standing === standing);
  const members = said("member");
  if (members.length > 0) {
    const sure = members.some(({ spells }) => spells.some((spell) => spell.holds === "yes" && isVerified(spell)));
    return [{ kind: "member", look: sure ? "filled" : "dashed", perhaps: false }];
  }
  if (said("uncertain").length > 0) return [{ kind: "member", look: "dashed", perhaps: true }];
  const others = said("other status").flatMap(({ spells }) => spells.filter(({ holds }) => holds !== "no"));
  return [...new Set(others.map(({ kind }) => kind))].map((kind) => ({
    kind,
    look: kind === "suspended" ? "hatched" : "line",
    perhaps: others.every((spell) => spell.kind !== kind || spell.holds === "perhaps"),
  }));
}

/** General knowledge and low confidence verify nothing; a file of others has no confidence of its own and is a source. */
export const isVerified = ({ unverified, confidence }: SourceSpell): boolean => !unverified && confidence !== "low";

/** The figures of the answer: sources, cells in which they disagree, cells that stay open. */
export function institutionFigures({ sources, cells }: Institutions) {
  const open = cells.filter(
    ({ disagree, answers }) =>
      !disagree &&
      answers.some(({ standing }) => standing === "uncertain") &&
      answers.every(({ standing }) => standing !== "member"),
  );
  return {
    sources: sources.length,
    differ: cells.filter(({ disagree }) => disagree).length,
    uncertain: open.length,
  };
}

/** Ids in the brackets of a citation: "Law 57-I [S104]; Tashkent Times [S210]" has S104 and S210. */
export const citedIds = (cited: string): readonly string[] => [...cited.matchAll(/\[([^\]]+)\]/g)].map(([, id]) => id!);
