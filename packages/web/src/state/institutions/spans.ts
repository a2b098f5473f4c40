import type { Institutions, MembershipSourceView, SourceSpell } from "@kelisim/api";
import { positionOf, type Years } from "../cooperation/through-time.ts";
import { isVerified } from "./matrix.ts";

export interface Span {
  /** From 0 to 1 on the ground of years. */
  readonly start: number;
  readonly end: number;
  readonly look: "filled" | "outlined" | "thin";
  readonly spell: SourceSpell;
}

/** What one source, or one citation of our table, has of one organisation and state. */
export interface SpanRow {
  readonly key: string;
  /** Organisation of a state, or state of an organisation. */
  readonly item: string;
  readonly organisation: string;
  readonly party: string;
  readonly source: MembershipSourceView;
  readonly cited?: string;
  readonly spans: readonly Span[];
}

/** Whose memberships are shown through time. */
export type Subject = { readonly kind: "state" | "body"; readonly id: string };

/** Every source's spells of a state, organisation by organisation, or of an organisation, state by state. */
export function spanRows(data: Institutions, subject: Subject, years: Years): readonly SpanRow[] {
  const sources = new Map(data.sources.map((source) => [source.id, source]));
  const items = subject.kind === "state" ? data.organisations : data.parties;
  const cells = data.cells.filter((cell) => (subject.kind === "state" ? cell.party : cell.organisation) === subject.id);
  const rank = new Map(items.map(({ id }, at) => [id, at]));
  const itemOf = (cell: (typeof cells)[number]) => (subject.kind === "state" ? cell.organisation : cell.party);
  return cells
    .toSorted((a, b) => (rank.get(itemOf(a)) ?? 0) - (rank.get(itemOf(b)) ?? 0))
    .flatMap((cell) =>
      cell.answers
        .filter(({ spells }) => spells.length > 0)
        .map(({ source: id, cited, spells }, at): SpanRow => {
          const source = sources.get(id)!;
          return {
            key: `${itemOf(cell)}~${id}~${at}`,
            item: itemOf(cell),
            organisation: cell.organisation,
            party: cell.party,
            source,
            ...(cited === undefined ? {} : { cited }),
            spans: spells.flatMap((spell) => spanOf(spell, source, years) ?? []),
          };
        }),
    );
}

function spanOf(spell: SourceSpell, { listsAllTo }: MembershipSourceView, years: Years): Span | undefined {
  const start = spell.from === undefined ? 0 : positionOf(spell.from, years);
  // A list that ends says nothing of later years; what has no end goes on to the end of the ground.
  const last = listsAllTo === undefined ? 1 : endOf(listsAllTo, years);
  const end = spell.to === undefined ? last : positionOf(spell.to, years);
  if (end < start || (start === 1 && end === 1)) return undefined;
  const isOpen = spell.from === undefined || !isVerified(spell);
  return { start, end, look: spell.kind === "member" ? (isOpen ? "outlined" : "filled") : "thin", spell };
}

/** The end of a date as coarse as it is: "2014" ends where 2015 begins. */
function endOf(date: string, years: Years): number {
  const [year = "", month] = date.split("-");
  if (month === undefined) return positionOf(`${Number(year) + 1}`, years);
  return positionOf(date, years);
}
