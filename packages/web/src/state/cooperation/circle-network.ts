import type { Network } from "@kelisim/api";

/** A network narrowed to some parties; what is left out by the threshold is counted for these alone. */
export function narrowed(network: Network, ids: ReadonlySet<string>): Network {
  const both = ({ a, b }: { readonly a: string; readonly b: string }) => ids.has(a) && ids.has(b);
  return {
    ...network,
    parties: network.parties.filter(({ id }) => ids.has(id)),
    edges: network.edges.filter(both),
    ever: network.ever.filter(both),
  };
}
