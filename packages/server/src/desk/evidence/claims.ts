import { type ClaimSupport, claimSupport } from "@kelisim/analysis";
import type { ClaimEvidence, Evidence, EvidenceQuery } from "@kelisim/api";
import type { Claim, Region } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import { proofOf, wholeTables } from "../../proof.ts";
import { type GeneralKnowledge, sourcedData } from "../cooperation/sourced.ts";

export type ClaimFilters = Pick<EvidenceQuery, "q" | "source" | "subject" | "threat" | "state">;

/** What a list of statements is made from: the region, its words in the reader's language, what is general knowledge. */
export interface EvidenceNeeds {
  readonly region: Region;
  readonly words: Words;
  readonly general: GeneralKnowledge;
}

/** What stands behind each statement of the region. No two sources are declared to be of one origin. */
export const supportOf = (region: Region) =>
  claimSupport(region.claims, region.sources, {}, wholeTables(region, ["claims", "sources"]));

/** The statements that pass the filters, each with what says the same and what says otherwise. */
export function claimsData(needs: EvidenceNeeds, filters: ClaimFilters): Evidence["claims"] {
  const { region, words } = needs;
  const made = supportOf(region);
  const supports = new Map(made.value.map((support) => [support.claim, support]));
  const items = region.claims
    .filter((claim) => passes(claim, supports.get(claim.id)!, filters))
    .map((claim) => claimData(claim, supports, needs));
  const states = (["supported", "contradicted", "nothing that counts"] as const).map((value) => ({
    value,
    count: made.value.filter((support) => support.state === value).length,
  }));
  return {
    items,
    made: proofOf(made, words.language),
    total: region.claims.length,
    states,
    choices: choicesOf(needs, made.value),
  };
}

/** Whether a statement passes the filters of the list; all must hold. Letters of either case are one. */
export function passes(
  claim: Claim,
  support: ClaimSupport,
  { q, source, subject, threat, state }: ClaimFilters,
): boolean {
  const text = [claim.id, claim.claim, claim.subject, claim.object, claim.check, claim.source].join(" ").toLowerCase();
  const words = (q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return (
    words.every((word) => text.includes(word)) &&
    (!source || support.sources.some(({ id }) => id === source)) &&
    (!subject || claim.subject === subject) &&
    (!threat || (claim.threats ?? []).includes(threat)) &&
    (!state || support.state === state)
  );
}

function claimData(claim: Claim, supports: ReadonlyMap<string, ClaimSupport>, needs: EvidenceNeeds): ClaimEvidence {
  const { region, words } = needs;
  const support = supports.get(claim.id)!;
  const byId = new Map(region.claims.map((each) => [each.id, each]));
  const threats = region.threats.filter(({ id }) => claim.threats?.includes(id));
  return {
    ...statementOf(claim, needs),
    ...(claim.subject === undefined ? {} : { subject: claim.subject }),
    ...(claim.assessment === undefined ? {} : { assessment: claim.assessment }),
    ...(claim.check === undefined ? {} : { check: claim.check }),
    state: support.state,
    independent: support.independent,
    sources: support.sources.map(({ id, weight }) => {
      const source = region.sources.find((each) => each.id === id);
      return {
        id,
        title: source?.title ?? id,
        ...(source === undefined ? {} : { kind: source.kind }),
        ...(source?.address === undefined ? {} : { address: source.address }),
        weight,
      };
    }),
    same: support.same.map((id) => statementOf(byId.get(id)!, needs)),
    against: support.contradictedBy.map((other) => ({
      ...statementOf(byId.get(other.claim)!, needs),
      independent: other.independent,
    })),
    threats: threats.map((threat) => ({ id: threat.id, name: words.names.threat(threat) })),
  };
}

export const statementOf = (claim: Claim, { general }: EvidenceNeeds) => ({
  id: claim.id,
  claim: claim.claim,
  ...(claim.location === undefined ? {} : { location: claim.location }),
  ...(claim.period === undefined ? {} : { period: claim.period.text }),
  ...sourcedData(claim, general),
});

/** What can be chosen in each filter, with how many statements of the whole table have it. */
function choicesOf({ region, words }: EvidenceNeeds, supports: readonly ClaimSupport[]): Evidence["claims"]["choices"] {
  const sources = counted(supports.flatMap((support) => support.sources.map(({ id }) => id)));
  const subjects = counted(region.claims.flatMap(({ subject }) => subject ?? []));
  const threats = counted(region.claims.flatMap((claim) => claim.threats ?? []));
  return {
    sources: region.sources
      .filter(({ id }) => sources.has(id))
      .map(({ id, title }) => ({ id, name: title, count: sources.get(id)! })),
    subjects: [...subjects]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value)),
    threats: region.threats
      .filter(({ id }) => threats.has(id))
      .map((threat) => ({ id: threat.id, name: words.names.threat(threat), count: threats.get(threat.id)! })),
  };
}

function counted(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
