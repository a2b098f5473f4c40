import { result } from "../methods.ts";
import type { Exclusion, Result, ResultInput } from "../result.ts";
import type { Bipartite } from "./graph.ts";

export interface MembershipOverlap {
  readonly parties: readonly [string, string];
  readonly shared: readonly string[];
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
  /** shared / all of either; absent: neither has a membership that counts. */
  readonly jaccard?: number;
}

/** What two parties share on a day, by one source. */
export function membershipOverlap(
  bipartite: Bipartite,
  parties: readonly [string, string],
  from: readonly ResultInput[],
): Result<MembershipOverlap | undefined> {
  const of = (party: string) =>
    [...bipartite.members].filter(([, members]) => members.includes(party)).map(([id]) => id);
  const [first, second] = [of(parties[0]), of(parties[1])];
  const shared = first.filter((id) => second.includes(id));
  const either = first.length + second.length - shared.length;
  const value = {
    parties,
    shared,
    onlyFirst: first.filter((id) => !shared.includes(id)),
    onlySecond: second.filter((id) => !shared.includes(id)),
    ...(either === 0 ? {} : { jaccard: shared.length / either }),
  };
  return result("institutions.overlap", bipartite.beyond ? undefined : value, from, exclusionsOf(bipartite));
}

/** What a picture of one day leaves out. */
export function exclusionsOf({ uncertain, otherStatus }: Bipartite): readonly Exclusion[] {
  return [
    { reason: "date of the membership leaves it open on the day", rows: uncertain },
    { reason: "status does not count", rows: otherStatus },
  ];
}
