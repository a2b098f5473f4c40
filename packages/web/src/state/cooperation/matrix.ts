import type { Circle, Cooperation, OrganisationView, Relation, Spell } from "@kelisim/api";
import { NEAR_ORGANISATIONS } from "./circles.ts";
import { type Look, lookOf } from "./through-time.ts";

export interface Mark {
  readonly kind: Spell["kind"];
  readonly look: Look;
  readonly perhaps: boolean;
}

/** What stands in one cell on the asked day. */
export interface Cell {
  readonly relation: Relation | undefined;
  /** Empty: no row holds on the day. Several: an observer that became a member that day, or sources that differ. */
  readonly marks: readonly Mark[];
  /** Rows of one dispute stand here: both are shown. */
  readonly disputed: boolean;
}

export interface MatrixRow {
  readonly organisation: OrganisationView;
  readonly cells: readonly Cell[];
  /** It did not exist yet on the asked day, or no longer. */
  readonly absent: boolean;
}

export interface Matrix {
  readonly parties: Cooperation["parties"];
  readonly rows: readonly MatrixRow[];
  /** Parties of the table that are not among the columns. */
  readonly left: number;
}

/** Memberships on the asked day as states × organisations, in the order of the answer. */
export function matrixOf(data: Cooperation, circle: Circle): Matrix {
  const parties = data.parties.filter(
    ({ focus, organisations }) =>
      circle === "all" || focus || (circle === "near" && organisations >= NEAR_ORGANISATIONS),
  );
  const relations = new Map(data.relations.map((each) => [keyOf(each.organisation, each.party), each]));
  const day = data.standpoint.today;
  const rows = data.organisations.map((organisation) => ({
    organisation,
    cells: parties.map(({ id }) => cellOf(relations.get(keyOf(organisation.id, id)))),
    absent:
      (organisation.founded !== undefined && lastDayOf(organisation.founded) > day && organisation.founded > day) ||
      (organisation.dissolved !== undefined && lastDayOf(organisation.dissolved) <= day),
  }));
  // A row without anything in any column says nothing to this circle.
  const shown = rows.filter(({ cells }) => cells.some(({ relation }) => relation !== undefined));
  return { parties, rows: shown, left: data.parties.length - parties.length };
}

export const keyOf = (organisation: string, party: string): string => `${organisation}~${party}`;

/** Last day that a date as exact as its source allows; the end of a month is taken late, which only text compares. */
const lastDayOf = (date: string): string =>
  date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;

function cellOf(relation: Relation | undefined): Cell {
  const now = relation?.spells.filter(({ holds }) => holds !== "no") ?? [];
  const marks: Mark[] = [];
  for (const spell of now) {
    const mark = { kind: spell.kind, look: lookOf(spell), perhaps: spell.holds === "perhaps" };
    // Two sources that say the same of today differ about the past only.
    const same = marks.findIndex(({ kind }) => kind === mark.kind);
    if (same === -1) marks.push(mark);
    else if (mark.look === "filled" && !mark.perhaps) marks[same] = mark;
  }
  return { relation, marks, disputed: now.some(({ dispute }) => dispute !== undefined) };
}
