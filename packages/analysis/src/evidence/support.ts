import type { Claim, Source } from "@kelisim/model";
import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";
import { citedIds, type SourceWeight, weightOf } from "./source-weight.ts";

export interface ClaimSupport {
  readonly claim: string;
  /** Claims that say the same: equal subject, predicate and object, letters of either case. */
  readonly same: readonly string[];
  /** All sources of these, and whether each counts. */
  readonly sources: readonly { readonly id: string; readonly weight: SourceWeight; readonly family: string }[];
  /** Families of sources that count. */
  readonly independent: number;
  /** Claims that contradict it, named from either side, each with its own independent sources. */
  readonly contradictedBy: readonly { readonly claim: string; readonly independent: number }[];
  /** "contradicted": some contradiction has a source that counts. "nothing that counts": no source does. */
  readonly state: "supported" | "contradicted" | "nothing that counts";
}

/**
 * What stands behind each claim and against it. `families` (source id to name) holds together sources of one origin: two papers of
 * one author, a press report and its copy. Sources without one are each a family of their own. That many say so does not make it true.
 */
export function claimSupport(
  claims: readonly Claim[],
  sources: readonly Source[],
  families: Readonly<Record<string, string>>,
  from: readonly ResultInput[],
): Result<readonly ClaimSupport[]> {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const groups = sameClaims(claims);
  const sourcesOf = (claim: Claim) => {
    const ids = new Set(groups.get(claim.id)!.flatMap(({ source }) => citedIds(source)));
    return [...ids].map((id) => ({ id, weight: weightOf(byId.get(id)), family: families[id] ?? id }));
  };
  const independent = (claim: Claim) =>
    new Set(sourcesOf(claim).flatMap(({ weight, family }) => (weight === "counts" ? family : []))).size;
  const value = claims.map((claim): ClaimSupport => {
    const against = contradictions(claim, claims).map((other) => ({
      claim: other.id,
      independent: independent(other),
    }));
    const support = independent(claim);
    const isContradicted = against.some((other) => other.independent > 0);
    return {
      claim: claim.id,
      same: groups.get(claim.id)!.flatMap(({ id }) => (id === claim.id ? [] : id)),
      sources: sourcesOf(claim),
      independent: support,
      contradictedBy: against,
      state: support === 0 ? "nothing that counts" : isContradicted ? "contradicted" : "supported",
    };
  });
  return result("evidence.support", value, from, [
    { reason: "cites no source by its id", rows: claims.filter(({ source }) => citedIds(source).length === 0).length },
  ]);
}

function contradictions(claim: Claim, claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(
    (other) => other.id !== claim.id && (claim.contradicts.includes(other.id) || other.contradicts.includes(claim.id)),
  );
}

function sameClaims(claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const { subject, predicate, object } = claim;
    const parts = [subject, predicate, object];
    const isWhole = parts.every((part) => part !== undefined);
    const key = isWhole ? JSON.stringify(parts.map((part) => part!.trim().toLowerCase())) : `claim ${claim.id}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return new Map([...groups.values()].flatMap((group) => group.map(({ id }) => [id, group])));
}
