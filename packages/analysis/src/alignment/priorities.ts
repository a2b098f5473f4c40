import type { Claim } from "@kelisim/model";
import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";

/** One line of a declared coding: which statement sets how much weight on which threat, for whom. */
export interface PriorityCode {
  /** Id of the claim, or of whatever else was coded: an undertaking, an agreement, a programme. */
  readonly claim: string;
  readonly actor: string;
  readonly threat: string;
  /** How much weight the statement gives it, from 0 (none) to 1 (first priority). */
  readonly weight: number;
}

/** Looks for words of a claim's subject and text, so that many statements are coded by one visible rule. */
export interface PriorityRule {
  readonly actor: string;
  /** The subject contains one of these, letters of either case. */
  readonly subjects: readonly string[];
  readonly threat: string;
  /** Predicate, object or claim contains one of these. */
  readonly words: readonly string[];
  readonly weight: number;
}

/** Codes of claims by rules. A claim that no rule meets stays uncoded. */
export function codeClaims(claims: readonly Claim[], rules: readonly PriorityRule[]): readonly PriorityCode[] {
  const has = (text: string | undefined, words: readonly string[]) =>
    text !== undefined && words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
  return claims.flatMap((claim) =>
    rules
      .filter((rule) => has(claim.subject, rule.subjects))
      .filter((rule) => has(`${claim.predicate ?? ""} ${claim.object ?? ""} ${claim.claim}`, rule.words))
      .map(({ actor, threat, weight }) => ({ claim: claim.id, actor, threat, weight })),
  );
}

export interface PriorityVector {
  readonly actor: string;
  /** Mean weight of the statements that are coded for a threat. A threat on which nothing is coded is absent. */
  readonly weights: Readonly<Record<string, number>>;
  /** Statements behind it. */
  readonly claims: readonly string[];
}

export interface Alignment {
  readonly actors: readonly [string, string];
  /** Coded statements of each. */
  readonly statements: readonly [number, number];
  /** Statements that are of both, such as the text of a meeting: over them the two cannot differ. */
  readonly shared: number;
  /** Threats on which both have a code. */
  readonly common: number;
  /** 1: the same proportions. Absent: fewer statements than asked for, or no weight above 0. */
  readonly cosine?: number;
  /** Threats with a weight above 0 of both / of either. */
  readonly jaccard?: number;
}

export interface PriorityComparison {
  readonly vectors: readonly PriorityVector[];
  readonly pairs: readonly Alignment[];
}

/**
 * How near the stated priorities of actors lie. In the cosine, a threat that one of the two never speaks of has weight 0, as the measure
 * needs a number there; `common` and Jaccard show how far that carries. With fewer than `least` statements of either there is no figure.
 */
export function alignment(
  claims: readonly { readonly id: string }[],
  codes: readonly PriorityCode[],
  least: number,
  from: readonly ResultInput[],
): Result<PriorityComparison> {
  const known = new Set(claims.map(({ id }) => id));
  const taken = codes.filter(({ claim, weight }) => known.has(claim) && weight >= 0 && weight <= 1);
  const vectors = vectorsOf(taken);
  const pairs = vectors.flatMap((a, at) => vectors.slice(at + 1).map((b) => alignmentOf(a, b, least)));
  const coded = new Set(taken.map(({ claim }) => claim));
  return result("alignment.priorities", { vectors, pairs }, from, [
    { reason: "statement not coded", rows: claims.filter(({ id }) => !coded.has(id)).length },
    { reason: "code of an unknown statement, or weight not from 0 to 1", rows: codes.length - taken.length },
  ]);
}

function vectorsOf(codes: readonly PriorityCode[]): readonly PriorityVector[] {
  const actors = [...new Set(codes.map(({ actor }) => actor))].sort();
  return actors.map((actor) => {
    const its = codes.filter((code) => code.actor === actor);
    const threats = [...new Set(its.map(({ threat }) => threat))].sort();
    const mean = (threat: string) => {
      const weights = its.filter((code) => code.threat === threat).map(({ weight }) => weight);
      return weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
    };
    const weights = Object.fromEntries(threats.map((threat) => [threat, mean(threat)]));
    return { actor, weights, claims: [...new Set(its.map(({ claim }) => claim))] };
  });
}

function alignmentOf(a: PriorityVector, b: PriorityVector, least: number): Alignment {
  const threats = Object.keys(a.weights).filter((threat) => b.weights[threat] !== undefined);
  const known = {
    actors: [a.actor, b.actor] as const,
    statements: [a.claims.length, b.claims.length] as const,
    shared: a.claims.filter((claim) => b.claims.includes(claim)).length,
    common: threats.length,
  };
  if (Math.min(...known.statements) < least) return known;
  const product = threats.reduce((sum, threat) => sum + a.weights[threat]! * b.weights[threat]!, 0);
  const length = ({ weights }: PriorityVector) => Math.hypot(...Object.values(weights));
  const lengths = length(a) * length(b);
  const [first, second] = [a, b].map(({ weights }) => Object.keys(weights).filter((threat) => weights[threat]! > 0));
  const either = new Set([...first!, ...second!]).size;
  const both = first!.filter((threat) => second!.includes(threat)).length;
  return {
    ...known,
    ...(lengths === 0 ? {} : { cosine: Math.min(1, product / lengths) }),
    ...(either === 0 ? {} : { jaccard: both / either }),
  };
}
