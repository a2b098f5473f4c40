import type { Ties } from "@kelisim/api";
import type { NetworkLine } from "../cooperation/network-lines.ts";

const WIDEST = 9;
const NARROWEST = 0.8;

/**
 * The lines of states tied by shared organisations: the wider, the greater the weight. Counted memberships have one scale through all
 * years; weights by size have that of the day.
 */
export function tieLines(
  { parties, edges, ever, weighting }: Pick<Ties, "parties" | "edges" | "ever" | "weighting">,
  write: (weight: number) => string,
): readonly NetworkLine[] {
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  const most =
    weighting === "count"
      ? Math.max(1, ...ever.map(({ count }) => count))
      : Math.max(0.001, ...edges.map(({ weight }) => weight));
  return edges.map(({ a, b, weight }) => ({
    a,
    b,
    wide: Math.max(NARROWEST, (WIDEST * weight) / most),
    dashed: false,
    title: `${names.get(a) ?? a}, ${names.get(b) ?? b}: ${write(weight)}`,
  }));
}
