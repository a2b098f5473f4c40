import type { Network, NetworkEdge, Relation, Spell } from "@kelisim/api";

/** What of a relation counts as belonging: being suspended or a guest does not. */
const COUNTED: ReadonlySet<Spell["kind"]> = new Set(["member", "observer", "partner", "signed", "other"]);

/** How a party belongs to an organisation on the asked day; undefined: by our table it does not. */
export function belonging(spells: readonly Spell[]): "verified" | "unverified" | undefined {
  const now = spells.filter(({ kind, holds }) => holds !== "no" && COUNTED.has(kind));
  if (now.length === 0) return undefined;
  const suspended = spells.some(({ kind, holds }) => holds !== "no" && kind === "suspended");
  const sure = now.some(({ holds, unverified, dispute }) => holds === "yes" && !unverified && dispute === undefined);
  return sure && !suspended ? "verified" : "unverified";
}

/**
 * Which of the parties have which bodies in common on the asked day. Pairs with fewer than `least` are left out and
 * counted. Parties keep the order in which they are given.
 */
export function networkOf(relations: readonly Relation[], parties: Network["parties"], least: number): Network {
  const now = new Map<string, Map<string, "verified" | "unverified">>();
  const ever = new Map<string, Set<string>>();
  for (const { organisation, party, spells } of relations) {
    const is = belonging(spells);
    if (is !== undefined) now.set(party, (now.get(party) ?? new Map()).set(organisation, is));
    if (spells.some(({ kind }) => COUNTED.has(kind))) ever.set(party, (ever.get(party) ?? new Set()).add(organisation));
  }
  const edges: NetworkEdge[] = [];
  const together: { a: string; b: string; count: number }[] = [];
  let leftOut = 0;
  parties.forEach(({ id: a }, index) => {
    for (const { id: b } of parties.slice(index + 1)) {
      const both = [...(ever.get(a) ?? [])].filter((organisation) => ever.get(b)?.has(organisation));
      if (both.length > 0) together.push({ a, b, count: both.length });
      const edge = edgeOf(a, b, now);
      if (edge.organisations.length === 0) continue;
      if (edge.organisations.length < least) leftOut++;
      else edges.push(edge);
    }
  });
  return { parties: [...parties], edges, least, leftOut, ever: together };
}

function edgeOf(
  a: string,
  b: string,
  now: ReadonlyMap<string, ReadonlyMap<string, "verified" | "unverified">>,
): NetworkEdge {
  const [first, second] = [now.get(a), now.get(b)];
  const organisations = [...(first?.keys() ?? [])].filter((id) => second?.has(id)).sort();
  const unverified = organisations.filter(
    (id) => first?.get(id) === "unverified" || second?.get(id) === "unverified",
  ).length;
  return { a, b, organisations, unverified };
}
