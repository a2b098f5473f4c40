import type { Cooperation, Network, Relation } from "@kelisim/api";

/** A line between two parties of a network. */
export interface NetworkLine {
  readonly a: string;
  readonly b: string;
  /** Pixels; what it stands for is said by whoever draws. */
  readonly wide: number;
  /** All that it stands for rests on what is not verified. */
  readonly dashed: boolean;
  /** What it stands for in words. */
  readonly title: string;
}

/** Width of a line for each body in common, and at most. */
const PER_BODY = 0.42;
const WIDEST = 9;

/** How a pair stands in an address and on its line. */
export const pairMark = ({ a, b }: Pick<NetworkLine, "a" | "b">): string => `${a}~${b}`;

/** The lines of a network of bodies in common: the wider, the more. */
export function bodyLines({ parties, edges }: Network): readonly NetworkLine[] {
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  return edges.map(({ a, b, organisations, unverified }) => ({
    a,
    b,
    wide: Math.min(WIDEST, organisations.length * PER_BODY),
    dashed: unverified === organisations.length,
    title: `${names.get(a) ?? a}, ${names.get(b) ?? b}: ${organisations.length}`,
  }));
}

/** The rows behind a line: those of both that hold on the day, or may, in a body that the two have in common. */
export function relationsOfPair(
  { relations }: Pick<Cooperation, "relations">,
  { a, b, organisations }: Network["edges"][number],
): Relation[] {
  return relations.flatMap((relation) => {
    if ((relation.party !== a && relation.party !== b) || !organisations.includes(relation.organisation)) return [];
    const spells = relation.spells.filter(({ holds }) => holds !== "no");
    return spells.length === 0 ? [] : [{ ...relation, spells }];
  });
}
